"""Set-up: how long things may take, who is asked next, who is on call."""
