"""The sample hospital’s year in eight stops, each a day of a unit on the replay; only the sample has it."""
