"""One thing that is attested, or missing: how it stands, and what happened with it."""
