"""How rows live: told fact by fact or from scratch, late or in time, they are the same."""
