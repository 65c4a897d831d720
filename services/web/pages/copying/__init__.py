"""Everything about one person, to take away: what it holds is shown first, what leaves is on record.

`gathered` what there is, as plain shapes; `bundle` the file; `page` the two doors to it: one's own, and the privacy officer's.
"""
