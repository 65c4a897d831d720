"""Nothing is left for later, nothing is silenced without a reason, no test looks away."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.laws.tree import EVERYWHERE, TOP, dotted, modules, parsed, place

LATER = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
WRITTEN = {".css", ".html", ".jinja", ".js", ".json", ".md", ".po", ".py", ".sql", ".svg", ".toml", ".txt"}
SILENCER = re.compile(
    r"#\s*(noqa(:\s*[A-Z]+\d+([,\s]+[A-Z]+\d+)*)?|type:\s*ignore(\[[\w, -]+\])?|fmt:\s*\w+|pragma:\s*[\w ]+)"
)
LOOKING_AWAY = re.compile(r"^(pytest|unittest)\.(mark\.)?(skip\w*|xfail|importorskip|expectedFailure)$|\.skipTest$")
BROAD = {"Exception", "BaseException"}


def comments(source: str) -> Iterator[tokenize.TokenInfo]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return (token for token in tokens if token.type == tokenize.COMMENT)


def unreasoned(source: str) -> list[int]:
    """Lines that silence a tool without a sentence of at least two words beside it."""
    if not SILENCER.search(source):
        return []
    silenced = ((token.start[0], SILENCER.sub("", token.string), token.string) for token in comments(source))
    return [line for line, rest, whole in silenced if SILENCER.search(whole) and len(re.findall(r"\w+", rest)) < 2]


def swallowed(tree: ast.Module) -> list[ast.ExceptHandler]:
    """Handlers that take whatever comes: bare ones, and broad ones that only pass on by."""
    handlers = [node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)]
    return [node for node in handlers if node.type is None or (dotted(node.type) in BROAD and _idle(node.body))]


def _idle(body: list[ast.stmt]) -> bool:
    return all(isinstance(line, ast.Pass | ast.Continue) or _says_nothing(line) for line in body)


def _says_nothing(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)


def written_files() -> Iterator[Path]:
    """Everything somebody here wrote: not what others made and we ship unchanged."""
    yield from (path for path in TOP.iterdir() if path.is_file() and path.suffix in WRITTEN)
    for room in EVERYWHERE:
        paths = (path for path in (TOP / room).rglob("*") if path.suffix in WRITTEN)
        yield from (path for path in paths if "vendored" not in path.parts)


def test_nothing_is_left_for_later() -> None:
    assert [
        str(path.relative_to(TOP)) for path in written_files() if LATER.search(path.read_text(encoding="utf-8"))
    ] == []


def test_every_suppression_has_a_reason() -> None:
    sources = ((path, path.read_text(encoding="utf-8")) for path in modules(*EVERYWHERE))
    assert [f"{path.relative_to(TOP)}:{line}" for path, source in sources for line in unreasoned(source)] == []


def test_every_opt_out_of_the_tools_has_a_reason() -> None:
    settings = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r'^(?:ignore|"tests/\*\*"|filterwarnings) = \[\n(.*?)^\]', settings, re.MULTILINE | re.DOTALL)
    entries = [line.strip() for block in lists for line in block.splitlines()]
    assert len(lists) == 3
    assert [entry for entry in entries if "#" not in entry and entry != '"error",'] == []


def test_no_error_is_swallowed() -> None:
    catching = [path for path in modules(*EVERYWHERE) if "except" in path.read_text(encoding="utf-8")]
    assert [place(path, node) for path in catching for node in swallowed(parsed(path))] == []


def test_no_test_looks_away() -> None:
    telling = [path for path in modules("tests") if re.search("skip|xfail|expected", path.read_text(encoding="utf-8"))]
    names = ((path, node) for path in telling for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute))
    assert [place(path, node) for path, node in names if LOOKING_AWAY.search(dotted(node))] == []


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: S608", "# type: ignore[arg-type]", "# type: ignore # mypy"])
def test_a_silence_without_a_reason_is_seen(comment: str) -> None:
    assert unreasoned(f"x = 1  {comment}\n") == [1]


def test_a_silence_with_a_reason_passes() -> None:
    assert (
        unreasoned("x = 1  # noqa: S608 - every value is bound\ny = 2  # type: ignore[misc] # the library is untyped\n")
        == []
    )


@pytest.mark.parametrize("handler", ["except: raise", "except Exception: pass", "except BaseException: ..."])
def test_a_swallowed_error_is_seen(handler: str) -> None:
    assert swallowed(ast.parse(f"try: x()\n{handler}"))
