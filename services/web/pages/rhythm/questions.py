"""The numbers of the terms as questions, in the order things happen."""

QUESTIONS = (
    ("answer_days", "Within how many days is somebody who spoke answered?"),
    ("deliver_days", "Within how many days does a given answer reach them?"),
    ("silence_days", "After how many days without a word does the loop end?"),
    ("silence_notices", "How many reminders come before that?"),
    ("resolve_days", "Within how many days is an issue resolved?"),
    ("accept_days", "Within how many days does somebody say yes to a barrier, or give it back?"),
    ("remove_days", "Within how many days is a barrier removed?"),
    ("verify_days", "Within how many days does the unit look whether it is gone?"),
    ("climb_days", "After how many overdue days is the next leader asked?"),
    ("reason_days", "Within how many days is the reason for a no given?"),
    ("summarise_days", "Within how many days are rounds summed up?"),
    ("rounds_grace_day", "Until which day of the next month are a month’s rounds late and not missed?"),
    ("decide_days", "Within how many days is a decision made that somebody put on record?"),
    ("rate_days", "Within how many days is it weighed, if it could not wait?"),
    ("review_days", "After how many days is it looked at again?"),
    ("grievance_days", "Within how many days does a complaint get its letter?"),
    ("respect_colleague_days", "Within how many days is disrespect among colleagues first responded to?"),
    ("respect_visitor_days", "And violence by patients or visitors?"),
    ("respect_retaliation_days", "And retaliation?"),
    ("respect_address_days", "Within how many days is something done about it?"),
)
