"""The head of the ledger, as everybody may take it home."""
