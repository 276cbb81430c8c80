#!/usr/bin/env python3
"""How our tagger fares on texts that are foreign to it: each source is left out of the training in turn, and measured on."""

import re

import compare
import documents
import models
import report
import scores
import taggers

# By what the names of a source's files begin with: the sets of it that are measured on.
SOURCES = {
    "gum": ["gum_news", "gum_interview", "gum_speech", "gum_voyage", "gum_bio"],
    "uner_ewt": ["uner_ewt_dev", "uner_ewt_test"],
    "redocred": ["redocred_dev"],
    "crossner": ["crossner_politics_dev", "crossner_literature_train"],
}
DATA = compare.SHARED / "data"


def main():
    if not compare.SHARED.is_dir():
        return print("skipped: the labelled documents and their scorer are in ../shared, which is not there")
    compare.WORK.mkdir(parents=True, exist_ok=True)
    scorer, peers = compare.load_scorer(), compare.had_peers()
    rows = [["set, its source left out", "documents", "Attaché", *(peer.name for peer in peers)]]
    for source, sets in SOURCES.items():
        plugins = models.plugin_path(recipe_without(source), compare.HELD_OUT, DATA, compare.RELEASE, compare.WORK)
        for set_name in sets:
            texts = documents.all_but(compare.HELD_OUT, DATA / "entities", "test", set_name)
            compared = [taggers.ours("Attaché", compare.PROGRAM, plugins, timed=False), *peers]
            found = [tagger.names(texts, compare.WORK) for tagger in compared]
            rows.append([set_name, str(len(texts)), *(
                f"{scores.f1(compare.best_counts(scorer, texts, names, not tagger.peer)[0]):.1f}"
                for tagger, names in zip(compared, found))])
    report.table(rows)
    print("\nF1 on exact spans of PER, LOC and ORG; a peer's is the better of with and without --norm. Without the documents\n"
          "of part test. Sets differ in what they take for a name, so what counts is how far ours is from the peers.")


def recipe_without(source):
    """The default recipe without the sets of the source."""
    parts = re.split(r"(?m)^(?=\[\[)", (compare.RECIPES / "default.toml").read_text(encoding="utf-8"))
    file = compare.WORK / f"default_without_{source}.toml"
    kept = [part for part in parts if not re.match(rf'\[\[set\]\]\nname +=\s*"{source}', part)]
    text = re.sub(r'"(\w+\.tsv)"', rf'"{compare.RECIPES}/\1"', "".join(kept))
    if not file.exists() or file.read_text(encoding="utf-8") != text:  # else a model of it need not be made anew
        file.write_text(text, encoding="utf-8")
    return file


if __name__ == "__main__":
    main()
