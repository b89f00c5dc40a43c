"""Wires Parley into nbgrader: tables are marked from records, and no kernel is started.

Every class named here stands in a place that nbgrader keeps open for it; see CONTRIBUTING.
"""

import os
import sys
from pathlib import Path

import graders

c = get_config()  # noqa: F821  (nbgrader defines it for this file)
wiring = "graders.wiring"
templates = Path(graders.__file__).parent / "templates"

# nbgrader starts alembic by its bare name: find it beside the Python that runs, on PATH or not.
beside = str(Path(sys.executable).parent)
if beside not in os.environ["PATH"].split(os.pathsep):
    os.environ["PATH"] = beside + os.pathsep + os.environ["PATH"]

c.CourseDirectory.course_id = "parley"
c.CourseDirectory.root = str(Path(__file__).resolve().parent / "assignments")

c.GenerateAssignment.exporter_class = f"{wiring}.exporters.SourceExporter"

c.Autograde.exporter_class = f"{wiring}.exporters.SubmissionExporter"
c.Autograde.sanitize_preprocessors = []
c.Autograde.autograde_preprocessors = [
    f"{wiring}.preprocessors.MarkTables",
    f"{wiring}.preprocessors.SaveMarks",
    "nbgrader.preprocessors.AssignLatePenalties",
]

c.ExchangeFactory.collect = f"{wiring}.collect.Collect"
c.ExchangeFactory.release_feedback = f"{wiring}.collect.ReleaseFeedback"
c.ZipCollectApp.extractor_plugin = f"{wiring}.zip_collect.Extract"
c.ZipCollectApp.collector_plugin = f"{wiring}.zip_collect.Submissions"

c.GenerateFeedback.exporter_class = f"{wiring}.exporters.FeedbackExporter"
c.GenerateFeedback.preprocessors = [
    f"{wiring}.preprocessors.GetMarks",
    f"{wiring}.preprocessors.AddReview",
]

# The pages: whatever somebody typed is only text in them, and no other machine is asked.
c.HTMLExporter.extra_template_basedirs = [str(templates)]
c.HTMLExporter.extra_template_paths = [str(templates / "formgrade")]
c.HTMLExporter.template_file = "marking.html.j2"
c.FeedbackExporter.template_file = "index.html.j2"
c.HTMLExporter.filters = {
    "markdown2html": "graders.text.safe_html",
    "offline": "graders.text.offline",
    "rubric": "graders.rubrics.rubric_html",
}
