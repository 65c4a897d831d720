"""Stories that are told in a browser get the same page as its other tests: one that fails when the browser complains."""

from tests.browser.conftest import desktop, page, plain

__all__ = ["desktop", "page", "plain"]
