"""The terminal: `heard`, for whoever runs the machine. Acts as its operator, through errands, and never opens the files of a
hospital that is being served.

May import everything in `services`; nothing imports it. Every failure is one sentence on stderr: status 1 when it could not
be done, 2 when it was not said rightly. HEARD_DEBUG=1 shows where an unexpected one came from.

* `heard`      all words in one place
* `terminal`   how failures are told
* `place`      which hospital is meant
* `reach`      an errand carried out here, or handed to whoever serves the hospital
* `showing`    tables for people, plain lines for pipes, JSON for programs
* `starting`, `serving`, `importing`, `reads`, `do`, `upkeep`, `erasing`, `doctor`   the words themselves
"""

import gc


def main() -> None:
    """The console script. What it loads stays, so nothing looks for rubbish in it on the way: that is a fifth of a start."""
    gc.disable()
    from services.cli.heard import heard  # noqa: PLC0415 - this is the load that is meant

    heard(prog_name="heard")


__all__ = ["main"]
