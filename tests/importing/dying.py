"""A process that imports a log and is meant to be killed: `python -m tests.importing.dying DIRECTORY FILE`."""

import sys
from pathlib import Path

from tests.importing.ward import imports, opened

if __name__ == "__main__":
    directory, file = map(Path, sys.argv[1:])
    with opened(directory) as house:
        imports(house, file)
