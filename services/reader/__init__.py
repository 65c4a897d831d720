"""The reader: pulls facts from the ledger, folds them into rows that live, and answers what any page shows as of any day.

It may import `projections`, `workflows`, the ledger, and SQLAlchemy Core for tables and queries; it takes no command and
knows no page. Views are disposable: they regrow from the ledger and hold no clear text.

* `reader`         pulls with a bookmark, folds, writes; stops loudly at what it cannot fold
* `streams`        streams as told so far, read again from the ledger where they are not at hand
* `batch`          what thousands of facts change, resolved in memory before anything is written
* `tables`         one table per projection, declared once for both stores
* `interval_tree`  which numbers an interval lies under, so that looking back costs the same at any age
* `store`          what both stores promise: `sqlite` (its file: `sqlite_making`) and `postgres`
* `known`          the one query: rows known at a position, so on a day
* `position`       which position a day, an instant or a number means
* `views`          the questions pages ask, typed; `rows` the plain ones among them, with `measured_rows` and
                   the `standpoint` of both; `answers` what they are answered with
* `unit_log`       one unit's facts as they were recorded; `replay` a unit as of one day, by either reading of it
* `what_if`        what another rhythm would have done with a time that is past
* `rebuild`        everything grown anew beside the live copy, compared, swapped
"""
