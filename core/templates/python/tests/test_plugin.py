"""Runs the plugin over the sample and holds what comes out against the files in tests/expected:
document.json    each of its members is as in the first document of documents.jsonl
any other file   is the same as the file of that name in the run folder
"""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

TESTS = pathlib.Path(__file__).resolve().parent
[SAMPLE] = TESTS.glob("sample.*")


class Plugin(unittest.TestCase):
    def attache(self, *arguments):
        program = os.environ.get("ATTACHE_PROGRAM", "attache")
        done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_sample(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder, "out")
            self.attache("run", TESTS / "pipeline.toml", SAMPLE, "-o", out, "--quiet", "--plugin-path", TESTS.parent)
            for expected in (TESTS / "expected").iterdir():
                if expected.name == "document.json":
                    with open(out / "documents.jsonl", encoding="utf-8") as documents:
                        document = json.loads(documents.readline())
                    for key, value in json.loads(expected.read_text(encoding="utf-8")).items():
                        self.assertEqual(document.get(key), value, key)
                else:
                    self.assertEqual((out / expected.name).read_text(encoding="utf-8"),
                                     expected.read_text(encoding="utf-8"), expected.name)

    def test_contract(self):
        self.attache("check", TESTS.parent / "plugin.toml", "--input", SAMPLE)


if __name__ == "__main__":
    unittest.main()
