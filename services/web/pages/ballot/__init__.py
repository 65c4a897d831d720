"""A ballot: what people are asked, on one page without signing in."""
