"""Serving one hospital: one process that holds its lock and does everything that writes.

Web threads answer people, the hatch answers the terminal, and a beat lets readers pull, policies follow and time pass. Wires
the faces (web, API) to the house; may import everything below it but the terminal.

* `server`  opens, catches up, listens, and stops in order
* `continuing` whether the ledger is the one whose heads are known
* `signing` the signer as a child of the process that serves
* `beat`    what happens by itself
* `logbook` what an operator reads
"""

from services.serving.server import Serving, serve

__all__ = ["Serving", "serve"]
