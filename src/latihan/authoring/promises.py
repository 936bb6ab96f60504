"""The promises of every exercise, each a function from a folder to its faults; reading holds the eighth."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from latihan.authoring.fault import Fault
from latihan.authoring.folder import Folder
from latihan.authoring.host import Host
from latihan.authoring.promise_answers import (
    also_right_passes,
    mistakes_are_named,
    solution_passes,
    solution_returns,
    starter_fails,
)
from latihan.authoring.promise_choices import choices_are_replied, replies_differ
from latihan.authoring.promise_crash import checks_stand_odd_answers, crashes_are_named, noise_is_swallowed
from latihan.authoring.promise_fields import cells_exist, fields_are_given, told_has_a_text
from latihan.authoring.promise_skeleton import languages_agree
from latihan.authoring.promise_story import story_leads_on
from latihan.authoring.trial import BROKEN, Trial

Promise = Callable[[Folder, Trial], Iterator[Fault]]

PROMISES: tuple[Promise, ...] = (
    solution_passes,
    starter_fails,
    mistakes_are_named,
    choices_are_replied,
    replies_differ,
    story_leads_on,
    fields_are_given,
    told_has_a_text,
    cells_exist,
    languages_agree,
    also_right_passes,
    crashes_are_named,
    checks_stand_odd_answers,
    noise_is_swallowed,
)


def broken_promises(folder: Folder, host: Host) -> list[Fault]:
    """Every fault of every promise, each once; a check that crashes or never ends alone, since the rest follows."""
    trial = Trial(folder, host)
    if slow := list(solution_returns(folder, trial)):
        return slow
    faults = dict.fromkeys(fault for promise in PROMISES for fault in promise(folder, trial))
    crashes: dict[int, Fault] = {}
    for fault in faults:
        if fault.what.startswith(BROKEN):
            crashes.setdefault(fault.line, fault)
    return sorted(crashes.values() or faults)
