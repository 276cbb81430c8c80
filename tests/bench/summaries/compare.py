#!/usr/bin/env python3
"""Our summarizer beside the first sentences, the first words, and sumy's LexRank and TextRank, in one run: ROUGE on articles
kept from development, with intervals, and cost.

An article is kept from development, part test, if the SHA-1 of its id is an odd number."""

import argparse
import dataclasses
import hashlib
import json
import pathlib
import random
import subprocess
import sys

import summarizers

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.append(str(ROOT / "tests" / "bench" / "entities"))
import cost  # noqa: E402
import documents  # noqa: E402
import environment  # noqa: E402
import report  # noqa: E402

DATA = ROOT.parent / "shared" / "data" / "summaries"
BUILD = ROOT / "build" / "bench"
WORK = BUILD / "summaries"
PROGRAM = ROOT / "build" / "release" / "attache"
SETS = ("cnndm", "xsum")
RESAMPLES = 2000
AIM = 100  # times our processor time that LexRank is to take at least


@dataclasses.dataclass
class Document(documents.Document):
    sentences: list = dataclasses.field(default_factory=list)


def main():
    part = read_part()
    if not DATA.is_dir():
        return print("skipped: the articles with summaries are in ../shared, which is not there")
    WORK.mkdir(parents=True, exist_ok=True)
    python = environment.python_with(BUILD / "summaries-venv", summarizers.PACKAGES)
    texts = {name: read_articles(name, part) for name in SETS}
    result = {"part": part, "scores": {}}
    for budget in ("words", "sentences"):
        for name, articles in texts.items():
            scores = all_scores(python, articles, budget)
            result["scores"][f"{name}, {summarizers.size_of(budget)} {budget}"] = scores
            show_scores(f"{name}: {len(articles)} articles, {summarizers.size_of(budget)} {budget}", scores)
    print(f"Part {part}. F1 of rouge-score with stems. In brackets, the middle 95 % of our lead over {RESAMPLES} bootstrap\n"
          "resamples of the articles.\n", flush=True)
    result["costs"] = costs(python, texts["cnndm"])
    show_costs(result["costs"])
    (BUILD / "summaries.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_part():
    parser = argparse.ArgumentParser(prog="./dev bench summaries", description=__doc__)
    parser.add_argument("--part", choices=["dev", "test"], default="dev",
                        help="the articles to score on; test is for the end only (default: %(default)s)")
    return parser.parse_args().part


def read_articles(name, part):
    with open(DATA / f"docs_{name}.jsonl", encoding="utf-8") as lines:
        articles = [Document(article["id"], name, article["text"], article["reference"])
                    for article in map(json.loads, lines) if part_of(article["id"]) == part]
    splitter = summarizers.splitter(PROGRAM)
    for article, line in zip(articles, summarizers.json_lines(splitter.command, splitter.input(articles, WORK))):
        article.sentences = [article.text[row["start"]:row["end"]] for row in line["sentences"]]
    return articles


def part_of(id):
    return "test" if int(hashlib.sha1(id.encode()).hexdigest(), 16) % 2 else "dev"


def all_scores(python, articles, budget):
    """The scores of each article, by summarizer; ours first."""
    found = {}
    for summarizer in [summarizers.ours(PROGRAM, budget), *summarizers.sumy(python, budget)]:
        found[summarizer.name] = summarizer.summaries(articles, WORK)
    found["first sentences"] = {article.id: summarizers.lead(article, budget) for article in articles}
    if budget == "words":
        over = [id for id, text in found["Attaché"].items() if len(text.split()) > summarizers.WORDS]
        if over:
            raise SystemExit(f"the summary of {over[0]} has more than {summarizers.WORDS} words")
        found["first words"] = {article.id: summarizers.cut(article.text) for article in articles}
        found = {name: {id: summarizers.cut(text) for id, text in texts.items()} for name, texts in found.items()}
    references = {article.id: article.gold for article in articles}
    return {name: rouge(python, references, texts) for name, texts in found.items()}


def rouge(python, references, texts):
    task = json.dumps({"references": references, "summaries": texts})
    output = subprocess.run([python, summarizers.HERE / "rouge.py"], input=task.encode(), stdout=subprocess.PIPE,
                            check=True).stdout
    scores = json.loads(output)
    return [scores[id] for id in references]


def mean(scores):
    return [sum(column) / len(scores) for column in zip(*scores)]


def lead_over(ours, theirs):
    """For each measure: by how much ours is ahead, and the ends of its interval."""
    differences = [[a - b for a, b in zip(*rows)] for rows in zip(ours, theirs)]
    chance = random.Random(5)
    means = [mean(chance.choices(differences, k=len(differences))) for _ in range(RESAMPLES)]
    ends = [(sorted(column)[RESAMPLES // 40], sorted(column)[-RESAMPLES // 40 - 1]) for column in zip(*means)]
    return list(zip(mean(differences), ends))


def show_scores(title, scores):
    ours = scores["Attaché"]
    rows = [[title, "ROUGE-1", "ROUGE-2", "ROUGE-L", "our lead in ROUGE-1", "ROUGE-2", "ROUGE-L"]]
    for name, theirs in scores.items():
        leads = [""] * 3 if theirs is ours else [f"{by:+.1f} [{low:+.1f}, {high:+.1f}]"
                                                 for by, (low, high) in lead_over(ours, theirs)]
        rows.append([name, *(f"{value:.1f}" for value in mean(theirs)), *leads])
    report.table(rows)
    print(flush=True)


def costs(python, articles):
    measured = {summarizer.name: cost.of(summarizer, articles, WORK)
                for summarizer in [summarizers.ours(PROGRAM, "words"), summarizers.splitter(PROGRAM),
                                   *summarizers.sumy(python, "words")]}
    return {name: figures["cpu_per_mb"] for name, figures in measured.items()}


def show_costs(costs):
    report.table([["", "CPU s/MB"], *([name, f"{seconds:.4f}"] for name, seconds in costs.items())])
    alone = costs["Attaché"] - costs["sentences alone"]
    ratio = costs["sumy LexRank"] / alone
    print(f"\nOne core; the whole process less its start over one tiny document; sumy is given its sentences, ours splits\n"
          f"them itself. What summaries add: {alone:.4f} s/MB. LexRank takes {ratio:.0f} times that; aim: at least "
          f"{AIM}{report.verdict(ratio >= AIM)}")


if __name__ == "__main__":
    main()
