"""The sample hospital and the README that shows it: every command a newcomer reads is run."""
