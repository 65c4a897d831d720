"""Conduct that is looked at by the path of a just culture."""
