"""Memory depends on what is under way, not on how many articles there are. No test of sanitizer builds."""

import subprocess

from conftest import CONFIG, SOURCE, peak_memory

FEW = 2_000
MANY = 12_000
# Tables of fixed size fill up and files of the run are read through windows, which at these sizes is 0.8 KiB an article.
MOST_KIB_AN_ARTICLE = 1.5


def peak_of_run(folder, count):
    """Peak memory in KiB of a run over so many articles of 3 kB."""
    articles = folder / f"{count}.jsonl"
    subprocess.run(["/usr/bin/python3", SOURCE / "tests/e2e/generate_articles.py", str(count), articles], check=True)
    return peak_memory("run", CONFIG, articles, "-o", folder / str(count), "-j", "2", "-q")


def test_peak_is_that_of_the_program_and_not_of_who_starts_it():
    own = bytearray(b"x") * (200 << 20)
    assert peak_memory("--version") * 1024 < len(own) / 2


def test_no_article_leaves_anything_in_memory(tmp_path):
    few = peak_of_run(tmp_path, FEW)
    many = peak_of_run(tmp_path, MANY)
    print(f"peak memory: {few} KiB at {FEW} articles, {many} KiB at {MANY}")
    assert many - few <= MOST_KIB_AN_ARTICLE * (MANY - FEW)
