"""What is attested to somebody outside, line by line: what is in place, what is missing, and who could say so."""
