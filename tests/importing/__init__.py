"""The log a hospital already has, entering the ledger: what each row becomes, and what it never becomes."""
