"""What those who lead told a unit, or everybody, and how much of it arrived."""
