"""The timeline of the samples beside one made by hand: tests/golden/storylines.txt, which says of each event whether it was
found. ATTACHE_UPDATE_GOLDEN=1 rewrites the program's lines in it."""

import json
import os
import re
import textwrap

from conftest import SOURCE

GOLDEN = SOURCE / "tests/golden/storylines.txt"
EVENT = re.compile(r"(\d{4}-\d\d-\d\d)  .* \[(.*)\]")


def plain(text):
    return text.replace("’", "'").lower()


def date_of(entry):
    return entry["begin"] if entry["begin"] == entry["finish"] else f"{entry['begin']} to {entry['finish']}"


def describe(verdict, entry):
    others = "".join(f", elsewhere {date_of(other)}" for other in entry.get("other_dates", []))
    sources = ", ".join(dict.fromkeys(source["document"].split("/")[-1] for source in entry["sources"]))
    return [f"    {verdict} {date_of(entry)}{others} ({sources})",
            f"        {textwrap.shorten(entry['what'], 130, placeholder=' …')}"]


def judge(day, words, timeline):
    """The program's lines for an event, and whether it is listed under its day: the entries that tell of it, those of its day
    first; without any the unresolved dates of sentences that do."""
    def tells(told):
        return all(plain(word) in plain(told["what"]) for word in words)

    told = [entry for entry in timeline["entries"] if tells(entry)]
    right = [entry for entry in told if entry["begin"] <= day <= entry["finish"]]
    wrong = [entry for entry in told if entry not in right]
    judged = [line for entry in right for line in describe("found", entry)]
    judged += [line for entry in wrong for line in describe("also under" if right else "under another date", entry)]
    if not told:
        judged = [f"    unresolved: \"{open['expression']}\" ({open['source']['document'].split('/')[-1]})"
                  for open in timeline["unresolved"] if tells(open)]
    return judged or ["    missing"], bool(right)


def test_what_a_reader_would_list(samples_run):
    timeline = json.loads((samples_run / "timeline.json").read_text(encoding="utf-8"))
    kept = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines()
            if not line.startswith(("    ", "== in all"))]
    while not kept[-1]:
        kept.pop()
    produced, found, events = [], 0, 0
    for line in kept:
        produced.append(line)
        if event := EVENT.fullmatch(line):
            judged, right = judge(event[1], event[2].split("; "), timeline)
            produced += judged
            found += right
            events += 1
    produced += ["", f"== in all: {found} of {events} events under their date; {len(timeline['entries'])} entries", ""]
    if "ATTACHE_UPDATE_GOLDEN" in os.environ:
        GOLDEN.write_text("\n".join(produced), encoding="utf-8")
    assert "\n".join(produced) == GOLDEN.read_text(encoding="utf-8")
