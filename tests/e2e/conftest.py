"""Runs the built program as its users do. ATTACHE is the program, ATTACHE_SOURCE the source tree; ctest sets both."""

import json
import os
import pathlib
import subprocess

import pytest

PROGRAM = os.environ["ATTACHE"]
SOURCE = pathlib.Path(os.environ["ATTACHE_SOURCE"])
CONFIG = "configs/diplomatic.toml"
SAMPLES = "samples/articles"


def attache(*arguments, **options):
    """Runs a command in the source tree and gives the finished process; its output is text."""
    options.setdefault("cwd", SOURCE)
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, **options)


def peak_memory(*arguments):
    """Peak resident memory in KiB of a command that ends with status 0. A process inherits the peak of the one that starts
    it, and this one is large: a small one stands in between."""
    between = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
               "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    command = ["/usr/bin/python3", "-ISc", between, PROGRAM, *map(str, arguments)]
    return int(subprocess.run(command, cwd=SOURCE, check=True, stdout=subprocess.PIPE).stdout)


def lines(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def samples_run(tmp_path_factory):
    """The run folder of the default pipeline over the samples."""
    folder = tmp_path_factory.mktemp("samples")
    done = attache("run", CONFIG, SAMPLES, "-o", folder)
    assert done.returncode == 1, done.stderr  # one sample is malformed on purpose
    return folder
