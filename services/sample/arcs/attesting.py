"""What the house attests: three of five domains of the structural measure by the end of the year, and the checklist of the
board in part; what is missing has somebody who sees to it, or nobody yet."""

from collections.abc import Iterator

from services.sample.stage import Stage
from workflows.standard import commands as c

Days = Iterator[int]

IN_PLACE = {
    "pssm_lead_value": "In the charter of the board since January; a fifth of what leaders are judged by.",
    "pssm_lead_assess": "The self-assessment of the autumn, and the plan that came of it.",
    "pssm_lead_means": "The lift, the slings and twelve hours of training were paid for.",
    "pssm_lead_agenda": "The minutes count the time, meeting by meeting.",
    "pssm_lead_told": "By phone on the day, in writing by the third.",
    "pssm_culture_survey": "Asked on 4 West and in Emergency each quarter, in the whole house in the spring.",
    "pssm_culture_events": "Four people trained for it, every event within 45 days.",
    "pssm_culture_board": "The board of each unit, and the state’s figures beside it each quarter.",
    "pssm_culture_habits": "Huddles, rounds, one method, training for all.",
    "pssm_culture_network": "The state’s network; their lift protocol came from it.",
    "pssm_open_report": "Heard, since the first of January.",
    "pssm_open_pso": "Member since the spring; the agreement lies with counsel.",
    "pssm_open_shown": "On the wall of each unit, and at the entrance.",
    "pssm_open_resolve": "Twice this year, both families were met within a week.",
    "pssm_open_resolved": "Each quarter, after the serious events.",
    "pssm_plan_public": "On the first page of the plan, and on the web.",
    "pssm_plan_just": "The policy of March, with a talk on every unit.",
    "pssm_families_record": "The portal, and an hour a week with a nurse who explains.",
    "pssm_families_input": "Posters in every room, and the patient advocate.",
    "board_aim": "Set at the first meeting of the year.",
    "board_units": "By unit since the spring.",
    "board_member": "Four executives, four units.",
    "board_meets": "See the rounds.",
    "board_story": "Each meeting begins with one.",
    "board_monthly": "The month on one page.",
}


def attesting(stage: Stage) -> Days:
    yield 320
    for item, words in IN_PLACE.items():
        stage.says("ines", c.Attest(item=item, words=words))
    stage.says(
        "ines", c.NoteGap(item="pssm_plan_learn", owner=stage.people["ruth"], due=stage.after(120), why="Nights")
    )
    yield 333
    lacks = "Two of nine members were patients here; none speaks Spanish."
    stage.says(
        "ines", c.NoteGap(item="pssm_families_like_us", owner=stage.people["ines"], due=stage.after(60), why=lacks)
    )
