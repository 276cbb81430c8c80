"""What a plugin author has: an installation, or the Debian packages, and `attache new-plugin`; nothing of the source tree."""

import os
import pathlib
import shutil
import subprocess

import pytest

BUILD = pathlib.Path(os.environ["ATTACHE_BUILD"])
SAMPLES = pathlib.Path(os.environ["ATTACHE_SOURCE"]) / "samples/articles"
KINDS = ["reader", "annotator", "exporter"]


def run(*command, status=0, **options):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, **options)
    assert done.returncode == status, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """The prefix of an installation."""
    prefix = tmp_path_factory.mktemp("installed")
    run("cmake", "--install", BUILD, "--prefix", prefix)
    return prefix


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


def make(prefix, folder, *options):
    """Builds a plugin's folder against the installation and runs its tests."""
    run("cmake", "-G", "Ninja", "-B", "build", f"-DCMAKE_PREFIX_PATH={prefix}",
        "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON", *options, cwd=folder)
    run("cmake", "--build", "build", cwd=folder)
    tested = run("ctest", "--test-dir", "build", "--output-on-failure", cwd=folder)
    assert "100% tests passed, 0 tests failed out of 2" in tested.stdout


def try_scaffold(prefix, folder, kind, language, *options):
    """From nothing to a run of the default pipeline with the new plugin."""
    attache = prefix / "bin/attache"
    run(attache, "new-plugin", "my-own", "--kind", kind, "--lang", language, cwd=folder)
    plugin = folder / "my-own"
    assert not [file for file in plugin.rglob("*") if file.is_file() and "@" in file.name + file.read_text()]
    make(prefix, plugin, *options)
    shutil.copytree(SAMPLES, folder / "articles")
    if kind == "reader":
        shutil.copy(plugin / "tests/sample.my_own", folder / "articles")
    word = ["--set", "my-own.word=railway"] if kind == "annotator" else []
    # One of the sample articles is malformed on purpose.
    run(attache, "run", "pipeline.toml", folder / "articles", "-o", folder / "out",
        "--plugin-path", "build/plugins", *word, status=1, cwd=plugin)
    documents = (folder / "out/documents.jsonl").read_text()
    assert {"reader": "A treaty is signed", "annotator": '"my_own_found":[{', "exporter": '"id"'}[kind] in documents
    assert (folder / "out/report.html").exists()
    if kind == "exporter":
        assert len((folder / "out/my-own.tsv").read_text().splitlines()) == len(documents.splitlines())


@pytest.mark.parametrize("build_type", ["Debug", "Release"])
@pytest.mark.parametrize("language", ["cpp", "c"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_plugin_builds_passes_its_tests_and_runs(installed, tmp_path, kind, language, build_type):
    try_scaffold(installed, tmp_path, kind, language, f"-DCMAKE_BUILD_TYPE={build_type}")


@pytest.mark.parametrize("build_type", ["Debug", "Release"])
def test_clang_with_its_own_standard_library(installed, tmp_path, build_type):
    try_scaffold(installed, tmp_path, "annotator", "cpp", f"-DCMAKE_BUILD_TYPE={build_type}",
                 "-DCMAKE_C_COMPILER=clang", "-DCMAKE_CXX_COMPILER=clang++", "-DCMAKE_CXX_FLAGS=-stdlib=libc++")


def test_the_debian_packages_hold_all_that_is_needed(unpacked, tmp_path):
    try_scaffold(unpacked, tmp_path, "annotator", "cpp")


@pytest.mark.parametrize("where", ["installed", "unpacked"])
def test_man_and_bash_find_manual_and_completion(request, where):
    share = request.getfixturevalue(where) / "share"
    for page in ["attache", "attache-run", "attache-new-plugin"]:
        assert (share / f"man/man1/{page}.1.gz").exists()
        assert f"{page.upper()}(1)" in run("man", "-M", share / "man", page).stdout
    load = "source /usr/share/bash-completion/bash_completion; _completion_loader attache; complete -p attache"
    loaded = run("bash", "-c", load, env={**os.environ, "BASH_COMPLETION_USER_DIR": str(share / "bash-completion")})
    assert loaded.stdout == "complete -F _attache attache\n"


@pytest.mark.parametrize("kind, expected", [("reader", "document.json"), ("annotator", "document.json"), ("exporter", "mine.tsv")])
def test_the_test_of_a_new_plugin_sees_another_outcome(installed, tmp_path, kind, expected):
    run(installed / "bin/attache", "new-plugin", "mine", "--kind", kind, "--lang", "c", cwd=tmp_path)
    file = tmp_path / "mine/tests/expected" / expected
    file.write_text(file.read_text().replace("33", "34").replace("treaty on", "treaty in").replace("2", "3"))
    with pytest.raises(AssertionError, match="sample .*Failed"):
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
        (["mine", "--kind", "reader", "--lang", "cobol"], '--lang is "cobol"'),
        (["mine", "--kind", "reader", "--stage", "A B"], '--stage is "A B"'),
        (["mine"], "--kind is missing"),
        (["mine", "--kind", "reader", "-o", "."], "is already there; nothing was written"),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_reason(installed, tmp_path, arguments, message):
    done = run(installed / "bin/attache", "new-plugin", *arguments, status=2, cwd=tmp_path)
    assert message in done.stderr
    assert not list(tmp_path.iterdir())
