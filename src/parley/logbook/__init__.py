"""The logbook: what a trainee has done, from the records beside a notebook alone."""

from parley.logbook.reckon import Progress, progress
from parley.logbook.records import calibration_data, kept

__all__ = ["Progress", "calibration_data", "kept", "progress"]
