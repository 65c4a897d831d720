"""How hospitals stand together, none of them named, and this one among them."""
