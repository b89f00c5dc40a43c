"""nbgrader's gradebook without its web pages.

The package file of nbgrader imports every page and server extension it has, which takes longer than
marking a class.  A command that needs only the gradebook makes the package without running that
file; its modules are then found as always.
"""

import sys
from importlib.util import find_spec, module_from_spec


def skip_pages() -> None:
    """Let later imports of nbgrader's modules leave its pages out, in this process."""
    # jsonschema compiles a grammar of internationalised addresses where it finds this package,
    # which takes a second; no schema of a notebook asks for it.  None in sys.modules is Python's
    # own way to say that a module is not there; the type of sys.modules does not know it.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    spec = find_spec("nbgrader")
    if spec and "nbgrader" not in sys.modules:
        sys.modules["nbgrader"] = module_from_spec(spec)
