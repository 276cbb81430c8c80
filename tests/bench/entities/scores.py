"""Scores over documents, with bootstrap intervals: how sure is it that one tagger is ahead of another?"""

import random

RESAMPLES = 1000
SEED = 5


def counts(scorer, documents, found, norm):
    """For each document (true positives, predicted, gold) of the exact spans of PER, LOC and ORG."""
    rows = []
    for document in documents:
        exact3 = total(scorer, [document], found, norm)["exact3"]
        rows.append((exact3["tp"], exact3["pred"], exact3["gold"]))
    return rows


def total(scorer, documents, found, norm):
    """All measures of the scorer over the documents together."""
    gold = [{"id": document.id, "text": document.text, "entities": document.gold} for document in documents]
    predicted = [{"id": document.id, "entities": found[document.id]} for document in documents]
    return scorer.score(gold, predicted, norm)


def f1(rows):
    hits, predicted, gold = map(sum, zip(*rows))
    return 100 * 2 * hits / (predicted + gold) if predicted + gold else 100.0


def resampled(count):
    """The documents of each resample, by number; the same ones for whoever is compared."""
    chance = random.Random(SEED)
    return [chance.choices(range(count), k=count) for _ in range(RESAMPLES)]


def interval(rows):
    """The middle 95 % of F1 over resamples of the documents."""
    return middle(f1([rows[i] for i in sample]) for sample in resampled(len(rows)))


def lead(rows, others):
    """The middle 95 % of how far F1 of the one is above that of the other, over the same resamples."""
    return middle(f1([rows[i] for i in sample]) - f1([others[i] for i in sample]) for sample in resampled(len(rows)))


def middle(values):
    ordered = sorted(values)
    return ordered[len(ordered) * 25 // 1000], ordered[len(ordered) * 975 // 1000 - 1]
