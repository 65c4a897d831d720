"""The web face: everything a person reads or presses in a browser.

`layout` holds the frame every page stands in, its macros and their small specs; `pictures` draws; `static`
is what the browser fetches, own and vendored; `pages/<page>` holds each page's code, template and picture.

Rules of the house: no request leaves the server, no inline style or script, every page works without
JavaScript, at 320 px, with a keyboard alone, and on paper. Templates raise on an unknown name.

May import the clerk, the readers and whatever lies below them; `layout` and `pictures` import nothing of
Heard at all. Never imports eventsourcing.
"""
