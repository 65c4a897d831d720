"""Alder Creek Community Hospital: units, people, roles and sign-ins."""

from collections.abc import Iterator
from typing import NamedTuple

from services.house import Plate

PLATE = Plate(slug="alder-creek", name="Alder Creek Community Hospital", zone="America/Chicago", sample=True)
PASSWORD = "alder-creek-2026"  # noqa: S105 - the sample is open to anybody who can reach it
CODE = "HEARD-A1DER-CREEK-V01CE"
"""Of a receipt: what became of the voice that has no account."""
UNITS = {
    "4-west": "4 West",
    "icu": "ICU",
    "emergency": "Emergency",
    "sleep-lab": "Sleep laboratory",
    "4-east": "4 East",
}
"""As they are called when the year begins; what becomes of two of them `arcs.units` tells."""


class Member(NamedTuple):
    """Somebody of the sample: login, name, roles as (role, unit or None), mail."""

    login: str
    name: str
    roles: tuple[tuple[str, str | None], ...]


CAST = (
    Member("dana", "Dana Cole", (("vp_finance", None), ("executive_partner", "4-west"))),
    Member("ruth", "Ruth Adeyemi", (("cno", None), ("executive_partner", "icu"))),
    Member("pell", "Gordon Pell", (("coo", None), ("executive_partner", "emergency"))),
    Member("okafor", "Chidi Okafor", (("cmo", None),)),
    Member("marsh", "Evelyn Marsh", (("ceo", None),)),
    Member("ines", "Ines Ferreira", (("quality_director", None),)),
    Member("carmen", "Carmen Ibarra", (("patient_advocate", None),)),
    Member("walt", "Walter Kim", (("house_supervisor", None),)),
    Member("otis", "Otis Reyes", (("professionalism_lead", None),)),
    Member("pia", "Pia Lund", (("privacy_officer", None),)),
    Member("clara", "Clara Voss", (("counsel", None),)),
    Member("ada", "Ada Novak", (("administrator", None),)),
    Member("lena", "Lena Brandt", (("unit_champion", "4-west"), ("front_line", "4-west"))),
    Member("marco", "Marco Ruiz", (("unit_champion", "icu"), ("front_line", "icu"))),
    Member("priya", "Priya Nair", (("unit_champion", "emergency"), ("front_line", "emergency"))),
    Member("tom", "Tom Hale", (("team_leader", "4-west"),)),
    Member("grace", "Grace Osei", (("team_leader", "icu"),)),
    Member("amir", "Amir Haddad", (("team_leader", "emergency"),)),
    Member("june", "June Park", (("team_leader", "sleep-lab"),)),
    Member("nora", "Nora Quist", (("front_line", "4-west"),)),
    Member("sam", "Sam Oduya", (("front_line", "4-west"),)),
    Member("eli", "Eli Winter", (("front_line", "icu"),)),
    Member("rosa", "Rosa Delgado", (("front_line", "emergency"),)),
    Member("kim", "Kim Tran", (("front_line", "emergency"),)),
    Member("beth", "Beth Carr", (("unit_manager", "4-west"), ("unit_manager", "icu"))),
    Member("noel", "Noel Grant", (("chief", "4-west"), ("chief", "icu"))),
    Member("omar", "Omar Aziz", (("physician", "4-west"),)),
    Member("hana", "Hana Sato", (("front_line", "4-west"),)),
    Member("leo", "Leo Martin", (("front_line", "icu"),)),
    Member("pat", "Pat Ellis", ()),
    Member("avery", "Avery Long", (("executive_assistant", "4-west"),)),
    Member("vera", "Vera Lund", (("front_line", "sleep-lab"),)),
)

STAFF = {
    "4-west": {"front_line": 13, "physician": 10},
    "icu": {"front_line": 22},
    "emergency": {"front_line": 28, "physician": 12},
    "sleep-lab": {"front_line": 4},
}
"""Who else works there, by role: then 31 do on 4 West, 28 in the ICU (two of them also on 4 West), 44 in Emergency, 6 in the
laboratory."""
_FIRST = ("Alma", "Bruno", "Celia", "Dario", "Edith", "Farid", "Greta", "Hugo", "Ivy", "Jonas")
_LAST = ("Abara", "Bloom", "Castro", "Dahl", "Engel", "Flores", "Gupta", "Holt", "Ito")


def others() -> Iterator[tuple[str, str, str]]:
    """Their name, role and unit; they have no sign-in yet."""
    names = (f"{first} {last}" for last in _LAST for first in _FIRST)
    for unit, roles in STAFF.items():
        for role, number in roles.items():
            for _ in range(number):
                yield next(names), role, unit


PARTIES = {
    "capital": "Capital committee",
    "biomed": "Biomedical engineering",
    "pharmacy": "Pharmacy",
    "it": "Hospital IT",
}

SIGN_INS = (
    ("Front-line staff", "nora"),
    ("Unit champion (nights)", "lena"),
    ("Team leader", "tom"),
    ("Executive partner", "dana"),
    ("Executive’s assistant", "avery"),
    ("Chief nursing officer", "ruth"),
    ("Quality director", "ines"),
    ("House supervisor (on call)", "walt"),
    ("Patient advocate", "carmen"),
    ("Professionalism lead", "otis"),
    ("Privacy officer", "pia"),
    ("Counsel", "clara"),
    ("Administrator", "ada"),
)
"""One sign-in per role, for the first look."""
