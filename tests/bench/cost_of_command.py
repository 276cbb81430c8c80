"""What a command costs, for all benchmarks."""

import os
import subprocess
import tempfile
import time
import typing


class Cost(typing.NamedTuple):
    cpu: float   # seconds of the processor
    wall: float  # seconds
    peak: int    # memory in KiB


def cost_of(*command, stdin=None):
    """Of one run. Stops with what the command said if it fails.

    The peak is taken by a small program in between, since a process inherits that of the one that starts it."""
    with tempfile.NamedTemporaryFile("r") as peak, tempfile.TemporaryFile("w+") as log:
        begin = time.perf_counter()
        process = subprocess.Popen(["time", "-f", "%M", "-o", peak.name, *command],
                                   stdin=stdin, stdout=subprocess.DEVNULL, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{log.read()[-2000:]}")
        return Cost(usage.ru_utime + usage.ru_stime, wall, int(peak.read()))
