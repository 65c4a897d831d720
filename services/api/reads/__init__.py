"""Every read: one module for each kind of thing asked about. `routes` puts them all into one room."""

from services.api.reads.routes import SHAPES, room

__all__ = ["SHAPES", "room"]
