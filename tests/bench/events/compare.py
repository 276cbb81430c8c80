#!/usr/bin/env python3
"""Events and quotes found in sentences of our own beside the labels: country pairs, classes, status, place and time, in both
halves of both tables; the baseline that takes the first two countries named; and what both annotators cost."""

import collections
import json
import resource
import subprocess
import sys
import tempfile
import pathlib

import cases

PROGRAM = cases.ROOT / "build" / "release" / "attache"
MEGABYTES = 2
ROUNDS = 7


class Score:
    def __init__(self):
        self.right = self.extra = self.missed = 0

    def add(self, wanted, found):
        wanted, found = collections.Counter(wanted), collections.Counter(found)
        right = sum((wanted & found).values())
        self.right += right
        self.extra += sum(found.values()) - right
        self.missed += sum(wanted.values()) - right

    def precision(self):
        return self.right / max(1, self.right + self.extra)

    def recall(self):
        return self.right / max(1, self.right + self.missed)

    def f1(self):
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)

    def __str__(self):
        return f"P {self.precision():.3f}  R {self.recall():.3f}  F1 {self.f1():.3f}"


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for name, held_out in (("development", False), ("held out", True)):
            events(name, [case for case in cases.events() if case.held_out() == held_out], work)
            agency = cases.events("events_agency.tsv")
            events(f"agency news, {name}", [case for case in agency if case.held_out() == held_out], work)
            quotes(name, [case for case in cases.quotes() if case.held_out() == held_out], work)
        cost(work)


def of_all(found, what):
    return {item for event in found for item in what(event)}


def events(name, rows, work):
    baseline, pairs, classes, labels = Score(), Score(), Score(), collections.defaultdict(Score)
    all_baseline, all_pairs, all_classes = Score(), Score(), Score()
    alike = collections.Counter()
    for case, document in zip(rows, cases.annotated(PROGRAM, [case.text for case in rows], work)):
        found = cases.found_events(document)
        wanted_pairs = of_all(case.gold, cases.Event.pairs)
        baseline.add(wanted_pairs, cases.first_two_countries(document))
        pairs.add(wanted_pairs, of_all(found, cases.Event.pairs))
        classes.add(of_all(case.gold, labelled), of_all(found, labelled))
        wanted_all = of_all(case.gold, cases.Event.all_pairs)
        all_baseline.add(wanted_all, cases.first_two_countries(document))
        all_pairs.add(wanted_all, of_all(found, cases.Event.all_pairs))
        all_classes.add(of_all(case.gold, labelled_all), of_all(found, labelled_all))
        for label in {event.label for event in (*case.gold, *found)}:
            labels[label].add([1] * sum(event.label == label for event in case.gold),
                              [1] * sum(event.label == label for event in found))
        for gold in case.gold:
            compare(gold, found, alike)
    print(f"{name}: {len(rows)} sentences")
    print(f"  first two countries   {baseline}")
    print(f"  country pairs         {pairs}")
    print(f"  pairs and classes     {classes}")
    print(f"  with those of a country with itself: first two {all_baseline.f1():.3f}, pairs {all_pairs.f1():.3f}, "
          f"pairs and classes {all_classes.f1():.3f}")
    for what in ("status", "place", "time"):
        print(f"  {what} right          {alike[what, True]} of {alike[what, True] + alike[what, False]}")
    for label in sorted(labels):
        print(f"    {label or 'no class':10} {labels[label].right + labels[label].missed:3}  {labels[label]}")


def labelled(event):
    return {(event.label, pair) for pair in event.pairs()}


def labelled_all(event):
    return {(event.label, pair) for pair in event.all_pairs()}


def compare(gold, found, alike):
    """What else is right of an event whose class and pairs are."""
    same = [event for event in found if event.label == gold.label and event.pairs() == gold.pairs()]
    if not same:
        return
    alike["status", any(event.status == gold.status for event in same)] += 1
    if gold.place:
        alike["place", any(event.place == gold.place for event in same)] += 1
    if gold.time:
        alike["time", any(event.time == gold.time for event in same)] += 1


def quotes(name, rows, work):
    whole, spans = Score(), Score()
    for case, document in zip(rows, cases.annotated(PROGRAM, [case.text for case in rows], work)):
        wanted = [(kind, words.rstrip(".,"), speaker) for kind, words, speaker in case.gold]
        found = [(kind, words.rstrip(".,"), speaker) for kind, words, speaker in cases.found_quotes(document)]
        whole.add(wanted, found)
        spans.add([quote[:2] for quote in wanted], [quote[:2] for quote in found])
    print(f"{name}: {len(rows)} sentences for quotes")
    print(f"  words                 {spans}")
    print(f"  words and speaker     {whole}")


def cost(work):
    """Processor time of a run with and without the two, over the sentences again and again."""
    text = " ".join(case.text for case in cases.events() + cases.quotes())
    count = MEGABYTES * 1_000_000 // len(text)
    articles = work / "articles.jsonl"
    articles.write_text("".join(json.dumps({"id": str(i), "text": text}) + "\n" for i in range(count)))
    megabytes = count * len(text.encode()) / 1e6
    runs = {(): [], ("quotes",): [], ("quotes", "events"): []}
    for _ in range(ROUNDS):  # in turn, so that what else the machine does falls on all of them
        for plugins, times in runs.items():
            config = work / "cost.toml"
            config.write_text(cases.CONFIG.replace(', "quotes", "events"', "".join(f', "{name}"' for name in plugins)))
            command = [PROGRAM, "run", config, articles, "-o", work / "out", "--overwrite", "-q", "-j1"]
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    seconds = {plugins: min(times) / megabytes for plugins, times in runs.items()}
    print(f"cost over {megabytes:.1f} MB: quotes {seconds['quotes',] - seconds[()]:.3f} CPU s/MB, "
          f"events {seconds['quotes', 'events'] - seconds['quotes',]:.3f} CPU s/MB, output included")


if __name__ == "__main__":
    sys.exit(main())
