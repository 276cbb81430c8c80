"""docs/plugins.md to the letter: each command of its transcripts is run, and prints what the page says."""

import os
import re
import subprocess

import pytest
from conftest import SOURCE

GUIDE = SOURCE / "docs/plugins.md"


def transcript():
    """(line of the page, command, lines that it prints), in the page's order."""
    commands = []
    inside = False
    for number, line in enumerate(GUIDE.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            commands.append((number, [line[2:]], []))
        elif inside and line.startswith(">"):
            commands[-1][1].append(line[2:])
        elif inside:
            commands[-1][2].append(line)
    return [(number, "\n".join(command), printed) for number, command, printed in commands]


def pattern(lines):
    """A line "…" is any number of lines, and "…" within a line anything."""
    parts = []
    for line in lines:
        parts.append("(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n")
    return re.compile("".join(parts))


@pytest.mark.skipif(not transcript(), reason="there is no transcript")
def test_the_guide_is_true_to_the_letter(installed, tmp_path):
    # One shell for all, so that `cd` and `$?` mean what they mean to a reader. Debian's tools come first.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("CARGO", "RUST", "ATTACHE_"))}
    environment |= {"PATH": f"{installed}/bin:/usr/bin:/bin:" + os.environ["PATH"], "CMAKE_PREFIX_PATH": str(installed),
                    "CARGO_NET_OFFLINE": "true", "CARGO_HOME": str(tmp_path / "cargo"), "LC_ALL": "C.UTF-8",
                    "PYTHONDONTWRITEBYTECODE": "1"}
    home = tmp_path / "home"
    home.mkdir()
    shell = subprocess.Popen(["bash"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                             cwd=home, env=environment)
    end = "--- the end of a command ---"
    wrong = []
    for number, command, printed in transcript():
        shell.stdin.write(f"{command}\n{{ status=$?; echo '{end}'; (exit $status); }}\n")
        shell.stdin.flush()
        output = ""
        for line in iter(shell.stdout.readline, ""):
            if line.endswith(end + "\n"):
                output += line[: -len(end) - 1]
                break
            output += line
        if not pattern(printed).fullmatch(output):
            wrong.append(f"line {number}: $ {command}\n--- the page says\n" + "\n".join(printed) +
                         f"\n--- it prints\n{output}")
    shell.stdin.close()
    shell.wait()
    assert not wrong, "\n\n".join(wrong)


def test_the_guide_shows_all_languages_and_kinds():
    made = {tuple(re.search(r"--kind (\w+) --lang (\w+)", command).groups())
            for _, command, _ in transcript() if "new-plugin" in command}
    assert {(kind, "cpp") for kind in ["reader", "annotator", "exporter"]} <= made
    assert {("annotator", language) for language in ["c", "cpp", "rust", "python"]} <= made
