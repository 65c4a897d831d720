"""Cases that are checked and not shipped lie in the folder that HEARD_CASES names; `make soak` of the house gives it."""

import os

collect_ignore = [] if os.environ.get("HEARD_CASES") else ["test_bhr2000.py"]
