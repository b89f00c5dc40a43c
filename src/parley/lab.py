"""Start JupyterLab on the course, quiet and without a request to the outside."""

import os
import signal
import socket
import subprocess
import sys
import sysconfig
from pathlib import Path
from urllib.parse import quote

from parley.errors import ParleyError

START = Path("course", "00_start_here.ipynb")
"""What opens first, seen from the folder that holds the course."""

QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
    "--ServerApp.answer_yes=True",
    "--log-level=WARN",
)
"""No news, no check for updates, no extensions from the network; Ctrl-C asks nothing."""

SETTINGS = Path(__file__).parent / "jupyter"
"""Jupyter's own settings files: which of JupyterLab's plugins stay away."""

_PATIENCE = 15  # seconds for the server to close its kernels


def lab(port: int | None = None, browser: bool = True, notebook: Path | None = None) -> int:
    """Serve the course in JupyterLab until Ctrl-C.

    Parameters
    ----------
    port : int, optional
        The port to serve on, and no other; without it, 8888 or the next free one.
    browser : bool
        Whether to open a browser.
    notebook : Path, optional
        What to open instead of the first module, seen from the folder that holds the course.

    Returns
    -------
    int
        JupyterLab's exit code; 0 after Ctrl-C.

    Raises
    ------
    ParleyError
        If there is no course here, no such notebook in it, or if another program has the port.
    """
    root = course_root()
    opened = notebook or START
    if not (root / opened).is_file():
        raise ParleyError(f"There is no notebook {opened} in {root}. Name one that is there.")
    if port is not None and _taken(port):
        raise ParleyError(f"Another program has port {port}. Name another one, or none.")
    return _serve(command(root, opened, port, browser), root)


def course_root() -> Path:
    """Return the folder that holds ``course/``: PARLEY_COURSE, else this folder or one above it.

    Returns
    -------
    Path
        An absolute path.

    Raises
    ------
    ParleyError
        If no such folder is found.
    """
    named = os.environ.get("PARLEY_COURSE")
    here = Path(named).expanduser().resolve() if named else Path.cwd()
    for folder in [here] if named else [here, *here.parents]:
        if (folder / START.parent).is_dir():
            return folder
    where = f"{here}, which PARLEY_COURSE names" if named else f"{here} and the folders above it"
    raise ParleyError(
        f"No course was found: there is no folder course/ in {where}. Go to the folder that you "
        "unpacked or cloned, or set PARLEY_COURSE to it."
    )


def command(root: Path, notebook: Path, port: int | None, browser: bool) -> list[str]:
    """Return the command line that starts JupyterLab; arguments as in `lab`."""
    line = [sys.executable, "-m", "jupyterlab", *QUIET]
    line.append(f"--ServerApp.root_dir={root}")
    line.append(f"--LabApp.default_url=/lab/tree/{quote(notebook.as_posix())}")
    if port is not None:
        line += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not browser:
        line.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        line.append("--allow-root")
    return line


def environment() -> dict[str, str]:
    """Return the server's environment: this Python's programs and kernels and our settings first.

    nbgrader starts ``alembic`` by its bare name, and a kernel of the user's own would otherwise
    stand before the one that has Parley.
    """
    return {
        **os.environ,
        "PATH": _before("PATH", sysconfig.get_path("scripts")),
        "JUPYTER_CONFIG_PATH": _before("JUPYTER_CONFIG_PATH", str(SETTINGS)),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }


def _before(name: str, folder: str) -> str:
    """Return a variable that lists folders, with one more in front."""
    return os.pathsep.join(filter(None, [folder, os.environ.get(name)]))


def _taken(port: int) -> bool:
    """Return whether somebody answers at a port of this machine."""
    try:
        with socket.create_connection(("localhost", port), timeout=1):
            return True
    except OSError:
        return False


def _serve(line: list[str], root: Path) -> int:
    """Run the server to its end; Ctrl-C and a request to end reach it and are no failure."""
    with subprocess.Popen(line, cwd=root, env=environment()) as server:
        before = signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        try:
            return server.wait()
        except KeyboardInterrupt:
            return _closed(server)
        finally:
            signal.signal(signal.SIGTERM, before)


def _closed(server: subprocess.Popen[bytes]) -> int:
    """Wait while the server, which got the same Ctrl-C, closes its kernels; end it if it stays."""
    try:
        server.wait(_PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.terminate()
    return 0
