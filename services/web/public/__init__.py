"""What the pages share that anybody may open: no sign-in, no cookie, no session, and no look at who asks.

* `catalogue`  their words, one file per language; `outside` the frame they stand in and the language somebody reads
* `receipt`    the page with the code of what was said; `square` a QR code
* `code`       how a code is made, spelled and read; `form_pass` what makes a form ours without knowing whose it is
* `flood`      what is asked of everybody while very much is sent

Whoever speaks here leaves no address, no browser's name and no time finer than a day behind. May import what the pages may.
"""
