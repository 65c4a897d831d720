"""The timeline of a unit as an event log that programs for process mining read: what happened to which things, in what order.

Nobody's name and no words are in it: who acted is told by role, things by their kind and a number of the file's own. Heard
counts in days, so the time of a day says the order alone: its first entry stands at noon, each next one a second later. What is
privileged, restricted or read by few is left out, and what belongs to another unit or to the whole hospital is not there.

* `told`   what happened and to what, as plain shapes, for one reader
* `ocel`   the same as OCEL 2.0 (JSON): https://www.ocel-standard.org
* `sheet`  the same as CSV, a row for each entry
"""

from services.exporting.timeline.told import Timeline, told

__all__ = ["Timeline", "told"]
