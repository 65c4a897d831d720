"""A photo of a voice: taken in, and shown to who reads the voice."""
