#!/usr/bin/env python3
"""Our tagger of dates beside HeidelTime and SUTime, in one run: F1 on documents kept from development, our errors by kind,
and cost."""

import collections
import dataclasses
import importlib.util
import json
import pathlib
import re
import subprocess
import sys

import taggers

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.append(str(ROOT / "tests" / "bench" / "entities"))
import cost  # noqa: E402
import documents  # noqa: E402
import report  # noqa: E402

SHARED = ROOT.parent / "shared"
BUILD = ROOT / "build" / "bench"
WORK = BUILD / "dates"
HELD_OUT = pathlib.Path(__file__).parent / "held_out.tsv"
LARGEST = 8
AIM = 500  # times our processor time that HeidelTime is to take at least
MEASURES = (("relaxed", "span, relaxed"), ("value", "value"), ("nvalue", "value, normalised"))


@dataclasses.dataclass
class Document(documents.Document):
    published: str = ""


def main():
    if not SHARED.is_dir():
        return print("skipped: the labelled documents and their scorer are in ../shared, which is not there")
    WORK.mkdir(parents=True, exist_ok=True)
    texts = held_out()
    compared = [taggers.ours(ROOT / "build" / "release" / "attache"), *had_peers()]
    found = {tagger.name: tagger.dates(texts, WORK) for tagger in compared}
    result = {"scores": all_scores(texts, found), "errors": our_errors(texts, found["Attaché"])}
    show_scores(result["scores"])
    show_errors(result["errors"])
    long_texts = [text for text in texts if text.set.startswith("gum")]
    result["costs"] = {tagger.name: cost.of(tagger, long_texts, WORK) for tagger in compared}
    show_costs(result["costs"])
    (BUILD / "dates.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def held_out():
    """The documents of the table; those of GUM that are news are a set of their own.

    Biographies, court cases and the like have no publication date that their expressions could count from."""
    wanted = collections.defaultdict(set)
    for line in HELD_OUT.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            set_name, id = line.split("\t")
            wanted["gum_news_dates" if id.startswith("GUM_news") else set_name].add(id)
    texts = []
    for set_name, ids in sorted(wanted.items()):
        for labelled in documents.labelled_documents(SHARED / "data" / "dates" / f"{set_name}.jsonl", ids):
            date = "" if set_name == "gum_dates" else labelled.get("dct") or ""
            texts.append(Document(str(len(texts)), set_name, labelled["text"], labelled["timex"], date))
    return texts


def had_peers():
    """HeidelTime and SUTime, if the registry gives them."""
    try:
        return taggers.peers(WORK, BUILD / "maven")
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"HeidelTime and SUTime are left out, since they cannot be had: {error}")
        return []


def sets_of(texts):
    """Set by set: its name, its gold, and how to cut what was found down to it, as the scorer takes both."""
    for set_name in sorted({text.set for text in texts}):
        of_set = [text for text in texts if text.set == set_name]
        yield (set_name, {text.id: {"timex": text.gold} for text in of_set},
               lambda found, of_set=of_set: {text.id: {"timex": found[text.id]} for text in of_set})


def all_scores(texts, found):
    """Set by set, every measure of each tagger."""
    scorer = load_scorer()
    return {set_name: {name: scorer.table(scorer.score(gold, cut(dates))) for name, dates in found.items()}
            for set_name, gold, cut in sets_of(texts)}


def our_errors(texts, ours):
    """Set by set, how often each kind of error is ours, the largest first: what went wrong, and what both values look
    like."""
    scorer = load_scorer()
    errors = {}
    for set_name, gold, cut in sets_of(texts):
        collected = []
        scorer.score(gold, cut(ours), collected)
        kinds = collections.Counter((what, looks(wanted), looks(given))
                                    for _, what, wanted, given in collected if what != "span")
        errors[set_name] = [[*kind, count] for kind, count in kinds.most_common()]
    return errors


def looks(timex):
    """"9999-99" for "2024-05"."""
    if timex is None:
        return ""
    return re.sub(r"\d", "9", timex.get("value") or "unresolved")


def load_scorer():
    specification = importlib.util.spec_from_file_location("score_dates", SHARED / "measure" / "score_dates.py")
    scorer = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(scorer)
    return scorer


def show_scores(scores):
    names = list(next(iter(scores.values())))
    rows = [["set", "measure", "gold", *names]]
    for set_name, measured in scores.items():
        rows += [[set_name, label, str(measured[names[0]]["gold"]),
                  *(f"{measured[name][key][2]:.1f}" for name in names)] for key, label in MEASURES]
    report.table(rows)
    print("\nF1 of the scorer. GUM marks only what can be resolved, and writes periods as pairs of days; Recognizers and\n"
          "chrono are commands to assistants and write values of their own: compare along the lines, not down.\n"
          "HeidelTime reads CoreNLP's parts of speech, since TreeTagger is not in a registry.\n", flush=True)


def show_errors(errors):
    rows = [["set", "error", "gold", "ours", "times"]]
    for set_name, kinds in errors.items():
        rows += [[set_name, what, wanted, given, str(count)] for what, wanted, given, count in kinds[:LARGEST]]
    report.table(rows)
    print(f"\nOurs: the {LARGEST} largest kinds of errors in each set; a digit stands as 9.\n", flush=True)


def show_costs(costs):
    rows = [["", "CPU s/MB", "measured on", "start-up", "peak memory"]]
    rows += [[name, f"{cost['cpu_per_mb']:.3f}", f"{cost['mb']:.1f} MB", f"{1000 * cost['start']:.0f} ms",
              f"{cost['memory']:.0f} MB"] for name, cost in costs.items()]
    report.table(rows)
    print("\nOne core; the whole process, documents in and dates out, less its start over one tiny document.")
    if "HeidelTime" in costs:
        ratio = costs["HeidelTime"]["cpu_per_mb"] / costs["Attaché"]["cpu_per_mb"]
        print(f"HeidelTime takes {ratio:.0f} times our processor time; aim: at least {AIM} times"
              f"{report.verdict(ratio >= AIM)}")


if __name__ == "__main__":
    main()
