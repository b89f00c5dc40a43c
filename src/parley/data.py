"""Where the course's data lie: a folder named by the user, the wheel, or the checkout."""

import os
from functools import cache
from pathlib import Path

from parley.errors import ParleyError

_HERE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """Return the folder with the course's data.

    Returns
    -------
    pathlib.Path
        ``PARLEY_DATA`` if it is set, else the data inside the wheel, else those of the checkout.

    Raises
    ------
    ParleyError
        If none of them exists.
    """
    return _folder(os.environ.get("PARLEY_DATA"))


@cache
def _folder(named: str | None) -> Path:
    places = [Path(named)] if named else [_HERE / "_data", _HERE.parent.parent / "data"]
    for place in places:
        if (place / "scenarios").is_dir():
            return place
    looked = ", ".join(str(place) for place in places)
    raise ParleyError(
        f"The course's data are not there; looked in {looked}. "
        "Install the package again, or set PARLEY_DATA to the folder that holds 'scenarios'."
    )
