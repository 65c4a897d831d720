"""Where things are found: the page of a stream, the way back; and which paths are ours."""

from workflows.kernel.ids import noun_of


def page_of(stream: str) -> str:
    """The page that shows a stream; the first page where it has none."""
    noun, _, rest = stream.partition("-")
    match noun_of(stream):
        case (
            "issue"
            | "barrier"
            | "rounds"
            | "grievance"
            | "respect"
            | "conduct"
            | "decision"
            | "promise"
            | "partnership"
            | "standard"
            | "focus"
            | "measure"
            | "panel"
            | "learning"
            | "assessment"
            | "goal"
            | "campaign"
        ):
            return f"/{noun}/{stream}"
        case "message":
            return "/messages"
        case "story" | "presentation" | "notice":
            return "/upwards"
        case "unit":
            return f"/unit/{rest}"
        case "concern" | "waiting":
            return f"/voice/{stream}"
        case _:
            return "/"


def its_id(stream: str) -> tuple[tuple[str, str], ...]:
    """As a page tells it, for those who hold, erase or disclose a record they may not read; nothing while it waits to enter."""
    return () if noun_of(stream) == "waiting" else (("Its id, for privacy and counsel", stream),)


def and_back(href: str, page: str) -> str:
    """The address of something to do, which leads to that page afterwards."""
    return f"{href}{'&' if '?' in href else '?'}next={page}"


def local(path: str | None, otherwise: str = "/") -> str:
    """`path` when it leads to a page of this house, else `otherwise`: nobody is sent elsewhere by a link to us."""
    if not path or not path.startswith("/") or path.startswith("//") or "\\" in path or not path.isprintable():
        return otherwise
    return path
