"""How Heard says what it knows, wherever it is said: on a page, at the terminal, in a sheet.

* `names`       whom an id means, what a role and a unit are called
* `time_words`  how long, by when, on which day; how many, how much
* `questions`   what a command asks, read from its declaration
* `mail`        whether people were told of something by mail
* `standings`   how the figures of a replayed day are called

May import the house and whatever lies below it; knows no page, no terminal and no API.
"""
