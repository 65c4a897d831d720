"""What stored bodies used to look like: pure steps, each from one version of an event's body to the next, one event to one.

Only today's shapes exist elsewhere. A step is added when a shape changes and never taken away; a changed meaning is a new
name, not a step. Imports nothing.
"""
