"""An errand to the hands that do it, and every failure to a sentence."""

from typing import assert_never

from services.errands import (
    asking,
    erasing,
    exporting,
    importing,
    instruments,
    leaving,
    looking,
    measures,
    numbers,
    posting,
    printing,
    proving,
    replaying,
    settling,
    surveys,
    upkeep,
)
from services.errands.errand import (
    AdoptDocument,
    Answer,
    Ask,
    Backup,
    Begin,
    Erasure,
    Errand,
    ExportBinder,
    ExportEvidence,
    ExportFigures,
    ExportLog,
    ExportPaper,
    ExportSurvey,
    ExportTemplate,
    ExportTimeline,
    Head,
    ImportLog,
    ImportMeasure,
    ImportMeasures,
    ImportNumbers,
    ImportSurvey,
    Leave,
    Look,
    Password,
    Post,
    PublishInstrument,
    Pulse,
    Rebuild,
    Recompute,
    Replay,
    Say,
    Shelf,
    ShowSetting,
    Tick,
    Verified,
)
from services.errands.trouble import TROUBLE, sentence
from services.house import House
from services.reader.position import NotAMoment
from services.starting import founding
from services.starting.founding import Opened
from services.starting.plan import Plan
from services.wording.time_words import number_of


def carry_out(house: House, errand: Errand, say: Say) -> Answer:
    """What came of it. Whatever goes wrong with files, rules and names is said in the answer, never raised."""
    try:
        return _carried(house, errand, say)
    except TROUBLE as error:
        return Answer(tuple(sentence(error).splitlines()), status=2 if isinstance(error, NotAMoment) else 1)


def _carried(house: House, errand: Errand, say: Say) -> Answer:
    match errand:
        case Ask():
            return asking.ask(house, errand)
        case Look():
            return looking.look(house, errand)
        case Replay():
            return replaying.replay(house, errand)
        case Begin(plan):
            return _begun(plan, founding.carry_out(house, plan, say))
        case ImportLog():
            return importing.bring(house, errand, say)
        case ImportNumbers():
            return numbers.bring(house, errand)
        case ImportMeasure():
            return measures.bring(house, errand)
        case ImportMeasures():
            return measures.bring_several(house, errand)
        case ImportSurvey():
            return surveys.bring(house, errand)
        case ExportLog():
            return exporting.give_back(house, errand)
        case ExportTimeline():
            return exporting.timeline_of(house, errand)
        case ExportFigures():
            return exporting.figures_of(house, errand)
        case ExportTemplate():
            return exporting.template_of(house, errand)
        case ExportEvidence():
            return proving.bundle(house, errand, say)
        case ExportSurvey():
            return surveys.take(house, errand)
        case ExportPaper():
            return printing.paper(house, errand)
        case ExportBinder():
            return printing.binder(house, errand)
        case PublishInstrument():
            return instruments.publish(house, errand)
        case ShowSetting():
            return settling.show(house, errand)
        case AdoptDocument():
            return settling.adopt(house, errand)
        case Shelf():
            return instruments.shelf(house, errand)
        case Head():
            return proving.head(house)
        case Recompute(reference):
            return printing.again(house, reference)
        case Tick():
            return upkeep.tick(house)
        case Rebuild():
            return upkeep.rebuild(house)
        case Password():
            return upkeep.password(house, errand)
        case Leave():
            return leaving.leave(house, errand)
        case Erasure():
            return erasing.erase(house, errand)
        case Backup(to):
            return erasing.back_up(house, to)
        case Pulse():
            return upkeep.pulse(house)
        case Verified():
            return upkeep.verified(house)
        case Post():
            return posting.post(house, errand)
        case _:
            assert_never(errand)


def _begun(plan: Plan, opened: Opened) -> Answer:
    added = (
        f"{number_of(opened.units, 'unit')}, {number_of(opened.people, 'person', 'people')} "
        f"and {number_of(opened.roles, 'role')}"
    )
    new = opened.units or opened.people or opened.roles or opened.accounts
    said = f"{plan.name}: {added} added." if new else f"{plan.name}: everything was there already."
    accounts = [{"name": one.name, "login": one.login, "password": one.password} for one in opened.accounts]
    found = {"units": opened.units, "people": opened.people, "roles": opened.roles, "accounts": accounts}
    return Answer((said, *upkeep.written(opened.accounts)), found)
