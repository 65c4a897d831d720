"""The hatch: a socket in the hospital's directory through which another process hands its errand to the one that writes.

What passes is length-prefixed JSON: one errand in, any number of lines about its progress and one answer out. Only the user
who owns the directory can reach it (0600). Each errand has a thread of its own, so a long one keeps nobody waiting. May import
the errands and the ledger's errors.

* `wire`    the messages, and where the socket is
* `server`  the side of the process that serves
* `client`  the side of whoever hands something in
"""

from services.hatch.client import NobodyServes, hand
from services.hatch.server import Carry, Hatch
from services.hatch.wire import SOCKET

__all__ = ["SOCKET", "Carry", "Hatch", "NobodyServes", "hand"]
