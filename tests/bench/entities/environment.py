"""Python environments for what our program is compared with, below build/bench."""

import subprocess
import sys


def python_with(folder, packages):
    """The Python of the environment in this folder, which is made if need be, with these packages of PyPI."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    # Quick where all is there already.
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
    return python
