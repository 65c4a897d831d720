"""Whoever surveys the hospital from outside is let in for some hours, and sees what a tracer needs."""
