"""What a tagger costs on one core: processor time for a megabyte of text, time to start, memory."""

import os
import pathlib
import sys

import documents

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from cost_of_command import cost_of  # noqa: E402

CORE = str(min(os.sched_getaffinity(0)))
RUNS = 3
ENOUGH = 2.0  # seconds of processor time that a measurement is to last at least
MEGABYTE = 1_000_000
TINY = documents.Document("0", "", "Talks in Astana.", [])


def of(tagger, texts, folder):
    """The whole process less its start, which is the same process over one tiny document."""
    start_cpu, start, _ = of_runs(tagger.command, tagger.input([TINY], folder))
    size = tagger.megabytes * MEGABYTE
    while True:
        many = list(documents.repeated(texts, size))
        cpu, _, memory = of_runs(tagger.command, tagger.input(many, folder))
        if cpu - start_cpu >= ENOUGH:
            return {"cpu_per_mb": (cpu - start_cpu) / (documents.text_size(many) / MEGABYTE), "start": start,
                    "start_cpu": start_cpu, "memory": memory, "mb": documents.text_size(many) / MEGABYTE}
        size *= 4


def of_runs(command, input):
    """Of a few runs the least processor seconds and seconds, since what else goes on in the machine can only add to them,
    and the most memory."""
    cpu, wall, memory = zip(*(measured(command, input) for _ in range(RUNS)))
    return min(cpu), min(wall), max(memory)


def measured(command, input):
    """Processor seconds, seconds and peak memory in MB of one run."""
    with open(input, "rb") as text:
        cost = cost_of("taskset", "-c", CORE, *command, stdin=text)
    return cost.cpu, cost.wall, cost.peak * 1024 / MEGABYTE
