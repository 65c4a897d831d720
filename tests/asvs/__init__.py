"""The OWASP ASVS 5.0, levels 1 and 2: for each requirement what proves it, or why it does not apply."""
