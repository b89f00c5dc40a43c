"""How nbgrader's converters read notebooks: sources checked, submissions as data, feedback apart.

A converter makes its exporter before it touches the first submission, so what has to be right for
the whole batch is put right in the exporter's constructor.
"""

import glob
import os
from pathlib import Path
from typing import Any, cast

import nbformat
from nbconvert.exporters import Exporter, HTMLExporter, NotebookExporter
from nbformat import NotebookNode
from nbgrader.converters.base import BaseConverter, NbGraderException

from graders.assignment import faults
from graders.classroom import open_classroom
from graders.gradebook import be_patient, students
from parley.errors import ParleyError

TEMPLATES = Path(__file__).parent.parent / "templates"


class SourceExporter(NotebookExporter):
    """Stops ``generate_assignment`` before it writes what could not be marked."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        be_patient()
        batch = _converter(self).assignments
        found = [fault for folder in batch for fault in faults(Path(folder))]
        for fault in found:
            self.log.error(fault)
        if found:
            raise NbGraderException("; ".join(found))


class SubmissionExporter(NotebookExporter):
    """Reads the released master with a trainee's answers in it, never the submitted notebook."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        course = _converter(self).coursedir
        try:
            self.classroom = open_classroom(
                Path(course.root),
                course.assignment_id,
                students(course.db_url, course.course_id),
                course.submitted_directory,
            )
        except ParleyError as error:
            self.log.error(str(error))
            raise NbGraderException(str(error)) from None
        self._settle()

    def _settle(self) -> None:
        course, batch = _converter(self).coursedir, _converter(self).assignments
        for trainee, why in self.classroom.settle(course.student_id):
            folder = course.format_path(course.submitted_directory, trainee, course.assignment_id)
            if why:
                batch.pop(folder, None)
                self.log.error("%s: not marked: %s", trainee, why)
            else:
                batch[folder] = notebooks(folder, course.notebook_id)

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Convert a notebook: a submitted one is replaced by the master with its answers."""
        trainee = (resources or {})["nbgrader"]["student"]
        path = Path(filename)
        if path.parent != self.classroom.folder(trainee):
            return super().from_filename(filename, resources, **kwargs)
        notebook = nbformat.from_dict(self.classroom.notebook(trainee, path.name))
        return self.from_notebook_node(notebook, resources, **kwargs)


class FeedbackExporter(HTMLExporter):
    """Makes a page that opens offline, asks for nothing, and runs nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        be_patient()
        course, batch = _converter(self).coursedir, _converter(self).assignments
        pattern = course.format_path(
            course.autograded_directory, course.student_id, course.assignment_id
        )
        for folder in glob.glob(pattern):  # noqa: PTH207
            batch[folder] = notebooks(folder, course.notebook_id)


def _converter(exporter: Exporter) -> BaseConverter:
    """Return the converter of nbgrader's that made an exporter."""
    return cast(BaseConverter, exporter.parent)


def notebooks(folder: str, pattern: str) -> list[str]:
    """Return the notebooks of a folder; brackets in the folder's name are just brackets.

    Parameters
    ----------
    folder : str
        A folder of nbgrader's.
    pattern : str
        The notebooks' names, as nbgrader's ``--notebook`` takes it.

    Returns
    -------
    list of str
        Their paths.
    """
    return sorted(glob.glob(os.path.join(glob.escape(folder), pattern + ".ipynb")))  # noqa: PTH118, PTH207
