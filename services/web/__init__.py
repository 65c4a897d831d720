"""The web face: everything a person reads or presses in a browser.

`layout` holds the frame every page stands in, its macros and their small specs; `pictures` draws; `static`
is what the browser fetches, own and vendored; `pages/<page>` holds each page's code, template and picture.

* `app`, `session`, `guard`, `errors`  the application: who is signed in, what every request passes, what went wrong
* `front`, `provider`, `signing_in`, `known_device`, `kept_words`  how Heard is reached, the ways in, what a lost session keeps
* `visit`, `when`, `framing`           one request: who asks, about which moment, in which frame
* `questions`, `forms`, `offers`, `giving`  a command as a form, what may be chosen, the form given to the reception
* `desks`, `actions`, `timeline`, `held_lanes`, `stories`  rows as pages tell them: where a thing lies, what can be done with
  it, what happened to it, who held it
* `lots`, `incidents`, `held_rows`, `watched`, `letters`  a board's cards, what one reader finds of respect and of held rows,
  who looked, the words of a letter
* `public/`  what pages share that anybody may open
* `names`, `time_words`, `phrasing`, `paths`  ids, days, choices and streams in words

Rules of the house: no request leaves the server, no inline style or script, every page works without
JavaScript, at 320 px, with a keyboard alone, and on paper. Templates raise on an unknown name.

May import the clerk, the readers and whatever lies below them; `layout` and `pictures` import nothing of
Heard at all. Never imports eventsourcing.
"""
