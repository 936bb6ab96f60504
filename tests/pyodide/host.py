"""Grades jobs in CPython: a JSON job a line in, a JSON reply a line out, as host.mjs does in Pyodide."""

import json
import resource
import sys
from time import monotonic

from latihan.authoring.host import MEMORY
from latihan.grading import wire

CALLS = {"check": wire.check, "run": wire.run}


def main() -> None:
    """Replies to every job of standard input, and to a crash of the grader itself; `heard` is what a run printed."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    replies = sys.stdout
    print(json.dumps({"python": ".".join(map(str, sys.version_info[:3]))}), file=replies, flush=True)
    for line in sys.stdin:
        job, before, heard = json.loads(line), monotonic(), []
        write = [heard.append] if job["call"] == "run" else []
        try:
            text = CALLS[job["call"]](json.dumps(job["exercise"]), json.dumps(job["answer"]), job["language"], *write)
            taken = round((monotonic() - before) * 1000)
            reply = {"result": json.loads(text), "heard": "".join(heard), "milliseconds": taken}
        except BaseException as error:
            reply = {"crash": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), file=replies, flush=True)


if __name__ == "__main__":
    main()
