"""What a reader does: the buttons of a page, the form behind each, and the form given as a command.

* `buttons`  the buttons something has as it stands
* `actions`  those of them that this reader may press; `deciding` those of a decision; `rules` what can be set aside
* `forms`    a command as a form, and a form as a command
* `offers`   what may be chosen in a form
* `giving`   the form given to the reception, and what comes of it

May import whatever the pages may, but no page.
"""
