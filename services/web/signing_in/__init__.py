"""Who is at the browser, and how they get in.

* `session`       the one signed cookie, the sign-in it stands for, and whether a form is ours
* `way_in`        from a password to a sign-in that counts: what is still owed, and where it is given
* `provider`      the sign-in the hospital has already
* `known_device`  a device people have signed in on before
* `kept_words`    what was typed and sent after a sign-in had run out

May import what the web face may, and of it `front`, `paths` and `owned` alone.
"""
