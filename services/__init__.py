"""The shell: everything that touches a store, a clock, a network or a person. May import every other room.

Inside it the calls go one way, and siblings stay apart: `cli` starts what `bootstrap` wires; `web` and `api` speak to the
`clerk`, who alone takes commands; below lie the reader, and the stores (`ledger`, `vault`, `people`, `intake`, `outbox`,
`attachments`). Only `ledger` knows the event store, only `clock` makes a moment, and only `bootstrap` reads the settings of
the process (the terminal asks for HEARD_DEBUG itself).
"""
