"""The manual pages and the completion say what --help says, and work in man and in bash."""

import re
import subprocess

import pytest

from conftest import PROGRAM, SOURCE, attache

COMMANDS = re.findall(r"^  ([a-z-]+) +[A-Z]", attache("--help").stdout, re.M)
BASH_COMPLETION = "/usr/share/bash-completion/bash_completion"


@pytest.fixture(scope="session")
def share(tmp_path_factory):
    """What the build makes for an installation's share."""
    folder = tmp_path_factory.mktemp("share")
    assert attache("write-manual", folder).returncode == 0
    return folder


def pages(share):
    return sorted((share / "man/man1").iterdir())


def read(page):
    """The page as man shows it, in one line."""
    shown = subprocess.run(["man", "-l", page], capture_output=True, text=True, check=True,
                           env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "400"})
    assert shown.stderr == ""
    return " ".join(shown.stdout.split())


def options_of(command):
    """(long, short or "", description) of each option that --help lists, in two columns."""
    listed = attache(command, "--help").stdout.split("\nOptions:\n")[1].splitlines()
    column = min(len(line) - len(line.lstrip()) for line in listed if not line.startswith("  -"))
    options = []
    for line in listed:
        if line.startswith("  -"):
            short, long = re.match(r"  (?:(-\w) \[ )?(--[a-z-]+)", line).groups("")
            options.append([long, short, ""])
        options[-1][2] += " " + line[column:].strip()
    return [(long, short, description.strip()) for long, short, description in options]


def complete(share, *words):
    """What bash offers for the last of the words."""
    script = f"""
        source {BASH_COMPLETION}
        source {share}/bash-completion/completions/attache
        COMP_LINE=$1; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=("${{@:2}}"); COMP_CWORD=$(($# - 2))
        _attache "$2" "${{@: -1}}" "${{@: -2:1}}"
        printf '%s\n' "${{COMPREPLY[@]}}"
    """
    parts = [part for word in words for part in re.split("(=)", word) if part or not word]  # as bash splits a line
    done = subprocess.run(["bash", "-c", script, "bash", " ".join(words), *parts], capture_output=True, text=True, cwd=SOURCE)
    assert "not found" not in done.stderr
    return done.stdout.split()


def test_the_program_and_every_command_have_a_page(share):
    assert len(COMMANDS) >= 9
    expected = {"attache.1", *(f"attache-{command}.1" for command in COMMANDS)}
    assert {page.name for page in pages(share)} == expected


def test_mandoc_finds_nothing_to_warn_of(share):
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *pages(share)], capture_output=True, text=True)
    # The pages carry a version instead of a date, so that the same program writes the same bytes.
    found = [line for line in done.stdout.splitlines() if "missing date" not in line]
    assert found == [] and done.stderr == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_says_what_help_says(share, command):
    page = read(share / f"man/man1/attache-{command}.1")
    for long, short, description in options_of(command):
        assert f" {short}, {long} " in page if short else f" {long} " in page
        assert description[1:] in page  # there it begins with a capital
    helped = attache(command, "--help").stdout.split("\nOptions:\n")[0].replace("`", "")
    for paragraph in helped.split("\n\n")[1:]:
        words = " ".join(paragraph.split())
        if words.startswith("Exit status: "):
            for status, meaning in re.findall(r"(\d) (.*?)[;.](?= |$)", words):
                assert f" {status} {meaning[0].upper()}{meaning[1:]}." in page
        else:
            for line in words.removeprefix("Example: ").split(" attache "):
                assert line in page


def test_the_overview_names_every_command_and_every_file_of_a_run(share, samples_run):
    page = read(share / "man/man1/attache.1")
    for command in COMMANDS:
        assert page.count(f"attache-{command}(1)") >= 2  # described, and referred to at the end
    for file in samples_run.iterdir():
        assert f" {file.name}" in page
    for variable in ["ATTACHE_PLUGIN_PATH", "TMPDIR"]:
        assert variable in page
    assert "@" not in page


def test_the_configuration_in_the_overview_is_valid(share, tmp_path):
    text = (share / "man/man1/attache.1").read_text()
    config = tmp_path / "config.toml"
    config.write_text(re.search(r"^\.nf\n(\[\[stage\]\].*?)^\.fi", text, re.S | re.M).group(1))
    assert attache("check", config).returncode == 0


def test_characters_that_roff_would_take_for_its_own(share):
    page = read(share / "man/man1/attache-stream.1")
    assert """echo '{"id": "1", "text": "Talks in Astana."}' | attache stream configs/diplomatic.toml""" in page
    assert "INPUT… [-o DIR]" in read(share / "man/man1/attache-run.1")
    assert all(page.read_bytes().isascii() for page in pages(share))


@pytest.mark.parametrize("command", COMMANDS)
def test_completion_offers_every_option(share, command):
    names = {name for long, short, _ in options_of(command) for name in (long, short) if name}
    assert set(complete(share, "attache", command, "-")) == names


@pytest.mark.parametrize(
    "words, offered",
    [
        ([""], {*COMMANDS, "--help", "--version"}),
        (["re"], {"replay"}),
        (["run", "--log-level", "w"], {"warning"}),
        (["run", "--log-level=w"], {"warning"}),
        (["new-plugin", "mine", "--kind", ""], {"reader", "annotator", "exporter"}),
        (["new-plugin", "mine", "--lang", "c"], {"c", "cpp"}),
        (["new-plugin", ""], set()),
        (["schema", ""], {"documents", "packs", "rejected", "run", "timeline"}),
        (["schema", "run", ""], set()),
        (["check", "--only", "cr"], {"create"}),
        (["run", "configs/"], {"configs/diplomatic.toml"}),
        (["run", "-j", "2", "--set", "salience.sentences=1", "configs/"], {"configs/diplomatic.toml"}),
        (["run", "--output=out", "configs/"], {"configs/diplomatic.toml"}),
        (["run", "REA"], set()),
        (["run", "configs/diplomatic.toml", "REA"], {"README.md"}),
        (["run", "configs/diplomatic.toml", "samples/articles", "REA"], {"README.md"}),
        (["run", "--output", "sam"], {"samples"}),
        (["run", "--output", "REA"], set()),
        (["run", "--jobs", ""], set()),
        (["export", "configs/diplomatic.toml", "sam"], {"samples"}),
        (["inspect", "sen"], {"sentences"}),
        (["rum", ""], set()),
    ],
)
def test_completion_offers_what_may_follow(share, words, offered):
    assert set(complete(share, PROGRAM, *words)) == offered
