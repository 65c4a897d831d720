"""A process that erases everything asked for and is meant to be killed: `python -m tests.erasing.dying DIRECTORY`."""

import sys
from pathlib import Path

from services.bootstrap import open_house
from services.erasing.carrying import carry_on

if __name__ == "__main__":
    with open_house(Path(sys.argv[1])) as house:
        print("open", flush=True)
        carry_on(house)
        print("done", flush=True)
