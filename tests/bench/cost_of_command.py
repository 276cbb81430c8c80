"""What a command costs, for benchmarks that watch how cost grows."""

import subprocess
import tempfile


def cost_of(*command):
    """Processor seconds and peak memory in KiB. The peak is taken by a small program in between, since a process inherits
    that of the one that starts it."""
    with tempfile.NamedTemporaryFile("r") as cost:
        subprocess.run(["time", "-f", "%U %S %M", "-o", cost.name, *command], stdout=subprocess.DEVNULL, check=True)
        user, system, peak = cost.read().split()
    return float(user) + float(system), int(peak)
