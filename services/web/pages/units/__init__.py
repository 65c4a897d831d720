"""The hospital: every unit in a row, what is owed and what is stuck."""
