"""The contracts between the rooms hold, and each of them would notice if it did not."""

import shutil
import subprocess
import sys
from pathlib import Path

from importlinter import api
from importlinter.cli import lint_imports

from tests.laws.tree import ROOMS, TOP

BREACHES = {
    "config/breach.py": "import pytest\nimport services",
    "workflows/kernel/breach.py": "import sqlalchemy\nimport workflows.breach",
    "workflows/breach.py": "import assessments\nimport time",
    "assessments/breach.py": "import workflows.breach",
    "services/breach.py": "import eventsourcing",
    "services/clerk/breach.py": "import time",
    "services/errands/breach.py": "import services.api",
    "services/web/breach.py": "import time",
}


def contracts() -> list[str]:
    return [contract["name"] for contract in api.read_configuration(str(TOP / "pyproject.toml"))["contracts_options"]]


def test_the_contracts_hold() -> None:
    assert lint_imports(config_filename=str(TOP / "pyproject.toml"), no_logo=True) == 0, (
        "the report above names the imports"
    )


def test_every_contract_can_break(tmp_path: Path) -> None:
    for room in ROOMS:
        shutil.copytree(TOP / room, tmp_path / room, ignore=shutil.ignore_patterns("static", "__pycache__"))
    for name, source in BREACHES.items():
        (tmp_path / name).write_text(source, encoding="utf-8")
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    report = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    assert [name for name in contracts() if f"{name} BROKEN" not in " ".join(report.split())] == []
