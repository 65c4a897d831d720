"""What a rendered page says in its tables, as a reader with a pencil would copy it out."""

from html.parser import HTMLParser

from msgspec import Struct


class Table(Struct):
    caption: str
    head: list[str]
    rows: list[list[str]]


class Page(HTMLParser):
    """`tables`, and `text`: all other words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self._cell: list[str] | None = None
        self._skip = 0
        self._text: list[str] = []
        self.feed(page)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._text).split())

    def table(self, caption: str) -> Table | None:
        return next((one for one in self.tables if one.caption == caption), None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(Table("", [], []))
        elif (
            tag in ("script", "style")
            or (tag == "span" and ("aria-hidden", "true") in attrs)
            or (tag == "span" and self._skip)
        ):
            self._skip += 1
        elif tag in ("caption", "th", "td"):
            self._cell = []
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style") or (tag == "span" and self._skip):
            self._skip -= 1
        elif tag == "thead":
            self.tables[-1].head = self.tables[-1].rows.pop()
        elif tag in ("caption", "th", "td") and self._cell is not None:
            said = " ".join("".join(self._cell).split())
            if tag == "caption":
                self.tables[-1].caption = said
            else:
                self.tables[-1].rows[-1].append(said)
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._skip:
            return
        if self._cell is not None:
            self._cell.append(data)
        else:
            self._text.append(data)
