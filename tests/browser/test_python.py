"""Starting, stopping and losing Python in the page."""

from playwright.sync_api import expect
from reader import Reader, told

SUMS = "pembukuan/hitung.html"
VALUE, FUNCTION = "pembukuan/hitung/jumlah", "pembukuan/hitung/fungsi"
# Every status and text that the feedback goes through.
WATCH = """(feedback) => {
  window.seen = [];
  new MutationObserver(() => seen.push([feedback.dataset.status, feedback.innerText]))
    .observe(feedback, { attributes: true, childList: true, subtree: true, characterData: true });
}"""


def test_loading_is_shown_in_stages(reader):
    """The first check says how many megabytes come, then runs; the second has nothing to load."""
    reader.open(SUMS)
    code = reader.exercise(VALUE)
    code.feedback.evaluate(WATCH)
    code.check()
    seen = reader.page.evaluate("seen")
    statuses = [status for status, _ in seen]
    assert ["loading", "running", "failed"] == [s for n, s in enumerate(statuses) if s not in statuses[:n]]
    assert any("MB" in text for _, text in seen)
    reader.page.evaluate("seen.length = 0")
    before = len(reader.requests)
    code.check()
    assert [] == [text for _, text in reader.page.evaluate("seen") if "MB" in text]
    assert [] == reader.requests[before:]


def test_a_page_loads_no_python_until_it_is_needed(reader):
    """Reading, and answering a quiz, cost no megabytes."""
    reader.open("mulai/coba.html")
    quiz = reader.exercise("mulai/coba/satu")
    quiz.pick("bukti")
    quiz.check()
    reader.open(SUMS)
    assert [] == [url for url in reader.requests if "runtime/" in url]


def test_the_stop_button_ends_a_run_at_once(reader):
    """Also where native code would not come back; what was printed stays, and the next run works."""
    reader.open(SUMS)
    code = reader.exercise(VALUE)
    code.write("print('mulai')\nbesar = 10 ** 10**8\n")
    code.press("run")
    expect(code.output).to_contain_text("mulai", timeout=60_000)
    code.press("stop")
    expect(code.feedback).to_contain_text(told("stopped"), timeout=2_000)
    code.write("print('lagi')\n")
    code.run()
    assert "lagi" == code.output.inner_text().strip()


def test_output_comes_while_the_program_runs(reader):
    """A long run shows what it does before it ends."""
    reader.open(SUMS)
    code = reader.exercise(VALUE)
    code.write("print('satu')\nwhile True:\n    pass\n")
    code.press("run")
    expect(code.output).to_contain_text("satu", timeout=60_000)
    assert "running" == code.status
    assert "timeout" == code.wait()
    assert told("timeout", line=2) == code.said or told("timeout", line=3) == code.said


def test_a_failed_download_says_so_and_offers_to_try_again(chromium, broken):
    """Once the file can be had, the same button brings the result; the text is kept."""
    address, mend = broken
    with Reader.of(chromium, address) as reader:
        reader.open(SUMS)
        code = reader.exercise(VALUE)
        code.write("saldo = 317_000\n")
        assert "error" == code.check()
        assert told("download_failed", section="page") in code.said
        assert "saldo = 317_000\n" == code.program
        mend()
        code.press("retry")
        expect(code.feedback).to_have_attribute("data-status", "passed", timeout=60_000)
        # The browser itself reports a file that could not be loaded.
        reader.errors = [error for error in reader.errors if "Failed to load resource" not in error]


def test_two_exercises_share_one_python(reader):
    """The second exercise on a page does not download again, and the two do not see each other's names."""
    reader.open(SUMS)
    first, second = reader.exercise(VALUE), reader.exercise(FUNCTION)
    first.write("saldo = 317_000\nrahasia = 1\n")
    first.check()
    before = len(reader.requests)
    second.write("print(rahasia)\n")
    second.run()
    assert told("name_error", line=1, name="rahasia") == second.said
    assert [] == [url for url in reader.requests[before:] if "runtime/" in url]
