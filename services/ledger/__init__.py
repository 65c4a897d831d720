"""The ledger: one append-only log per hospital, on SQLite or PostgreSQL, exactly as its frozen format says.

The only package that imports eventsourcing: both stores are recorders of that library and pass its suites. Above it stand
the clerk, which appends, and the readers, which pull. It may import `workflows.kernel`, `workflows.was` and the list of
event types; it knows no command, rule, page or person.

* `contract`  what is handed over and what comes back (`append(commits)`), and the errors
* `entry`     the bytes: line, head, body, inner hash, leaf
* `mapper`    facts ⇄ rows, lifting old bodies
* `recorder`  the library's recorder contract, on top of any of our stores
* `verifying` whether everything lies there as it was entered
* `tracking`  the library's tracking contract, on top of any store of views
* `sqlite`    a file per hospital, one writing process, group commit
* `postgres`  one table for all hospitals, one server call per append
"""
