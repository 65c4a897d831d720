"""How fast Heard is, measured against the raw stores and the bare library: `python -m tests.benchmarks`, or `make bench`.

Ratios within one run count, numbers of their own do not: what is compared takes turns, round after round, on the same machine
in the same minutes. *Raw* writes the same rows into the same tables with the same pragmas and commits, its bytes prepared
beforehand. *Stock* is the event sourcing library as it comes.
"""
