"""The logbook: what a trainee has done, from the records beside a notebook alone."""

from parley.logbook.reckon import Progress, progress
from parley.logbook.records import calibration_data, records_of

__all__ = ["Progress", "calibration_data", "progress", "records_of"]
