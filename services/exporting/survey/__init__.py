"""What a survey found, for whoever reckons on with it: a spreadsheet, or a zip of a codebook, of the scores as the
page tells them, and of a script for R that makes the page again from them.

The same limits hold as on the page, for it is made of what the page is made of (`services.surveyed`): where too few answered,
there is a row without figures; how answers fall is told of large groups alone. What one person answered is in none of it but
the last: else no one was told before answering that it would leave the house.

* `codebook` what was asked, variable by variable
* `scores`   the figures as rows
* `bundle`   all of it as a zip, `workbook` as a spreadsheet (`sheets` writes it)
* `wave`     a wave of the hospital as one sheet, unit beside unit
* `respondents` what each person answered in a wave, where that was announced and two people released it
"""
