"""An installation, and plugins built against it. ATTACHE_BUILD is the build folder, ATTACHE_SOURCE the source tree; ctest sets
both."""

import os
import pathlib
import subprocess

import pytest

BUILD = pathlib.Path(os.environ["ATTACHE_BUILD"])
SOURCE = pathlib.Path(os.environ["ATTACHE_SOURCE"])
SAMPLES = SOURCE / "samples/articles"


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


def cmake(prefix, folder, *options):
    """Builds a plugin's folder against the installation, runs its tests, and returns the folder with the library."""
    run("cmake", "-G", "Ninja", "-B", "build", f"-DCMAKE_PREFIX_PATH={prefix}",
        "-DCMAKE_COMPILE_WARNING_AS_ERROR=ON", *options, cwd=folder)
    run("cmake", "--build", "build", cwd=folder)
    tested = run("ctest", "--test-dir", "build", "--output-on-failure", cwd=folder)
    assert "100% tests passed, 0 tests failed out of 2" in tested.stdout
    return folder / "build/plugins"
