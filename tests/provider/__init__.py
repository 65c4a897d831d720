"""A hospital's own OpenID provider, as a process of its own on this machine."""
