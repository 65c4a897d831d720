"""Speak up, for everybody: no sign-in, no cookie, and a code with which the answer is found."""
