"""The mail of the house, for whoever sets it up: what waits, what the mail server took, what could not be sent and why."""
