#!/usr/bin/env python3
"""Timelines of long collections beside hand-made ones: date F1 and ROUGE of our ranking of days and of the two baselines of
the literature, publication and mention count, with the same selection of sentences; and what the timeline costs.

Topics are ../shared/data/timelines/docs_NAME.jsonl with tl_NAME.jsonl: persons over many years. Affairs, which are told nearly
day by day, are affairs/NAME.AFFAIR.tsv with the part of these documents that appeared from the first day to two weeks after
the last. Numbers of days and of sentences a day are those of the hand-made timeline, as is usual (Gholipour Ghalandari &
Ifrim, ACL 2020)."""

import datetime
import json
import pathlib
import re
import resource
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.append(str(ROOT / "tests" / "bench" / "entities"))
import environment  # noqa: E402

HERE = pathlib.Path(__file__).parent
SHARED = ROOT.parent / "shared"
BUILD = ROOT / "build" / "bench"
WORK = BUILD / "timelines"
PROGRAM = ROOT / "build" / "release" / "attache"
# Weights and limits of plugins/timeline/timeline were chosen without these.
UNSEEN = {"ent_Dmitry_Medvedev", "ent_Hassan_Rouhani", "ent_Julian_Assange", "ent_Nawaz_Sharif"}
RANKINGS = ("publications", "mentions", "salience")
MEASURES = ("date", "concat1", "concat2", "align1", "align2")


def main():
    folder = SHARED / "data" / "timelines"
    if not folder.is_dir():
        return print("skipped: the collections and their scorer are in ../shared, which is not there")
    WORK.mkdir(parents=True, exist_ok=True)
    python = scorer_python()
    topics = [path.stem.removeprefix("docs_") for path in sorted(folder.glob("docs_*.jsonl"))]
    gold = {topic: read_lines(folder / f"tl_{topic}.jsonl") for topic in topics}
    megabytes = sum(annotate(topic, documents_of(folder, topic)) for topic in topics) / 1e6
    affairs = {path.stem: [affair(path)] for path in sorted((HERE / "affairs").glob("*.tsv"))}
    for name, (timeline,) in affairs.items():
        annotate(name, told_in(timeline, documents_of(folder, name.split(".")[0])))
    result = {}
    for kind, timelines in (("persons", gold), ("affairs", affairs)):
        for part, is_unseen in (("development", False), ("unseen", True)):
            chosen = {name: timelines[name] for name in timelines if (name.split(".")[0] in UNSEEN) == is_unseen}
            for ranking in RANKINGS:
                result[f"{kind} {part} {ranking}"] = score(python, chosen, ranking)
    show(result)
    result["cpu_seconds_per_megabyte"] = cost(topics) / megabytes
    print(f"timeline alone: {result['cpu_seconds_per_megabyte']:.3f} CPU s/MB over {megabytes:.1f} MB of text")
    (BUILD / "timelines.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def scorer_python():
    """A Python with the stemmer that the scorer needs."""
    return environment.python_with(WORK / "venv", ["nltk==3.9.1"])


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def documents_of(folder, topic):
    return read_lines(folder / f"docs_{topic}.jsonl")


def affair(path):
    """A hand-made timeline of ours: a line a day, with its sentences after a tab."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return {"topic": path.stem, "timeline": [{"date": day, "summary": re.split(r"(?<=\.) ", what)} for day, what in rows]}


def told_in(timeline, documents):
    """The documents that appeared while the affair went on or shortly after."""
    days = [entry["date"] for entry in timeline["timeline"]]
    last = (datetime.date.fromisoformat(days[-1]) + datetime.timedelta(14)).isoformat()
    return [document for document in documents if days[0] <= document["date"] <= last]


def annotate(name, documents):
    """Makes a run of the documents. Returns the size of their text in bytes."""
    with open(WORK / f"{name}.jsonl", "w", encoding="utf-8") as file:
        for document in documents:
            fields = {"id": document["id"], "published": document["date"], "title": document.get("title") or "",
                      "text": document["text"]}
            file.write(json.dumps(fields) + "\n")
    subprocess.run([PROGRAM, "run", HERE / "annotate.toml", WORK / f"{name}.jsonl", "-o", WORK / name, "--overwrite",
                    "-q"], check=True)
    return sum(len(document["text"].encode()) for document in documents)


def limits(gold):
    """Days, and sentences a day, of a hand-made timeline."""
    if "timeline" in gold:
        days = len({entry["date"] for entry in gold["timeline"]})
        return days, max(1, round(sum(len(entry["summary"]) for entry in gold["timeline"]) / days))
    days = len(gold["dates"])
    return days, max(1, round(len(re.findall(r"[.!?]['\"’”]?(?=\s|[A-Z-]|$)", gold["concat"])) / days))


def export(topic, days, sentences, ranking):
    subprocess.run([PROGRAM, "export", HERE / "ours.toml", WORK / topic, "--set", f"timeline.max_dates={days}", "--set",
                    f"timeline.sentences_per_date={sentences}", "--set", f"timeline.rank_dates_by={ranking}"],
                   check=True, stdout=subprocess.DEVNULL)


def timeline(topic, gold, ranking):
    export(topic, *limits(gold), ranking)
    by_day = {}
    for entry in json.loads((WORK / topic / "timeline.json").read_text(encoding="utf-8"))["entries"]:
        by_day.setdefault(entry["begin"], []).append(entry["what"])
    return {"topic": gold["topic"], "timeline": [{"date": day, "summary": what} for day, what in by_day.items()]}


def score(python, timelines, ranking):
    gold, found = [], []
    for name, hand_made in timelines.items():
        for one in hand_made:
            gold.append(one)
            found.append(timeline(name, one, ranking))
    paths = [WORK / "gold.jsonl", WORK / "found.jsonl"]
    for path, rows in zip(paths, (gold, found)):
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    scorer = SHARED / "measure" / "score_timelines.py"
    scores = json.loads(subprocess.run([python, scorer, *paths, "--json"], check=True, capture_output=True).stdout)
    return {measure: scores[measure]["F"] for measure in MEASURES if measure in scores}


def show(result):
    print(f"{'F1, in per cent':34}" + "".join(f"{measure:>9}" for measure in MEASURES))
    for name, scores in result.items():
        cells = (f"{100 * scores[measure]:9.1f}" if measure in scores else f"{'-':>9}" for measure in MEASURES)
        print(f"{name:34}" + "".join(cells))
    if any("align1" not in scores for scores in result.values()):
        print("-: those of persons do not tell which sentence belongs to which day")


def cpu_seconds(config, topic, *settings):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([PROGRAM, "export", config, WORK / topic, *settings], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cost(topics):
    """Processor seconds of the timeline over all topics: an export with it, less one of the documents alone."""
    settings = ["--set", "timeline.max_dates=30", "--set", "timeline.sentences_per_date=2"]
    return sum(cpu_seconds(HERE / "ours.toml", topic, *settings) - cpu_seconds(HERE / "annotate.toml", topic)
               for topic in topics)


if __name__ == "__main__":
    main()
