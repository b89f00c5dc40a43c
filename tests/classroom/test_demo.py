"""The demonstration: the whole way once, and marks in the order of skill."""

import re
import subprocess
import sys

from graders.demo import CLASS


def test_twelve_trainees_are_marked_in_the_order_of_their_skill():
    command = [sys.executable, "-m", "graders.demo"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    marks = {
        name: float(mark) for name, mark in re.findall(r"│ (\w+) +│.*?([\d.]+) of 70", done.stdout)
    }
    assert list(marks) == list(CLASS)
    assert list(marks.values()) == sorted(marks.values(), reverse=True)
    assert marks["abeba"] == 70
    assert "12 feedback pages" in done.stdout
