"""What an operator reads of signing in: that it happened, and nothing that points to a login or a place."""

import re

from tests.cli.terminal import Terminal
from tests.web.session_over_http import signs_in


def test_every_sign_in_has_a_line_with_the_moment_and_no_name(alder: Terminal) -> None:
    account = alder("password", "Tom Hale", "--json").found
    with alder.serving() as server:
        assert signs_in(server.address, account["login"], "a wrong password\nforged: line") == 422
        assert signs_in(server.address, account["login"], account["password"]) == 303
    lines = [line for line in server.said if "sign-in:" in line]
    assert [bool(re.match(r"20\d\d-\d\d-\d\dT[\d:]{8}Z (INFO|WARNING) services", line)) for line in lines] == [True] * 2
    assert lines[0].endswith("sign-in: refused")
    assert re.search(r"sign-in: person-\w+, still owes: password$", lines[1])
    told = "\n".join(server.said)
    assert account["login"] not in told
    assert "forged" not in told
    assert "127.0.0.1" not in told.replace(server.address, "")
