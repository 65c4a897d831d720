"""Instruments, scores, agreement, disclosure: worked examples as data, properties, and what bad input is told."""
