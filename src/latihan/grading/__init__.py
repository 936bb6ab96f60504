"""What an answer is, what feedback is, and grade(exercise, answer) -> Result."""

from latihan.grading.answer import Answer, Choices, Program, Table
from latihan.grading.exercise import (
    CodeRule,
    Column,
    Exercise,
    Limits,
    Option,
    QuizRule,
    ScenarioRule,
    TableRule,
)
from latihan.grading.grade import CheckBroken, grade, run
from latihan.grading.result import Feedback, Result, tell

__all__ = [
    "Answer",
    "CheckBroken",
    "Choices",
    "CodeRule",
    "Column",
    "Exercise",
    "Feedback",
    "Limits",
    "Option",
    "Program",
    "QuizRule",
    "Result",
    "ScenarioRule",
    "Table",
    "TableRule",
    "grade",
    "run",
    "tell",
]
