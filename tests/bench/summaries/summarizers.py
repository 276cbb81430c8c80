"""The summarizers compared: how each is had, and the command that runs it."""

import dataclasses
import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
PACKAGES = ["rouge-score==0.1.2", "sumy==0.13.0", "numpy==2.4.6"]
WORDS = 60
SENTENCES = 3


@dataclasses.dataclass
class Summarizer:
    """A program that reads documents on stdin and writes lines with "id" and a summary to stdout."""
    name: str
    command: list
    key: str = "summary"
    megabytes: float = 1  # of text at least, for a fair figure of what it costs

    def input(self, documents, folder):
        """The file of these documents, as the command reads them."""
        file = folder / "documents.jsonl"
        with open(file, "w", encoding="utf-8") as out:
            for document in documents:
                sentences = getattr(document, "sentences", [document.text])
                out.write(json.dumps({"id": document.id, "text": document.text, "sentences": sentences},
                                     ensure_ascii=False) + "\n")
        return file

    def summaries(self, documents, folder):
        """Texts by the id of their document."""
        return {line["id"]: self.text_of(line[self.key])
                for line in json_lines(self.command, self.input(documents, folder))}

    @staticmethod
    def text_of(summary):
        return summary if isinstance(summary, str) else " ".join(row["text"] for row in summary)


def json_lines(command, file):
    with open(file, "rb") as text:
        output = subprocess.run(command, stdin=text, stdout=subprocess.PIPE, check=True).stdout
    return list(map(json.loads, output.decode().splitlines()))


def ours(program, budget):
    return Summarizer("Attaché", [program, "stream", HERE / "ours.toml", "--jobs", "1", "--set",
                                  f"salience.{budget}={size_of(budget)}"], megabytes=8)


def splitter(program):
    """Ours without summaries."""
    return Summarizer("sentences alone", [program, "stream", HERE / "split.toml", "--jobs", "1"], "sentences", 8)


def sumy(python, budget):
    return [Summarizer(f"sumy {name}", [python, HERE / "sumy_summarizer.py", name.lower(),
                                        f"--{budget}={size_of(budget)}"])
            for name in ("LexRank", "TextRank")]


def size_of(budget):
    return {"words": WORDS, "sentences": SENTENCES}[budget]


def cut(text):
    return " ".join(text.split()[:WORDS])


def lead(document, budget):
    """The first sentences, while they fit; the first one is cut if it does not."""
    if budget == "sentences":
        return " ".join(document.sentences[:SENTENCES])
    taken = document.sentences[:1]
    for sentence in document.sentences[1:]:
        if len(" ".join([*taken, sentence]).split()) > WORDS:
            break
        taken.append(sentence)
    return cut(" ".join(taken))
