"""Find Chromium for the browser stories, or install it where that is allowed, or say plainly what is missing.

Usage: python -m tests.ensure_browser
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PACKAGES = ("chromium-headless-shell", "chromium")
MISSING = (
    "The browser stories need Chromium, and none was found. Install it (Debian: apt-get install chromium), or name one you"
    " have: HEARD_TEST_CHROMIUM=/path/to/chromium make test"
)


def chromium() -> Path | None:
    """The browser named by HEARD_TEST_CHROMIUM, else the first on the path that starts; `None` without one."""
    if named := os.environ.get("HEARD_TEST_CHROMIUM"):
        return Path(named)
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path and _starts(path)), None)


def _starts(path: str) -> bool:
    """Some systems carry a stand-in that only tells where the real one is sold."""
    return subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60).returncode == 0


def install() -> None:
    """With apt, as root: the browser without its windows where there is one, since it opens a page in a third of the time. What
    apt has to say goes to standard error."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    subprocess.run([*apt, "update"], env=quiet, stdout=sys.stderr, check=False)
    for package in PACKAGES:
        wanted = [*apt, "install", "--yes", "--no-install-recommends", package]
        if subprocess.run(wanted, env=quiet, stdout=sys.stderr, check=False).returncode == 0:
            return


def main() -> int:
    if not chromium() and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser stories.", file=sys.stderr)
        install()
    if chromium():
        return 0
    print(MISSING, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
