"""Reads an exercise folder whole or says everything that is wrong with it; holds it to its promises."""

from latihan.authoring.fault import BrokenExercises, Fault, sentence
from latihan.authoring.folder import Folder, read_folder
from latihan.authoring.folder_files import exercise_id
from latihan.authoring.library import exercise_folders, read_all
from latihan.authoring.text import Choice, Step, Text, replies

__all__ = [
    "BrokenExercises",
    "Choice",
    "Fault",
    "Folder",
    "Step",
    "Text",
    "exercise_folders",
    "exercise_id",
    "read_all",
    "read_folder",
    "replies",
    "sentence",
]
