#!/usr/bin/env python3
"""Briefings of made-up articles with planted copies: processor time of keyphrases and of the briefing for a megabyte of text,
and peak memory of the export, which hardly grows with the number of articles.

measure.py [ARTICLES…]: the numbers of articles, 2,000 and 10,000 if none is given."""

import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from cost_of_command import cost_of  # noqa: E402

ROOT = HERE.parents[2]
WORK = ROOT / "build" / "bench" / "briefing"
PROGRAM = ROOT / "build" / "release" / "attache"
OF_ALL = []
OF_A_PAIR = ['--set=briefing.countries=["KZ", "CN"]']


def seconds_of(run, plugin):
    plugins = json.loads((run / "run.json").read_text(encoding="utf-8"))["plugins"]
    return next(one["seconds"] for one in plugins if one["name"] == plugin)


def export(run, settings):
    """What an export of the briefing costs; the reading of the documents is part of it."""
    return cost_of(PROGRAM, "export", HERE / "briefing.toml", run, *settings)


def main(counts):
    WORK.mkdir(parents=True, exist_ok=True)
    print(f"{'articles':>10}{'MB':>7}{'keyphrases s/MB':>17}{'briefing':>13}{'CPU s/MB':>10}{'KiB at most':>13}{'bullets':>9}")
    for count in counts or (2000, 10_000):
        run, articles = WORK / str(count), WORK / f"{count}.jsonl"
        subprocess.run([sys.executable, HERE.parent / "folding" / "generate.py", str(count), articles], check=True)
        subprocess.run([PROGRAM, "run", HERE / "annotate.toml", articles, "-o", run, "--overwrite", "-q", "-j", "1"], check=True)
        with open(articles, encoding="utf-8") as made:
            megabytes = sum(len(json.loads(line)["text"].encode()) for line in made) / 1e6
        phrases = seconds_of(run, "keyphrases") / megabytes
        for name, settings in (("of all", OF_ALL), ("of a pair", OF_A_PAIR)):
            cost = export(run, settings)
            bullets = (run / "briefing.md").read_text(encoding="utf-8").count("\n- **")
            print(f"{count:10}{megabytes:7.1f}{phrases:17.3f}{name:>13}{cost.cpu / megabytes:10.3f}{cost.peak:13}{bullets:9}")


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]])
