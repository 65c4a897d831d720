"""The tracking log given back as a sheet."""
