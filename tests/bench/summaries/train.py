#!/usr/bin/env python3
"""Learns what the concepts of an article are worth in a summary, and writes it where the summarizer is built from:
logistic regression on articles with reference summaries, part dev of CNN/DailyMail; without chance."""

import json
import pathlib
import subprocess

import numpy

import compare

HERE = pathlib.Path(__file__).parent
HEADER = compare.ROOT / "plugins" / "summarize" / "salience" / "concept_weights.h"
PLUGINS = compare.ROOT / "build" / "release" / "bench"
PENALTY = 1  # of the square of each weight, once features have deviation 1
STEPS = 12
LINE = 120

FRAME = """\
// What each kind of evidence says for a concept: how much it adds to the logarithm of the odds that a summary tells it.
// Made by `./dev bench summary_weights`; do not edit.
#pragma once

#include "evidence.h"

namespace summarize {{

struct ConceptWeights {{
    double bias;
    Features of_features;
}};

constexpr ConceptWeights word_weights{{
    {words}}};

constexpr ConceptWeights pair_weights{{
    {pairs}}};

}}  // namespace summarize
"""


def main():
    if not compare.DATA.is_dir():
        return print("skipped: the articles with summaries are in ../shared, which is not there")
    told, pair, features = evidence()
    texts = {}
    for kind, chosen in (("words", ~pair), ("pairs", pair)):
        bias, weights = learned(features[chosen], told[chosen])
        texts[kind] = f"{bias:.3f}, {{" + ", ".join(f"{weight:.3f}" for weight in weights) + "}"
        print(f"{kind}: {chosen.sum()}, of which {told[chosen].mean():.1%} are told")
    HEADER.write_text(FRAME.format(**texts), encoding="utf-8")
    print(f"wrote {HEADER.relative_to(compare.ROOT)}")


def evidence():
    """Of each concept of each article: whether the reference tells it, whether it is a pair, its features."""
    lines = []
    with open(compare.DATA / "docs_cnndm.jsonl", encoding="utf-8") as articles:
        for article in map(json.loads, articles):
            if compare.part_of(article["id"]) == "dev":
                lines.append(json.dumps({"id": article["id"], "text": article["text"],
                                         "reference": "\n".join(article["reference"])}))
    output = subprocess.run([compare.PROGRAM, "stream", HERE / "evidence.toml", "--jobs", "1", "--plugin-path", PLUGINS],
                            input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True).stdout
    rows = [row for line in output.splitlines() for row in json.loads(line)["concepts"]]
    return (numpy.array([row["told"] for row in rows]), numpy.array([row["pair"] for row in rows]) > 0,
            numpy.array([row["features"].split() for row in rows], float))


def learned(features, told):
    """Newton's method. What never differs has no weight."""
    spread = features.std(axis=0)
    spread[spread == 0] = numpy.inf
    scaled = numpy.column_stack([numpy.ones(len(told)), (features - features.mean(axis=0)) / spread])
    penalty = PENALTY * numpy.eye(scaled.shape[1])
    penalty[0, 0] = 0
    weights = numpy.zeros(scaled.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + numpy.exp(-scaled @ weights))
        slope = scaled.T @ (told - chance) - penalty @ weights
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + penalty
        weights += numpy.linalg.solve(curve, slope)
    result = weights[1:] / spread
    return weights[0] - result @ features.mean(axis=0), result


if __name__ == "__main__":
    main()
