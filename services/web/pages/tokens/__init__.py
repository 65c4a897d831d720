"""Tokens of programs that act for somebody: made, shown once, taken back by their owner."""
