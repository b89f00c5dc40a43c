"""Find a Chromium for the browser tests, or get one.

``python -m tools.browser`` says in one line which one the tests will drive. If there is none it
asks Playwright to download its own, then, as root on a Debian-like system, apt-get. Without any,
the browser tests are skipped; under CI their absence is a failure.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "No Chromium was found or could be installed: the browser tests cannot run. "
    "Install Chromium or Chrome, or run `.venv/bin/python -m playwright install chromium`."
)

_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find() -> str | None:
    """Return the path of a Chromium that starts: one on PATH, else Playwright's own, else none."""
    for name in NAMES:
        path = shutil.which(name)
        if path and _succeeds(path, "--version"):
            return path
    own = _playwrights()
    return own if own and _succeeds(own, "--version") else None


def get() -> str | None:
    """Return the path of a Chromium, after an attempt to install one if there is none."""
    path = find()
    if path is None and _succeeds(sys.executable, "-m", "playwright", "install", "chromium"):
        path = find()
    if path is None and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        _succeeds("apt-get", "-qq", "update")
        _succeeds("apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium")
        path = find()
    return path


def required() -> bool:
    """Return whether a missing browser is a failure: under CI, or when asked for."""
    return os.environ.get("CI") == "true" or os.environ.get("PARLEY_REQUIRE_BROWSER") == "1"


def main() -> int:
    """Print which browser the tests will drive; 1 means that they must have one and do not."""
    path = get()
    print(f"Browser tests drive {path}." if path else MISSING)
    return int(path is None and required())


def _succeeds(*command: str) -> bool:
    """Return whether a command ends well within ten minutes; what it says is dropped."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=600
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _playwrights() -> str | None:
    """Return where Playwright keeps its own Chromium; asked in a process of its own.

    A test that asks may hold a running Playwright already, and it does not start twice.
    """
    done = subprocess.run([sys.executable, "-c", _OWN], capture_output=True, text=True)
    return done.stdout.strip() or None


if __name__ == "__main__":
    sys.exit(main())
