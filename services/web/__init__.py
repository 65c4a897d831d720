"""The web face: everything a person reads or presses in a browser.

* `app`, `guard`, `errors`, `front`, `in_memory`, `owned`  the application: what every request passes, what went wrong, how
  Heard is reached, how a photo arrives, what there is one of
* `visit`, `when`, `framing`, `paths`  one request: who asks, about which moment, in which frame, and where things are found
* `pages/<page>/`  each page's code, template and picture
* `signing_in/`    who is at the browser, and how they get in
* `doing/`         what a reader does: buttons, forms, and forms given as commands
* `telling/`       rows and facts as pages tell them: where a thing lies, what happened to it, who held it
* `public/`        what pages share that anybody may open
* `phrases/`       the words of forms, timelines, letters and public pages, in each language
* `layout/`, `pictures/`  the frame every page stands in with its macros and their small specs, and what is drawn
* `static/`        what the browser fetches, own and vendored

Rules of the house: no request leaves the server, no inline style or script, every page works without
JavaScript, at 320 px, with a keyboard alone, and on paper. Templates raise on an unknown name.

May import the clerk, the readers and whatever lies below them; `layout` and `pictures` import nothing of
Heard at all. Never imports eventsourcing.
"""
