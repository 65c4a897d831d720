"""What is sent with a form: a photo is held in memory alone, whatever its size; sheets may be put down in a temporary file."""

import io
from typing import IO

import flask

PHOTOS = frozenset({"speak.send", "photo.add"})
"""Pages that take photos."""


class Request(flask.Request):
    """A request to the pages. A file on disk would outlive the photo in it, as would its name and what the camera wrote."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        if self.endpoint in PHOTOS:
            return io.BytesIO()
        return super()._get_file_stream(total_content_length, content_type, filename, content_length)
