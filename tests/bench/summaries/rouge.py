"""Reads {"references": {id: […]}, "summaries": {id: text}} and writes {id: [ROUGE-1, ROUGE-2, ROUGE-L]}: F1 in percent, of
stems, against the best of several references. Runs in an environment that has rouge-score."""

import json
import sys

from rouge_score import rouge_scorer

KINDS = ["rouge1", "rouge2", "rougeL"]


def main():
    scorer = rouge_scorer.RougeScorer(KINDS, use_stemmer=True)
    task = json.load(sys.stdin)
    scores = {}
    for id, summary in task["summaries"].items():
        score = scorer.score_multi(task["references"][id], summary)
        scores[id] = [100 * score[kind].fmeasure for kind in KINDS]
    json.dump(scores, sys.stdout)


if __name__ == "__main__":
    main()
