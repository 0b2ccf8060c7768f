"""Grading: what was typed against what counts as right."""

from quizapp.grading.grader import grade
from quizapp.grading.verdict import Grade, Verdict
from quizapp.grading.wording import normalise

__all__ = ["Grade", "Verdict", "grade", "normalise"]
