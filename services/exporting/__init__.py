"""What is taken home. The tracking log is given back as a sheet: the columns that were imported, in their order, with what has
become of each row.

What nobody has changed since is given back as it came; imported again it adds nothing. Each reader gets what they may read. May
import the house, the sheet's words and names; knows no page and no terminal.

* `line` one issue as the cells of a row
* `log`  the rows of some units, as CSV
* `timeline` what happened in a unit, for programs that mine processes
* `survey`   what a survey found
* `figures`  counts of the scorecard, to stand among other hospitals
"""
