"""A PDF as whoever gets it reads it."""

import io
import re
from zipfile import ZipFile

from msgspec import Struct
from pypdf import PdfReader


class Read(Struct, frozen=True):
    """`text` of all pages with single spaces; `tagged`: whether it can be told aloud."""

    text: str
    title: str
    language: str
    pages: int
    tagged: bool
    made: str


def read(content: bytes) -> Read:
    reader = PdfReader(io.BytesIO(content))
    root = reader.root_object
    told = " ".join(page.extract_text() for page in reader.pages)
    info = reader.metadata
    assert info is not None
    return Read(
        text=re.sub(r"\s+", " ", told),
        title=str(info.title),
        language=str(root.get("/Lang")),
        pages=len(reader.pages),
        tagged=bool(root.get("/MarkInfo", {}).get("/Marked")) and "/StructTreeRoot" in root,
        made=str(info.get("/CreationDate")),
    )


def words_of(content: bytes) -> str:
    """Everything that can be read in an answer, whether it is a page, a paper or a bundle of both."""
    if content.startswith(b"%PDF-"):
        return read(content).text
    if content.startswith(b"PK"):
        with ZipFile(io.BytesIO(content)) as bundle:
            return " ".join(words_of(bundle.read(name)) for name in bundle.namelist())
    return content.decode(errors="replace")
