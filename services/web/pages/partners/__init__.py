"""Units by their executive partners, pauses of the hospital, and who leads in the house."""
