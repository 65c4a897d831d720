"""Somebody signs in over a line, as a browser does."""

import re

import requests


def signs_in(address: str, login: str, password: str) -> int:
    """Gives the status of the answer."""
    with requests.Session() as line:
        page = line.get(address + "/sign-in", timeout=20).text
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
        typed = hidden | {"login": login, "password": password}
        return line.post(address + "/sign-in", data=typed, allow_redirects=False, timeout=20).status_code
