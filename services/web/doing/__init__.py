"""What a reader does: the buttons of a page, the form behind each, and the form given as a command.

* `actions`  what can be done with something as it stands, and may be done by this reader
* `forms`    a command as a form, and a form as a command
* `offers`   what may be chosen in a form
* `giving`   the form given to the reception, and what comes of it

May import whatever the pages may, but no page.
"""
