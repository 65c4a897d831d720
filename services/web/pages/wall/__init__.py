"""The wall screen and the shared workstation: one unit's board without names, and speaking up, by the key of the machine."""
