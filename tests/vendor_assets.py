"""Re-create services/web/static/vendored from the two published packages.

Usage: python tests/vendor_assets.py nhsuk-frontend-10.6.1.tgz htmx.org-2.0.11.tgz

Reads the packages from disk, never from the network. Every substitution states how often it must
match, so a new upstream version that moves a colour or adds a font fails here and not on a ward.
"""

import hashlib
import re
import sys
import tarfile
from pathlib import Path

VENDORED = Path(__file__).parents[1] / "services" / "web" / "static" / "vendored"

PACKAGES = {
    "nhsuk-frontend-10.6.1.tgz": "1af037bcb75237c4208809d3ac9a06522ccf61b2268221268ead3985bceb060b",
    "htmx.org-2.0.11.tgz": "165a2655073e9e6e55e307a7c74e8ebcdb76afb7701f9c16cfd106a13add408e",
}

# Names that belong to another organisation, and everything that would leave the server.
REMOVED = {
    r"@font-face\{font-family:Frutiger W01[^}]*\}": 2,
    r"\n/\*# sourceMappingURL=\S+ \*/": 1,
}
REPLACED = {
    "Frutiger W01,arial,sans-serif": ("var(--type)", 1),
    "url(/assets/images/nhsuk-icon-": ("url(images/icon-", 12),
}
# The palette is compiled into the stylesheet as literals; here they become Heard's variables.
COLOURS = {
    "#212b32": ("var(--ink)", 144),
    "#ffeb3b": ("var(--focus)", 94),
    "#005eb8": ("var(--brand)", 66),
    "#d8dde0": ("var(--line)", 34),
    "#d5281b": ("var(--alarm)", 23),
    "#4c6272": ("var(--ink-soft)", 19),
    "#aeb7bd": ("var(--line-strong)", 19),
    "#002f5c": ("var(--brand-deep)", 16),
    "#7c2855": ("var(--brand-deep)", 13),
    "#330072": ("var(--visited)", 12),
    "#004b93": ("var(--brand-deep)", 11),
    "#007f3b": ("var(--act)", 12),
    "#f0f4f5": ("var(--paper)", 10),
    "#c7dcef": ("var(--brand-wash)", 10),
    "#00401e": ("var(--act-deep)", 7),
    "#337ec6": ("var(--brand-line)", 7),
    "#00662f": ("var(--act-hover)", 5),
    "#003d78": ("var(--brand-deep)", 5),
    "#0055a6": ("var(--brand-deep)", 5),
    "#e0e4e6": ("var(--line)", 5),
    "#d9e7f4": ("var(--brand-wash)", 4),
}
FORBIDDEN = ("nhs.uk", "Frutiger", "http:", "https:", "@import", "/assets/")
ICONS = ("arrow-down", "arrow-up", "arrow-up-down", "cross")


def swap(text: str, old: str, new: str, times: int) -> str:
    found = text.count(old)
    assert found == times, f"{old!r} occurs {found} times, expected {times}"
    return text.replace(old, new)


def cut(text: str, pattern: str, times: int) -> str:
    text, found = re.subn(pattern, "", text)
    assert found == times, f"{pattern!r} matched {found} times, expected {times}"
    return text


def themed(css: str) -> str:
    for pattern, times in REMOVED.items():
        css = cut(css, pattern, times)
    for old, (new, times) in (REPLACED | COLOURS).items():
        css = swap(css, old, new, times)
    for word in FORBIDDEN:
        assert word not in css, f"the stylesheet still says {word!r}"
    return css


def opened(path: Path) -> tarfile.TarFile:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert digest == PACKAGES[path.name], f"{path.name} is not the package this was written for"
    return tarfile.open(path)


def text_of(package: tarfile.TarFile, name: str) -> str:
    member = package.extractfile(f"package/{name}")
    assert member is not None, f"{name} is missing from the package"
    return member.read().decode()


def nhsuk(path: Path) -> dict[str, str]:
    with opened(path) as package:
        script = text_of(package, "dist/nhsuk/nhsuk-frontend.min.js")
        icons = {
            f"nhsuk-frontend/images/icon-{name}.svg": text_of(
                package, f"dist/nhsuk/assets/images/nhsuk-icon-{name}.svg"
            )
            for name in ICONS
        }
        style = text_of(package, "dist/nhsuk/nhsuk-frontend.min.css")
    return icons | {
        "nhsuk-frontend/nhsuk-frontend.css": themed(style),
        "nhsuk-frontend/nhsuk-frontend.js": cut(script, r"//# sourceMappingURL=\S+", 1),
    }


def htmx(path: Path) -> dict[str, str]:
    with opened(path) as package:
        return {
            "htmx/htmx.js": text_of(package, "dist/htmx.min.js"),
            "htmx/LICENSE": text_of(package, "LICENSE"),
        }


def manifest() -> str:
    """`sha256sum` lines of every vendored file, licences included."""
    files = sorted(p for p in VENDORED.rglob("*") if p.is_file() and p.name != "MANIFEST.sha256")
    return "".join(
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(VENDORED).as_posix()}\n" for p in files
    )


def main(nhsuk_package: str, htmx_package: str) -> None:
    for name, text in (nhsuk(Path(nhsuk_package)) | htmx(Path(htmx_package))).items():
        target = VENDORED / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    (VENDORED / "MANIFEST.sha256").write_text(manifest())


if __name__ == "__main__":
    main(*sys.argv[1:])
