"""Branching logic: what is compared with what, joined by *and* and *or*. Dates, events, functions and sums are not read."""

import re
from collections.abc import Callable, Mapping, Sequence

from assessments.exchange.conditions import Clause, Outcomes, outcomes
from assessments.instrument import Scale
from assessments.instrument.branching import COMPARE

MOST_CLAUSES = 64
MOST_DEPTH = 50
_TOKEN = re.compile(
    r"\s*(?:(?P<mark>[()])|(?P<word>and|or)\b|\[(?P<field>[a-z0-9_]+)\]\s*(?P<operator><>|!=|>=|<=|=|>|<)\s*"
    r"(?:'(?P<one>[^']*)'|\"(?P<two>[^\"]*)\"|(?P<bare>-?\d+)))",
    re.ASCII | re.IGNORECASE,
)
Condition = tuple[Clause, ...]
"""Clauses that all hold; none for what always holds."""


class NotRead(Exception):
    """Logic that is not of this kind, or asks for a field that is not here; the message says which part."""


def told(found: Sequence[Clause], scale_of: Callable[[str], Scale], names: Mapping[str, str]) -> str:
    """Clauses over items as logic over the fields they are called by."""
    parts = [_told(clause, scale_of, names) for clause in found]
    return " and ".join(f"({part})" if len(parts) > 1 and " or " in part else part for part in parts)


def _told(clause: Clause, scale_of: Callable[[str], Scale], names: Mapping[str, str]) -> str:
    atoms: list[str] = []
    for question, content in clause.items():
        field = f"[{names[question]}]"
        if content >= outcomes(scale_of(question)) - {None}:
            atoms.append(f"{field} <> ''")
            continue
        atoms += [f"{field} = ''"] if None in content else []
        atoms += [f"{field} = '{value}'" for value in sorted(one for one in content if one is not None)]
    return " or ".join(atoms)


def read(logic: str, scale_of: Callable[[str], Scale]) -> Condition:
    """`scale_of` a field; KeyError of it is a field that is not here. NotRead."""
    return _Reading(logic, scale_of).all()


class _Reading:
    """From left to right; *and* binds closer than *or*."""

    def __init__(self, logic: str, scale_of: Callable[[str], Scale]) -> None:
        self._left = _tokens(logic)
        self._scale_of = scale_of

    def all(self) -> Condition:
        found = self._or(0)
        if self._left:
            raise NotRead(self._left[0][0])
        return found

    def _or(self, depth: int) -> Condition:
        found = self._and(depth)
        while self._next("or"):
            found = self._either(found, self._and(depth))
        return found

    def _and(self, depth: int) -> Condition:
        found = self._one(depth)
        while self._next("and"):
            found = (*found, *self._one(depth))
        return found

    def _one(self, depth: int) -> Condition:
        if depth > MOST_DEPTH:
            raise NotRead("nested too deep")
        if self._next("("):
            found = self._or(depth + 1)
            if not self._next(")"):
                raise NotRead("( without )")
            return found
        if not self._left or not self._left[0][1]:
            raise NotRead(self._left[0][0] if self._left else "the end")
        _, field, operator, value = self._left.pop(0)
        return ({field: self._content(field, operator, value)},)

    def _content(self, field: str, operator: str, value: str) -> Outcomes:
        """With what it is content. *Not this* is content with a blank, too; an order with answers alone."""
        try:
            every, scale = outcomes(self._scale_of(field)), self._scale_of(field)
        except KeyError as error:
            raise NotRead(f"[{field}], which is not asked here") from error
        blank = value == ""
        if blank and operator not in ("=", "<>", "!="):
            raise NotRead(f"{operator} ''")
        this = frozenset((None,)) if blank else frozenset((int(value),)) & every if _whole(value) else frozenset()
        if operator in ("<>", "!="):
            return every - this
        if operator == "=":
            return this
        if not _whole(value):
            raise NotRead(f"{operator} '{value}'")
        gone = scale.away.value if scale.away else None
        return frozenset(one for one in every - {None, gone} if one is not None and COMPARE[operator](one, int(value)))

    def _either(self, left: Condition, right: Condition) -> Condition:
        found = tuple(_merged(one, other) for one in left for other in right)
        if len(found) > MOST_CLAUSES:
            raise NotRead("too many cases")
        return tuple(clause for clause in found if not self._always(clause))

    def _always(self, clause: Clause) -> bool:
        return any(content == outcomes(self._scale_of(field)) for field, content in clause.items())

    def _next(self, word: str) -> bool:
        if self._left and not self._left[0][1] and self._left[0][0].lower() == word:
            self._left.pop(0)
            return True
        return False


def _tokens(logic: str) -> list[tuple[str, str, str, str]]:
    """Text, field, operator, value; of marks and words the text alone."""
    found, at = [], 0
    while logic[at:].strip():
        token = _TOKEN.match(logic, at)
        if token is None:
            raise NotRead(logic[at:].strip()[:60])
        said = token["mark"] or token["word"] or token[0].strip()
        value = next((token[name] for name in ("one", "two", "bare") if token[name] is not None), "")
        found.append((said, token["field"] or "", token["operator"] or "", value))
        at = token.end()
    return found


def _merged(one: Clause, other: Clause) -> Clause:
    nothing: Outcomes = frozenset()
    return {field: one.get(field, nothing) | other.get(field, nothing) for field in {**one, **other}}


def _whole(value: str) -> bool:
    return re.fullmatch(r"-?\d{1,9}", value, re.ASCII) is not None
