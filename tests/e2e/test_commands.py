"""What a user meets at the prompt."""

import json
import pathlib

import pytest

from conftest import CONFIG, PROGRAM, SAMPLES, SOURCE, attache

COMMANDS = ["run", "stream", "export", "compare", "plugins", "inspect", "check", "schema", "new-plugin"]
PLUGINS = ["text", "html", "jsonl", "sentences", "dates", "entities", "quotes", "events", "salience", "keyphrases", "timeline",
           "briefing", "report"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command):
    done = attache(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: attache {command}")
    assert "--log-level" in done.stdout


def test_no_arguments_explain_the_program():
    done = attache()
    assert done.returncode == 2
    for command in COMMANDS:
        assert command in done.stderr


def test_run_without_arguments_explains_itself():
    done = attache("run")
    assert done.returncode == 2
    assert "Usage: attache run CONFIG INPUT" in done.stderr
    assert "Example:" in done.stderr


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["rum"], 'there is no command "rum" (did you mean "run"?)'),
        (["run", CONFIG], "INPUT is missing"),
        (["run", CONFIG, "nowhere"], 'input "nowhere" does not exist'),
        (["run", CONFIG, SAMPLES, "--job", "2"], "unrecognised option '--job'"),
        (["run", CONFIG, SAMPLES, "-j", "-1"], "--jobs is -1"),
        (["run", CONFIG, SAMPLES, "-j", "many"], "the argument ('many') for option '--jobs' is invalid"),
        (["run", CONFIG, SAMPLES, "--log-level", "loud"], '--log-level is "loud"'),
        (["run", "nowhere.toml", SAMPLES], "cannot read nowhere.toml: No such file or directory"),
        (["export", CONFIG, SAMPLES], "holds no run"),
        (["inspect", "sentence"], '(did you mean "sentences"?)'),
        (["inspect", "./README.md"], "not a shared library"),
        (["schema", "document"], '(did you mean "documents"?)'),
    ],
)
def test_a_wrong_command_line_is_told_so(arguments, message):
    done = attache(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""


def test_a_folder_with_a_run_is_not_written_over(samples_run):
    done = attache("run", CONFIG, SAMPLES, "-o", samples_run)
    assert done.returncode == 2
    assert "already holds a run; --resume goes on with it, --overwrite begins anew" in done.stderr


def test_check_shows_the_data_flow():
    done = attache("check", CONFIG)
    assert done.returncode == 0
    assert "its data flow closes" in done.stdout
    for plugin in PLUGINS:
        assert f"/{plugin} " in done.stdout


def test_dry_run_writes_nothing(tmp_path):
    done = attache("run", CONFIG, SAMPLES, "-o", tmp_path / "out", "--dry-run")
    assert done.returncode == 0
    assert "nothing was run" in done.stdout
    assert not (tmp_path / "out").exists()


def test_plugins_lists_all_shipped_ones():
    listed = json.loads(attache("plugins", "--json").stdout)
    assert {plugin["name"] for plugin in listed["plugins"]} >= set(PLUGINS)
    assert listed["refused"] == []


@pytest.mark.parametrize("plugin", PLUGINS)
def test_inspect_shows_settings_that_a_configuration_takes(plugin, tmp_path):
    shown = attache("inspect", plugin).stdout
    assert "kind " in shown
    if "[plugin." not in shown:
        assert "No settings." in shown
        return
    config = tmp_path / "config.toml"
    config.write_text((SOURCE / CONFIG).read_text() + shown[shown.index("[plugin.") :])
    done = attache("check", config)
    assert done.returncode == 0, done.stderr


def test_the_table_names_counts_times_and_the_report(tmp_path):
    done = attache("run", CONFIG, SAMPLES, "-o", tmp_path / "out")
    for word in ["documents", "entities", "times", "timeline entries", "rejected", "seconds", "report.html"]:
        assert word in done.stdout
    assert "rejected by jsonl" in done.stderr


def test_the_log_can_be_json(tmp_path):
    done = attache("run", CONFIG, SAMPLES, "-o", tmp_path / "out", "--log-json", "--log-level", "info")
    records = [json.loads(line) for line in done.stderr.splitlines()]
    assert {record["level"] for record in records} == {"info", "warning"}
    assert all(record["time"].endswith("Z") and record["message"] for record in records)


def test_settings_change_the_outcome(tmp_path):
    attache("run", CONFIG, SAMPLES, "-o", tmp_path, "--set", "salience.sentences=1", "-q")
    documents = [json.loads(line) for line in (tmp_path / "documents.jsonl").read_text().splitlines()]
    assert all(len(document["summary"]) <= 1 for document in documents)
    plugins = {plugin["name"]: plugin for plugin in json.loads((tmp_path / "run.json").read_text())["plugins"]}
    assert "sentences" in plugins["salience"]["settings"]


def test_check_tries_a_plugin():
    library = pathlib.Path(PROGRAM).parent / "plugins/sentences/sentences.so"
    done = attache("check", library, "--only", "create", "--only", "ordinary", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["passed"] and [check["outcome"] for check in outcome["checks"]] == ["passed", "passed"]


def test_check_of_what_is_no_plugin(tmp_path):
    (tmp_path / "empty.so").write_bytes(b"")
    done = attache("check", tmp_path / "empty.so")
    assert done.returncode == 2 and "empty.so: not a shared library" in done.stderr
    done = attache("check", PROGRAM, "--only", "sorcery")
    assert done.returncode == 2 and 'there is no check "sorcery"' in done.stderr
