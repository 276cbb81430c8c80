"""Plugins written in Python: what scripts can do, and what becomes of it when they do wrong, in this process and in one of their own."""

import ast
import json
import os
import sqlite3
import textwrap

import pytest

from conftest import SOURCE, attache, lines

SANITIZED = "SANITIZED" in os.environ

MANIFEST = """
name    = "{name}"
version = "1.0.0"
kind    = "{kind}"
summary = "A plugin for a test"
host    = "python"
script  = "plugin.py"
"""

MARKS = """
writes = ["mark"]
reads  = ["sentence", "token?"]
[layer.mark]
json    = "marks"
help    = "What a test marks"
columns = ["number: int", "share: real", "word: text", "seen: day", "sentence: ref sentence", "before: ref mark"]
"""


class Plugin:
    """A plugin in a folder of its own, in a pipeline that it can be run in."""

    def __init__(self, folder, script, kind="annotator", manifest=MARKS, name="scripted"):
        self.folder = folder
        self.name = name
        self.home = folder / "plugins" / name
        self.home.mkdir(parents=True)
        (self.home / "plugin.py").write_text(textwrap.dedent(script), encoding="utf-8")
        (self.home / "plugin.toml").write_text(MANIFEST.format(name=name, kind=kind) + manifest, encoding="utf-8")
        self.plugins = {"reader": [name], "annotator": ["jsonl", "sentences", name], "exporter": ["jsonl", "sentences", name]}[kind]
        self.kind = kind

    def config(self, isolate=None, more=""):
        file = self.folder / "pipeline.toml"
        mode = "" if isolate is None else f"isolate = {str(isolate).lower()}"
        file.write_text(f"[[stage]]\nname = \"all\"\nplugins = {json.dumps(self.plugins)}\n[plugin.{self.name}]\n{mode}\n{more}\n")
        return file

    def run(self, texts, *more, isolate=None, settings="", status=None):
        """The run folder, and what was written to stderr."""
        inputs = self.folder / "texts.jsonl"
        if isinstance(texts, list):
            inputs.write_text("".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)))
        else:
            inputs = texts
        out = self.folder / "out"
        done = attache("run", self.config(isolate, settings), inputs, "-o", out, "--overwrite", "--quiet", "--plugin-path",
                       self.home, *more)
        assert status is None or done.returncode == status, done.stderr
        return out, done.stderr


@pytest.fixture(params=[False, True], ids=["in-process", "isolated"])
def isolate(request):
    return request.param


def documents(out):
    return lines(out / "documents.jsonl")


def reasons(out):
    return {line["id"]: line["reason"] for line in lines(out / "rejected.jsonl")}


ALL_COLUMNS = """
    import datetime

    def annotate(document):
        text = document.text
        sentences = document.read("sentence")
        marks = document.write("mark")
        before = None
        for sentence in sentences:
            start = text.index("Çelik", sentence.start, sentence.end)
            assert text[sentence.start:sentence.end] == sentence.text
            before = marks.add(start, start + 5, number=sentence.number, share=1 / 3, word=text[start:start + 5],
                               seen=datetime.date(2024, 5, 20), sentence=sentence, before=before)
        marks.add(0, 1)
"""


def test_all_types_of_columns_and_positions_in_characters(tmp_path, isolate):
    out, _ = Plugin(tmp_path, ALL_COLUMNS).run(["Bakan Çelik 🚆 arrived — late. Then Çelik left."], isolate=isolate, status=0)
    [document] = documents(out)
    text = document["text"]
    first, second = text.index("Çelik"), text.rindex("Çelik")
    full = {"share": 1 / 3, "word": "Çelik", "seen": "2024-05-20"}
    assert len(document["sentences"]) == 2
    assert document["marks"] == [
        {"start": first, "end": first + 5, "number": 0, **full, "sentence": 0},
        {"start": second, "end": second + 5, "number": 1, **full, "sentence": 1, "before": 0},
        {"start": 0, "end": 1},
    ]
    assert document["made_by"]["mark" if "mark" in document["made_by"] else "marks"] == "scripted 1.0.0"


READS_COLUMNS = """
    import numpy

    def annotate(document):
        tokens = document.read("token")
        kinds = tokens["kind"]
        start, end = numpy.asarray(tokens.start), numpy.asarray(tokens.end)
        sentence = numpy.asarray(tokens["sentence"])
        assert start.dtype == numpy.uint32 and not start.flags.writeable and not start.flags.owndata
        assert [int(s) for s in sentence] == list(tokens["sentence"]) and len(kinds) == len(tokens)
        assert kinds[-1] == "punctuation" and tokens[0]["kind"] == kinds[0] and tokens[-1].text == "."
        assert tokens.producer.startswith("sentences ") and tokens.name == "token"
        assert memoryview(tokens.end)[-1] == document.byte_offset(len(document.text))
        assert document.position(int(end[-1])) == len(document.text)
        words = numpy.array([kind == "word" for kind in kinds])
        marks = document.write("mark")
        marks.extend(start[words], end[words], number=numpy.cumsum(words)[words], share=(end - start)[words] / 2,
                     sentence=sentence[words], word=[token.text for token in tokens if token["kind"] == "word"])
        assert len(marks) == words.sum()
"""


def test_numpy_reads_columns_in_place_and_writes_whole_columns(tmp_path, isolate):
    out, _ = Plugin(tmp_path, READS_COLUMNS).run(["Ülkü met Ana. They agreed."], isolate=isolate, status=0)
    [document] = documents(out)
    assert [mark["word"] for mark in document["marks"]] == ["Ülkü", "met", "Ana", "They", "agreed"]
    assert [mark["number"] for mark in document["marks"]] == [1, 2, 3, 4, 5]
    assert document["marks"][0] == {"start": 0, "end": 4, "number": 1, "share": 3.0, "word": "Ülkü", "sentence": 0}
    assert [mark["sentence"] for mark in document["marks"]] == [0, 0, 0, 1, 1]


@pytest.mark.parametrize(
    "what, message",
    [
        ("raise ValueError('no good')", "ValueError: no good (plugin.py, line 5)"),
        ("raise attache.Error('in plain words')", "in plain words"),
        ("return 1 // 0", "ZeroDivisionError: integer division or modulo by zero (plugin.py, line 5)"),
        ("raise SystemExit(3)", "SystemExit: 3 (plugin.py, line 5)"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt (plugin.py, line 5)"),
        ("document.read('entity')", 'reads layer "entity", which its manifest does not list under "reads"'),
        ("try:\n            document.read('entity')\n        except Exception:\n            pass",
         'reads layer "entity", which its manifest does not list under "reads"'),
        ("document.write('entity')", 'writes layer "entity", which its manifest does not list under "writes"'),
        ("document.write('mark').add(0, 4, words='x')",
         'layer "mark" has no column "words"; it has number, share, word, seen, sentence, before'),
        ("document.write('mark').add(0, 4, word=7)", 'TypeError: layer "mark": column "word" takes str or None, not int (plugin.py, line 5)'),
        ("document.write('mark').add(0, 4, number=1.5)",
         'TypeError: layer "mark": column "number" takes int or None, not float (plugin.py, line 5)'),
        ("document.write('mark').add(0, 4, number=True)",
         'TypeError: layer "mark": column "number" takes int or None, not bool (plugin.py, line 5)'),
        ("document.write('mark').add(0, 4, seen='2024-05-20')",
         'TypeError: layer "mark": column "seen" takes datetime.date or None, not str (plugin.py, line 5)'),
        ("document.write('mark').add(0, 1000)", 'layer "mark": position 1000 is outside of the text, which has 16 characters'),
        ("document.write('mark').add(-1, 3)", 'layer "mark": position -1 is outside of the text, which has 16 characters'),
        ("document.write('mark').extend([0, 1], [1])", 'layer "mark": 2 starts and 1 ends; there must be as many of each'),
        ("document.write('mark').extend([0], [1], number=[1, 2])",
         'layer "mark": 1 starts and 2 values of column "number"; there must be as many of each'),
        ("document.write('mark').add(4, 2)", "mark"),
        ("document.write('mark').add(0, 4, sentence=99)", "sentence"),
        ("document.read('sentence')[0]['length']", 'KeyError: \'layer "sentence" has no column "length"\' (plugin.py, line 5)'),
        ("document.read('sentence')[9]", "IndexError: row 9 of 1 (plugin.py, line 5)"),
        ("document.set_text('other')", "sets the text, which only a reader may"),
        ("attache.settings['word']", "settings and resources are there while the script is loaded"),
        ("memoryview(document.read('sentence')['kind'])", "which have no buffer"),
        ("kept.append(memoryview(document.read('sentence').start))", "keeps 1 buffer(s) on columns of a layer after its call"),
    ],
)
def test_what_a_script_does_wrong_costs_the_document_and_is_told(tmp_path, isolate, what, message):
    script = f"import attache\nkept = []\ndef annotate(document):\n    if 'wrong' in document.text:\n        {what}\n    document.write('mark').add(0, 3)\n"
    out, log = Plugin(tmp_path, script).run(["Good.", "This goes wrong.", "Good again."], isolate=isolate, status=1)
    assert message in reasons(out)["1"], log
    assert [document["marks"] for document in documents(out)] == [[{"start": 0, "end": 3}]] * 2


def test_what_is_kept_after_its_call_cannot_be_used(tmp_path, isolate):
    script = """
        kept = []
        def annotate(document):
            if not kept:
                sentences = document.read("sentence")
                kept.extend([document, sentences, sentences[0], sentences.start, document.write("mark")])
                return
            for use in [lambda: kept[0].text, lambda: len(kept[1]) and kept[1][0], lambda: kept[2].text, lambda: kept[3][0],
                        lambda: kept[4].add(0, 1), lambda: memoryview(kept[3])]:
                try:
                    use()
                except (RuntimeError, BufferError, Exception) as error:
                    assert "is good only until the call that lent it returns" in str(error), error
                else:
                    raise AssertionError("could be used")
    """
    Plugin(tmp_path, script).run(["One.", "Two."], "-j", 1, isolate=isolate, status=0)


def test_settings_and_resources(tmp_path, isolate):
    script = """
        from attache import resource, settings
        words = str(resource("words.txt"), "utf-8").split()
        values = [settings["flag"], settings["depth"], settings["share"], settings["word"], settings["words"]]
        assert [type(value) for value in values] == [bool, int, float, str, list]

        def annotate(document):
            document.write("mark").add(0, 1, word=repr(values + words))
    """
    manifest = "resources = ['words.txt']" + MARKS + """
        [setting.flag]
        type = "bool"
        default = true
        help = "A flag"
        [setting.depth]
        type = "int"
        default = 3
        help = "A number"
        [setting.share]
        type = "real"
        default = 0.5
        help = "A share"
        [setting.word]
        type = "text"
        default = "Ülkü"
        help = "A word"
        [setting.words]
        type = "texts"
        default = ["a", "b"]
        help = "Words"
    """
    plugin = Plugin(tmp_path, script, manifest=manifest)
    (plugin.home / "words.txt").write_text("çay su", encoding="utf-8")
    out, _ = plugin.run(["One."], isolate=isolate, status=0, settings="depth = 7\nwords = []")
    assert documents(out)[0]["marks"][0]["word"] == "[True, 7, 0.5, 'Ülkü', [], 'çay', 'su']"


def test_the_description_for_editors_is_true(tmp_path):
    """attache.pyi, of the scaffold, names exactly what the module has."""
    script = """
        import attache

        def members(thing):
            return sorted(name for name in vars(thing) if not name.startswith("_") or name in
                          ("__len__", "__getitem__", "__iter__", "__next__"))

        found = {name: members(getattr(attache, name)) for name in members(attache) if isinstance(getattr(attache, name), type)}
        def annotate(document):
            document.write("mark").add(0, 1, word=repr((members(attache), found)))
    """
    out, _ = Plugin(tmp_path, script).run(["One."], isolate=False, status=0)
    names, classes = ast.literal_eval(documents(out)[0]["marks"][0]["word"])
    described = ast.parse((SOURCE / "core/templates/python/attache.pyi").read_text(encoding="utf-8")).body

    def named(body):
        names = [node.name if isinstance(node, (ast.ClassDef, ast.FunctionDef)) else node.target.id for node in body
                 if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AnnAssign))]
        return sorted(set(names) - {"status"})

    assert named(described) == names
    assert {node.name: named(node.body) for node in described if isinstance(node, ast.ClassDef)} == classes


def test_print_and_logging_go_to_the_log_and_not_between_the_data(tmp_path, isolate):
    script = """
        import logging, sys, warnings
        log = logging.getLogger(__name__)
        def annotate(document):
            print("printed", 1, 2)
            print("to stderr", file=sys.stderr)
            log.error("logged %d", 7)
            log.debug("not at this level")
            warnings.warn("careful")
    """
    plugin = Plugin(tmp_path, script)
    done = attache("stream", plugin.config(isolate), "--plugin-path", plugin.home, "--log-level", "info",
                   input=json.dumps({"id": "a", "text": "One."}) + "\n")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"] == "a"
    for expected in ["scripted: a: printed 1 2", "scripted: a: to stderr", "scripted: a: logged 7", "careful"]:
        assert expected in done.stderr
    assert "not at this level" not in done.stderr


READER = """
    import attache

    def read(record, document):
        assert isinstance(record, bytes)
        title, _, text = record.decode("utf-8").partition("\\n")
        if title == "nothing":
            raise attache.Skip("there is nothing in it")
        document.set_field("title", title)
        document.set_text(text)
"""
TAKES = 'extensions = [".wire"]'


def test_a_reader(tmp_path, isolate):
    plugin = Plugin(tmp_path, READER, "reader", TAKES)
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "a.wire").write_text("Ülkü\nSays no.\n", encoding="utf-8")
    (folder / "b.wire").write_bytes(b"Title\n\xff")
    (folder / "c.wire").write_text("nothing\nat all")
    out, _ = plugin.run(folder, isolate=isolate, status=1)
    assert [(document["title"], document["text"]) for document in documents(out)] == [("Ülkü", "Says no.\n")]
    [(rejected, reason)] = reasons(out).items()
    assert rejected.endswith("b.wire") and reason.startswith("UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff")
    assert json.loads((out / "run.json").read_text())["counts"]["skipped"] == 1


def test_a_reader_that_splits(tmp_path, isolate):
    script = READER + """
    def split(data, at_end):
        begin = data.find(b"<<")
        end = data.find(b">>", begin)
        if begin < 0 or end < 0:
            return None
        return begin, end + 2 - begin

    read_record = read
    def read(record, document):
        read_record(record[2:-2], document)
    """
    plugin = Plugin(tmp_path, script, "reader", TAKES + "\nsplits = true")
    file = tmp_path / "all.wire"
    file.write_text("".join(f"noise <<{i}\nText {i}.>>" for i in range(50)) + " and <<an end that is cut")
    out, _ = plugin.run(file, isolate=isolate, status=0)
    assert [(document["title"], document["text"]) for document in documents(out)] == [(str(i), f"Text {i}.") for i in range(50)]


EXPORTER = """
    count = 0

    def consume(document, output):
        global count
        for sentence in document.read("sentence"):
            output.put(sentence.text, document.field("id"))
            count += 1

    def finish(output):
        for key, value in output:
            output.write("sorted.tsv", key + b"\\t" + value + b"\\n")
        lines = output.read_file("documents.jsonl").count(b"\\n")
        output.write("sorted.tsv", f"{lines} documents\\n")
        output.figure("sentences sorted", count)
"""
EXPORTS = 'reads = ["sentence"]\nfiles = ["sorted.tsv"]\nreads_files = ["documents.jsonl"]'


@pytest.mark.parametrize("jobs", [1, 4])
def test_an_exporter(tmp_path, isolate, jobs):
    plugin = Plugin(tmp_path, EXPORTER, "exporter", EXPORTS)
    out, _ = plugin.run(["Çay. Su.", "Alma. Su."], "-j", jobs, isolate=isolate, status=0)
    assert (out / "sorted.tsv").read_text(encoding="utf-8") == "Alma.\t1\nSu.\t0\nSu.\t1\nÇay.\t0\n2 documents\n"
    assert json.loads((out / "run.json").read_text())["figures"]["sentences sorted"] == 4


def test_the_same_bytes_from_any_number_of_workers_and_in_every_process(tmp_path):
    script = """
        words = {"alpha", "beta", "gamma", "delta", "epsilon"}
        seen = 0
        def annotate(document):
            document.write("mark").add(0, 1, word=" ".join(words))
    """
    plugin = Plugin(tmp_path, script)
    texts = [f"Text {i}." for i in range(100)]
    outputs = set()
    for isolate in [False, True]:
        for jobs in [1, 4]:
            out, _ = plugin.run(texts, "-j", jobs, isolate=isolate, status=0)
            outputs.add((out / "documents.jsonl").read_bytes())
    assert len(outputs) == 1


def test_each_instance_has_variables_of_its_own_and_forgets_them_after_an_error(tmp_path, isolate):
    script = """
        count = 0
        def annotate(document):
            global count
            count += 1
            if "wrong" in document.text:
                raise ValueError
            document.write("mark").add(0, 1, number=count)
    """
    out, _ = Plugin(tmp_path, script).run(["One.", "Two.", "wrong", "Three."], "-j", 1, isolate=isolate, status=1)
    assert [document["marks"][0]["number"] for document in documents(out)] == [1, 2, 1]


def test_modules_beside_the_script(tmp_path, isolate):
    plugin = Plugin(tmp_path, "from . import other\ndef annotate(document):\n    document.write('mark').add(0, 1, word=other.word)\n")
    (plugin.home / "other.py").write_text("from dataclasses import dataclass\n@dataclass\nclass W:\n    word: 'str'\nword = W('found').word\n")
    out, _ = plugin.run(["One."], isolate=isolate, status=0)
    assert documents(out)[0]["marks"][0]["word"] == "found"
    assert not (plugin.home / "__pycache__").exists()


@pytest.mark.parametrize(
    "script, message",
    [
        ("def annotate(document)\n    pass", "cannot start: SyntaxError: expected ':' (plugin.py, line 1)"),
        ("import attache\nraise attache.Error('no such word')", "cannot start: no such word"),
        ("x = 1\ny = x.z", "cannot start: AttributeError: 'int' object has no attribute 'z' (plugin.py, line 2)"),
        ("import other", "ModuleNotFoundError: No module named 'other'; a module beside the script is imported with: from . import other"),
        ("def anotate(document): pass", 'plugin.py defines no function "annotate"; every annotator has one'),
        ("import attache\nattache.settings['depth']", 'asks for setting "depth", which its manifest does not declare'),
        ("import attache\nattache.resource('words.txt')", 'asks for resource "words.txt", which neither its manifest nor its settings list'),
    ],
)
def test_a_script_that_cannot_be_loaded_stops_the_run_with_the_reason(tmp_path, isolate, script, message):
    plugin = Plugin(tmp_path, script)
    (plugin.home / "other.py").write_text("")
    _, log = plugin.run(["One."], isolate=isolate, status=2)
    assert message in log


def test_an_exporter_that_cannot_start_says_so_before_the_first_document(tmp_path):
    plugin = Plugin(tmp_path, "import attache\nraise attache.Error('no such column')", "exporter", EXPORTS)
    out, log = plugin.run(["One."] * 10, status=2)
    assert 'plugin "scripted" cannot start: no such column' in log
    assert not (out / "documents.jsonl").exists()
    with sqlite3.connect(out / "run.sqlite") as store:
        assert store.execute("SELECT count(*) FROM record").fetchone() == (0,)


@pytest.mark.parametrize(
    "change, message",
    [
        (lambda home: (home / "plugin.py").unlink(), "plugin.py is not there"),
        (lambda home: edit(home, 'host    = "python"', 'host = "perl"'), 'its host "perl" was not found'),
        (lambda home: edit(home, 'host    = "python"', 'host = "sentences"'),
         'its host "sentences" is of kind "annotator" and runs no plugins'),
        (lambda home: edit(home, 'script  = "plugin.py"', ""), '"script" is missing: which file does host "python" run?'),
        (lambda home: edit(home, 'script  = "plugin.py"', 'script = "../plugin.py"'), "it must be the plain name of a file"),
        (lambda home: edit(home, 'kind    = "annotator"', 'kind = "host"'), "a host has no host"),
        (lambda home: edit(home, 'script  = "plugin.py"', 'script = "plugin.py"\ninstance = "all"'), "one instance a worker"),
        (lambda home: edit(home, 'script  = "plugin.py"', 'script = "plugin.py"\nsplits = true'), "is only for kind"),
        (lambda home: (home / "plugin.py").chmod(0o666), "may be written by anyone"),
    ],
)
def test_what_cannot_be_hosted_is_refused_with_the_reason(tmp_path, change, message):
    plugin = Plugin(tmp_path, "def annotate(document): pass")
    change(plugin.home)
    done = attache("plugins", "--plugin-path", plugin.home)
    assert "refused: " in done.stdout and message in done.stdout
    _, log = plugin.run(["One."], status=2)
    assert message in log


def edit(home, old, new):
    file = home / "plugin.toml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def test_listing_inspecting_and_checking_a_configuration_run_no_script(tmp_path):
    telltale = tmp_path / "it ran"
    plugin = Plugin(tmp_path, f"open({str(telltale)!r}, 'w')\ndef annotate(document): pass")
    listed = attache("plugins", "--plugin-path", plugin.home)
    assert "A plugin for a test" in listed.stdout and str(plugin.home / "plugin.toml") in listed.stdout
    inspected = attache("inspect", "scripted", "--plugin-path", plugin.home)
    assert "runs in       python 0.1.0" in inspected.stdout
    assert attache("inspect", plugin.home / "plugin.toml").stdout == inspected.stdout
    assert attache("check", plugin.config(), "--plugin-path", plugin.home).returncode == 0
    assert not telltale.exists()


def test_a_host_is_not_listed_in_a_stage(tmp_path):
    plugin = Plugin(tmp_path, "def annotate(document): pass")
    plugin.plugins.append("python")
    _, log = plugin.run(["One."], status=2)
    assert '"python" runs plugins of others and is none itself; list those that it runs' in log


def test_the_run_records_script_and_host(tmp_path):
    out, _ = Plugin(tmp_path, "def annotate(document): pass").run(["One."], status=0)
    [entry] = [entry for entry in json.loads((out / "run.json").read_text())["plugins"] if entry["name"] == "scripted"]
    assert entry["host"] == "python 0.1.0" and len(entry["host_sha256"]) == len(entry["resources"]["plugin.py"]) == 64
    assert entry["isolated"] is True


def test_a_changed_script_does_not_go_on_with_an_old_run(tmp_path):
    plugin = Plugin(tmp_path, "def annotate(document): pass")
    out, _ = plugin.run(["One."], status=0)
    (plugin.home / "plugin.py").write_text("def annotate(document): document.remark('new')")
    done = attache("run", plugin.config(), tmp_path / "texts.jsonl", "-o", out, "--resume", "--plugin-path", plugin.home)
    assert done.returncode == 3 and "its configuration, plugins or inputs were other ones" in done.stderr


def test_a_crash_or_a_hang_costs_one_document_and_is_kept_as_a_case(tmp_path):
    script = """
        import os
        def annotate(document):
            if "crash" in document.text:
                os.abort()
            while "hang" in document.text:
                pass
    """
    plugin = Plugin(tmp_path, script)
    out, _ = plugin.run(["One.", "crash", "Two.", "hang", "Three."], isolate=True, settings="timeout = 2", status=1)
    found = reasons(out)
    assert found["1"].startswith("crashed: SIGABRT") and found["3"].startswith("gave no answer within 2 s")
    assert [document["id"] for document in documents(out)] == ["0", "2", "4"]
    case = found["1"].split("attache replay ")[1]
    again = attache("replay", out / case)
    assert again.returncode == 1 and "SIGABRT" in again.stdout


@pytest.mark.skipif(SANITIZED, reason="sanitizers hold terabytes of address space, so there is no limit")
def test_memory_is_limited(tmp_path):
    plugin = Plugin(tmp_path, "def annotate(document):\n    bytes(4 << 30 if 'much' in document.text else 1)\n")
    out, _ = plugin.run(["One.", "much", "Two."], isolate=True, status=1)
    assert set(reasons(out)) == {"1"} and "memory" in reasons(out)["1"].lower()


def test_the_contract_is_kept_by_honest_scripts_and_checked(tmp_path):
    if SANITIZED:
        pytest.skip("checks rest on signal handlers and figures that sanitizers take over; the release build runs this")
    honest = Plugin(tmp_path, textwrap.dedent(ALL_COLUMNS).replace("text.index(", "text.find(").replace(
        "    marks.add(0, 1)", "").replace("start = ", "start = sentence.start + 0 * "), manifest=MARKS.replace(', "token?"', ""))
    done = attache("check", honest.home / "plugin.toml")
    assert done.returncode == 0, done.stdout
    liar = Plugin(tmp_path, """
        import random
        def annotate(document):
            document.write("mark").add(0, 0, share=random.random())
    """, name="liar")
    done = attache("check", liar.home)
    assert done.returncode == 1
    assert 'says that it reads layer "sentence", but it did not' in done.stdout
    assert "comes out differently the second time" in done.stdout
