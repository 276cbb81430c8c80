"""Memory depends on what is under way, not on how many articles there are. No test of sanitizer builds."""

import os
import subprocess

from conftest import CONFIG, PROGRAM, SOURCE


def peak_memory(folder, count):
    """Peak resident memory in KiB of a run over so many articles of 3 kB."""
    articles = folder / f"{count}.jsonl"
    subprocess.run(["/usr/bin/python3", SOURCE / "tests/e2e/generate_articles.py", str(count), articles], check=True)
    process = subprocess.Popen(
        [PROGRAM, "run", CONFIG, articles, "-o", folder / str(count), "-j", "2", "-q"], cwd=SOURCE
    )
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return usage.ru_maxrss


def test_twenty_thousand_articles_need_hardly_more_than_two_thousand(tmp_path):
    small = peak_memory(tmp_path, 2_000)
    large = peak_memory(tmp_path, 20_000)
    print(f"peak memory: {small} KiB at 2,000 articles, {large} KiB at 20,000")
    assert large <= small * 1.2
