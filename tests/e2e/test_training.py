"""attache-train, from a recipe and annotated documents to a model that tags."""

import json
import pathlib
import re
import shutil
import subprocess

import pytest

from conftest import PROGRAM, SOURCE, attache

TRAIN = pathlib.Path(PROGRAM).parent / "attache-train"
PLUGINS = pathlib.Path(PROGRAM).parent / "plugins"

RECIPE = """name           = "small"
version        = "1"
licence        = "as the program"
bits           = 14
epochs         = 10
folds          = 2
seed           = 1
runs           = 2
dropout        = 0.0
margin         = 2.0

[clusters]
file    = "word_clusters.tsv"
vectors = "cluster_vectors.tsv"
licence = "as the program"
source  = "written for this test"

[[set]]
name    = "cases"
file    = "cases.jsonl"
types   = ["PER", "LOC", "ORG", "MISC"]
repeat  = 1
weight  = 1
licence = "as the program"
source  = "written for this test"
"""
CLUSTERS = "# name: word clusters\nismo\t1\t1\t1\ntarkwell\t2\t3\t5\nvandrel\t3\t4\t6\nshipyards\t4\t5\t7\n"
VECTORS = "# name: vectors\n" + "".join(f"{grain}\t{cluster}\t{997 * grain * cluster % 400 - 200}\t{300 - 90 * cluster}\n"
                                        for grain in (1, 2, 3) for cluster in range(1, 8))

# No list has these names; a model alone can tell what they are.
SENTENCES = [
    "Last week the freighter reached [LOC Quellport] with [ORG Vandrel Shipyards] crates.",
    "Nobody in [LOC Quellport] had heard of [PER Ismo Tarkwell] before.",
    "Later [PER Ismo Tarkwell] sold his shares in [ORG Vandrel Shipyards] again.",
    "Fog from [LOC Quellport] kept [PER Ismo Tarkwell] in his boat, and [ORG Vandrel Shipyards] sent help.",
    "The trains from [LOC Quellport] carry steel of [ORG Vandrel Shipyards] to [PER Ismo Tarkwell] again.",
    "The road from [LOC Quellport] is closed until [ORG Vandrel Shipyards] mends it.",
]


def document(number, marked):
    """A document with offsets in code points from a sentence with its names in brackets."""
    text, entities = "«é» ", []
    for part in marked.replace("]", "[").split("["):
        kind, _, name = part.partition(" ")
        if kind in ("PER", "LOC", "ORG"):
            entities.append({"start": len(text), "end": len(text) + len(name), "type": kind})
            part = name
        text += part
    return {"id": f"case-{number}", "text": text, "entities": entities}


DOCUMENTS = [document(number, marked) for number, marked in enumerate(SENTENCES)]


def train(folder, *arguments, recipe=RECIPE, clusters=CLUSTERS, vectors=VECTORS, documents=DOCUMENTS, model="made.model", program=TRAIN):
    """Writes recipe, tables of clusters and documents into the folder and makes a model of them."""
    (folder / "recipe.toml").write_text(recipe)
    (folder / "word_clusters.tsv").write_text(clusters)
    (folder / "cluster_vectors.tsv").write_text(vectors)
    rows = [row if isinstance(row, str) else json.dumps(row) for row in documents]
    (folder / "cases.jsonl").write_text("".join(row + "\n" for row in rows))
    return subprocess.run([program, "recipe.toml", "--data", ".", "-o", model, *arguments], cwd=folder, capture_output=True,
                          text=True, timeout=120)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trained")
    (folder / "held_out.tsv").write_text("# set\tid\tpart\ncases\tcase-5\ttest\n")
    done = train(folder, "--held-out", "held_out.tsv", "--predictions", "found.jsonl")
    assert done.returncode == 0, done.stderr
    return folder


def test_the_same_documents_make_the_same_model(trained):
    done = train(trained, "--held-out", "held_out.tsv", model="again.model")
    assert done.returncode == 0, done.stderr
    assert (trained / "again.model").read_bytes() == (trained / "made.model").read_bytes()


def test_a_model_says_what_it_was_made_of(trained):
    described = (trained / "made.model").read_bytes()[:1000].decode("utf-8", "replace")
    for words in ["# name: small\n", "# held-out: 1 documents\n", "# source: written for this test, ", "; sha256 "]:
        assert words in described


def test_what_was_held_out_is_predicted(trained):
    (found,) = [json.loads(line) for line in (trained / "found.jsonl").read_text().splitlines()]
    assert found["id"] == "case-5"
    assert found["entities"] == DOCUMENTS[5]["entities"]


@pytest.mark.parametrize("silver, found", [("true", DOCUMENTS[5]["entities"]), ("false", DOCUMENTS[5]["entities"][1:])])
def test_what_silver_passes_over_or_does_not_mark_is_not_unlearned(tmp_path, silver, found):
    """The other tagger finds no name but the shipyards, which it takes for a work; it is not asked for works."""
    machine = [{"id": f"machine-{number}", "text": row["text"],
                "entities": [{**name, "type": "MISC"} for name in row["entities"] if name["type"] == "ORG"]}
               for number, row in enumerate(DOCUMENTS * 4)]
    (tmp_path / "machine.jsonl").write_text("".join(json.dumps(row) + "\n" for row in machine))
    (tmp_path / "held_out.tsv").write_text("cases\tcase-5\ttest\n")
    by_machine = RECIPE[RECIPE.index("[[set]]"):].replace("cases", "machine").replace(', "ORG", "MISC"', "")
    recipe = f"{RECIPE}\n{by_machine}silver = {silver}\n"
    done = train(tmp_path, "--held-out", "held_out.tsv", "--predictions", "found.jsonl", recipe=recipe)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "found.jsonl").read_text())["entities"] == found


@pytest.mark.parametrize("kind, first, last", [("PER", "1\t1\t1", "2\t3\t5"), ("ORG", "3\t4\t6", "4\t5\t7")])
def test_an_unseen_name_is_what_others_of_its_clusters_are(tmp_path, kind, first, last):
    (tmp_path / "held_out.tsv").write_text("cases\tcase-6\ttest\n")
    unseen = document(6, f"Slowly [{kind} Benno Marrowick] was seen.")
    done = train(tmp_path, "--held-out", "held_out.tsv", "--predictions", "found.jsonl", documents=[*DOCUMENTS, unseen],
                 clusters=f"{CLUSTERS}benno\t{first}\nmarrowick\t{last}\n")
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "found.jsonl").read_text())["entities"] == unseen["entities"]


@pytest.mark.parametrize("line", ["quellport 1 1 1", "quellport\t1\t1", "quellport\t1\t1\t0", "quellport\t1\t1\t65536",
                                  "quellport\t1\t1\t1\t1", "\t1\t1\t1", "quellport\t1\tx\t1", ""])
def test_a_wrong_table_of_clusters_is_told_so(tmp_path, line):
    assert_refused(train(tmp_path, clusters=f"{CLUSTERS}{line}\n"),
                   "word_clusters.tsv:6: should be a word and 3 numbers from 1 to 65535, with tabs between")


@pytest.mark.parametrize("line", ["3\t8\t1", "3\t8\t1\t2\t3", "3\t8\tx\t2", "3\t8\t1\t2.5", ""])
def test_a_wrong_vector_is_told_so(tmp_path, line):
    assert_refused(train(tmp_path, vectors=f"{VECTORS}{line}\n"),
                   "cluster_vectors.tsv:23: should be the numbers of a clustering and a cluster, and a vector as long as those "
                   "before, with tabs between")


@pytest.mark.parametrize("grain, cluster", [(3, 7), (3, 9), (4, 1), (1, 8), (0, 1)])
def test_vectors_out_of_order_are_told_so(tmp_path, grain, cluster):
    assert_refused(train(tmp_path, vectors=f"{VECTORS}{grain}\t{cluster}\t1\t2\n"),
                   f"cluster_vectors.tsv:23: has cluster {cluster} of clustering {grain}; there should be 3 clusterings, each "
                   "with its clusters from 1 on")


def test_a_cluster_without_a_vector_is_told_so(tmp_path):
    assert_refused(train(tmp_path, clusters=f"{CLUSTERS}quellport\t1\t8\t1\n"),
                   '"quellport" is in cluster 8 of clustering 2, but there are vectors for 7')


def test_the_tagger_finds_what_the_model_was_taught(trained):
    shutil.copytree(PLUGINS, trained / "plugins")
    shutil.copy(trained / "made.model", trained / "plugins/entities/default.model")
    (trained / "tag.toml").write_text('[[stage]]\nname = "tag"\nplugins = ["jsonl", "sentences", "entities"]\n')
    text = "Later Ismo Tarkwell sold his shares in Vandrel Shipyards again. Fog from Quellport came."
    done = attache("stream", trained / "tag.toml", "--plugin-path", trained / "plugins",
                   input=json.dumps({"id": "new", "text": text}) + "\n")
    assert done.returncode == 0, done.stderr
    found = [(text[entity["start"]:entity["end"]], entity["type"], entity["evidence"])
             for entity in json.loads(done.stdout)["entities"]]
    assert found == [("Ismo Tarkwell", "PER", "model"), ("Vandrel Shipyards", "ORG", "model"), ("Quellport", "LOC", "model")]


@pytest.mark.parametrize(
    "old, new, message",
    [
        ('name           = "small"', "", "recipe.toml:1: needs name = "),
        ("bits           = 14", "bits = 40", "recipe.toml:4: needs bits = a whole number from 12 to 22"),
        ("runs           = 2", "runs = 0", "recipe.toml:8: needs runs = a whole number from 1 to "),
        ("runs           = 2", "", "recipe.toml:1: needs runs = "),
        ("epochs         = 10", "epochs = 1.5", "recipe.toml:5: needs epochs = a whole number"),
        ("dropout        = 0.0", "dropout = 1.0", "recipe.toml:9: needs dropout = a number from 0 to 0.9"),
        ("margin         = 2.0", 'margin = "wide"', "recipe.toml:10: needs margin = a number from 0 to "),
        ("seed           = 1", "seeds = 1", "recipe.toml:7: unknown key seeds"),
        ("[clusters]", "[cluster]", "recipe.toml:12: unknown key cluster"),
        ("[clusters]", "[[clusters]]", "recipe.toml:12: should be a table [clusters]"),
        ("word_clusters.tsv", "nowhere.tsv", "nowhere.tsv: cannot be read"),
        ("cluster_vectors.tsv", "nowhere.tsv", "nowhere.tsv: cannot be read"),
        ("repeat  = 1", "repeat = 0", "recipe.toml:22: needs repeat = "),
        ("repeat  = 1", 'repeat = 1\nsilver = "yes"', "recipe.toml:23: needs silver = true or false"),
        ("weight  = 1", "weight = 0.5", "recipe.toml:23: needs weight = a whole number from 1 to 100"),
        ('"MISC"]', '"CITY"]', 'recipe.toml:21: unknown type "CITY"; there are PER, LOC, ORG and MISC'),
        ("cases.jsonl", "nowhere.jsonl", "./nowhere.jsonl: cannot be read"),
        ("folds          = 2", "folds = two", "recipe.toml:6: "),
    ],
)
def test_a_wrong_recipe_is_told_so(tmp_path, old, new, message):
    done = train(tmp_path, recipe=RECIPE.replace(old, new))
    assert_refused(done, message)
    assert not (tmp_path / "made.model").exists()


def span(start, end, kind="PER"):
    return {"id": "case-1", "text": "Ismo spoke.", "entities": [{"start": start, "end": end, "type": kind}]}


@pytest.mark.parametrize(
    "row, message",
    [
        ("{", 'cases.jsonl:2: should be a JSON object with "id" and "text"'),
        ({"text": "Ismo spoke."}, 'cases.jsonl:2: should be a JSON object with "id" and "text"'),
        ({"id": "case-1", "text": "Ismo spoke."}, 'cases.jsonl:2: should have a list "entities"'),
        (span(0, 12), "cases.jsonl:2: a span from 0 to 12 is not within the text"),
        (span(4, 4), "cases.jsonl:2: a span from 4 to 4 is not within the text"),
        (span(-1, 4), 'cases.jsonl:2: "entities" should have objects with the numbers "start" and "end" and a "type"'),
        (span("0", 4), "cases.jsonl:2: \"entities\" should have objects"),
        ({**span(0, 4), "entities": [7]}, "cases.jsonl:2: \"entities\" should have objects"),
        (span(0, 4, "CITY"), 'cases.jsonl:2: unknown type "CITY"; there are PER, LOC, ORG and MISC'),
    ],
)
def test_wrong_data_are_told_so(tmp_path, row, message):
    assert_refused(train(tmp_path, documents=[DOCUMENTS[0], row]), message)


def assert_refused(done, message):
    assert done.returncode == 2
    (error,) = [line for line in done.stderr.splitlines() if line.startswith("attache-train: ")]
    assert message in error


def test_one_document_is_too_few(tmp_path):
    assert_refused(train(tmp_path, documents=DOCUMENTS[:1]), "there are 1 documents to learn from; there should be two at least")


def test_documents_without_names_make_a_model_that_finds_none(tmp_path):
    done = train(tmp_path, documents=[{"id": str(i), "text": "", "entities": []} for i in range(3)])
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "arguments, message",
    [
        ([], "RECIPE is missing"),
        (["recipe.toml", "-o", "m"], "the option '--data' is required"),
        (["recipe.toml", "--data", "."], "the option '--output' is required"),
        (["recipe.toml", "--dat", "."], "unrecognised option '--dat'"),
        (["nowhere.toml", "--data", ".", "-o", "m"], "nowhere.toml"),
    ],
)
def test_a_wrong_command_line_is_told_so(tmp_path, arguments, message):
    assert_refused(subprocess.run([TRAIN, *arguments], cwd=tmp_path, capture_output=True, text=True), message)


def test_the_manual_page_has_every_option():
    page = (SOURCE / "plugins/tag/entities/train/attache-train.1").read_text()
    for option in re.findall(r"--[a-z-]+", subprocess.run([TRAIN, "--help"], capture_output=True, text=True).stdout):
        assert option.replace("-", r"\-") in page
    shown = subprocess.run(["mandoc", "-T", "lint", "-W", "warning"], input=page, capture_output=True, text=True)
    assert [line for line in shown.stdout.splitlines() if "missing date" not in line] == []


def test_an_installed_program_finds_the_plugins_beside_it(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "lib/attache").mkdir(parents=True)
    shutil.copy(TRAIN, tmp_path / "bin")
    (tmp_path / "lib/attache/plugins").symlink_to(PLUGINS)
    done = train(tmp_path, program=tmp_path / "bin/attache-train")
    assert done.returncode == 0, done.stderr


def test_help_has_every_option_and_the_statuses():
    done = subprocess.run([TRAIN, "--help"], capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == ""
    for words in ["RECIPE", "--data", "--output", "--plugins", "--held-out", "--predictions", "--help", "Exit status: 0 "]:
        assert words in done.stdout


@pytest.mark.parametrize("recipe", sorted((SOURCE / "models/entities").glob("*.toml")), ids=lambda file: file.stem)
def test_shipped_recipes_are_read(recipe, tmp_path):
    done = subprocess.run([TRAIN, recipe, "--data", tmp_path, "-o", "m"], cwd=tmp_path, capture_output=True, text=True)
    assert_refused(done, ".jsonl: cannot be read")
