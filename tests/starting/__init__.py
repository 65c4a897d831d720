"""A hospital begins: plans, files of people, first sign-ins."""
