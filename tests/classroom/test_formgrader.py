"""The page on which an instructor marks answers: complete, offline, and safe to open."""

import json
import re
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from conftest import ASSIGNMENT

pytestmark = pytest.mark.classroom


@pytest.fixture
def fetch(course):
    """Start a Jupyter server with the formgrader and return a function that fetches pages."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    extensions = "{'nbgrader.server_extensions.formgrader': True}"
    words = ["jupyter_server", "--no-browser", "--allow-root", f"--port={port}"]
    options = ["--IdentityProvider.token=t", f"--ServerApp.jpserver_extensions={extensions}"]
    server = subprocess.Popen(
        [sys.executable, "-m", *words, *options],
        cwd=course.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def get(path: str) -> str:
        request = Request(f"http://127.0.0.1:{port}{path}", headers={"Authorization": "token t"})
        with urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            get("/api")
            break
        except (URLError, OSError):
            time.sleep(0.3)
    yield get
    server.terminate()
    server.wait(30)


def test_the_page_shows_answer_marks_and_rubric_and_asks_nobody(course, play, fetch):
    course.hand_in(
        "ada", play("ada"), "**Kumanovo** <script>alert(1)</script> ![x](http://e.example)"
    )
    assert course.autograde()
    rows = json.loads(fetch(f"/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{ASSIGNMENT}"))
    page = fetch(f"/formgrader/submissions/{rows[0]['id']}/")
    assert rows[0]["needs_manual_grade"]
    for wanted in ("<strong>Kumanovo</strong>", "Rubric (for markers only)", "50 of 50 points"):
        assert wanted in page
    assert "&lt;script&gt;alert(1)" in page
    assert not re.search(r'\s(?:src|href)="?(?:https?:)?//', page)
