"""What a hospital can begin with, handed on by an association or another hospital: units, practices, rules that are set aside,
terms, standards and settings. No person is in it and nobody's words."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from services import documents, guidance, meanings, sentences, shared_calendar
from services.clerk import teams
from services.clerk.access import Access, load
from services.clerk.teams import TeamTerms
from services.guidance import Guidance
from services.house import House
from services.meanings import Meanings
from services.shared_calendar import SharedCalendar
from services.starting.plan import Fault, NotSo, Plan, UnitPlan, WaiverPlan
from workflows.hospital.commands import Setting
from workflows.kernel.grammar import Refused
from workflows.kernel.practices import Practice
from workflows.kernel.standards import Standards
from workflows.kernel.terms import Terms

OURS = "small"
"""How the template that comes with Heard is called for."""


class Template(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`practices`: after how many days each unit takes one up. `terms`, `standards` and `settings` are documents, checked when
    read."""

    called: str
    units: tuple[UnitPlan, ...] = ()
    practices: dict[Practice, int] = {}
    terms: dict[str, Any] | None = None
    standards: dict[str, Any] | None = None
    waivers: tuple[WaiverPlan, ...] = ()
    settings: dict[Setting, dict[str, Any]] = {}


def ours() -> Template:
    """The one that comes with Heard: a small hospital."""
    return documents.read("template", Template)


def read(document: bytes) -> Template:
    """NotSo where it, or a document in it, is none."""
    try:
        template = documents.check(document, "template", Template)
        for name, inner, shape in (("terms", template.terms, Terms), ("standards", template.standards, Standards)):
            if inner is not None:
                documents.check(json.dumps(inner).encode(), name, shape)
        faults = [Fault(0, name, amiss) for name, inner in template.settings.items() if (amiss := _amiss(name, inner))]
    except documents.BadDocument as error:
        raise NotSo(Fault(0, "template", str(error))) from error
    if faults:
        raise NotSo(*faults)
    return template


def _amiss(name: Setting, document: dict[str, Any]) -> str:
    """Why nobody can adopt this setting; "" where a new hospital can. BadDocument where it is none."""
    shape, judge = _SETTINGS[name]
    refusal = judge(documents.check(json.dumps(document).encode(), name, shape))
    return sentences.sentence(refusal) if refusal else ""


_SETTINGS: Mapping[str, tuple[type[Any], Callable[[Any], Refused | None]]] = {
    "rounds": (Guidance, guidance.amiss),
    "team": (TeamTerms, lambda team: teams.amiss(team, Access(load()), ())),
    "figures": (Meanings, meanings.amiss),
    "calendar": (SharedCalendar, shared_calendar.amiss),
}
"""What can be handed on. What roles may do is settled by each hospital."""


def begun_with(plan: Plan, template: Template) -> Plan:
    """The plan, with what the template adds to it; units that were named stand instead of its own."""
    return replace(
        plan,
        units=plan.units or template.units,
        practices=tuple(template.practices.items()),
        terms=_text(template.terms),
        standards=_text(template.standards),
        called=template.called,
        waivers=template.waivers,
        settings=tuple((name, json.dumps(document)) for name, document in template.settings.items()),
    )


def _text(document: Mapping[str, Any] | None) -> str | None:
    return None if document is None else json.dumps(document)


def of(house: House) -> Template:
    """How this hospital is set up today, without whoever works in it."""
    names = [stream.removeprefix("unit-") for stream in house.ledger.streams("unit")]
    states = [house.clerk.memory.get(f"unit-{slug}").state for slug in names]
    open_ = [one for one in states if one.is_open]
    adopted, terms = house.clerk.terms.now()
    attested, standards = house.clerk.standards.now()
    taken = {one.practice for each in open_ for one in each.practices if one.until is None}
    return Template(
        called=house.plate.name,
        units=tuple(UnitPlan(one.unit, one.name) for one in open_),
        practices={one: 0 for one in sorted(taken) if one in _CHOSEN},
        terms=None if adopted is None else _nameless(terms),
        standards=None if attested is None else msgspec.to_builtins(standards),
        settings={
            name: msgspec.to_builtins(settled.now()[1])
            for name, settled in house.clerk.settings.documents.items()
            if name in _SETTINGS and settled.now()[0] is not None
        },
    )


_CHOSEN: tuple[Practice, ...] = (
    "rounds",
    "barriers",
    "lessons",
    "measures",
    "surveys",
    "scorecard",
    "charter",
    "decisions",
    "maturity",
    "registers",
)
"""Practices a unit chooses to take up."""


def _nameless(terms: Terms) -> dict[str, Any]:
    """Terms in which nobody of this house is named: there stands what Heard begins with."""
    said: Mapping[str, Any] = msgspec.to_builtins(terms)
    ours: Mapping[str, Any] = msgspec.to_builtins(documents.read("terms", Terms))
    return {key: ours[key] if _names_somebody(json.dumps(value)) else value for key, value in said.items()}


def _names_somebody(said: str) -> bool:
    return '"person-' in said or '"party-' in said
