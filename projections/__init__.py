"""Read models: one file answers one question a person asks, with its row and how its rows live.

Pure folds from facts to rows: no clock, no network, no clear text, only references. Every row lasts for a stint of happened
time and is known since a fact, so each page exists as of any day. May import `workflows` and `assessments`; never `services`,
which keeps the rows and asks for them.

* `lives`         what a row, a stint, a scene and a projection are
* `turning`       what one fact ends and begins; `order` when it took place among the others of its stream
* `telling`       a stream told fact by fact; `retelling` from scratch, where something was entered late
* `catalogue`     every projection; each other file is one of them, or reckons from their rows and stores nothing
* `accountability` who held which ball: read from balls alone, whatever the noun; desks and due lists ask it too
"""
