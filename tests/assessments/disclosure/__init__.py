"""Nobody can be found in what is released: the table, the auditor against an independent solver, and what bad cuts are told."""
