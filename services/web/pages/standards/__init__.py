"""Set-up of the standards: what is attested here, by whom, for how long."""
