"""What happens to a notebook between reading and writing: marks in, marks to the gradebook."""

from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor, SaveAutoGrades

from graders.classwork import mark_tables, summary
from graders.gradebook import grant_extension

Resources = dict[str, Any]


class MarkTables(NbGraderPreprocessor):
    """Marks the tables from the records, in the place where nbgrader would start a kernel."""

    def preprocess(
        self, nb: NotebookNode, resources: Resources
    ) -> tuple[NotebookNode, Resources]:
        """Write points and reasons into the table cells, and one line into the log."""
        handin = self.parent.classroom.handin(resources["nbgrader"]["student"])
        marks = mark_tables(nb, handin)
        held = any(mark.held for mark in marks)
        (self.log.warning if held else self.log.info)(summary(handin, marks))
        return nbformat.from_dict(nb), resources


class SaveMarks(SaveAutoGrades):
    """Saves the points, grants extensions, and flags what an instructor has to look at."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        """Save the marks of a notebook."""
        with Gradebook(resources["nbgrader"]["db_url"]) as gradebook:
            where = resources["nbgrader"]
            roster = self.parent.classroom.roster
            grant_extension(gradebook, where["assignment"], where["student"], roster)
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
