"""Where what people wrote is looked at, for whoever does."""

from assessments.campaign import Asking
from services.web.doing.actions import Action
from services.web.visit import Visit


def action(visit: Visit, stream: str, state: Asking) -> tuple[Action, ...]:
    comments = state.comments
    if comments is None or comments.digest is None or not visit.may("campaign.review_comment", None, stream):
        return ()
    label = "Look at what people wrote" if comments.is_owed else "What people wrote"
    return (Action(label, f"/campaign/{stream}/comments"),)
