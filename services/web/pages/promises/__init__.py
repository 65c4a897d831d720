"""The ledger of promises: first day, present day and every reason between; and one promise."""
