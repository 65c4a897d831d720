"""The pages, one folder each: what it reads and does (`page.py`), how it is shown (`.html`), what only it draws or says.

A page finds its hospital and its reader in `services.web.visit`, shows itself through `services.web.framing`, gives commands
through `services.web.doing.giving`, and imports no other page. `record.html` frames the page of one record,
`buttons.html` what can be done with it and what happened to it.
"""

from services.web.pages.account.page import account
from services.web.pages.answers.page import answers
from services.web.pages.attest.page import attest
from services.web.pages.ballot.page import ballot
from services.web.pages.barrier.page import barrier
from services.web.pages.board.page import board
from services.web.pages.briefing.page import briefing
from services.web.pages.calendar.page import calendar
from services.web.pages.card.page import card
from services.web.pages.charter.page import project
from services.web.pages.comments.page import comments
from services.web.pages.commitment.dealing import dealing
from services.web.pages.commitment.page import commitment
from services.web.pages.conduct.page import conduct
from services.web.pages.copying.page import copying
from services.web.pages.decisions.page import decisions
from services.web.pages.decisions.rating import rating
from services.web.pages.desk.page import desk
from services.web.pages.do.page import do
from services.web.pages.download.page import download
from services.web.pages.expectations.page import expectations
from services.web.pages.figures.page import figure_pages
from services.web.pages.for_it.page import for_it
from services.web.pages.grievance.committee import committee
from services.web.pages.grievance.page import grievance
from services.web.pages.guarding.asking import erasing
from services.web.pages.guarding.openings import openings
from services.web.pages.guarding.page import guarding
from services.web.pages.guarding.reads import reads
from services.web.pages.guarding.redacting import redacting
from services.web.pages.heard.page import heard
from services.web.pages.help.page import help_
from services.web.pages.home.page import home
from services.web.pages.hospital_sign_in.page import hospital_sign_in
from services.web.pages.importing.held import holding_back
from services.web.pages.importing.page import importing
from services.web.pages.instruments.page import instruments
from services.web.pages.issue.page import issue
from services.web.pages.kept.page import kept
from services.web.pages.leading.page import leading
from services.web.pages.learning.library import library
from services.web.pages.learning.page import learning
from services.web.pages.learning.reflecting import reflecting
from services.web.pages.letter.page import letter
from services.web.pages.link.page import link
from services.web.pages.mailing.page import mailing
from services.web.pages.maturity.agreeing import agreeing
from services.web.pages.maturity.page import maturity
from services.web.pages.maturity.rating import own_rating
from services.web.pages.maturity.stages import stages
from services.web.pages.messages.page import messages
from services.web.pages.month.behind import month_behind
from services.web.pages.month.page import month
from services.web.pages.paper.page import paper
from services.web.pages.partners.page import partners
from services.web.pages.peers.page import peers
from services.web.pages.people.page import people
from services.web.pages.photo.page import photo
from services.web.pages.poster.page import poster
from services.web.pages.privileged.finding import finding
from services.web.pages.privileged.page import privileged
from services.web.pages.promises.page import promises
from services.web.pages.proof.page import proof
from services.web.pages.publishing.page import publishing
from services.web.pages.quarter.page import quarter
from services.web.pages.raising.page import raising
from services.web.pages.reach.page import reach
from services.web.pages.registers.page import registers
from services.web.pages.replay.page import replay
from services.web.pages.respect.page import respect
from services.web.pages.respect.reporting import reporting
from services.web.pages.results.bringing import bringing
from services.web.pages.results.page import results
from services.web.pages.results.several import several
from services.web.pages.rhythm.page import rhythm
from services.web.pages.rights.page import rights
from services.web.pages.rounds.page import rounds
from services.web.pages.rounds.planning import planning
from services.web.pages.scorecard.page import scorecard_page
from services.web.pages.search.page import search
from services.web.pages.settings.fixed import fixed
from services.web.pages.settings.page import settings
from services.web.pages.setup.page import setup
from services.web.pages.setup.practising import practising
from services.web.pages.sign_in.page import sign_in
from services.web.pages.sign_in.steps import steps
from services.web.pages.speak.page import speak
from services.web.pages.standard.page import standard
from services.web.pages.standards.page import standards_setup
from services.web.pages.start.page import start
from services.web.pages.stoplight.page import stoplight
from services.web.pages.surveyor.page import surveyor
from services.web.pages.surveys.page import surveys
from services.web.pages.surveys.taking import survey_taking
from services.web.pages.team.page import team
from services.web.pages.tokens.page import tokens
from services.web.pages.tour.page import tour
from services.web.pages.trace.page import trace
from services.web.pages.triage.numbers import numbers
from services.web.pages.triage.page import triage
from services.web.pages.unit_keys.page import unit_keys
from services.web.pages.units.page import units
from services.web.pages.upwards.page import upwards
from services.web.pages.voice.page import voice
from services.web.pages.wall.page import wall
from services.web.pages.waves.handing import handing
from services.web.pages.waves.page import waves
from services.web.pages.waves.taking import wave_taking
from services.web.pages.what_if.page import what_if

PAGES = (
    sign_in,
    steps,
    hospital_sign_in,
    account,
    tokens,
    calendar,
    unit_keys,
    wall,
    help_,
    proof,
    instruments,
    kept,
    start,
    home,
    board,
    download,
    issue,
    barrier,
    voice,
    numbers,
    tour,
    trace,
    triage,
    committee,
    figure_pages,
    month_behind,
    month,
    grievance,
    answers,
    decisions,
    rating,
    promises,
    reach,
    messages,
    maturity,
    stages,
    scorecard_page,
    own_rating,
    agreeing,
    quarter,
    expectations,
    upwards,
    peers,
    desk,
    units,
    search,
    paper,
    partners,
    rounds,
    planning,
    briefing,
    letter,
    team,
    project,
    results,
    registers,
    replay,
    surveyor,
    surveys,
    handing,
    waves,
    wave_taking,
    card,
    comments,
    survey_taking,
    bringing,
    several,
    leading,
    learning,
    library,
    reflecting,
    attest,
    standard,
    setup,
    practising,
    settings,
    fixed,
    rights,
    people,
    rhythm,
    what_if,
    mailing,
    standards_setup,
    for_it,
    stoplight,
    publishing,
    guarding,
    photo,
    copying,
    erasing,
    redacting,
    openings,
    reads,
    link,
    holding_back,
    importing,
    raising,
    speak,
    heard,
    commitment,
    ballot,
    dealing,
    poster,
    privileged,
    finding,
    respect,
    conduct,
    reporting,
    do,
)
