"""How people reach those who lead, and what came of asking for a talk."""
