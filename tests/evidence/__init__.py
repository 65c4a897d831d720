"""Bundles of evidence: what an outsider finds in them, and what nobody can change without being found."""
