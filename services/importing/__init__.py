"""What a hospital already has enters the ledger. Of its tracking log each row becomes the commands a person would have given.

Imported rows keep their honesty: what the sheet does not say is owed, not assumed. The same file twice adds nothing; next
month's copy adds what is new. May import the sheet reader, the house and the commands; knows no page and no terminal.

* `entering`  one row as commands, in order
* `entry`     their retry keys, and what the row has added
* `owners`    names in cells become holders of the directory
* `findings`  what the log tells: never told, stuck, ownerless, repeated, the same problem in several units
* `run`       a whole file: dry or for good
* `words`     the words a sheet may use, as `config` has them
* `event_numbers` numbers of the event system, brought back
* `measures`  values of a measure, from a sheet
* `panels`    values of several measures of several units, from one sheet
* `surveys`   surveys that were counted before; `survey_sheet` how sheets hold them
* `small_sheet` what all of these are read from
* `held`      rows held back: let in in other words, or left out
* `rejected`  rows that could not enter, given back on record
"""

from services.importing.run import Answers, Import, Report

__all__ = ["Answers", "Import", "Report"]
