"""ETags: `<version>.<hash>`, the version of the stream and a hash of what was shown. If-Match compares the version alone."""

import re
from hashlib import sha256

from flask import Response, request

from services.api.problems import declined
from workflows.kernel.grammar import refused

_VERSION = re.compile(r"^(\d{1,15})\.", re.ASCII)


def marked(response: Response, version: int) -> Response:
    """With its ETag; 304 without a body when the caller has just this."""
    response.set_etag(f"{version}.{sha256(response.get_data()).hexdigest()[:16]}")
    if request.method in ("GET", "HEAD"):
        response.make_conditional(request)
    return response


def expected() -> int | None:
    """The version the caller has seen, by If-Match; of several the newest, None for any. A tag that is none of ours
    matches nothing."""
    sent = request.if_match
    if not sent or sent.star_tag:
        return None
    versions = [int(found[1]) for tag in sent.as_set() if (found := _VERSION.match(tag or ""))]
    if not versions:
        raise declined(refused("stale"))
    return max(versions)
