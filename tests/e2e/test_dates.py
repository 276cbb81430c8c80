"""The example of docs/dates.md: without its line of data the expression is not found, with it the row comes out."""

import json
import pathlib
import re
import shutil

from conftest import PROGRAM, SOURCE, attache

DOCS = (SOURCE / "docs" / "dates.md").read_text(encoding="utf-8")


def block(language):
    return re.search(rf"```{language}\n(.*?)```", DOCS, re.S).group(1)


def found(plugins, text, published):
    document = json.dumps({"id": "1", "text": text, "published": published})
    done = attache("stream", SOURCE / "tests/bench/dates/ours.toml", "--plugin-path", plugins, input=document)
    assert done.returncode == 0, done.stderr
    return [f"{text[time['start']:time['end']]}={time['value']}" for time in json.loads(done.stdout)["times"]]


def test_a_line_of_data_teaches_an_expression(tmp_path):
    shutil.copytree(pathlib.Path(PROGRAM).parent / "plugins" / "dates", tmp_path / "dates")
    rules = tmp_path / "dates" / "rules.toml"
    with_line, line = rules.read_text(encoding="utf-8"), block("toml")
    assert line in with_line
    _, published, text, result = block("tsv").rstrip("\n").split("\t")
    rules.write_text(with_line.replace(line, ""), encoding="utf-8")
    assert found(tmp_path, text, published) != [result]
    rules.write_text(with_line, encoding="utf-8")
    assert found(tmp_path, text, published) == [result]


def test_the_row_of_the_example_is_among_the_cases():
    assert block("tsv") in (SOURCE / "tests/plugins/dates_cases.tsv").read_text(encoding="utf-8")


def test_a_line_that_is_not_well_formed_is_named(tmp_path):
    shutil.copytree(pathlib.Path(PROGRAM).parent / "plugins" / "dates", tmp_path / "dates")
    rules = tmp_path / "dates" / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace(block("toml"), '    ["[<moth>]", "date"],\n')
    rules.write_text(text, encoding="utf-8")
    number = text[:text.index("<moth>")].count("\n") + 1
    done = attache("stream", SOURCE / "tests/bench/dates/ours.toml", "--plugin-path", tmp_path, input="")
    assert done.returncode == 2
    assert f"rules.toml, line {number}: there is no word class <moth>" in done.stderr
