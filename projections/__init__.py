"""Read models: one file answers one question a person asks, with its row, how its rows live, and its queries.

Pure folds from facts to rows: no clock, no network, no clear text, only references. Rows keep every version, so each page
exists as of any day. May import `workflows`, `assessments` and the table language of SQLAlchemy Core; never `services`.
"""
