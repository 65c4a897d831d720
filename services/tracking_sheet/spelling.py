"""One spelling for what people write in many: cells cleaned, words made comparable."""

import re
import unicodedata

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|\u2028|\u2029")
_BLANKS = re.compile(r"\s{3,}")
_TEXT_MARK = re.compile(r"'[=+\-@|%']")  # a spreadsheet's own sign for: what follows is text
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_ASCII_WORDS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {39: None, 96: None}
_ASCII_LETTERS = {code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)} | {39: None, 96: None}
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_ASCII_PUNCTUATION = "".join(chr(code) for code in range(128) if not chr(code).isalnum())


def cleaned(cell: str) -> str:
    """A cell without what no eye can see, and without long runs of blanks, over which patterns would stumble; letters that
    were unreadable in the file stay visible as U+FFFD."""
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell)
    if not cell.isprintable():
        cell = _LINE_END.sub("\n", _UNSEEN.sub("", _LONE_SURROGATE.sub("\ufffd", cell)))
    cell = _BLANKS.sub(lambda run: "\n\n" if "\n" in run[0] else " ", cell.strip())
    return cell[1:] if cell[:1] == "'" and _TEXT_MARK.match(cell) else cell


def bare(text: str) -> str:
    """Lower case, no accents, no apostrophes: for comparing words letter by letter."""
    if text.isascii():
        return text.lower().translate(_APOSTROPHES)
    split = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in split if not unicodedata.combining(c)).translate(_APOSTROPHES)


def plain(text: str) -> str:
    """`bare` words with single spaces, punctuation gone: `Can’t do!` is `cant do`, `4-West` is `4 west`."""
    if text.isascii():
        return " ".join(text.translate(_ASCII_WORDS).split())
    return " ".join("".join(c if c.isalnum() else " " for c in bare(text)).split())


def letters(text: str) -> list[str]:
    """The `bare` words of a text, whatever digits they stand beside."""
    return text.translate(_ASCII_LETTERS).split() if text.isascii() else _NOT_LETTERS.sub(" ", bare(text)).split()


def issue_text(text: str) -> str:
    """The text of an issue as its key knows it: NFKC, casefolded, whitespace collapsed, outer punctuation trimmed."""
    if text.isascii():
        return " ".join(text.lower().split()).strip(_ASCII_PUNCTUATION)
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    start, end = 0, len(folded)
    while start < end and _punctuates(folded[start]):
        start += 1
    while end > start and _punctuates(folded[end - 1]):
        end -= 1
    return folded[start:end]


def _punctuates(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSZC"
