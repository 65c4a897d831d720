"""Errands: what a terminal can have done by the one process that writes a hospital's ledger, and what it is answered.

A terminal never opens the files of a hospital that is being served: it hands an errand through the hatch, and the serving
process carries it out; where nobody serves, the terminal opens the hospital and carries the same errand out itself. So there
is one way for a thing to be done, wherever it was asked. May import the house, what lies below it, and the words the web has
for names and times.

* `errand`    the errands and their answer, as they travel
* `asking`    a command of somebody at the terminal, with people and issues called as people call them
* `looking`   what the terminal reads: `board`, `timeline`, `desk`, each made of what `seeing` gives
* `naming`    what people call things at the terminal
* `importing` the log they already have
* `exporting` the log given back as a sheet
* `numbers`   the numbers of the event system
* `posting`   what mail waits and what could not be sent
* `leaving`   whoever leaves hands over, then their roles end
* `upkeep`    the clock, the views, lost passwords
* `carrying`  an errand to the hands that do it
* `trouble`   every failure as a sentence
"""
