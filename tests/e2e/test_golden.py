"""What the default pipeline makes of the samples, in a form that a person can review: tests/golden/samples.txt.
ATTACHE_UPDATE_GOLDEN=1 rewrites it; the difference is what a change did."""

import os
import textwrap

from conftest import SOURCE, lines

GOLDEN = SOURCE / "tests/golden/samples.txt"


def names(document, entity_type):
    seen = dict.fromkeys(row["name"] for row in document["entities"] if row["type"] == entity_type)
    return ", ".join(seen) or "-"


def date(document, row):
    words = " ".join(document["text"][row["start"] : row["end"]].split())
    return f"{words} = {row.get('value', '?')}{' ' + row['mod'] if 'mod' in row else ''}"


def groups(document):
    """ "the two sides = China, Kazakhstan": rows of one span are the members of one group."""
    members = {}
    for row in document["collectives"]:
        span = document["text"][row["start"] : row["end"]]
        members.setdefault((row["start"], span), []).append(document["entities"][row["member"]]["name"])
    return "; ".join(f"{span} = {', '.join(meant)}" for (_, span), meant in members.items())


def actors(document, number, role):
    """Countries, or the names of those that act for none."""
    seen = dict.fromkeys(row.get("country") or document["entities"][row["entity"]]["name"]
                         for row in document["participants"] if row["event"] == number and row["role"] == role)
    return ", ".join(seen) or "-"


def events(document):
    """ "CONSULT fact KZ > CN (2024-05-20): Ministers met …" """
    for number, row in enumerate(document["events"]):
        when = f" ({document['times'][row['time']].get('value', '?')})" if "time" in row else ""
        yield (f"  * {row.get('class', '-')} {row['status']} {actors(document, number, 'source')} > "
               f"{actors(document, number, 'target')}{when}: {textwrap.shorten(row['what'], 70, placeholder=' …')}")


def digest(document):
    summary = [row["text"] for row in document["summary"]]
    return "\n".join(
        [
            f"{document['id']}: {document['title']} ({document['published'] or 'undated'})",
            *(f"  {kind} {names(document, kind)}" for kind in ("PER", "LOC", "ORG", "MISC")),
            f"  groups {groups(document) or '-'}",
            f"  dates {'; '.join(date(document, row) for row in document['times']) or '-'}",
            *events(document),
            *(f"  - {textwrap.shorten(sentence, 100, placeholder=' …')}" for sentence in summary),
            "",
        ]
    )


def test_samples(samples_run):
    produced = "\n".join(digest(document) for document in lines(samples_run / "documents.jsonl"))
    if "ATTACHE_UPDATE_GOLDEN" in os.environ:
        GOLDEN.write_text(produced, encoding="utf-8")
    assert produced == GOLDEN.read_text(encoding="utf-8")
