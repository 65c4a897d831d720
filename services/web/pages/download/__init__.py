"""The log of a unit as a sheet, for whoever reads its board."""
