"""The core, noun by noun and rule by rule, in the grammar of `tests.given`."""
