"""Tests of the modules in course/."""
