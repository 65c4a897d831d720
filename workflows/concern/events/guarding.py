"""It was kept from somebody."""

from workflows.kernel.grammar import Event, Text


class Hidden(Event, frozen=True, kw_only=True):
    NAME = "concern.hidden"

    why: Text


class Unhidden(Event, frozen=True, kw_only=True):
    NAME = "concern.unhidden"


class Walled(Event, frozen=True, kw_only=True):
    """Somebody it is about is kept from it. `person` is their id, sealed like what people say."""

    NAME = "concern.walled"

    person: Text


class WallLifted(Event, frozen=True, kw_only=True):
    NAME = "concern.wall_lifted"

    person: Text
    why: Text
