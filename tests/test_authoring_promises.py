"""The promises of the exercise format: each broken on purpose, and what `latihan check` then says."""

import pytest
from exercise_folders import DATA, check_faults, make

from latihan.authoring import read_folder, sentence
from latihan.authoring.promise_crash import crashes_are_named, noise_is_swallowed, odd_programs
from latihan.authoring.trial import Trial
from latihan.grading import Result, tell


@pytest.mark.parametrize("name", ["code", "table", "quiz", "matching", "scenario"])
def test_a_whole_folder_keeps_every_promise(tmp_path, name):
    """What the other tests change is the fault, and nothing else."""
    assert [] == check_faults(tmp_path, name)


ONE = 'form = "one"'
RIGHT = 'right = ["b"]'


def text(language):
    """A story of one step, the same in both languages: only the skeleton matters."""
    step = "## step: datang\nS\n### choice: tanya\nT\n> R\n### choice: putuskan\nP\n> Q\n## ending: mandiri\nM\n"
    return f"# {language}\nIsi\n{step}## hint\nA\n## hint\nB\n## explanation\nE\n"


STORY = """kind = "scenario"
why = "A mentor asks before deciding."
minutes = 6
level = 1
covers = []

[scenario]
start = "datang"

[scenario.steps.datang]
tanya = { to = "mandiri" }
putuskan = { to = "datang", poor = true }

[scenario.endings]
mandiri = "good"
"""
PLANTED = {
    "1 solution fails": (
        "code",
        {"solution.py": "def saldo_berjalan(saldo_awal, masuk):\n    return [saldo_awal]\n"},
        "solution.py: This right answer does not pass: failed, `dikurangi` (“Saldo Anda turun menjadi [100000]. Uang"
        " masuk menambah atau mengurangi?”) [id]. Correct the answer or the check.",
    ),
    "1 starter passes": (
        "code",
        {"starter.py": "def saldo_berjalan(saldo_awal, masuk):\n    return [saldo_awal + masuk[0]]\n"},
        "starter.py: What the learner starts from passes already. Take something out of it, or make",
    ),
    "1 table's solution fails in one language": (
        "table",
        {"checks.py": ("table.decimal(2, \"luas\") >= 1", "table.text(2, \"saldo\") == \"105000\"")},
        "solution.csv: This right answer does not pass: failed, `luas_bulat` at 2:luas (“Anda menulis 0,45 hektare.",
    ),
    "2 mistake passes": (
        "code",
        {"mistakes/dikurangi.py": "def saldo_berjalan(saldo_awal, masuk):\n    return [105_000]\n"},
        "mistakes/dikurangi.py: This mistake gets passed [id]. Expected: `dikurangi`.",
    ),
    "2 mistake of another name": (
        "code",
        {"mistakes/dikurangi.py": "def saldo_berjalan(saldo_awal, masuk):\n    return [5_000]\n"},
        "mistakes/dikurangi.py: This mistake gets failed, `saldo_awal_lupa` (“Saldo pertama Anda 5.000, padahal",
    ),
    "2 feedback without a mistake": (
        "code",
        {"mistakes/dikurangi.py": None},
        "text.en.md:13: No mistake gets `## feedback: dikurangi`. Write mistakes/dikurangi.py, or remove the section.",
    ),
    "2 one mistake": ("code", {"mistakes/dikurangi.py": None}, "mistakes/: The folder has 1 mistake. Expected: at"),
    "2 mistake without a text": (
        "code",
        {"mistakes/lain.py": "def saldo_berjalan(saldo_awal, masuk):\n    return []\n"},
        "mistakes/lain.py: No text has `## feedback: lain`, nor is there a shared reply of that name.",
    ),
    "2 cell that is not there": (
        "table",
        {"checks.py": ('at=(2, "luas")', 'at=(3, "luas")')},
        "checks.py: `tell(\"luas_bulat\", at=…)` marks 3:luas for luas_bulat.csv, and there is no such cell.",
    ),
    "2 same reply": (
        "quiz",
        {"text.en.md": ("The report comes last. What is it based on?", "Then where does its figure come from?")},
        "text.en.md:12: The reply `choice:c` is word for word the reply `choice:a`. Expected: a reply of its own.",
    ),
    "2 step out of reach": (
        "scenario",
        {"exercise.toml": ('tanya = { to = "rapat" }', 'tanya = { to = "mandiri" }')},
        "exercise.toml:14: No choice leads to the step `rapat`.",
    ),
    "2 step of no way out": (
        "scenario",
        {"exercise.toml": ('dengar = { to = "mandiri" }', 'dengar = { to = "rapat" }')},
        "exercise.toml:14: From the step `rapat` no good ending can be reached. Give it a choice that is not poor",
    ),
    "2 ending out of reach": (
        "scenario",
        {"exercise.toml": ('dengar = { to = "mandiri" }', 'dengar = { to = "rapat" }')},
        "exercise.toml:19: No choice leads to the ending `mandiri`.",
    ),
    "2 no good ending": (
        "scenario",
        {"exercise.toml": ('mandiri = "good"', 'mandiri = "poor"')},
        'exercise.toml:18: No ending is good. Expected: one or more endings with "good".',
    ),
    "2 poor choice leads on": (
        "scenario",
        {"exercise.toml": ('putuskan = { to = "datang", poor', 'putuskan = { to = "mandiri", poor')},
        "exercise.toml:12: The poor choice `putuskan` leads on to `mandiri`. Expected: the same or an earlier step",
    ),
    "2 one step": (
        "scenario",
        {"exercise.toml": STORY, "text.id.md": text("id"), "text.en.md": text("en")},
        "exercise.toml:7: The story has 1 step. Expected: three to six steps; two at least.",
    ),
    "3 field that no check gives": (
        "code",
        {"text.en.md": ("{saldo_awal}", "{saldo_awl}")},
        "text.en.md:10: The reply `saldo_awal_lupa` mentions `{saldo_awl}`, which no check gives that tells"
        " `saldo_awal_lupa`. Expected: `hasil`, `saldo_awal`. Did you mean `saldo_awal`?",
    ),
    "3 field that one of two tells gives": (
        "code",
        {
            "checks.py": (
                "def masuk_menambah",
                "def kosong(program):\n    if not program.call(\"saldo_berjalan\", 1, [1]):\n"
                "        return tell(\"dikurangi\")\n\n\ndef masuk_menambah",
            )
        },
        "text.id.md:18: The reply `dikurangi` mentions `{hasil}`, which not every check gives that tells `dikurangi`.",
    ),
    "3 field in a quiz": (
        "quiz",
        {"text.en.md": ("Yes, the figure", "Yes, {hasil}")},
        "text.en.md: The reply `choice:b` mentions `{hasil}`, which no check gives",
    ),
    "3 tell without a text": (
        "code",
        {"checks.py": ('tell("dikurangi"', 'tell("dikurang"')},
        'checks.py:13: `tell("dikurang")` has no text. Did you mean `dikurangi`?',
    ),
    "3 shared reply without its fields": (
        "code",
        {"checks.py": ('tell("dikurangi", hasil=hasil)', 'tell("missing_function")')},
        'checks.py:13: `tell("missing_function")` does not give what the shared reply mentions. Expected: `name`.',
    ),
    "4 feedback in one language": (
        "code",
        {"text.en.md": ("## feedback: dikurangi", "## feedback: lain")},
        "text.en.md: `## feedback: dikurangi` stands in text.id.md alone. Expected: the same sections in both",
    ),
    "4 word in one language": (
        "table",
        {"text.en.md": ("- saldo_awal: Opening balance", "- saldo_awal: Opening balance\n- 100000: All")},
        "`100000` under `## words` stands in text.en.md alone.",
    ),
    "4 number of hints": (
        "code",
        {"text.en.md": ("## explanation", "## hint\nMore.\n\n## explanation")},
        "text.en.md: The numbers of hints differ: text.id.md 2 and text.en.md 3. Expected: the same number.",
    ),
    "4 one hint": (
        "quiz",
        {"text.id.md": ("## hint\nSiapa yang memegang kertasnya?\n", "")},
        "text.id.md: The text has 1 hint. Expected: 2 at least. Begin with a question, then the next step.",
    ),
    "4 no explanation": (
        "quiz",
        {"text.id.md": ("## explanation\nKuitansi lebih dulu.\n", "")},
        "text.id.md: There is no `## explanation`.",
    ),
    "4 fields of a feedback": (
        "code",
        {"text.en.md": ("Your first balance is {hasil}, but", "Here")},
        "text.en.md:10: The fields of `## feedback: saldo_awal_lupa` are `saldo_awal`. Expected: `hasil`, `sa",
    ),
    "5 other right answer fails": (
        "code",
        {"also-right/accumulate.py": ("[1:]", "")},
        "also-right/accumulate.py: This right answer does not pass: failed, `dikurangi`",
    ),
    "6 check crashes of the solution": (
        "code",
        {"checks.py": ("if hasil == [5_000]", "if hasil[7] == 5_000")},
        "checks.py:6: A check crashes: IndexError: list index out of range. A check must stand every answer",
    ),
    "6 check crashes of an odd answer": (
        "code",
        {"checks.py": ("if hasil == [5_000]", "if hasil[0] == 5_000")},
        "checks.py:6: A check crashes: TypeError: 'int' object is not subscriptable (answer: return 0).",
    ),
    "6 table's check crashes of an odd answer": (
        "table",
        {"checks.py": (">= 1:", ">= 1 / table.amount(2, \"saldo\"):")},
        "checks.py:10: A check crashes: ZeroDivisionError: division by zero (answer: 0 in every cell).",
    ),
    "6 check that is no check": (
        "code",
        {"checks.py": ('return tell("dikurangi", hasil=hasil)', "return False")},
        "checks.py: A check crashes: masuk_menambah gave False; a check gives tell(…) or None",
    ),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED)
def test_a_broken_promise_is_said(tmp_path, planted):
    """An author reads which promise does not hold, where, and what to do; the number is that of the promise."""
    name, edits, said = PLANTED[planted]
    assert said in " ".join(check_faults(tmp_path, name, edits))


def test_a_crash_in_a_check_is_said_alone(tmp_path):
    """6. Answers that fail because of it are no news."""
    said = check_faults(tmp_path, "code", {"checks.py": ("if hasil == [5_000]", "if zzz")})
    assert 1 == len(said)
    assert said[0].startswith("checks.py:6: A check crashes: NameError: name 'zzz' is not defined.")


def test_a_check_without_an_end_is_said_alone(tmp_path):
    """6. Waiting for every other answer would take minutes."""
    limits = ('covers = ["T02"]', "covers = []\n[limits]\ncheck_seconds = 0.5")
    edits = {
        "exercise.toml": limits,
        "checks.py": ("    if hasil == [5", "    while hasil:\n        pass\n    if hasil == [5"),
    }
    said = check_faults(tmp_path, "code", edits)
    assert 1 == len(said)
    assert said[0].startswith("solution.py: Checking the solution takes longer than 0.5 seconds.")


@pytest.mark.parametrize("form", ["several", "order"])
def test_other_forms_of_a_quiz_keep_their_promises(tmp_path, form):
    """2. Every reply that can be shown is reached by an answer; the first of an order needs none."""
    right = {"several": 'right = ["b"]', "order": 'right = ["b", "a", "c"]'}[form]
    toml = (DATA / "quiz.txt").read_text().split("=== ")[1].partition("\n")[2]
    toml = toml.replace(ONE, f'form = "{form}"').replace(RIGHT, right)
    assert [] == check_faults(tmp_path, "quiz", {"exercise.toml": toml})


class Deaf:
    """A host that gives every answer the same result, as a broken grader would."""

    def __init__(self, result):
        self.result = result

    def grade(self, *_):
        return self.result


@pytest.mark.parametrize(("promise", "result", "said"), [
    (crashes_are_named, Result("passed"), "`1 / 0` on line 3 gets passed [id]. Expected: `zero_division` at 3."),
    (crashes_are_named, Result("error", (tell("zero_division", at=2),)), "gets error, `zero_division` at 2"),
    (crashes_are_named, Result("passed"), "`while True: pass` on line 3 gets passed [id]. Expected: `timeout` at 3."),
    (crashes_are_named, Result("passed"), "`[0] * 10**11` on line 3 gets passed [id]. Expected: `memory` at 3."),
    (noise_is_swallowed, Result("passed", output="xxx"), "gets passed [id], output 'xxx'. Expected: no error"),
    (noise_is_swallowed, Result("timeout", (tell("timeout_unplaced"),)), "gets timeout, `timeout_unplaced`"),
])  # fmt: skip
def test_a_grader_that_does_not_name_crashes_is_found(tmp_path, promise, result, said):
    """6, 7. Every code exercise gets programs that crash, loop, ask, exit and print; the replies are looked at."""
    folder = read_folder(make(tmp_path, "code"))
    faults = promise(folder, Trial(folder, Deaf(result)))
    assert said in " ".join(sentence(fault) for fault in faults)


def test_planted_faults_are_all_found_at_once(tmp_path):
    """8. Faults of different promises stand side by side."""
    said = check_faults(
        tmp_path,
        "code",
        {
            "solution.py": "def saldo_berjalan(saldo_awal, masuk):\n    return [saldo_awal]\n",
            "mistakes/dikurangi.py": None,
            "text.en.md": ("{saldo_awal}", "{awal}"),
        },
    )
    assert {"solution.py", "mistakes/", "text.en.md", "text.id.md"} <= {line.split(":")[0] for line in said}


def test_an_unknown_unit_or_item_is_said(tmp_path):
    """The curriculum's lists hold every unit and item; the nearest name is offered."""
    lists = {"units": frozenset({"pembukuan/buku-besar"}), "items": frozenset({"T03"})}
    said = check_faults(tmp_path, "code", lists=lists)
    assert [
        "exercise.toml: There is no unit `pembukuan/buku-kas`. Expected: a unit of docs/curriculum/units.csv."
        " Did you mean `pembukuan/buku-besar`?",
        "exercise.toml:5: `covers` has `T02`, which is no item. Expected: an id of docs/curriculum/items.csv."
        " Did you mean `T03`?",
    ] == said


def test_odd_programs_change_one_thing_each():
    """Every function gives, and every name holds, a value of another type once."""
    odd = list(odd_programs("x = 1\ndef f(a):\n    return a\n"))
    assert "x = 1\n\ndef f(a):\n    return a\nx = None\n" == odd[0]
    assert "x = 1\n\ndef f(a):\n    return print\n" == odd[-1]
