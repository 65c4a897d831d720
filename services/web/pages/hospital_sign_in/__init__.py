"""In through the hospital's own sign-in, and linking oneself to it."""
