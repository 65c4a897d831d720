"""The API from outside: everything through HTTP, in process."""
