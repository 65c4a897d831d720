"""On paper: a unit's poster in two languages, and a card to write on that carries the code of its answer."""
