"""Readers: what pages show is what the ledger says, as of any position, on any day, on both stores."""
