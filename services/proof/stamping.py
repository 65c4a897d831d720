"""Time stamps of heads (RFC 3161), where the hospital names an authority: somebody else's clock says that a head was there by
then, so that nobody can have made it later, whoever holds every key of the hospital.

One is asked for a day, over the signed note as it lies in its file, and kept beside it. Anybody checks the two with
`openssl ts -verify -data NOTE -in STAMP -CAfile ROOT`.
"""

from collections.abc import Callable
from datetime import datetime
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from cryptography.x509 import load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from services.proof.stamps import Authority, NotStamped

PATIENCE = 10.0
"""Seconds that an authority is given."""
MOST = 64 * 1024
"""Bytes of an answer."""

Post = Callable[[str, bytes], bytes]


def post(address: str, body: bytes) -> bytes:
    if urlsplit(address).scheme not in ("http", "https"):
        raise NotStamped("A time-stamping authority is asked over http or https.")
    kind = {"Content-Type": "application/timestamp-query"}
    try:
        asked = Request(address, data=body, method="POST", headers=kind)  # noqa: S310 - looked at above
        with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - looked at above
            return bytes(answer.read(MOST))
    except (URLError, OSError, ValueError) as error:
        raise NotStamped(f"The time-stamping authority at {address} does not answer: {error}.") from error


def stamp(note: str, by: Authority, send: Post = post) -> tuple[bytes, datetime]:
    """The stamp of a note, which was found good, and the authority's time."""
    request = TimestampRequestBuilder(data=note.encode(), hash_algorithm=HashAlgorithm.SHA256).build()
    answered = send(by.address, request.as_bytes())
    try:
        response = decode_timestamp_response(answered)
        verifying = VerifierBuilder.from_request(request)
        for root in load_pem_x509_certificates(by.roots):
            verifying = verifying.add_root_certificate(root)
        verifying.build().verify_message(response, note.encode())
    except (ValueError, VerificationError) as error:
        raise NotStamped(f"What {by.address} answered is no good stamp: {error}.") from error
    return answered, response.tst_info.gen_time
