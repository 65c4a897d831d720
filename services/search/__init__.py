"""Search: which records hold these words, known to this process alone and written nowhere.

* `folding`   words as they are compared: without accents, capitals and plurals, with what means the same
* `index`     which records hold which word
* `following` the index grows behind the ledger, and forgets what was erased or set apart

What is restricted is in no index. Whoever asks is asked for rights afterwards, record by record (`services.finding`). May
import the clerk and whatever lies below it.
"""
