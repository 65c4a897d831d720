"""The letter to the unit: what came of what was said, for those who were not there, nights too; one page, no names."""
