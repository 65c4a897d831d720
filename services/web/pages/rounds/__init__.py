"""Safety rounds: planned, prepared, held on a phone, summarised; those not held stay in the list."""
