"""Plugins in processes of their own: what fails costs one document each, all others come out the same bytes."""

import json
import os
import pathlib
import signal
import subprocess
import time

import pytest

from conftest import CONFIG, PROGRAM, SAMPLES, attache, lines

FAULTY = os.environ["FAULTY"]
SANITIZED = "SANITIZED" in os.environ
COUNT = 1_000 if SANITIZED else 10_000

PIPELINE = """
[[stage]]
name = "ingest"
plugins = ["jsonl"]
[[stage]]
name = "tag"
plugins = ["sentences", "faulty"]
[plugin.faulty]
isolate = {isolate}
timeout = {timeout}
memory = 256
"""


def config(folder, isolate="true", timeout=2):
    file = folder / f"isolate-{isolate}.toml"
    file.write_text(PIPELINE.format(isolate=isolate, timeout=timeout))
    return file


EXPORTING = """
[[stage]]
name = "ingest"
plugins = ["jsonl"]
[[stage]]
name = "export"
plugins = ["faulty_exporter"]
[plugin.faulty_exporter]
isolate = {isolate}
timeout = {timeout}
memory = 256
end = "{end}"
"""


def exporting(folder, isolate="true", timeout=2, end=""):
    file = folder / f"exporting-{isolate}-{timeout}-{end}.toml"
    file.write_text(EXPORTING.format(isolate=isolate, timeout=timeout, end=end))
    return file


def articles(folder, texts, name="articles.jsonl"):
    file = folder / name
    with open(file, "w") as out:
        for number, text in texts:
            out.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
    return file


def run(configuration, file, out, *more):
    return attache("run", configuration, file, "-o", out, "--plugin-path", FAULTY, "-q", *more)


def reasons(folder):
    return {line["id"]: line["reason"] for line in lines(folder / "rejected.jsonl")}


def wrong(number):
    if number % 100 == 7:
        return "CRASH"
    if number % 1000 == 13:
        return "HANG"
    if number % 1000 == 21 and not SANITIZED:
        return "MEMORY"
    return ""


def text_of(number):
    plain = f"Article {number} has two sentences. The second one tells of Türkiye and the talks. " * 4
    return plain + wrong(number)


def test_exactly_the_faulty_are_rejected_and_the_rest_are_the_same_bytes(tmp_path):
    all_articles = articles(tmp_path, ((i, text_of(i)) for i in range(COUNT)))
    with_faults = tmp_path / "with"
    done = run(config(tmp_path, timeout=1), all_articles, with_faults)
    assert done.returncode == 1, done.stderr

    found = reasons(with_faults)
    assert set(found) == {f"a{i}" for i in range(COUNT) if wrong(i)}
    for number in range(COUNT):
        expected = {"CRASH": "crashed: SIGABRT (Aborted)", "HANG": "gave no answer within 1 s (timeout)",
                    "MEMORY": "went over its memory limit of 256 MiB (memory)"}.get(wrong(number))
        if expected:
            assert found[f"a{number}"].startswith(expected + "; to see it again: attache replay cases/faulty-")

    # The same names on the same lines, so that sources are the same: faulty articles become harmless ones.
    harmless = articles(tmp_path, ((i, "" if wrong(i) else text_of(i)) for i in range(COUNT)))
    without = tmp_path / "without"
    assert run(config(tmp_path, isolate="false"), harmless, without).returncode == 0
    kept = [line for line in (without / "documents.jsonl").read_bytes().splitlines() if b'"text":""' not in line]
    assert kept == (with_faults / "documents.jsonl").read_bytes().splitlines()


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_same_bytes_with_any_number_of_workers(tmp_path, jobs):
    texts = [(i, "CRASH" if i % 10 == 3 else text_of(1) + "REMARK" * (i % 2)) for i in range(120)]
    texts += [(120, ""), (121, "É" * 400_000 + ". " + "x. " * 50_000)]
    file = articles(tmp_path, texts)
    for out, count in [("one", 1), ("many", jobs)]:
        run(config(tmp_path), file, tmp_path / out, "-j", str(count))
    for name in ["documents.jsonl", "rejected.jsonl"]:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "many" / name).read_bytes()
    assert len(lines(tmp_path / "one" / "documents.jsonl")) == 110


def test_outcomes_of_a_call_are_those_of_the_same_process(tmp_path):
    file = articles(tmp_path, [(0, "Good. Better."), (1, "FAIL"), (2, "REMARK here."), (3, "Ünï. Cödé.")])
    for isolate in ["true", "false"]:
        run(config(tmp_path, isolate), file, tmp_path / isolate)
    for name in ["documents.jsonl", "rejected.jsonl"]:
        assert (tmp_path / "true" / name).read_bytes() == (tmp_path / "false" / name).read_bytes()
    assert reasons(tmp_path / "true") == {"a1": "was asked to fail"}


def test_the_default_pipeline_isolated_gives_the_same_bytes(tmp_path):
    isolated = [f"--set={plugin}.isolate=true"
                for plugin in ["text", "html", "jsonl", "sentences", "dates", "entities", "quotes", "events", "salience",
                               "keyphrases", "timeline", "briefing", "report"]]
    attache("run", CONFIG, SAMPLES, "-o", tmp_path / "apart", *isolated)
    attache("run", CONFIG, SAMPLES, "-o", tmp_path / "together")
    for name in ["documents.jsonl", "rejected.jsonl", "timeline.json", "timeline.csv", "timeline.ics", "timeline.geojson",
                 "timelinejs.json", "briefing.md", "briefing.html", "report.html"]:
        assert (tmp_path / "apart" / name).read_bytes() == (tmp_path / "together" / name).read_bytes()


def wrong_for_the_exporter(number):
    if number % 1000 == 7:
        return "CRASH"
    if number % 5000 == 513:
        return "HANG"
    if number % 5000 in (521, 522) and not SANITIZED:
        return "MEMORY"
    return ""


def exported_text(number):
    return text_of(1) + str(number) + wrong_for_the_exporter(number)


def test_an_exporter_is_rid_of_exactly_the_faulty_and_writes_the_same_bytes(tmp_path):
    wrong_ones = {i for i in range(COUNT) if wrong_for_the_exporter(i)}
    everything = articles(tmp_path, ((i, exported_text(i)) for i in range(COUNT)))
    with_faults = tmp_path / "with"
    done = run(exporting(tmp_path, timeout=1), everything, with_faults)
    assert done.returncode == 1, done.stderr

    found = reasons(with_faults)
    assert set(found) == {f"a{i}" for i in wrong_ones}
    for number in wrong_ones:
        expected = {"CRASH": "crashed: SIGABRT (Aborted)", "HANG": "gave no answer within 1 s (timeout)",
                    "MEMORY": "went over its memory limit of 256 MiB (memory)"}[wrong_for_the_exporter(number)]
        assert found[f"a{number}"].startswith(
            expected + "; to see it again: attache replay cases/faulty_exporter-")
    assert len(lines(with_faults / "documents.jsonl")) == COUNT
    assert json.loads((with_faults / "run.json").read_text())["counts"]["left_out_by_exporters"] == len(wrong_ones)

    harmless = articles(tmp_path, ((i, exported_text(i)) for i in range(COUNT) if i not in wrong_ones), "harmless.jsonl")
    without = tmp_path / "without"
    assert run(exporting(tmp_path, isolate="false"), harmless, without).returncode == 0
    assert (with_faults / "faulty.txt").read_bytes() == (without / "faulty.txt").read_bytes()


@pytest.mark.parametrize("faulty", [[0], [31, 32, 33], [69], [0, 1, 68, 69]])
def test_wherever_in_a_batch_an_exporter_ends(tmp_path, faulty):
    everything = articles(tmp_path, [(i, "EXIT" if i in faulty else f"Text {i}.") for i in range(70)])
    assert run(exporting(tmp_path), everything, tmp_path / "with").returncode == 1
    assert [line["id"] for line in lines(tmp_path / "with" / "rejected.jsonl")] == [f"a{i}" for i in faulty]
    harmless = articles(tmp_path, [(i, f"Text {i}.") for i in range(70) if i not in faulty], "harmless.jsonl")
    run(exporting(tmp_path, "false"), harmless, tmp_path / "without")
    assert (tmp_path / "with" / "faulty.txt").read_bytes() == (tmp_path / "without" / "faulty.txt").read_bytes()


def test_outcomes_of_an_exporter_are_those_of_the_same_process(tmp_path):
    """It reads a layer whose rows refer to another, and files; what a failed call asked for is dropped."""
    file = articles(tmp_path, [(0, "Good. Better."), (1, "REFUSE"), (2, "Ünï. Cödé."), (3, "É" * 400_000)])
    for isolate in ["true", "false"]:
        configuration = exporting(tmp_path, isolate, end="READ")
        configuration.write_text(configuration.read_text().replace('"jsonl"', '"jsonl", "sentences", "faulty"'))
        assert run(configuration, file, tmp_path / isolate).returncode == 1
    for name in ["documents.jsonl", "rejected.jsonl", "faulty.txt"]:
        assert (tmp_path / "true" / name).read_bytes() == (tmp_path / "false" / name).read_bytes()
    assert reasons(tmp_path / "true") == {"a1": "was asked to refuse it"}
    written = (tmp_path / "true" / "faulty.txt").read_text()
    assert written.startswith("1 a0 ") and "\n3 a2 " in written and "2 a1 " not in written
    assert '"id":"a3"' in written
    assert json.loads((tmp_path / "true" / "run.json").read_text())["figures"]["documents seen"] == 4


@pytest.mark.parametrize("end, reason", [("CRASH", "crashed: SIGABRT (Aborted)"), ("FAIL", "was asked to fail"),
                                         ("HANG", "gave no answer within 3 s (10 × timeout)"),
                                         ("MEMORY", "went over its memory limit of 256 MiB (memory)")])
def test_an_exporter_that_ends_in_finish_stops_the_run_and_can_be_run_again(tmp_path, end, reason):
    if end == "MEMORY" and SANITIZED:
        pytest.skip("no memory limit there")
    file = articles(tmp_path, [(i, f"Text {i}.") for i in range(100)])
    out = tmp_path / "out"
    done = run(exporting(tmp_path, timeout=0.3, end=end), file, out)
    assert done.returncode == 3
    assert f'exporter "faulty_exporter" could not finish: {reason}; `attache export`' in done.stderr
    assert not list(out.glob("faulty*")) and not list(out.glob("*.part"))
    attache("export", exporting(tmp_path), out, "--plugin-path", FAULTY)
    run(exporting(tmp_path, "false"), file, tmp_path / "whole")
    assert (out / "faulty.txt").read_bytes() == (tmp_path / "whole" / "faulty.txt").read_bytes()


def test_an_exporter_at_work_in_finish_may_be_slow(tmp_path):
    file = articles(tmp_path, [(0, "Fine.")])
    assert run(exporting(tmp_path, timeout=0.3, end="SLOW"), file, tmp_path / "out").returncode == 0
    assert (tmp_path / "out" / "faulty.txt").read_text().endswith("slow" * 80)


@pytest.mark.skipif(SANITIZED, reason="no memory limit there")
def test_finish_holds_neither_spool_nor_files_in_memory(tmp_path):
    file = articles(tmp_path, ((i, f"{i} ministers met. " * 200) for i in range(10_000)))
    configuration = exporting(tmp_path, timeout=20, end="READ")
    configuration.write_text(configuration.read_text().replace("memory = 256", "memory = 24"))
    done = run(configuration, file, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "faulty.txt").stat().st_size > 2 * 30_000_000


def test_an_exporter_that_ends_at_every_document_is_given_up(tmp_path):
    file = articles(tmp_path, [(i, "Fine." if i < 10 else "CRASH") for i in range(100)])
    done = run(exporting(tmp_path), file, tmp_path / "out")
    assert done.returncode == 3
    assert 'exporter "faulty_exporter" ended its process at each of the last ' in done.stderr
    assert "crashed: SIGABRT" in done.stderr


def test_an_exporter_that_ends_at_what_it_took_before_is_given_up(tmp_path):
    file = articles(tmp_path, [(0, f"UNTIL {int(time.time()) + 5}"), (1, "HANG")])
    done = run(exporting(tmp_path, timeout=8), file, tmp_path / "out")
    assert done.returncode == 3
    assert 'exporter "faulty_exporter" is not the same twice' in done.stderr


def test_a_run_killed_while_exporting_is_resumed(tmp_path):
    file = articles(tmp_path, [(i, "HANG" if i == 40 else f"Text {i}.") for i in range(100)])
    out = tmp_path / "out"
    configuration = exporting(tmp_path, timeout=2)
    process = subprocess.Popen([PROGRAM, "run", configuration, file, "-o", out, "--plugin-path", FAULTY, "-q"])
    for _ in range(400):
        if (out / "faulty.txt.part").exists():
            break
        time.sleep(0.05)
    process.kill()
    process.wait()
    assert not (out / "faulty.txt").exists()
    assert run(configuration, file, out, "--resume").returncode == 1
    run(configuration, file, tmp_path / "whole")
    for name in ["documents.jsonl", "rejected.jsonl", "faulty.txt"]:
        assert (out / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert not list(out.glob("*.part"))


def test_a_case_of_an_exporter_is_replayed(tmp_path):
    run(exporting(tmp_path), articles(tmp_path, [(0, "CRASH"), (1, "Fine.")]), tmp_path / "out")
    [case] = (tmp_path / "out" / "cases").iterdir()
    again = attache("replay", case)
    assert (again.returncode, again.stdout) == (1, "crashed: SIGABRT (Aborted)\n")
    assert attache("replay", case, "--in-process").returncode == -signal.SIGABRT


def test_a_process_that_ends_itself_is_named(tmp_path):
    run(config(tmp_path), articles(tmp_path, [(0, "EXIT"), (1, "Fine.")]), tmp_path / "out")
    assert reasons(tmp_path / "out")["a0"].startswith("ended its process: exit status 3")
    assert [line["id"] for line in lines(tmp_path / "out" / "documents.jsonl")] == ["a1"]


def test_a_case_is_replayed(tmp_path):
    run(config(tmp_path), articles(tmp_path, [(0, "CRASH")]), tmp_path / "out")
    [case] = (tmp_path / "out" / "cases").iterdir()
    again = attache("replay", case)
    assert (again.returncode, again.stdout) == (1, "crashed: SIGABRT (Aborted)\n")
    assert attache("replay", case, "--in-process").returncode == -signal.SIGABRT
    broken = tmp_path / "broken.case"
    broken.write_bytes(case.read_bytes()[:-20])
    assert attache("replay", broken).returncode == 3
    broken.write_bytes(b"something else")
    assert "not a case that a run has kept" in attache("replay", broken).stderr


def test_the_worker_has_given_up_what_it_does_not_need(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("not for plugins")
    run(config(tmp_path), articles(tmp_path, [(0, f"TRY {secret}\n")]), tmp_path / "out")
    [document] = lines(tmp_path / "out" / "documents.jsonl")
    tried = document["faulty"][0]["tried"]
    assert "socket EPERM, write EPERM, remove EPERM, exec EPERM" in tried and "kill EPERM" in tried
    if not SANITIZED:
        assert "read EACCES" in tried  # where the kernel has Landlock


def test_plugins_from_elsewhere_are_isolated_unless_trusted(tmp_path):
    file = articles(tmp_path, [(0, "CRASH"), (1, "Fine.")])
    plain = tmp_path / "plain.toml"
    plain.write_text(PIPELINE.split("[plugin")[0])
    assert run(plain, file, tmp_path / "default").returncode == 1
    assert "a0" in reasons(tmp_path / "default")
    assert run(config(tmp_path, "false"), file, tmp_path / "trusted").returncode == -signal.SIGABRT
    plain.write_text(EXPORTING.split("[plugin")[0])
    assert run(plain, file, tmp_path / "exported").returncode == 1
    assert "a0" in reasons(tmp_path / "exported")


def test_no_worker_outlives_a_killed_run(tmp_path):
    file = articles(tmp_path, [(0, "HANG")])
    process = subprocess.Popen([PROGRAM, "run", config(tmp_path, timeout=60), file, "-o", tmp_path / "out",
                                "--plugin-path", FAULTY, "-q"])
    children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children")
    workers = []
    for _ in range(200):
        workers = children.read_text().split()
        if workers:
            break
        time.sleep(0.05)
    assert workers
    process.kill()
    process.wait()
    for _ in range(200):
        if not any(pathlib.Path(f"/proc/{pid}").exists() for pid in workers):
            return
        time.sleep(0.05)
    pytest.fail("a worker is still there")
