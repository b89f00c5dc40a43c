"""The errors that are the user's to mend.

Everything a trainee, an instructor or a scenario can get wrong ends in one of these.
Their text says who, what, the rule, what was got, and what to do; the command line prints it
as one line and exits with 2.
"""


class ParleyError(Exception):
    """Something the user can mend; the text says how."""


class Refused(ParleyError):
    """A move the rules do not allow now; the record is as it was."""
