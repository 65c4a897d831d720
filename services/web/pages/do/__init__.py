"""Any command as a form, for every command that has no page of its own."""
