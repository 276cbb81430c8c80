"""The labelled sentences, and what the program finds in them."""

import dataclasses
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]
TABLES = ROOT / "tests" / "plugins"
ORGANISATIONS = {"UN", "EU"}
CONFIG = """
[[stage]]
name = "ingest"
plugins = ["jsonl"]
[[stage]]
name = "tag"
plugins = ["sentences", "dates", "entities", "quotes", "events"]
"""


@dataclasses.dataclass(frozen=True)
class Event:
    label: str  # "" if none
    status: str
    sources: tuple
    targets: tuple
    place: str = ""
    time: str = ""

    def pairs(self):
        """Of two countries: organisations, which have no code, count for nothing."""
        return {(source, target) for source, target in self.all_pairs() if source != target}

    def all_pairs(self):
        """Also of a country with itself."""
        return {(source, target) for source in self.sources for target in self.targets
                if not {source, target} & ORGANISATIONS}


@dataclasses.dataclass(frozen=True)
class Case:
    id: int
    text: str
    gold: tuple

    def held_out(self):
        return self.id % 2 == 1


def rows(table):
    for line in (TABLES / table).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            number, text, labels = line.split("\t")
            yield int(number), text, labels


def parse_event(label):
    name, status, actors, *more = label.split(" ")
    more = " ".join(more)
    place, _, time = more.partition("=")
    place = place.strip().removeprefix("@")
    source, target = (tuple(code for code in side.split(",") if code != "-") for side in actors.split(">"))
    return Event(name, status, source, target, place, time.strip())


def events(table="events_cases.tsv"):
    return [Case(number, text, () if labels == "none" else tuple(map(parse_event, labels.split(" | "))))
            for number, text, labels in rows(table)]


def quotes():
    return [Case(number, text, () if labels == "none" else tuple(tuple(q.split("|")) for q in labels.split(" ; ")))
            for number, text, labels in rows("quotes_cases.tsv")]


def annotated(program, texts, work):
    """One document for each text, in order."""
    config = work / "events.toml"
    config.write_text(CONFIG)
    lines = "".join(json.dumps({"id": str(i), "text": text, "published": "2024-05-20"}) + "\n"
                    for i, text in enumerate(texts))
    done = subprocess.run([program, "stream", config], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def found_events(document):
    """As `Event`s; an actor without a country counts for nothing."""
    text = document["text"]
    sides = [{"source": [], "target": []} for _ in document["events"]]
    for row in document["participants"]:
        if row.get("country"):
            sides[row["event"]][row["role"]].append(row["country"])
    found = []
    for row, side in zip(document["events"], sides):
        place = document["entities"][row["place"]] if "place" in row else None
        time = document["times"][row["time"]] if "time" in row else {}
        found.append(Event(row.get("class", ""), row["status"], tuple(side["source"]), tuple(side["target"]),
                           text[place["start"]:place["end"]] if place else "", time.get("value", "")))
    return found


def found_quotes(document):
    text = document["text"]
    found = []
    for row in document["quotes"]:
        speaker = document["entities"][row["speaker"]] if "speaker" in row else None
        found.append((row["kind"], text[row["start"]:row["end"]], text[speaker["start"]:speaker["end"]] if speaker else "-"))
    return found


def first_two_countries(document):
    """The baseline: the first two countries that are named, the first as source."""
    named = []
    for row in document["entities"]:
        code = row.get("country")
        if code and row.get("kind") in ("country", "nationality") and code not in named:
            named.append(code)
    return {(named[0], named[1])} if len(named) > 1 else set()
