"""The run folder of the default pipeline: same bytes, valid JSON, spans that hold, every line traceable."""

import contextlib
import csv
import json
import os
import re
import signal
import sqlite3
import subprocess
import time

import icalendar
import jsonschema
import pytest

from conftest import CONFIG, PROGRAM, SAMPLES, SOURCE, attache, lines

SAME = ["documents.jsonl", "rejected.jsonl", "timeline.json", "timeline.csv", "timeline.ics", "timeline.geojson",
        "timelinejs.json", "briefing.md", "briefing.html", "report.html"]


def contents(folder):
    return {name: (folder / name).read_bytes() for name in SAME}


@pytest.mark.parametrize("jobs", [1, 2, 8])
def test_same_bytes_with_any_number_of_workers(samples_run, tmp_path, jobs):
    attache("run", CONFIG, SAMPLES, "-o", tmp_path, "-j", jobs)
    assert contents(tmp_path) == contents(samples_run)


def test_export_alone_gives_the_same_bytes(samples_run, tmp_path):
    attache("run", CONFIG, SAMPLES, "-o", tmp_path)
    for name in SAME:
        (tmp_path / name).unlink()
    assert attache("export", CONFIG, tmp_path).returncode == 0
    assert contents(tmp_path) == contents(samples_run)


def schema(name):
    return json.loads(attache("schema", name).stdout)


def test_json_is_as_the_published_schemas_say(samples_run):
    def check(name, instances):
        validator = jsonschema.Draft202012Validator(schema(name))
        validator.check_schema(validator.schema)
        for instance in instances:
            validator.validate(instance)

    check("documents", lines(samples_run / "documents.jsonl"))
    check("rejected", lines(samples_run / "rejected.jsonl"))
    check("packs", [json.loads((samples_run / "packs.json").read_text())])
    check("run", [json.loads((samples_run / "run.json").read_text())])
    check("timeline", [json.loads((samples_run / "timeline.json").read_text())])


def test_a_schema_refuses_what_is_not_there(samples_run):
    document = lines(samples_run / "documents.jsonl")[0]
    del document["published"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema("documents"))


def test_every_input_ends_somewhere_and_the_counts_add_up(samples_run):
    run = json.loads((samples_run / "run.json").read_text())
    assert run["counts"] == {"documents": 32, "rejected": 1, "skipped": 1, "left_out_by_exporters": 0}
    assert len(lines(samples_run / "documents.jsonl")) == 32
    assert len(lines(samples_run / "rejected.jsonl")) == 1


def test_spans_are_code_points(samples_run):
    documents = lines(samples_run / "documents.jsonl")
    assert any(not document["text"].isascii() for document in documents)
    for document in documents:
        text = document["text"]
        for key in ("sentences", "entities", "times", "summary", "keyphrases"):
            for row in document[key]:
                span = text[row["start"] : row["end"]]
                assert span and span == span.strip(), (document["id"], key, row)
        for row in document["times"]:
            if re.fullmatch(r"\d{4}", row.get("value", "")) and "anchor" not in row:
                assert row["value"] in text[row["start"] : row["end"]], (document["id"], row)


def test_summary_lines_are_sentences_or_what_is_kept_of_them(samples_run):
    for document in lines(samples_run / "documents.jsonl"):
        assert 1 <= len(document["summary"]) <= 3
        for row in document["summary"]:
            sentence = document["sentences"][row["sentence"]]
            assert sentence["start"] <= row["start"] and row["end"] <= sentence["end"]
            kept = folded(document["text"][row["start"] : row["end"]])
            assert folded(row["text"]).endswith(kept[1:]) or row["text"].startswith("[")


def folded(text):
    return re.sub(r"\s+", " ", text).strip()


def test_timeline_entries_lead_back_to_their_sentences(samples_run):
    documents = {document["id"]: document for document in lines(samples_run / "documents.jsonl")}
    timeline = json.loads((samples_run / "timeline.json").read_text())
    assert len(timeline["entries"]) > 100
    assert [entry["begin"] for entry in timeline["entries"]] == sorted(entry["begin"] for entry in timeline["entries"])
    for entry in timeline["entries"]:
        assert entry["sources"]
        sentence = entry["sources"][0]
        text = documents[sentence["document"]]["text"]
        assert folded(text[sentence["start"] : sentence["end"]]).endswith(entry["what"]), entry["id"]
    assert set(timeline["made_by"]) >= {"sentence", "time", "entity", "timeline"}


def test_calendar_is_read_by_icalendar(samples_run):
    calendar = icalendar.Calendar.from_ical((samples_run / "timeline.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) > 50
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        assert event["DTSTART"].dt < event["DTEND"].dt
        assert str(event["SUMMARY"])
    tentative = [event for event in events if event.get("STATUS") == "TENTATIVE"]
    assert tentative and all(str(event["SUMMARY"]).startswith("Plan: ") for event in tentative)
    assert {"SANCTION", "CONSULT"} <= {label for event in events if "CATEGORIES" in event for label in event["CATEGORIES"].cats}


def test_a_timeline_of_the_best_is_the_same_with_any_number_of_jobs_and_apart(tmp_path):
    limits = ["--set=timeline.max_dates=20", "--set=timeline.sentences_per_date=2"]
    attache("run", CONFIG, SAMPLES, "-o", tmp_path / "one", "-j", "1", *limits)
    attache("run", CONFIG, SAMPLES, "-o", tmp_path / "four", "-j", "4", "--set=timeline.isolate=true", *limits)
    for name in SAME:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "four" / name).read_bytes(), name
    entries = json.loads((tmp_path / "one" / "timeline.json").read_text())["entries"]
    assert len({entry["begin"] for entry in entries}) == 20
    assert {entry["date_rank"] for entry in entries} == set(range(1, 21))


def test_csv_has_a_row_an_entry(samples_run):
    with open(samples_run / "timeline.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    timeline = json.loads((samples_run / "timeline.json").read_text())
    assert [row["what"] for row in rows] == [entry["what"] for entry in timeline["entries"]]


def test_report_names_what_was_rejected_and_what_is_unresolved(samples_run):
    report = (samples_run / "report.html").read_text(encoding="utf-8")
    assert "samples/articles/agency.jsonl#2" in report
    assert "not JSON" in report
    assert "publication date unknown" in report.lower()


def test_stream_is_one_for_one_in_order():
    records = [{"id": str(i), "text": f"Talks number {i} began in Astana on Monday."} for i in range(200)]
    texts = [json.dumps(record) for record in records]
    texts[50] = "{broken"
    done = attache("stream", CONFIG, "-j", 4, input="\n".join(texts) + "\n")
    assert done.returncode == 1
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == 200
    for i, answer in enumerate(answers):
        if i == 50:
            assert answer["rejected"]["plugin"].startswith("jsonl ")
        else:
            assert answer["id"] == str(i)
            assert answer["text"] == records[i]["text"]
            assert answer["entities"]


def test_stream_answers_each_line_before_the_next_comes():
    with subprocess.Popen(
        [PROGRAM, "stream", CONFIG, "-j", "1"], cwd=SOURCE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        for i in range(3):
            process.stdin.write(json.dumps({"id": str(i), "text": "Talks began."}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(i)
        process.stdin.close()


def finished_records(store):
    """Read beside the run, which has to wait for the reader and go on."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=0)) as database:
            return database.execute("SELECT count(*) FROM record").fetchone()[0]
    except sqlite3.OperationalError:
        return 0  # not there yet, or being written: asked again soon, before the next transaction is under way


def test_a_killed_run_is_resumed_to_the_same_bytes(tmp_path):
    articles = tmp_path / "articles.jsonl"
    number = 400 if "SANITIZED" in os.environ else 2000
    subprocess.run(["/usr/bin/python3", SOURCE / "tests/e2e/generate_articles.py", str(number), articles], check=True)
    whole = tmp_path / "whole"
    attache("run", CONFIG, articles, "-o", whole)
    killed = tmp_path / "killed"
    process = subprocess.Popen([PROGRAM, "run", CONFIG, articles, "-o", killed, "-q"], cwd=SOURCE)
    deadline = time.monotonic() + 120
    # A transaction is whole by then, and another is under way.
    while finished_records(killed / "run.sqlite") == 0 and process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (killed / "run.json").exists(), "it was finished before it could be killed"
    done = attache("run", CONFIG, articles, "-o", killed, "--resume", "--log-level", "info")
    assert done.returncode == 0, done.stderr
    kept = int(re.search(r"going on after (\d+) finished records", done.stderr).group(1))
    assert 0 < kept < number
    assert contents(killed) == contents(whole)


def test_resume_refuses_other_inputs(tmp_path, samples_run):
    articles = tmp_path / "articles.jsonl"
    articles.write_text('{"id": "1", "text": "Talks began."}\n')
    done = attache("run", CONFIG, articles, "-o", samples_run, "--resume")
    assert done.returncode == 3
    assert "cannot resume" in done.stderr


def test_nothing_reaches_the_network(tmp_path):
    """socket() is watched from outside: a library put before all others tells, and refuses."""
    source = tmp_path / "watch.c"
    source.write_text(
        '#include <stdio.h>\n#include <stdlib.h>\n'
        'int socket(int a, int b, int c) { FILE* f = fopen(getenv("TOLD"), "w"); if (f) fclose(f); return -1; }\n'
    )
    library = tmp_path / "watch.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, source], check=True)
    told = tmp_path / "told"
    # AddressSanitizer wants to be the first library itself, and would stop here.
    order = {"ASAN_OPTIONS": "verify_asan_link_order=0"}
    watched = {**os.environ, **order, "LD_PRELOAD": str(library), "TOLD": str(told)}
    subprocess.run(["/usr/bin/python3", "-c", "import socket\ntry: socket.socket()\nexcept OSError: pass"], env=watched)
    assert told.exists(), "the watch does not work"
    told.unlink()
    attache("run", CONFIG, SAMPLES, "-o", tmp_path / "out", env=watched)
    assert (tmp_path / "out/report.html").exists()
    assert not told.exists()


def published(folder):
    return {document["id"].rsplit("/", 1)[1]: (document["published"], document["fields"].get("published_from"))
            for document in lines(folder / "documents.jsonl")}


def test_a_publication_date_is_unknown_unless_the_document_or_the_user_tells(tmp_path):
    articles = tmp_path / "in"
    articles.mkdir()
    (articles / "2024-05-21.txt").write_text("Talks resume\n\nThe two ministers met in Astana on Monday.\n")
    (articles / "dated.txt").write_text("Talks resume\n\nASTANA, March 4, 2024 (Steppe News) — They met on Monday.\n")
    options = {"unknown": [], "name": ["--published-from", "filename"], "given": ["--published-from", "2024-05-22"]}
    for name, option in options.items():
        assert attache("run", CONFIG, articles, "-o", tmp_path / name, *option).returncode == 0
    assert published(tmp_path / "unknown")["2024-05-21.txt"] == (None, None)
    assert published(tmp_path / "name")["2024-05-21.txt"] == ("2024-05-21", "file name")
    assert published(tmp_path / "given")["2024-05-21.txt"] == ("2024-05-22", "option")
    for name in options:
        assert published(tmp_path / name)["dated.txt"] == ("2024-03-04", "dateline")

    def monday(folder):
        return next(time for document in lines(folder / "documents.jsonl") for time in document["times"]
                    if "2024-05-21" in document["id"])

    assert monday(tmp_path / "unknown")["unresolved"] == "no publication date"
    assert monday(tmp_path / "name")["value"] == "2024-05-20"
    assert monday(tmp_path / "name")["anchor"] == "published 2024-05-21"
    assert json.loads((tmp_path / "name" / "run.json").read_text())["published_from"] == "filename"


def test_a_publication_date_that_is_none_is_refused(tmp_path):
    done = attache("run", CONFIG, SAMPLES, "-o", tmp_path, "--published-from", "today")
    assert done.returncode == 2
    assert "neither filename nor mtime nor a date" in done.stderr
