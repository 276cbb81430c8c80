"""What a plugin author has: an installation, or the Debian packages, and `attache new-plugin`; nothing of the source tree."""

import json
import os
import pathlib
import re
import shutil

import pytest
from conftest import BUILD, SAMPLES, cmake, run

KINDS = ["reader", "annotator", "exporter"]
RUST = pathlib.Path(__file__).parent / "rust"
# Debian's, the oldest that the scaffold is for.
CARGO = shutil.which("cargo", path="/usr/bin") or "cargo"


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory):
    """/usr as the Debian packages fill it."""
    folder = tmp_path_factory.mktemp("packages")
    run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", folder / "made", cwd=folder)
    packages = sorted((folder / "made").glob("*.deb"), key=lambda package: package.name.split("_")[0])
    assert [package.name.split("_")[0] for package in packages] == ["attache", "attache-dev"]
    for package in packages:
        run("dpkg-deb", "-x", package, folder / "root")
    assert "libsqlite3" in run("dpkg-deb", "-f", packages[0], "Depends").stdout
    return folder / "root/usr"


def cargo(prefix, folder, *arguments):
    """Runs cargo without a network and without what it may have kept of one."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("CARGO", "RUST"))}
    environment |= {"CARGO_NET_OFFLINE": "true", "CARGO_HOME": str(folder / "cargo_home"), "RUSTFLAGS": "-D warnings",
                    "ATTACHE_PROGRAM": str(prefix / "bin/attache"),
                    "PATH": os.pathsep.join([os.path.dirname(CARGO), os.environ["PATH"]]).lstrip(os.pathsep)}
    return run(CARGO, *arguments, cwd=folder, env=environment)


def rust(prefix, folder, *options):
    """As cmake()."""
    cargo(prefix, folder, "build", *options)
    tested = cargo(prefix, folder, "test", *options)
    assert "test result: ok. 2 passed" in tested.stdout
    return folder / ("target/release" if "--release" in options else "target/debug")


def python(prefix, folder, *options):
    """As cmake(), with nothing to build."""
    tested = run("/usr/bin/python3", "-B", "-m", "unittest", "discover", "tests", cwd=folder,
                 env={**os.environ, "ATTACHE_PROGRAM": str(prefix / "bin/attache")})
    assert "Ran 2 tests" in tested.stderr
    return folder


def try_scaffold(prefix, folder, kind, language, make, *options):
    """From nothing to a run of the default pipeline with the new plugin."""
    attache = prefix / "bin/attache"
    run(attache, "new-plugin", "my-own", "--kind", kind, "--lang", language, cwd=folder)
    plugin = folder / "my-own"
    assert not [file for file in plugin.rglob("*") if file.is_file() and "@" in file.name + file.read_text()]
    plugins = make(prefix, plugin, *options)
    shutil.copytree(SAMPLES, folder / "articles")
    if kind == "reader":
        shutil.copy(plugin / "tests/sample.my_own", folder / "articles")
    word = ["--set", "my-own.word=railway"] if kind == "annotator" else []
    # One of the sample articles is malformed on purpose.
    run(attache, "run", "pipeline.toml", folder / "articles", "-o", folder / "out",
        "--plugin-path", plugins, *word, status=1, cwd=plugin)
    documents = (folder / "out/documents.jsonl").read_text()
    assert {"reader": "A treaty is signed", "annotator": '"my_own_found":[{', "exporter": '"id"'}[kind] in documents
    assert (folder / "out/report.html").exists()
    if kind == "exporter":
        assert len((folder / "out/my-own.tsv").read_text().splitlines()) == len(documents.splitlines())


@pytest.mark.parametrize("build_type", ["Debug", "Release"])
@pytest.mark.parametrize("language", ["cpp", "c"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plugin_builds_passes_its_tests_and_runs(installed, tmp_path, kind, language, build_type):
    try_scaffold(installed, tmp_path, kind, language, cmake, f"-DCMAKE_BUILD_TYPE={build_type}")


@pytest.mark.parametrize("options", [[], ["--release"]])
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plugin_in_rust_builds_passes_its_tests_and_runs(installed, tmp_path, kind, options):
    try_scaffold(installed, tmp_path, kind, "rust", rust, *options)
    author = (tmp_path / "my-own/src/plugin.rs").read_text()
    assert "#![forbid(unsafe_code)]" in author
    assert "unsafe" not in author.replace("unsafe_code", "") + (tmp_path / "my-own/src/lib.rs").read_text()


def test_the_crate_for_plugins_in_rust_passes_its_tests(installed, tmp_path):
    run(installed / "bin/attache", "new-plugin", "mine", "--kind", "reader", "--lang", "rust", cwd=tmp_path)
    tested = cargo(installed, tmp_path / "mine", "test", "-p", "attache")
    assert "a_function_past_the_end_of_an_older_table_is_not_there ... ok" in tested.stdout
    assert "compile fail ... ok" in tested.stdout


def test_a_stripped_plugin_in_rust_keeps_its_manifest_in_a_segment_of_notes(installed, tmp_path):
    run(installed / "bin/attache", "new-plugin", "mine", "--kind", "reader", "--lang", "rust", cwd=tmp_path)
    cargo(installed, tmp_path / "mine", "build", "--release", "--config", "profile.release.lto=true")
    library = tmp_path / "mine/target/release/libmine.so"
    run("strip", library)
    assert "Attache" in run("readelf", "--notes", "--wide", library).stdout
    assert "NOTE" in run("readelf", "--program-headers", library).stdout
    assert "mine 0.1.0" in run(installed / "bin/attache", "inspect", library).stdout


@pytest.fixture(scope="session")
def rust_plugins(installed, tmp_path_factory):
    """A folder of plugins in Rust that use all of the crate."""
    folder = tmp_path_factory.mktemp("rust")
    (folder / "plugins").mkdir()
    for kind, name in {"reader": "paragraphs", "annotator": "values", "exporter": "sorted"}.items():
        run(installed / "bin/attache", "new-plugin", name, "--kind", kind, "--lang", "rust", cwd=folder)
        shutil.copy(RUST / kind / "plugin.toml", folder / name)
        shutil.copy(RUST / kind / "plugin.rs", folder / name / "src")
        if kind == "reader":
            glue = folder / name / "src/lib.rs"
            glue.write_text(glue.read_text().replace("plugin::Plugin", "plugin::Plugin, split, reset"))
        cargo(installed, folder / name, "build")
        shutil.copy(folder / name / f"target/debug/lib{name}.so", folder / "plugins")
    shutil.copy(RUST / "annotator/words.txt", folder / "plugins")
    return folder / "plugins"


@pytest.mark.parametrize("isolate", ["true", "false"])
def test_plugins_in_rust_use_all_of_the_boundary(installed, rust_plugins, tmp_path, isolate):
    (tmp_path / "in.paragraphs").write_text(
        "\n" + "\n\n".join(["Zwei Wörter. Another one. And a third.", "comment", "panic", "panic", "refuse", "panic later",
                             "wrong", "undeclared", "no column", "\nThe end."]) + "\n")
    (tmp_path / "pipeline.toml").write_text(f"""
        stage = [{{name = "in", plugins = ["paragraphs"]}}, {{name = "tag", plugins = ["sentences", "values"]}},
                 {{name = "out", plugins = ["sorted"]}}]
        plugin.paragraphs.isolate = {isolate}
        plugin.values.isolate = {isolate}
        """)
    done = run(installed / "bin/attache", "run", "pipeline.toml", "in.paragraphs", "-o", "out", "-j", "1",
               "--plugin-path", rust_plugins, status=1, cwd=tmp_path)
    assert "values: in.paragraphs#1: 39 bytes" in done.stderr
    first, last = [json.loads(line) for line in (tmp_path / "out/documents.jsonl").read_text().splitlines()]
    assert (first["title"], first["remarks"]) == ("39 bytes", ["paragraphs: an odd one"])
    assert first["values"] == [
        {"start": 0, "end": 12, "number": 7, "day": "2024-02-28", "share": 0.0, "label": "Zwei", "note": "é", "sentence": 0},
        {"start": 13, "end": 25, "day": "2024-02-29", "share": 0.5, "label": "Another", "note": "", "sentence": 1},
        {"start": 26, "end": 38, "number": 7, "share": 1.0, "label": "And", "sentence": 2},
    ]
    assert first["links"] == [{"start": 0, "end": 12}, {"start": 13, "end": 25, "to": 0}, {"start": 26, "end": 38, "to": 1}]
    assert last["text"] == "The end."
    reasons = [json.loads(line)["reason"] for line in (tmp_path / "out/rejected.jsonl").read_text().splitlines()]
    assert [re.sub(r"rs:\d+:\d+:", "rs:", reason) for reason in reasons] == [
        "panicked at src/plugin.rs: at record 3",
        "panicked at src/plugin.rs: at record 101",
        "invalid digit found in string",
        "panicked at src/plugin.rs: index out of bounds: the len is 2 but the index is 2",
        'layer "value": row 0 spans [0,100), outside of the text, which has 5 bytes',
        'reads layer "time", which its manifest does not list under "reads"',
        'layer "sentence" has no column "kind" of the type asked for',
    ]
    assert "skipped                          1" in done.stdout
    assert (tmp_path / "out/sorted.txt").read_text().splitlines() == 2 * [
        'And "And a third." values 1.0.0 Some(7) None Some(1.0) None Some(2) Some(1)',
        'Another "Another one." values 1.0.0 None Some("2024-02-29") Some(0.5) Some("") Some(1) Some(0)',
        'The "The end." values 1.0.0 Some(7) Some("2024-02-28") Some(0.0) Some("é") Some(0) None',
        'Zwei "Zwei Wörter." values 1.0.0 Some(7) Some("2024-02-28") Some(0.0) Some("é") Some(0) None',
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plugin_in_python_passes_its_tests_and_runs(installed, tmp_path, kind):
    try_scaffold(installed, tmp_path, kind, "python", python)


@pytest.mark.parametrize("build_type", ["Debug", "Release"])
def test_clang_with_its_own_standard_library(installed, tmp_path, build_type):
    try_scaffold(installed, tmp_path, "annotator", "cpp", cmake, f"-DCMAKE_BUILD_TYPE={build_type}",
                 "-DCMAKE_C_COMPILER=clang", "-DCMAKE_CXX_COMPILER=clang++", "-DCMAKE_CXX_FLAGS=-stdlib=libc++")


def test_the_debian_packages_hold_all_that_is_needed(unpacked, tmp_path):
    try_scaffold(unpacked, tmp_path, "annotator", "cpp", cmake)


@pytest.mark.parametrize("where", ["installed", "unpacked"])
def test_man_and_bash_find_manual_and_completion(request, where):
    share = request.getfixturevalue(where) / "share"
    for page in ["attache", "attache-run", "attache-new-plugin"]:
        assert (share / f"man/man1/{page}.1.gz").exists()
        assert f"{page.upper()}(1)" in run("man", "-M", share / "man", page).stdout
    load = "source /usr/share/bash-completion/bash_completion; _completion_loader attache; complete -p attache"
    loaded = run("bash", "-c", load, env={**os.environ, "BASH_COMPLETION_USER_DIR": str(share / "bash-completion")})
    assert loaded.stdout == "complete -F _attache attache\n"


@pytest.mark.parametrize("language, make, message", [("c", cmake, "sample .*Failed"), ("rust", rust, "is_expected ... FAILED"),
                                                    ("python", python, "FAIL: test_sample")])
@pytest.mark.parametrize("kind, expected", [("reader", "document.json"), ("annotator", "document.json"), ("exporter", "mine.tsv")])
def test_the_test_of_a_new_plugin_sees_another_outcome(installed, tmp_path, kind, expected, language, make, message):
    run(installed / "bin/attache", "new-plugin", "mine", "--kind", kind, "--lang", language, cwd=tmp_path)
    file = tmp_path / "mine/tests/expected" / expected
    file.write_text(file.read_text().replace("33", "34").replace("treaty on", "treaty in").replace("2", "3"))
    with pytest.raises(AssertionError, match=message):
        make(installed, tmp_path / "mine")


def test_a_stage_of_ones_own(installed, tmp_path):
    for kind in KINDS:
        run(installed / "bin/attache", "new-plugin", kind, "--kind", kind, "--stage", "mine", cwd=tmp_path)
        stages = [line for line in (tmp_path / kind / "pipeline.toml").read_text().splitlines() if "name " in line]
        place = {"reader": 0, "annotator": -2, "exporter": -1}[kind]
        assert stages[place] == 'name    = "mine"'
        assert len(stages) == 5


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["Mine", "--kind", "reader"], '"Mine" cannot be the name of a plugin: it has lower-case letters'),
        (["../mine", "--kind", "reader"], "cannot be the name of a plugin"),
        (["test", "--kind", "reader"], "it is a word of the build's own"),
        (["sentences", "--kind", "annotator"], 'a plugin named "sentences" is already there'),
        (["mine", "--kind", "anotator"], 'did you mean "annotator"?'),
        (["mine", "--kind", "reader", "--lang", "cobol"], '--lang is "cobol"; there are "c", "cpp", "python" and "rust"'),
        (["mine", "--kind", "reader", "--stage", "A B"], '--stage is "A B"'),
        (["mine"], "--kind is missing"),
        (["mine", "--kind", "reader", "-o", "."], "is already there; nothing was written"),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_reason(installed, tmp_path, arguments, message):
    done = run(installed / "bin/attache", "new-plugin", *arguments, status=2, cwd=tmp_path)
    assert message in done.stderr
    assert not list(tmp_path.iterdir())
