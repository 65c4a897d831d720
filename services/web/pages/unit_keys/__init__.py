"""The keys of a unit's wall screens and shared workstations: made, shown once, taken back."""
