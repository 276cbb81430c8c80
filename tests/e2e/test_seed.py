"""The article the project was started from. It is not part of the repository: without ../shared this is skipped."""

import json

import pytest

from conftest import CONFIG, SOURCE, attache, lines

SEED = SOURCE / "../shared/data/seed-article.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="needs ../shared/data/seed-article.txt")


def run(folder, published):
    title, _, text = SEED.read_text(encoding="utf-8").partition("\n\n")
    record = {"id": "seed", "title": title, "text": text}
    if published:
        record["published"] = published
    (folder / "seed.jsonl").write_text(json.dumps(record) + "\n")
    out = folder / "out"
    done = attache("run", CONFIG, folder / "seed.jsonl", "-o", out)
    assert done.returncode == 0, done.stderr
    return out, lines(out / "documents.jsonl")[0]


@pytest.fixture(scope="module")
def dated(tmp_path_factory):
    return run(tmp_path_factory.mktemp("dated"), "2024-05-20")


@pytest.fixture(scope="module")
def undated(tmp_path_factory):
    return run(tmp_path_factory.mktemp("undated"), None)


def mentions(document, words):
    return [row for row in document["entities"] if document["text"][row["start"] : row["end"]] == words]


@pytest.mark.parametrize("name", ["Wang Yi", "Murat Nurtleu", "Xi Jinping", "Kassym-Jomart Tokayev"])
def test_persons(dated, name):
    found = mentions(dated[1], name)
    assert found and all(row["type"] == "PER" and row["name"] == name for row in found)


def test_bare_surnames_are_tied_to_the_full_name(dated):
    full = mentions(dated[1], "Wang Yi")[0]
    bare = mentions(dated[1], "Wang")
    assert len(bare) == 2
    assert all(row["entity_id"] == full["entity_id"] and row["name"] == "Wang Yi" for row in bare)


@pytest.mark.parametrize("name", ["China", "Kazakhstan", "Astana", "Taiwan", "Xi’an"])
def test_places(dated, name):
    found = mentions(dated[1], name)
    assert found and all(row["type"] == "LOC" for row in found)


def test_the_organisation_is_tied_to_its_acronym(dated):
    full = mentions(dated[1], "Shanghai Cooperation Organization")
    short = mentions(dated[1], "SCO")
    assert len(full) == 1 and len(short) == 2
    assert {row["entity_id"] for row in full + short} == {full[0]["entity_id"]}


def test_the_initiative_is_found(dated):
    assert mentions(dated[1], "Belt and Road Initiative")


def test_dates_with_a_publication_date(dated):
    times = {dated[1]["text"][row["start"] : row["end"]]: row for row in dated[1]["times"]}
    assert times["Monday"]["value"] == "2024-05-20"
    assert times["last year"]["value"] == "2023"
    assert "2024-05-20" in times["Monday"]["anchor"]


def test_a_summary_of_three_sentences(dated):
    assert [sorted(row["rank"] for row in dated[1]["summary"])] == [[1, 2, 3]]


def test_the_press_conference_stands_on_its_day(dated):
    timeline = json.loads((dated[0] / "timeline.json").read_text())
    on_the_day = [entry for entry in timeline["entries"] if entry["begin"] == "2024-05-20"]
    assert any("press conference" in entry["what"] for entry in on_the_day)


def test_without_a_publication_date_they_stay_unresolved_and_the_report_says_so(undated):
    times = {undated[1]["text"][row["start"] : row["end"]]: row for row in undated[1]["times"]}
    for words in ["Monday", "last year"]:
        assert "value" not in times[words]
        assert "no publication date" in times[words]["unresolved"]
    report = (undated[0] / "report.html").read_text(encoding="utf-8")
    assert "publication date unknown" in report.lower()
    assert "no publication date" in report


def events(document):
    """Class, status and the countries of both sides, with the words of the clause."""
    found = []
    for number, row in enumerate(document["events"]):
        sides = {role: {p.get("country") for p in document["participants"] if p["event"] == number and p["role"] == role}
                 for role in ("source", "target")}
        found.append((row.get("class"), row["status"], sides["source"], sides["target"], row))
    return found


def event(document, words):
    [found] = [event for event in events(document) if words in event[4]["what"]]
    return found


def test_the_press_conference_is_a_dated_meeting_of_the_two_ministers(dated):
    document = dated[1]
    label, status, source, target, row = event(document, "held a joint press conference")
    assert (label, status, source, target) == ("CONSULT", "fact", {"CN"}, {"KZ"})
    names = {document["entities"][p["entity"]]["name"] for p in document["participants"]
             if document["events"][p["event"]] is row}
    assert {"Wang Yi", "Murat Nurtleu"} <= names
    assert document["times"][row["time"]]["value"] == "2024-05-20"
    assert document["entities"][row["place"]]["name"] == "Astana"


def test_its_day_is_open_without_a_publication_date(undated):
    document = undated[1]
    row = event(document, "held a joint press conference")[4]
    time = document["times"][row["time"]]
    assert document["text"][time["start"]:time["end"]] == "Monday"
    assert "value" not in time


def entries(folder):
    return json.loads((folder / "timeline.json").read_text(encoding="utf-8"))["entries"]


def test_the_timeline_tells_the_meeting_with_class_status_roles_and_place(dated):
    [entry] = [entry for entry in entries(dated[0]) if "press conference" in entry["what"]]
    assert (entry["begin"], entry["finish"]) == ("2024-05-20", "2024-05-20")
    [told] = entry["events"]
    assert (told["class"], told["status"]) == ("CONSULT", "fact")
    assert [party["name"] for party in told["who"]] == ["Wang Yi"]
    assert "Murat Nurtleu" in [party["name"] for party in told["whom"]]
    assert [place["name"] for place in entry["where"]] == ["Astana"]


def test_the_timeline_tells_what_the_article_does_not_date(dated):
    timeline = json.loads((dated[0] / "timeline.json").read_text(encoding="utf-8"))
    undated = [event for row in timeline["undated"] for event in row["events"]]
    told = [(event["what"], event["class"], event["status"]) for event in undated]
    for words, label, status in [("pledged continued assistance", "AGREE", "fact"),
                                 ("Belt and Road Initiative", "AGREE", "fact"),
                                 ("SCO summit", "CONSULT", "plan")]:
        assert [row[1:] for row in told if words in row[0]] == [(label, status)], words
    for event in undated + [event for entry in timeline["entries"] for event in entry.get("events", [])]:
        assert not {p["name"] for p in event["who"]} & {p["name"] for p in event["whom"]}, event["what"]


def test_without_a_publication_date_the_timeline_lists_the_meeting_as_open(undated):
    assert not [entry for entry in entries(undated[0]) if "press conference" in entry["what"]]
    unresolved = json.loads((undated[0] / "timeline.json").read_text(encoding="utf-8"))["unresolved"]
    assert [row["expression"] for row in unresolved if "press conference" in row["what"]] == ["Monday"]


@pytest.mark.parametrize("words, expected", [
    ("pledged continued assistance", ("AGREE", "fact", {"CN"}, {"KZ"})),
    ("Belt and Road Initiative", ("AGREE", "fact", {"KZ"}, {"CN"})),
    ("increasing imports", ("AGREE", "fact", {"CN"}, {"KZ"})),
])
def test_pledge_agreement_and_interest(dated, words, expected):
    assert event(dated[1], words)[:4] == expected


def test_the_expected_summit_is_a_plan(dated):
    assert event(dated[1], "SCO summit")[:2] == ("CONSULT", "plan")


def test_nobody_deals_with_himself(dated):
    for _, _, source, target, row in events(dated[1]):
        assert not (source & target) - {None}, row["what"]
