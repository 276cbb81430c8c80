"""A damaged model stops a run before the first document, with a message that names the file."""

import pathlib
import shutil

import pytest

from conftest import CONFIG, PROGRAM, SAMPLES, attache

PLUGINS = pathlib.Path(PROGRAM).parent / "plugins"
MODEL = (PLUGINS / "entities/default.model").read_bytes()
HEADER = MODEL.index(b"attache entities")


def flipped(at):
    return MODEL[:at] + bytes([MODEL[at] ^ 0x40]) + MODEL[at + 1:]


DAMAGES = {
    "nothing": (b"", "has 0 bytes after its description, but the header alone has 64; it is not whole"),
    "half a header": (MODEL[:HEADER + 40], "has 40 bytes after its description, but the header alone has 64; it is not whole"),
    "half the weights": (MODEL[: len(MODEL) // 2], f"has {len(MODEL) // 2 - HEADER} bytes after its description instead"),
    "one byte short": (MODEL[:-1], f"has {len(MODEL) - HEADER - 1} bytes after its description instead"),
    "one byte long": (MODEL + b"\n", f"has {len(MODEL) - HEADER + 1} bytes after its description instead"),
    "header": (flipped(HEADER + 33), "it is damaged"),
    "weights": (flipped(len(MODEL) // 2), "it is damaged"),
    "description": (flipped(20), "it is damaged"),
    "format": (flipped(HEADER + 16), "is of format 69, but this version reads 5; make it again with attache-train"),
    "another file": (b"name\tkind\n" * 100, 'instead of "attache entities" after its description; it is some other file'),
}


@pytest.fixture(scope="module")
def plugins(tmp_path_factory):
    """A copy of the plugins, whose model may be damaged."""
    folder = tmp_path_factory.mktemp("damaged") / "plugins"
    shutil.copytree(PLUGINS, folder)
    return folder


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_model_is_refused(plugins, tmp_path, damage):
    content, message = DAMAGES[damage]
    (plugins / "entities/default.model").write_bytes(content)
    for command in [["run", CONFIG, SAMPLES, "-o", tmp_path / "out"], ["stream", CONFIG]]:
        done = attache(*command, "--plugin-path", plugins, input='{"id": "1", "text": "Talks in Astana."}\n')
        assert done.returncode == 2
        (error,) = done.stderr.splitlines()
        assert 'plugin "entities" cannot start: default.model: ' in error and message in error
        assert done.stdout == ""
    assert not (tmp_path / "out/documents.jsonl").exists()
