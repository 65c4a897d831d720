"""The HTTP API: every command and every read, under `/api/v1`. A face beside the pages; it knows the clerk's reception and the
reader's views, and no page knows it.

Rights are asked at the clerk's `rights` and reception, rules are the clerk's; here requests become commands and questions,
and answers become JSON.
May import everything below `house`; flask-smorest and marshmallow are known here alone.

* `mounting`    the rooms put into an application
* `commands`    one route for every command, read from its declaration (`declared`, `fields`); `giving` carries it out
* `reads`       every read, at any moment (`reading`), in `shapes` of their own
* `sign_in`     a token for a login and a password
* `seams`       flask-smorest as this house wants it; `body` reads what was sent, strictly
* `problems`    every error as an RFC 9457 problem; `documented` says so in the OpenAPI document
* `etags`, `places`, `callers`   versions, addresses, who asks
"""

from services.api.mounting import document, install

__all__ = ["document", "install"]
