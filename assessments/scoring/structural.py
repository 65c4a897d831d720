"""Checklists of structure: a domain counts once all of it is there."""

from collections.abc import Iterable, Sequence


def all_or_nothing(domains: Iterable[Sequence[bool]]) -> int:
    """One point for each domain of which every statement is attested; no credit for a part (CMS structural measure)."""
    return sum(bool(domain) and all(domain) for domain in domains)
