"""The plugins of samples/plugins, built where their authors would build them, and what each of them is there to show."""

import collections
import csv
import ctypes
import itertools
import json
import os
import random
import shutil
import subprocess

import pytest
from conftest import SAMPLES, SOURCE, cmake, run

KINDS = {"wire_dispatches": "reader", "readability": "annotator", "hedges": "annotator", "named_together": "exporter"}


@pytest.fixture(scope="session")
def sample(installed, tmp_path_factory):
    """Gives the folder of a sample plugin, copied out of the tree, built, and its own tests passed."""
    built = {}

    def build(name):
        if name not in built:
            folder = tmp_path_factory.mktemp("sample") / name
            shutil.copytree(SOURCE / "samples/plugins" / name, folder)
            cmake(installed, folder)
            built[name] = folder
        return built[name]

    return build


@pytest.fixture
def process(installed, sample, tmp_path):
    """Runs a sample plugin over inputs and gives the run folder."""
    def process(name, *inputs, config="tests/pipeline.toml", settings=(), status=0, jobs=2):
        options = itertools.chain.from_iterable(("--set", f"{name}.{setting}") for setting in settings)
        run(installed / "bin/attache", "run", config, *inputs, "-o", tmp_path / "out", "--overwrite", "-j", jobs,
            "--plugin-path", "build/plugins", *options, status=status, cwd=sample(name))
        return tmp_path / "out"

    return process


@pytest.fixture
def annotate(process, tmp_path):
    """Runs a sample annotator over one text and gives the document."""
    def annotate(name, text, **options):
        file = tmp_path / "text.jsonl"
        file.write_text(json.dumps({"id": "text", "text": text}))
        return lines(process(name, file, **options) / "documents.jsonl")[0]

    return annotate


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def by_id(folder):
    return {document["id"]: document for document in lines(folder / "documents.jsonl")}


def refused(installed, folder, out, *options):
    """What a run says that does not begin."""
    sample, = (folder / "tests").glob("sample.*")
    done = subprocess.run([installed / "bin/attache", "run", "tests/pipeline.toml", sample, "-o", out,
                           "--plugin-path", "build/plugins", *options], capture_output=True, text=True, cwd=folder)
    assert done.returncode == 2
    assert not (out / "documents.jsonl").exists()
    return done.stderr


@pytest.mark.parametrize("name, kind", KINDS.items())
def test_it_stands_alone_and_runs_within_the_default_pipeline(process, name, kind):
    more = ["tests/sample.wire"] if kind == "reader" else []
    # One of the articles is malformed on purpose.
    folder = process(name, SAMPLES, *more, config="pipeline.toml", status=1)
    documents = lines(folder / "documents.jsonl")
    assert len(documents) == (35 if kind == "reader" else 32)
    if kind == "annotator":
        assert sum(len(document[name]) for document in documents) > 10
    if kind == "exporter":
        assert len((folder / "named_together.csv").read_text().splitlines()) > 20
    assert (folder / "report.html").exists()


@pytest.mark.parametrize("name, kind", KINDS.items())
def test_its_pipeline_is_the_one_that_new_plugin_gives(installed, tmp_path, name, kind):
    run(installed / "bin/attache", "new-plugin", name, "--kind", kind, "--lang", "cpp", cwd=tmp_path)
    assert (SOURCE / "samples/plugins" / name / "pipeline.toml").read_text() == (tmp_path / name / "pipeline.toml").read_text()


def test_the_page_says_how_to_build_them_all(installed, tmp_path):
    page = SOURCE / "samples/plugins/README.md"
    commands = "".join(line for line in page.read_text().splitlines(keepends=True) if line.startswith("    "))
    shutil.copytree(page.parent, tmp_path / "plugins")
    run("bash", "-ec", commands, cwd=tmp_path / "plugins", env={**os.environ, "CMAKE_PREFIX_PATH": str(installed)})
    for name in KINDS:
        assert (tmp_path / f"plugins/build/{name}/plugins/{name}/{name}.so").exists()


@pytest.mark.parametrize(
    "name, setting, message",
    [
        ("wire_dispatches", 'as_of="tomorrow"', '"as_of" is "tomorrow"; it must be a time in UTC'),
        ("wire_dispatches", 'as_of="2024-02-30T10:00Z"', "it must be a time in UTC"),
        ("readability", "long_word=0", "it must be an integer from 1 to 50"),
        ("hedges", 'extra=["it is claimed", " "]', '"extra" has a cue without words'),
        ("hedges", "weakest=1.5", "it must be a number from 0 to 1"),
        ("named_together", "types=[]", '"types" is empty'),
        ("named_together", 'types=["PERSON"]', 'out of "PER", "ORG", "LOC", "MISC"'),
    ],
)
def test_a_wrong_setting_is_refused_with_what_would_be_right(installed, sample, tmp_path, name, setting, message):
    assert message in refused(installed, sample(name), tmp_path / "out", "--set", f"{name}.{setting}")


# ---- wire_dispatches ----------------------------------------------------------------------------------------------------


def dispatch(number, text="The ferry sails again.", head="", priority="ROUTINE"):
    return f"ZCZC {number} {priority}\nSENT: 2024-03-05T11:20Z\n{head}\n{text}\nNNNN\n"


NOISE = ">>> line test <<<\n"


def read_wire(process, tmp_path, wire, **options):
    file = tmp_path / "night.wire"
    file.write_bytes(wire if isinstance(wire, bytes) else wire.encode())
    folder = process("wire_dispatches", file, **options)
    return lines(folder / "documents.jsonl"), lines(folder / "rejected.jsonl"), json.loads((folder / "run.json").read_text())


def test_a_wire_of_all_kinds_of_dispatches(process):
    folder = process("wire_dispatches", "tests/sample.wire")
    documents = by_id(folder)
    assert list(documents) == ["NDW0412", "NDW0414", "NDW0415"]
    assert documents["NDW0412"]["fields"]["dateline"] == "Varnaška Luka, March 5"
    assert "Šime Kostrenčić" in documents["NDW0412"]["text"]
    assert documents["NDW0414"]["text"] == ""
    assert json.loads((folder / "run.json").read_text())["counts"]["skipped"] == 1  # the notice that withdraws one


@pytest.mark.parametrize("as_of, taken", [("2024-03-05T17:59Z", False), ("2024-03-05T18:00Z", True), ("", True)])
def test_what_is_under_embargo_is_skipped(process, as_of, taken):
    assert ("NDW0415" in by_id(process("wire_dispatches", "tests/sample.wire", settings=[f'as_of="{as_of}"']))) == taken


@pytest.mark.parametrize(
    "damaged, reason",
    [
        (dispatch("B").replace("NNNN", "NNNM"), "dispatch B, line 6: no end mark (NNNN) follows"),
        (dispatch("B")[:48], "dispatch B, line 4: no end mark (NNNN) follows"),
        (dispatch("B")[:30], 'dispatch B, line 2: SENT is "2024-03-0"; it must be a time in UTC'),
        (dispatch("B").replace("\n\n", "\n"), 'dispatch B, line 3: "The ferry sails again." is neither a header'),
        ("ZCZC B ROUTINE\n", "dispatch B, line 2: it ends before the empty line after the headers"),
        (dispatch("B").replace("ZCZC", "ZC"), "an end mark (NNNN) and no start"),
        (dispatch("B", priority=""), 'dispatch B, line 1: it begins with "ZCZC B " and not with ZCZC NUMBER PRIORITY'),
        (dispatch("B", head="SLUG ferry\n"), 'dispatch B, line 3: "SLUG ferry" is neither a header'),
        (dispatch("B", head="EMBARGO: noon\n"), 'dispatch B, line 3: EMBARGO is "noon"; it must be a time in UTC'),
        (dispatch("B", "caf\xe9").encode("latin-1"), "UTF-8"),
    ],
)
def test_a_damaged_dispatch_is_named_and_costs_itself_alone(process, tmp_path, damaged, reason):
    damaged = damaged if isinstance(damaged, bytes) else damaged.encode()
    wire = dispatch("A").encode() + damaged + dispatch("C").encode()
    documents, rejected, _ = read_wire(process, tmp_path, wire, status=1)
    assert [document["id"] for document in documents] == ["A", "C"]
    assert [record["source"] for record in rejected] == [f"{tmp_path}/night.wire#2"]
    assert reason in rejected[0]["reason"]


def test_a_wire_that_breaks_off_loses_its_last_dispatch_only(process, tmp_path):
    documents, rejected, _ = read_wire(process, tmp_path, (dispatch("A") + dispatch("B"))[:-12], status=1)
    assert [document["id"] for document in documents] == ["A"]
    assert "dispatch B, line 4: no end mark" in rejected[0]["reason"]


def test_whole_dispatches_come_out_of_a_damaged_wire_once_and_in_order(process, tmp_path):
    changes = random.Random(7)
    wire, whole, count = bytearray(), {}, 1000
    for i in range(count):
        number = f"D{i:04}"
        text = "\n".join("Věž č. %d: the ferry sails again." % changes.randrange(10**6) for _ in range(i % 9 + 1))
        piece = bytearray(dispatch(number, text).encode())
        if i % 3 == 1:
            piece[changes.randrange(len(piece))] = changes.choice(b"\x00\n N\xff")
        if piece == dispatch(number, text).encode():
            whole[number] = text
        wire += NOISE.encode() + piece
    documents, rejected, _ = read_wire(process, tmp_path, bytes(wire), status=1)
    assert len(wire) > 3 * 65536  # several chunks of what the host reads at once
    found = [(document["id"], document["text"]) for document in documents if document["id"] in whole]
    assert found == list(whole.items())
    assert len(documents) + len(rejected) == count


def test_oddities_are_remarked_upon(process, tmp_path):
    documents, _, _ = read_wire(process, tmp_path, dispatch("A", head="MOOD: calm\n", priority="SOON"))
    assert documents[0]["remarks"] == [
        'wire_dispatches: dispatch A, line 1: the priority "SOON" is none of FLASH, URGENT and ROUTINE',
        'wire_dispatches: dispatch A, line 3: there is no header "MOOD"',
    ]


def test_noise_does_not_fill_the_memory(process, sample, tmp_path):
    config = tmp_path / "small.toml"
    config.write_text("[run]\nmax_document_megabytes = 1\n" + (sample("wire_dispatches") / "tests/pipeline.toml").read_text())
    documents, _, _ = read_wire(process, tmp_path, NOISE * 300_000 + dispatch("A"), config=config)
    assert [document["id"] for document in documents] == ["A"]


class Text(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("size", ctypes.c_size_t)]


class Found(ctypes.Structure):
    _fields_ = [("skip", ctypes.c_uint64), ("size", ctypes.c_uint64), ("found", ctypes.c_int32), ("reserved", ctypes.c_int32)]


class Setting(ctypes.Structure):
    _fields_ = [("type", ctypes.c_uint32), ("list_size", ctypes.c_uint32), ("integer", ctypes.c_int64),
                ("real", ctypes.c_double), ("text", Text), ("list", ctypes.c_void_p)]


class Head(ctypes.Structure):
    _fields_ = [("struct_size", ctypes.c_uint32), ("abi_major", ctypes.c_uint16), ("abi_minor", ctypes.c_uint16)]


class Host(ctypes.Structure):
    ASK = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, Text, ctypes.POINTER(Setting))
    _fields_ = [("head", Head), *((name, ctypes.c_void_p) for name in ["get_extension", "fail", "log", "log_enabled"]),
                ("setting", ASK)]


class Plugin(ctypes.Structure):
    CREATE = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
    SPLIT = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, Text, ctypes.c_int32, ctypes.POINTER(Found))
    _fields_ = [("head", Head), ("create", CREATE), *((name, ctypes.c_void_p) for name in ["destroy", "annotate", "read"]),
                ("split", SPLIT)]


@pytest.fixture
def split(sample):
    """The reader's `split`, called as the host calls it."""
    library = ctypes.CDLL(sample("wire_dispatches") / "build/plugins/wire_dispatches/wire_dispatches.so")
    plugin = Plugin.in_dll(library, "attache_plugin_v0")

    @Host.ASK
    def no_setting(settings, key, value):
        value[0] = Setting()
        return 0

    host, instance = Host(Head(ctypes.sizeof(Host), 0, 1), setting=no_setting), ctypes.c_void_p()
    assert plugin.create(ctypes.addressof(host), None, ctypes.byref(instance)) == 0

    def split(data, at_end):
        found = Found()
        assert plugin.split(instance, Text(data, len(data)), at_end, ctypes.byref(found)) == 0
        return found

    split.kept = host
    return split


def records(split, data, step):
    """The records of `data`, of which `step` bytes more are read whenever there is no whole one."""
    cut, held, read = [], b"", 0
    while True:
        found = split(held, read >= len(data))
        held = held[found.skip:]
        if found.found:
            cut.append(held[:found.size])
            held = held[found.size:]
        elif read >= len(data):
            return cut
        else:
            held += data[read:read + step]
            read += step


def test_a_wire_in_small_pieces_is_cut_as_in_one(split):
    sound = (SOURCE / "samples/plugins/wire_dispatches/tests/sample.wire").read_bytes()
    broken = (NOISE + dispatch("A")[:-5] + dispatch("B")[3:] + "NNNNN\nZCZC\n" + dispatch("C") + dispatch("D")[:-1]).encode()
    for wire, count in [(sound, 4), (broken, 4), (sound.replace(b"\n", b"\r\n"), 4), (b"", 0), (b"ZCZC ", 1)]:
        whole = records(split, wire, len(wire) + 1)
        assert len(whole) == count
        for step in [1, 2, 3, 5, 64]:
            assert records(split, wire, step) == whole


# ---- readability --------------------------------------------------------------------------------------------------------


def test_words_are_counted_a_sentence_and_in_all(process):
    documents = by_id(process("readability", "tests/sample.jsonl"))
    beyond = documents["letters beyond ASCII"]
    # "Städte" has six letters and seven bytes.
    assert beyond["sentence_words"] == [{"start": 0, "end": 36, "sentence": 0, "words": 6, "long_words": 0}]
    empty = documents["empty"]["readability"]
    assert empty == [{"start": 0, "end": 0, "sentences": 0, "words": 0, "long_words": 0}]


def test_what_counts_as_long_is_a_setting(annotate):
    text = "The envoys met."
    assert annotate("readability", text)["readability"][0]["long_words"] == 0
    document = annotate("readability", text, settings=["long_word=5"])
    assert document["readability"] == [{"start": 0, "end": 15, "sentences": 1, "words": 3, "long_words": 1,
                                        "lix": pytest.approx(3 + 100 / 3)}]


# ---- hedges -------------------------------------------------------------------------------------------------------------


def cues(document):
    return [(hedge["cue"], hedge.get("strength"), hedge.get("source")) for hedge in document["hedges"]]


def test_cues_are_marked_where_they_stand(process):
    documents = by_id(process("hedges", "tests/sample.jsonl"))
    beyond = documents["letters beyond ASCII"]
    assert [beyond["text"][hedge["start"]:hedge["end"]] for hedge in beyond["hedges"]] == [
        "is believed to", "Perhaps", "allegedly"]
    assert documents["empty"]["hedges"] == []


def test_the_longest_cue_is_taken_and_none_crosses_the_end_of_a_sentence(annotate):
    document = annotate("hedges", "It was rumoured. He is rumoured  to agree. They are believed. To leave is hard.")
    assert [cue for cue, _, _ in cues(document)] == ["rumoured", "is rumoured to"]


@pytest.mark.parametrize(
    "settings, found",
    [
        ([], [("according to", 0.4, "Ilse Marrowby"), ("reportedly", 0.7, None), ("might", 0.4, None)]),
        (["attributions=false"], [("reportedly", 0.7, None), ("might", 0.4, None)]),
        (["weakest=0.5"], [("reportedly", 0.7, None)]),
        (["weakest=1.0", 'extra=["It is  held"]'], [("it is held", None, None)]),
    ],
)
def test_settings_say_what_counts(annotate, settings, found):
    text = ("According to Ms. Ilse Marrowby, talks will go on. The envoy reportedly agreed. It might end. "
            "It is held that it has.")
    assert cues(annotate("hedges", text, settings=settings)) == found


def test_without_entities_the_source_is_left_open(annotate, tmp_path):
    config = tmp_path / "plain.toml"
    config.write_text('[[stage]]\nname = "all"\nplugins = ["jsonl", "sentences", "hedges"]\n')
    assert cues(annotate("hedges", "According to Ms. Ilse Marrowby, yes.", config=config)) == [("according to", 0.4, None)]


@pytest.mark.parametrize("line", ["reportedly\thedge", "reportedly\thint\t40", "reportedly\thedge\t101", "\thedge\t40"])
def test_a_broken_line_of_the_list_is_named(installed, sample, tmp_path, line):
    shutil.copytree(sample("hedges"), tmp_path / "hedges")
    list_file = tmp_path / "hedges/build/plugins/hedges/cues.tsv"
    list_file.write_text("# a list\n\n" + line + "\n")
    assert f'cues.tsv, line 3: "{line}" is not a cue' in refused(installed, tmp_path / "hedges", tmp_path / "out")


# ---- named_together -----------------------------------------------------------------------------------------------------


def rows(folder):
    with (folder / "named_together.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def pairs_of(documents, types=("PER", "ORG"), max_names=12):
    """What the plugin should find, counted anew from the annotated documents."""
    pairs = collections.defaultdict(list)
    for document in documents:
        for sentence in document["sentences"]:
            names = {entity["name"] for entity in document["entities"]
                     if entity["type"] in types and sentence["start"] <= entity["start"] < sentence["end"]}
            if len(names) <= max_names:
                for pair in itertools.combinations(sorted(names, key=str.encode), 2):
                    pairs[pair].append(f"{document['id']}[{sentence['start']}:{sentence['end']}]")
    return pairs


@pytest.mark.parametrize("settings, expected", [
    ([], {}),
    (['types=["LOC"]'], {"types": ("LOC",)}),
    (["max_names=2"], {"max_names": 2}),
])
def test_pairs_are_those_of_the_annotated_documents(process, settings, expected):
    folder = process("named_together", SAMPLES, config="pipeline.toml", settings=[*settings, "max_sentences=10000"], status=1)
    pairs = pairs_of(lines(folder / "documents.jsonl"), **expected)
    assert len(pairs) > 10
    found = {(row["Source"], row["Target"]): row["Sentences"].split("; ") for row in rows(folder)}
    assert found == pairs
    assert [(row["Source"].encode(), row["Target"].encode()) for row in rows(folder)] == sorted(
        (a.encode(), b.encode()) for a, b in pairs)
    assert [int(row["Weight"]) for row in rows(folder)] == [len(found[row["Source"], row["Target"]]) for row in rows(folder)]


def test_the_file_is_the_same_at_any_number_of_workers(process):
    one, four = [(process("named_together", SAMPLES, config="pipeline.toml", status=1, jobs=jobs)
                  / "named_together.csv").read_bytes() for jobs in [1, 4]]
    assert one == four
    assert len(one.splitlines()) > 20


def test_a_row_lists_some_sentences_and_counts_all(process):
    row = rows(process("named_together", "tests/sample.jsonl", settings=["max_sentences=1"]))[0]
    assert (row["Source"], row["Target"], row["Weight"], row["Documents"]) == ("Ilse Marrowby", "Pierre Lambert", "2", "2")
    assert row["Sentences"] == "a/1[0:53]; and 1 more"


def test_without_pairs_the_file_has_its_head_only(process, tmp_path):
    (tmp_path / "empty.jsonl").write_text('{"id": "empty", "text": ""}\n')
    folder = process("named_together", tmp_path / "empty.jsonl")
    assert (folder / "named_together.csv").read_bytes() == b"Source,Target,Type,Weight,Documents,Sentences\r\n"
