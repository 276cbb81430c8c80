#!/usr/bin/env python3
"""Our tagger beside spaCy and CoreNLP, in one run: F1 on documents kept from training, and each one's cost."""

import argparse
import importlib.util
import json
import pathlib
import subprocess

import cost
import documents
import models
import report
import scores
import taggers

ROOT = pathlib.Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
BUILD = ROOT / "build" / "bench"
WORK = BUILD / "entities"
RELEASE = ROOT / "build" / "release"
PROGRAM = RELEASE / "attache"
RECIPES = ROOT / "models" / "entities"
HELD_OUT = RECIPES / "held_out.tsv"
NEWSPAPERS = "worldwide_train"


def main():
    options = read_options()
    if not SHARED.is_dir():
        return print("skipped: the labelled documents and their scorer are in ../shared, which is not there")
    WORK.mkdir(parents=True, exist_ok=True)
    texts = documents.held_out(HELD_OUT, SHARED / "data" / "entities", options.part)
    default, clean = (models.plugin_path(RECIPES / f"{recipe}.toml", HELD_OUT, SHARED / "data", RELEASE, WORK)
                      for recipe in ("default", "clean"))
    ours = [taggers.ours("Attaché", PROGRAM, default, timed=True),
            taggers.ours("Attaché, clean", PROGRAM, clean, timed=False)]
    peers = had_peers()
    result = {"part": options.part, "scores": all_scores(texts, [*ours, *peers])}
    report.show_scores(result)
    as_run = taggers.ours_as_run(PROGRAM, default, WORK)
    timed = [tagger for tagger in [*ours, as_run, *peers] if tagger.timed]
    newspapers = [text for text in texts if text.set == NEWSPAPERS]
    result["costs"] = {kind: {tagger.name: cost.of(tagger, some, WORK) for tagger in timed}
                       for kind, some in (("newspapers' articles", newspapers), ("texts of all kinds", texts))}
    report.show_costs(result["costs"])
    (BUILD / "entities.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_options():
    parser = argparse.ArgumentParser(prog="./dev bench entities", description=__doc__)
    parser.add_argument("--part", choices=["dev", "test"], default="dev",
                        help="the held-out documents to score on; test is for the end only (default: %(default)s)")
    return parser.parse_args()


def had_peers():
    """Those peers that the registries give."""
    peers = []
    for name, get in (("spaCy", lambda: [taggers.spacy(BUILD)]), ("CoreNLP", lambda: taggers.corenlp(BUILD))):
        try:
            peers += get()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{name} is left out, since it cannot be had: {error}")
    return peers


def all_scores(texts, compared):
    """Set by set: every measure of each tagger, and how far the first one is ahead of the best of its peers."""
    scorer = load_scorer()
    names = {tagger.name: tagger.names(texts, WORK) for tagger in compared}
    result = {}
    for set_name in sorted({text.set for text in texts}):
        of_set = [text for text in texts if text.set == set_name]
        rows = {tagger.name: best_counts(scorer, of_set, names[tagger.name], not tagger.peer) for tagger in compared}
        peers = {tagger.name: rows[tagger.name][0] for tagger in compared if tagger.peer}
        result[set_name] = {"documents": len(of_set), "taggers": {
            name: {"f1": scores.f1(counts), "interval": scores.interval(counts), "normalised": norm,
                   "exact": scores.total(scorer, of_set, names[name], False),
                   "norm": scores.total(scorer, of_set, names[name], True)} for name, (counts, norm) in rows.items()}}
        if peers:
            result[set_name]["lead"] = lead_over_best(rows[compared[0].name][0], peers)
    return result


def load_scorer():
    specification = importlib.util.spec_from_file_location("score_entities", SHARED / "measure" / "score_entities.py")
    scorer = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(scorer)
    return scorer


def best_counts(scorer, texts, found, letter_for_letter):
    """Counts by document, and whether they are of normalised spans.

    Peers have what is better for them, since some take "the" into the span."""
    norms = [False] if letter_for_letter else [False, True]
    return max(((scores.counts(scorer, texts, found, norm), norm) for norm in norms), key=lambda way: scores.f1(way[0]))


def lead_over_best(ours, peers):
    best = max(peers, key=lambda name: scores.f1(peers[name]))
    low, high = scores.lead(ours, peers[best])
    verdict = "ahead" if low > 0 else "behind" if high < 0 else "level"
    by = scores.f1(ours) - scores.f1(peers[best])
    return {"over": best, "by": by, "interval": [low, high], "verdict": verdict}


if __name__ == "__main__":
    main()
