#!/usr/bin/env python3
"""Folding: over 2,000 made-up articles with planted copies, how many of the pairs of sentences that one entry lists tell of
one event, and how many of those that do are in one entry, of dated events and of undated ones; and time and memory of the
timeline up to 200,000 articles.

compare.py [ARTICLES…]: the sizes for time and memory, 2,000 to 200,000 if none is given."""

import collections
import itertools
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from cost_of_command import cost_of  # noqa: E402

ROOT = HERE.parents[2]
WORK = ROOT / "build" / "bench" / "folding"
PROGRAM = ROOT / "build" / "release" / "attache"


def main(sizes):
    WORK.mkdir(parents=True, exist_ok=True)
    result = {"growth": []}
    print(f"{'articles':>10}{'CPU s':>8}{'s/1,000':>9}{'KiB at most':>13}")
    for count in sizes or (2000, 20_000, 200_000):
        cost = export(annotated(count))
        result["growth"].append({"articles": count, "cpu_seconds": cost.cpu, "peak_kib": cost.peak})
        print(f"{count:10}{cost.cpu:8.1f}{1000 * cost.cpu / count:9.3f}{cost.peak:13}")
    print()
    run = annotated(2000)
    export(run)
    articles = {made["id"]: made for made in map(json.loads, open(f"{run}.jsonl", encoding="utf-8"))}
    timeline = json.loads((run / "timeline.json").read_text(encoding="utf-8"))
    for part, is_undated in (("entries", False), ("undated", True)):
        result[part] = score(articles, timeline[part], is_undated)
        show(part, result[part])
    (ROOT / "build" / "bench" / "folding.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def annotated(count):
    """A run without a timeline over so many articles."""
    run = WORK / str(count)
    subprocess.run([sys.executable, HERE / "generate.py", str(count), f"{run}.jsonl"], check=True)
    subprocess.run([PROGRAM, "run", HERE.parent / "timelines" / "annotate.toml", f"{run}.jsonl", "-o", run, "--overwrite",
                    "-q"], check=True)
    return run


def export(run):
    """What the export of the timeline costs; the reading of the documents is part of it."""
    return cost_of(PROGRAM, "export", HERE.parent / "timelines" / "ours.toml", run)


def score(articles, entries, is_undated):
    """Pairs of an original's sentence with another's: found, right, and wanted, by how the other was made. Undated
    sentences are told only where an event is found in them: both must be."""
    event_of = {}
    for made in articles.values():
        for words, name in made["told"]:
            if name.endswith("u") != is_undated:
                continue
            start = made["text"].index(words)
            event_of[made["id"], start] = name
    entry_of = collections.defaultdict(set)
    right = found = 0
    for number, entry in enumerate(entries):
        sources = entry["sources"] + [s for other in entry.get("other_dates", []) for s in other["sources"]]
        known = [(s["document"], s["start"]) for s in sources if (s["document"], s["start"]) in event_of]
        for key in known:
            entry_of[key].add(number)
        for one, other in itertools.combinations(known, 2):
            found += 1
            right += event_of[one] == event_of[other]
    by_event = collections.defaultdict(list)
    for key, name in event_of.items():
        by_event[name].append(key)
    wanted, together = collections.Counter(), collections.Counter()
    for keys in by_event.values():
        original = next((key for key in keys if key[0].endswith("-original")), None)
        for key in keys:
            if original and key != original and (not is_undated or entry_of[key] and entry_of[original]):
                kind = articles[key[0]]["kind"]
                wanted[kind] += 1
                together[kind] += bool(entry_of[key] & entry_of[original])
    return {"precision": right / found, "recall": {kind: together[kind] / wanted[kind] for kind in wanted},
            "recall of all": sum(together.values()) / sum(wanted.values())}


def show(part, scores):
    print(f"{part}: precision of folding {scores['precision']:.3f}, recall {scores['recall of all']:.3f}")
    for kind, recall in scores["recall"].items():
        print(f"  {kind:10} {recall:.3f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
