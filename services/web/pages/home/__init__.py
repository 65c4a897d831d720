"""The first page: everybody is sent to where their work is."""
