"""`/setup/people`: everybody in the directory; `/setup/people/<id>`: one of them, put right or leaving."""

from flask import Blueprint, abort, make_response, redirect, request
from msgspec import Struct
from werkzeug.wrappers import Response

from services.people import Person
from services.starting.accounts import open_accounts, renew
from services.web.framing import shown, tell
from services.web.layout import Notice
from services.web.layout.field import Field
from services.web.pages.people import leaving
from services.web.visit import Visit, here
from services.wording import time_words
from workflows.kernel.ids import is_id

people = Blueprint("people", __name__)

LONGEST = 120


class Line(Struct, frozen=True):
    """Somebody as the list shows them."""

    name: str
    href: str
    roles: str
    login: str


@people.get("/setup/people")
def every() -> str:
    return _list(_entered(), {}, {})


@people.post("/setup/people")
def add() -> Response | str:
    visit = _entered()
    name, mail = _typed("name"), _typed("mail")
    if wrong := _wrong(name, mail):
        return make_response(_list(visit, {"name": name, "mail": mail}, wrong), 422)
    person = visit.house.people.add(name, mail or None)
    tell(f"{person.name} is in the directory. Give them a role, then a sign-in.")
    return redirect(f"/setup/people/{person.id}", 303)


@people.get("/setup/people/<person>")
def one(person: str) -> str:
    visit = _entered()
    return _person(visit, _known(visit, person))


@people.post("/setup/people/<person>")
def rename(person: str) -> Response | str:
    """A name or mail put right; for a name that only a sheet gave, this is how it becomes a person."""
    visit = _entered()
    found = _known(visit, person)
    name, mail = _typed("name"), _typed("mail")
    if wrong := _wrong(name, mail):
        return make_response(_person(visit, found, {"name": name, "mail": mail}, wrong), 422)
    visit.house.people.rename(found.id, name, mail or None)
    tell("Put right.")
    return redirect(f"/setup/people/{found.id}", 303)


@people.post("/setup/people/<person>/sign-in")
def sign_in(person: str) -> Response | str:
    """A first sign-in, or a new password where the old one is lost; told once, and to be replaced."""
    visit = _entered()
    found = _known(visit, person)
    house, login = visit.house, visit.house.people.logins().get(found.id)
    account = (
        renew(house.accounts, found, login)
        if login
        else open_accounts(house.people, house.accounts, [found], lambda _: None)[0]
    )
    return shown("people/sign_in.html", place="Set-up", account=account, back=f"/setup/people/{found.id}")


@people.post("/setup/people/<person>/leave")
def leave(person: str) -> Response | str:
    visit = _entered()
    found = _known(visit, person)
    if failed := leaving.leave(visit, found):
        return make_response(_person(visit, found, said=Notice(failed.sentence, "refused")), failed.status)
    tell(f"{found.name} has left: every role has ended and the sign-in is closed.")
    return redirect("/setup/people", 303)


def _entered() -> Visit:
    visit = here()
    visit.must("work.set_up")
    return visit


def _known(visit: Visit, person: str) -> Person:
    found = visit.house.people.person(person) if is_id(person, "person") else None
    return found or abort(404)


def _list(visit: Visit, typed: dict[str, str], wrong: dict[str, str]) -> str:
    roles, logins = _roles(visit), visit.house.people.logins()
    everyone = [one for one in visit.house.people.everyone() if is_id(one.id, "person")]
    return shown(
        "people/every.html",
        place="Set-up",
        people=[
            Line(one.name, _href(one), "; ".join(roles.get(one.id, ["no role yet"])), logins.get(one.id, "no sign-in"))
            for one in everyone
            if one.known and not one.gone
        ],
        gone=[(one.name, _href(one), time_words.short(one.gone, visit.today)) for one in everyone if one.gone],
        strangers=[(one.name, _href(one)) for one in everyone if not one.known and not one.gone],
        fields=_fields(typed, wrong),
    )


def _person(
    visit: Visit,
    found: Person,
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
    said: Notice | None = None,
) -> str:
    written = {"name": found.name, "mail": found.mail or ""}
    duties = leaving.duties(visit, found.id)
    return shown(
        "people/one.html",
        place="Set-up",
        notices=(said,) if said else (),
        name=found.name,
        href=_href(found),
        known=found.known,
        fields=_fields(typed or written, wrong or {}),
        roles=_roles(visit).get(found.id, []),
        login=visit.house.people.logins().get(found.id, ""),
        duties=duties,
        own=found.id == visit.person,
        gone=time_words.short(found.gone, visit.today) if found.gone else "",
    )


def _roles(visit: Visit) -> dict[str, list[str]]:
    """So: "Team leader · 4 West", by person; who stands in is said to."""
    found: dict[str, list[str]] = {}
    for person, role, unit in visit.house.posts.given():
        where = f" · {visit.names.unit(unit)}" if unit else ""
        found.setdefault(person, []).append(visit.names.role(role) + where)
    return found


def _fields(typed: dict[str, str], wrong: dict[str, str]) -> tuple[Field, ...]:
    name = Field("name", "Name", "As people say it.", value=typed.get("name", ""), required=True)
    mail = Field("mail", "Mail address", "For notices and links; nothing is said in them.", value=typed.get("mail", ""))
    return tuple(_with(field, wrong) for field in (name, mail))


def _with(field: Field, wrong: dict[str, str]) -> Field:
    error = wrong.get(field.name, "")
    return Field(field.name, field.title, field.hint, value=field.value, error=error, required=field.required)


def _typed(name: str) -> str:
    return " ".join(request.form.get(name, "").split())


def _wrong(name: str, mail: str) -> dict[str, str]:
    said = {
        "name": "" if name and len(name) <= LONGEST and name.isprintable() else "Write the name as people say it.",
        "mail": "" if not mail or _is_mail(mail) else "This is no mail address. Correct it or leave it empty.",
    }
    return {field: sentence for field, sentence in said.items() if sentence}


def _is_mail(mail: str) -> bool:
    name, _, host = mail.partition("@")
    return bool(name) and "." in host and mail.isprintable() and not set(mail) & set(" ,;<>")


def _href(person: Person) -> str:
    return f"/setup/people/{person.id}"
