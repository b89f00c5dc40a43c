"""What happens to a notebook between reading and writing: marks in, marks to the gradebook."""

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor, SaveAutoGrades

from graders.classwork import mark_tables, summary
from graders.gradebook import grant_extension
from graders.handin import read_record
from graders.report import review_html

Resources = dict[str, Any]


class MarkTables(NbGraderPreprocessor):
    """Marks the tables from the records, in the place where nbgrader would start a kernel."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Write points and reasons into the table cells, and one line into the log."""
        handin = self.parent.classroom.handin(resources["nbgrader"]["student"])
        marks = mark_tables(nb, handin)
        handin.keep(_autograded(self, resources))
        held = any(mark.held for mark in marks)
        (self.log.warning if held else self.log.info)(summary(handin, marks))
        return nbformat.from_dict(nb), resources


class SaveMarks(SaveAutoGrades):
    """Saves the points, grants extensions, and flags what an instructor has to look at."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Save the marks of a notebook."""
        where = resources["nbgrader"]
        person = self.parent.classroom.roster.person(where["student"])
        if person and person.extension:
            with Gradebook(where["db_url"]) as gradebook:
                grant_extension(gradebook, where["assignment"], where["student"], person)
        return super().preprocess(nb, resources)

    def _add_score(self, cell: NotebookNode, resources: Resources) -> None:
        super()._add_score(cell, resources)
        if cell.metadata.get("parley", {}).get("state") == "held":
            grade = self.gradebook.find_grade(
                cell.metadata.nbgrader["grade_id"],
                self.notebook_id,
                self.assignment_id,
                self.student_id,
            )
            grade.needs_manual_grade = True
            self.gradebook.db.commit()


class GetMarks(GetGrades):
    """Fetches points and comments for the feedback, and says which are not final."""

    def _get_score(self, cell: NotebookNode, resources: Resources) -> None:
        super()._get_score(cell, resources)
        grade = self.gradebook.find_grade(
            cell.metadata.nbgrader["grade_id"],
            self.notebook_id,
            self.assignment_id,
            self.student_id,
        )
        cell.metadata.nbgrader["pending"] = bool(grade.needs_manual_grade)
        cell.metadata.nbgrader["changed"] = grade.manual_score is not None


class AddReview(NbGraderPreprocessor):
    """Adds to the feedback what every move was worth, from the records that were marked."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Resources, cell_index: int
    ) -> tuple[NotebookNode, Resources]:
        """Add the review of each attempt to a table's cell."""
        for name in cell.metadata.get("parley", {}).get("records", []):
            try:
                review = review_html(read_record(_autograded(self, resources) / "records" / name))
            except Exception as error:  # without a review, the marks are still worth having
                who = resources["nbgrader"]["student"]
                self.log.error("%s: no review of %s: %s", who, name, error)
                review = "<p>The review cannot be shown.</p>"
            cell.outputs.append(nbformat.v4.new_output("display_data", {"text/html": review}))
        return cell, resources


def _autograded(preprocessor: NbGraderPreprocessor, resources: Resources) -> Path:
    """Return the folder of the marked submission that a preprocessor is working on."""
    course, where = preprocessor.parent.parent.coursedir, resources["nbgrader"]
    return Path(
        course.format_path(course.autograded_directory, where["student"], where["assignment"])
    )
