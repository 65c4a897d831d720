"""A unit's log on one sheet to hang up where staff pass: done, under way, not possible and why."""
