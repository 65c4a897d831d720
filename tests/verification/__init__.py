"""Whoever changes what is kept is found: 15 kinds, by attackers of three levels, each against one head kept elsewhere."""
