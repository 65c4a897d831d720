"""Set-up: what is said on rounds, what a safety team is made of, what is asked for of figures."""
