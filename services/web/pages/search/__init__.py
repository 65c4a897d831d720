"""Search: a question in a form, and what of it may be found."""
