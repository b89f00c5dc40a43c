"""`parley.lab`: where it looks for the course, what it starts, and how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest

from parley import lab
from parley.errors import ParleyError


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A folder with a course of one empty notebook, which is also where we stand."""
    (tmp_path / "course").mkdir()
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / lab.START)
    monkeypatch.delenv("PARLEY_COURSE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestCourseRoot:
    def test_is_the_folder_we_stand_in(self, course):
        assert lab.course_root() == course

    def test_is_found_from_within_the_course(self, course, monkeypatch):
        monkeypatch.chdir(course / "course")
        assert lab.course_root() == course

    def test_can_be_named(self, course, monkeypatch, tmp_path_factory):
        monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
        monkeypatch.setenv("PARLEY_COURSE", str(course))
        assert lab.course_root() == course

    def test_a_wrong_name_is_not_replaced_by_a_guess(self, course, monkeypatch):
        monkeypatch.setenv("PARLEY_COURSE", str(course / "nowhere"))
        with pytest.raises(ParleyError, match=r"nowhere, which PARLEY_COURSE names"):
            lab.lab()

    def test_says_where_it_looked_and_what_to_do(self, tmp_path, monkeypatch):
        monkeypatch.delenv("PARLEY_COURSE", raising=False)
        monkeypatch.chdir(tmp_path)
        with pytest.raises(ParleyError, match=r"no folder course/ in .*set PARLEY_COURSE") as error:
            lab.lab()
        assert str(tmp_path) in str(error.value)


def test_a_missing_notebook_is_named(course):
    with pytest.raises(ParleyError, match=r"no notebook .*99_nothing\.ipynb"):
        lab.lab(notebook=Path("course", "99_nothing.ipynb"))


def test_a_port_that_is_taken_is_refused(course):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ParleyError, match=rf"Another program has port {port}"):
            lab.lab(port)


def test_a_named_port_is_the_only_one(course):
    line = lab.command(course, lab.START, 8899, browser=False)
    assert {"--ServerApp.port=8899", "--ServerApp.port_retries=0", "--no-browser"} <= set(line)


def test_without_wishes_jupyter_chooses_the_port_and_opens_a_browser(course):
    line = lab.command(course, lab.START, None, browser=True)
    assert "--no-browser" not in line
    assert not any("port" in word for word in line)


def test_a_name_with_spaces_is_quoted_in_the_address(course):
    line = lab.command(course, Path("course", "a b.ipynb"), None, browser=False)
    assert "--LabApp.default_url=/lab/tree/course/a%20b.ipynb" in line


def test_the_environment_puts_this_python_first(monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "theirs")
    environment = lab.environment()
    assert environment["PATH"].split(os.pathsep)[0] == str(Path(sys.executable).parent)
    assert environment["JUPYTER_CONFIG_PATH"].split(os.pathsep) == [str(lab.SETTINGS), "theirs"]


@pytest.fixture
def server(course, tmp_path_factory):
    """A served course in a home of its own: the process and the address it announces."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = f"import sys; from parley.lab import lab; sys.exit(lab({port}, browser=False))"
    home = str(tmp_path_factory.mktemp("home"))
    inherited = {key: os.environ[key] for key in os.environ if not key.startswith("JUPYTER")}
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=course,
        env={**inherited, "HOME": home, "USERPROFILE": home},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A runner in the background ignores Ctrl-C, and its children would too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    guard = threading.Timer(60, process.kill)
    guard.start()
    said = []
    for line in process.stderr:
        said.append(line)
        if found := re.search(r"http://(?:localhost|127\.0\.0\.1):\d+/\S+", line):
            yield process, port, found[0]
            break
    else:
        pytest.fail("JupyterLab announced no address:\n" + "".join(said))
    guard.cancel()
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def read(address):
    """Return a page; JupyterLab announces its address shortly before it listens there."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    patience = time.monotonic() + 30
    while True:
        try:
            with direct.open(address, timeout=30) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
class TestServer:
    def test_opens_the_first_module_and_asks_nothing_of_the_network(self, server):
        _, port, address = server
        assert address.startswith(
            f"http://localhost:{port}/lab/tree/course/00_start_here.ipynb?token="
        )
        page = read(address)
        assert '"news": {"disabled": true}' in page
        assert '"can_install": false' in page
        assert "@jupyterlab/apputils-extension:announcements" in page

    def test_ends_cleanly_on_ctrl_c(self, server):
        process, _, _ = server
        os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to all of them
        assert process.wait(30) == 0

    def test_takes_the_server_along_when_it_is_ended(self, server):
        process, port, address = server
        read(address)  # it announces its address before it listens, to signals too
        process.terminate()
        assert process.wait(30) == 0
        with pytest.raises(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            pass
