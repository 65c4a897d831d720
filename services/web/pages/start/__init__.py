"""The first page of an empty hospital: its units, its people, their partners; then the import."""
