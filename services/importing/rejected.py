"""Rows that could not enter go back to whoever brought them, and are on record as having left."""

from workflows.trail import Disclose

WHY = "Rows of a sheet that could not enter, given back to be put right."


def given_back(rows: int) -> Disclose:
    return Disclose(what="tracking_log", to="other", reason=WHY, count=rows)
