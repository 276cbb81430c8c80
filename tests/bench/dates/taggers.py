"""The taggers of dates compared: how each is had, and the command that runs it."""

import dataclasses
import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent


@dataclasses.dataclass
class Tagger:
    """A program that reads documents on stdin and writes lines with "id" and the dates found to stdout."""
    name: str
    command: list
    key: str           # of the dates in a line
    nul: bool = False  # reads `id NUL published NUL text NUL …` instead of JSON Lines
    megabytes: float = 1  # of text at least, for a fair figure of what it costs

    def input(self, documents, folder):
        """The file of these documents, as the command reads them."""
        file = folder / ("documents.txt" if self.nul else "documents.jsonl")
        with open(file, "w", encoding="utf-8") as out:
            out.writelines(map(self.nul_fields if self.nul else json_line, documents))
        return file

    @staticmethod
    def nul_fields(document):
        return f"{document.id}\0{published(document)}\0{document.text}\0"

    def dates(self, documents, folder):
        """The dates found, as the scorer takes them, by the id of their document."""
        with open(self.input(documents, folder), "rb") as text:
            output = subprocess.run(self.command, stdin=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                    check=True).stdout
        return {line["id"]: line[self.key] for line in map(json.loads, output.decode().splitlines())}


def published(document):
    return getattr(document, "published", "")


def json_line(document):
    fields = {"id": document.id, "text": document.text}
    if published(document):
        fields["published"] = published(document)
    return json.dumps(fields, ensure_ascii=False) + "\n"


def ours(program):
    """`attache stream` does what the peers' programs do: it reads documents, tags, and writes lines."""
    return Tagger("Attaché", [program, "stream", HERE / "ours.toml", "--jobs", "1"], "times", megabytes=8)


def peers(folder, repository):
    """HeidelTime and SUTime, each on the words and parts of speech of CoreNLP."""
    classpath = folder / "classpath"
    subprocess.run(["mvn", "--quiet", "--batch-mode", f"-Dmaven.repo.local={repository}", "-f", HERE / "pom.xml",
                    "dependency:build-classpath", f"-Dmdep.outputFile={classpath}"], check=True)
    path = f"{classpath.read_text().strip()}:{folder}"
    subprocess.run(["javac", "-cp", path, "-d", folder, HERE / "PeerDates.java"], check=True)
    return [Tagger(name, ["java", "-Xmx2g", "-cp", path, "PeerDates", name.lower()], "timex", nul=True, megabytes=size)
            for name, size in (("HeidelTime", 0.1), ("SUTime", 0.3))]
