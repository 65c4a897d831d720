"""Complaints that were not settled on the spot: by days left, one with its letter, and what the committee is given."""
