"""Set-up: the people of the hospital, one by one: their names, their roles, and how they leave."""
