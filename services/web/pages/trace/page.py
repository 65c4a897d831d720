"""`/trace?number=118` finds an issue by its number; `/trace/<issue>` follows it from the voice to the answer, on paper too.

What is privileged or restricted is not in it, and who looked is on record.
"""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from services.web import when
from services.web.framing import hospital_tabs, shown
from services.web.pages.trace.telling import traced
from services.web.telling import log_head
from services.web.visit import here
from services.wording import time_words
from workflows.trail import Note

trace = Blueprint("trace", __name__)


@trace.get("/trace")
def find() -> Response | str:
    visit = here()
    visit.must("read.hospital")
    number = request.args.get("number", "").strip().lstrip("#")
    rows = (
        visit.house.ledger.rows(int(number) - 1, 1) if number.isascii() and number.isdecimal() and int(number) else []
    )
    stream = visit.house.clerk.mapper.fact(rows[0]).stream if rows else ""
    if stream.startswith("issue-") and visit.sees(stream):
        return redirect(f"/trace/{stream}")
    return shown(
        "trace/find.html",
        place="Hospital",
        title=visit.house.plate.name,
        tabs=hospital_tabs(visit, "Trace one concern"),
        number=number,
    )


@trace.get("/trace/<stream>")
def show(stream: str) -> str:
    visit = here()
    looking = when.when(visit)
    found = traced(visit, stream, looking)
    visit.house.looks.note(visit.actor, Note(how="viewed", what="trace", about=stream))
    return shown(
        "trace/trace.html",
        place="Hospital" if visit.may("read.hospital") else "Unit",
        notices=looking.notices,
        moment=when.control(visit, looking),
        found=found,
        home=f"/issue/{stream}{looking.query}",
        paper=f"/trace/{stream}/packet.pdf{looking.query}",
        evidence=f"/evidence?issue={stream}",
        log=log_head.told(visit),
        printed=time_words.short(visit.today, visit.today),
    )
