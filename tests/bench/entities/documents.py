"""Labelled documents that were kept from training, and texts of a wanted size for measuring costs."""

import collections
import dataclasses
import itertools
import json


@dataclasses.dataclass
class Document:
    id: str  # a number, so that it needs no escaping anywhere
    set: str
    text: str
    gold: list


def held_out(table, data, part):
    """The documents that the table of set, id and part names for this part, set after set."""
    return numbered((set_name, labelled) for set_name, ids in sorted(ids_of(table, part).items())
                    for labelled in labelled_documents(data / f"{set_name}.jsonl", ids))


def all_but(table, data, part, set_name):
    """The documents of the set that the table does not name for this part."""
    left_out = ids_of(table, part)[set_name]
    with open(data / f"{set_name}.jsonl", encoding="utf-8") as lines:
        return numbered((set_name, labelled) for labelled in map(json.loads, lines) if labelled["id"] not in left_out)


def ids_of(table, part):
    """By set, those that the table names for this part."""
    ids = collections.defaultdict(set)
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            set_name, id, its_part = line.split("\t")
            if its_part == part:
                ids[set_name].add(id)
    return ids


def numbered(labelled_of_sets):
    return [Document(str(number), set_name, labelled["text"], labelled["entities"])
            for number, (set_name, labelled) in enumerate(labelled_of_sets)]


def labelled_documents(file, ids):
    with open(file, encoding="utf-8") as lines:
        found = [document for document in map(json.loads, lines) if document["id"] in ids]
    missing = ids - {document["id"] for document in found}
    if missing:
        raise SystemExit(f"{file} has no document {min(missing)}, which is to be held out")
    return found


def repeated(documents, size):
    """At least size bytes of text: the documents again and again, each time under new ids."""
    total = 0
    for number, document in enumerate(itertools.cycle(documents)):
        if total >= size:
            return
        total += text_size([document])
        yield dataclasses.replace(document, id=str(number))


def text_size(documents):
    return sum(len(document.text.encode()) for document in documents)
