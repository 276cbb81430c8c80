"""Reads lines with "id" and "sentences", and writes lines with "id" and "summary": by sumy's LexRank or TextRank.

Runs in an environment that has sumy. It is given sentences and splits words itself, so that nltk's data are not needed."""

import argparse
import json
import re
import sys

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

SUMMARIZERS = {"lexrank": LexRankSummarizer, "textrank": TextRankSummarizer}


class Words:
    """What sumy asks of a tokenizer."""
    word = re.compile(r"[^\W\d_][\w'-]*")

    def to_words(self, sentence):
        return self.word.findall(sentence)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("summarizer", choices=sorted(SUMMARIZERS))
    parser.add_argument("--words", type=int, default=0)
    parser.add_argument("--sentences", type=int, default=0)
    options = parser.parse_args()
    summarizer = SUMMARIZERS[options.summarizer](Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    words = Words()
    for document in map(json.loads, sys.stdin):
        sentences = [Sentence(sentence, words) for sentence in document["sentences"]]
        model = ObjectDocumentModel([Paragraph(sentences)])
        wanted = options.sentences or (lambda ranked: within(ranked, options.words))
        chosen = summarizer(model, wanted) if sentences else ()
        print(json.dumps({"id": document["id"], "summary": " ".join(map(str, chosen))}))


def within(ranked, words):
    """The best sentences that fit, as far down as there is room; the best one, to be cut, if none does."""
    chosen = []
    for info in ranked:
        size = len(str(info.sentence).split())
        if size <= words:
            chosen.append(info)
            words -= size
    return chosen or ranked[:1]


if __name__ == "__main__":
    main()
