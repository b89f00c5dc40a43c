"""The instructors' side of Parley: solvers, keys, rubrics, and marking through nbgrader."""
