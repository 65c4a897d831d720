"""`heard` as somebody types it: in this process where that is enough, in one of its own where it matters."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple, Self

from click.testing import CliRunner

from services.cli.heard import heard

HEARD = Path(sys.executable).with_name("heard")
PEOPLE = """name,role,unit,mail
Dana Cole,Executive partner,4 West,dana@x.org
Lena Brandt,Unit champion,4 West,
Tom Hale,Team leader,4 West,
Ines Ferreira,Quality director,,
"""


class Said(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def found(self) -> Any:
        return json.loads(self.out)


class Terminal:
    """Somebody at the terminal of a machine whose hospitals live in `home`."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.home = home
        self._settings = {"HEARD_HOME": str(home), **environment}

    def __call__(self, *words: str) -> Said:
        done = CliRunner().invoke(heard, words, env=self._settings, prog_name="heard")
        return Said(done.exit_code, done.stdout, done.stderr)

    def process(self, *words: str) -> Said:
        """The same in a process of its own."""
        done = subprocess.run(
            [HEARD, *words], env=self.environment, cwd="/", capture_output=True, text=True, timeout=120, check=False
        )
        return Said(done.returncode, done.stdout, done.stderr)

    @property
    def place(self) -> Path:
        return self.home / "alder-creek"

    def start(self) -> Said:
        people = self.home.parent / "people.csv"
        people.write_text(PEOPLE, encoding="utf-8")
        plan = ("--name", "Alder Creek", "--zone", "America/Chicago", "--unit", "4 West", "--unit", "ICU")
        return self("start", *plan, "--people", str(people), "--yes")

    def serving(self, *words: str) -> "Server":
        """The hospital served by a process that is told to stop at the end."""
        return Server([str(HEARD), "serve", "--port", "0", *words], self.environment)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HEARD_")}
        return kept | self._settings


class Server:
    """A serving process; `address` once it listens."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._command = command
        self._environment = environment

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            self._command, env=self._environment, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self.process.stdout is not None
        self.said: list[str] = []
        for line in self.process.stdout:
            self.said.append(line.rstrip())
            if found := re.search(r"http://\S+", line):
                self.address = found[0]
                return self
        raise AssertionError("\n".join(self.said))

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        assert self.process.stdout is not None
        self.said += self.process.stdout.read().splitlines()
        self.process.stdout.close()
        self.process.wait(30)
