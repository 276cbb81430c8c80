"""What mentions are linked to: on labelled samples, on sentences of own wording, and with facts of a user."""
import collections
import json
import pathlib
import subprocess

import pytest

from conftest import CONFIG, PROGRAM, SOURCE, lines
from conftest import attache as run_attache

HERE = pathlib.Path(__file__).parent
SEED = SOURCE.parent / "shared/data/seed-article.txt"

# Right links of the labelled samples' mentions that the tagger found; what is reached.
FLOORS = {"country": 0.95, "city": 1.0, "organisation": 1.0, "person": 1.0}


def rows(file):
    return [line.split("\t") for line in (HERE / file).read_text().splitlines() if line and not line.startswith("#")]


def linked_id(entity):
    """The id if it leads out of the document, else "-"."""
    return entity["entity_id"] if ":" in entity["entity_id"] else "-"


def attache(*arguments, status=0):
    done = run_attache(*arguments)
    assert done.returncode == status, done.stderr
    return done


def stream(*documents, sets=()):
    options = [option for value in sets for option in ("--set", value)]
    done = subprocess.run([PROGRAM, "stream", SOURCE / CONFIG, *options], capture_output=True, text=True,
                          input="".join(json.dumps(document) + "\n" for document in documents), check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_links_of_the_labelled_samples(samples_run, capsys):
    documents = {document["id"]: document for document in lines(samples_run / "documents.jsonl")}
    right, found, missed = collections.Counter(), collections.Counter(), collections.Counter()
    wrong = []
    for name, start, mention, kind, expected in rows("linking.tsv"):
        document = documents[name]
        span = (int(start), int(start) + len(mention))
        assert document["text"][slice(*span)] == mention
        entity = next((e for e in document["entities"] if (e["start"], e["end"]) == span), None)
        if entity is None:
            missed[kind] += 1
            continue
        found[kind] += 1
        right[kind] += linked_id(entity) == expected
        if linked_id(entity) != expected:
            wrong.append(f"{name} {start} {mention}: {linked_id(entity)} instead of {expected}")
    with capsys.disabled():
        for kind in FLOORS:
            print(f"\n{kind}: {right[kind]} of {found[kind]} links right, {missed[kind]} mentions not found", end="")
        print("", *wrong, sep="\n  ")
    for kind, floor in FLOORS.items():
        assert right[kind] >= floor * found[kind], kind
    assert found.total() >= 0.9 * (found.total() + missed.total())


def test_sentences_of_own_wording():
    table = rows("linking_cases.tsv")
    documents = [{"id": str(i), "text": text, **({"published": day} if day else {})}
                 for i, (_, day, text, _) in enumerate(table)]
    wrong = []
    for (what, _, text, expected), document in zip(table, stream(*documents), strict=True):
        ids = collections.defaultdict(list)
        for entity in document["entities"]:
            ids[text[entity["start"]:entity["end"]]].append(linked_id(entity))
        for mention, identifier in (pair.split(" = ") for pair in expected.split(" | ")):
            got = ids[mention].pop(0) if ids[mention] else "no mention"
            if got != identifier:
                wrong.append(f"{what}: {mention} is {got} instead of {identifier} in: {text}")
    assert wrong == []


@pytest.mark.skipif(not SEED.exists(), reason="../shared is not there")
def test_the_seed_article():
    expected = {"Wang Yi": "person:wang-yi", "Wang": "person:wang-yi", "Murat Nurtleu": "person:murat-nurtleu",
                "Xi Jinping": "person:xi-jinping", "Kassym-Jomart Tokayev": "person:kassym-jomart-tokayev",
                "China": "country:CN", "Chinese": "country:CN", "Kazakhstan": "country:KZ", "Kazakh": "country:KZ",
                "Taiwan": "country:TW", "Astana": "geonames:1526273", "Xi’an": "geonames:1790630", "UN": "org:UN",
                "Shanghai Cooperation Organization": "org:SCO", "SCO": "org:SCO", "Europe": "region:europe",
                "Central Asia": "region:central-asia",
                "Political Bureau of the Communist Party of China Central Committee": "org:Political-Bureau",
                "Belt and Road Initiative": "initiative:BRI"}
    [document] = stream({"id": "seed", "text": SEED.read_text(), "published": "2024-05-20"})
    seen = set()
    for entity in document["entities"]:
        mention = document["text"][entity["start"]:entity["end"]]
        assert linked_id(entity) == expected.get(mention, "-"), mention
        seen.add(mention)
    assert seen >= expected.keys()
    astana = next(e for e in document["entities"] if e["entity_id"] == "geonames:1526273")
    assert (astana["country"], round(astana["latitude"]), round(astana["longitude"])) == ("KZ", 51, 71)
    nurtleu = next(e for e in document["entities"] if e["entity_id"] == "person:murat-nurtleu")
    assert nurtleu["country"] == "KZ"
    assert nurtleu["held_office"] == "Deputy Prime Minister and Minister of Foreign Affairs"
    assert nurtleu["fact"].startswith("offices.tsv:")


OWN = """\
# name: own facts
# licence: CC0
# as-of: 2024-06-01
# source: the gazette
Ilmar Tuvik|I. Tuvik\tMinister of Foreign Affairs\tEE\t2024-01-01\t2024-12-31\tthe gazette
merge\tHarbour Council\tCouncil of the Harbours
never merge\tAnna Lind\tLind
add\tTuran Line\tMISC\trailway\trailway:turan
"""
TEXT = ("Estonian Foreign Minister Ilmar Tuvik praised the Turan Line. The Harbour Council met the Council of the "
        "Harbours. Anna Lind spoke. Lind, a shipping firm, did not.")


def test_facts_of_a_user(tmp_path):
    (tmp_path / "facts.tsv").write_text(OWN)
    document = {"id": "a", "text": TEXT, "published": "2024-05-20"}
    [before] = stream(document)
    [after] = stream(document, sets=[f'entities.facts=["{tmp_path}/facts.tsv"]'])

    def ids(annotated):
        return {TEXT[e["start"]:e["end"]]: e["entity_id"] for e in annotated["entities"]}

    assert ":" not in ids(before)["Ilmar Tuvik"]
    assert ids(after)["Ilmar Tuvik"] == "person:ilmar-tuvik"
    assert next(e for e in after["entities"] if e["entity_id"] == "person:ilmar-tuvik")["fact"] == "facts.tsv:5"
    assert ids(after)["Turan Line"] == "railway:turan"
    assert ids(before)["Harbour Council"] != ids(before)["Council of the Harbours"]
    assert ids(after)["Harbour Council"] == ids(after)["Council of the Harbours"]
    assert ids(before)["Lind"] == ids(before)["Anna Lind"]
    assert ids(after)["Lind"] != ids(after)["Anna Lind"]


def test_an_added_name_is_one_of_the_two_sides(tmp_path):
    (tmp_path / "facts.tsv").write_text("add\tzenith pact\tORG\t\t\nadd\told quay\tLOC\t\t\n")
    text = "The old quay was full. Kazakhstan and the zenith pact signed a treaty. Both sides were glad."
    [document] = stream({"id": "a", "text": text}, sets=[f'entities.facts=["{tmp_path}/facts.tsv"]'])
    members = [document["entities"][row["member"]] for row in document["collectives"]]
    assert [text[e["start"]:e["end"]] for e in members] == ["Kazakhstan", "zenith pact"]
    assert len({e["entity_id"] for e in document["entities"]}) == 3


def test_coordinates_are_places():
    text = "A wreck lies at 54° 55.7' N, 10° 30' E, and a second one at 33°30′21″S 70°36′11″W."
    [document] = stream({"id": "a", "text": text})
    places = [(text[e["start"]:e["end"]], e["type"], e["kind"], e["entity_id"], round(e["latitude"], 4),
               round(e["longitude"], 4)) for e in document["entities"]]
    assert places == [("54° 55.7' N, 10° 30' E", "LOC", "coordinates", "geo:54.928,10.5", 54.9283, 10.5),
                      ("33°30′21″S 70°36′11″W", "LOC", "coordinates", "geo:-33.506,-70.603", -33.5058, -70.6031)]


@pytest.mark.parametrize("line, message", [
    ("Ann Lee\tMinister\tKZ\t2023", 'begins with "Ann Lee" and has 4 columns; right would be 6'),
    ("Ann Lee\tMinister\tKazakhstan\t2023\t\tx", 'country "Kazakhstan"; right would be an ISO 3166-1 code'),
    ("Ann Lee\tMinister\tKZ\t3 May 2023\t\tx", 'date "3 May 2023"; right would be a date such as "2023-04-03"'),
    ("Ann Lee\tMinister\tKZ\t2023\t2022\tx", "right would be an end that is not before the beginning"),
    ("\tMinister\tKZ\t2023\t\tx", "a row without a person or an office"),
    ("add\tTuran Line\tTRAIN\t\t", 'type "TRAIN"; right would be PER, LOC, ORG or MISC'),
    ("merge\tA", "right would be 3 separated by tabs: merge or never merge, NAME, OTHER NAME"),
    ("never merge\tA\tA", "right would be two different names"),
])
def test_a_wrong_fact_is_refused_at_its_line(tmp_path, line, message):
    (tmp_path / "facts.tsv").write_text("# name: x\n\n" + line + "\n")
    (tmp_path / "a.txt").write_text("Nothing.\n")
    refused = attache("run", SOURCE / CONFIG, tmp_path / "a.txt", "-o", tmp_path / "out", "--set",
                      f'entities.facts=["{tmp_path}/facts.tsv"]', status=2)
    assert f"{tmp_path}/facts.tsv:3: there is " in refused.stderr
    assert message in refused.stderr


def test_a_file_of_facts_that_is_not_there_is_told_before_the_run(tmp_path):
    config = tmp_path / "c.toml"
    config.write_text((SOURCE / CONFIG).read_text() + '\n[plugin.entities]\nfacts = ["no.tsv"]\n')
    refused = attache("check", config, status=2)
    assert f'{config}:20:1: error: [plugin.entities]: "facts" has "no.tsv"' in refused.stderr
    (tmp_path / "no.tsv").write_text(OWN)
    attache("check", config)  # found beside the configuration


def test_packs_are_named_in_the_run_and_in_the_report(tmp_path):
    (tmp_path / "facts.tsv").write_text(OWN)
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "published": "2024-05-20"}) + "\n")
    attache("run", SOURCE / CONFIG, tmp_path / "a.jsonl", "-o", tmp_path / "out", "--set",
            f'entities.facts=["{tmp_path}/facts.tsv"]')
    run = json.loads((tmp_path / "out/run.json").read_text())
    packs = {pack["file"]: pack for pack in run["packs"]}
    assert packs["facts.tsv"]["licence"] == "CC0"
    assert packs["facts.tsv"]["as_of"] == "2024-06-01"
    assert packs["facts.tsv"]["sources"] == ["the gazette"]
    assert "GeoNames" in packs["cities.tsv"]["licence"]
    assert json.loads((tmp_path / "out/packs.json").read_text())["packs"] == run["packs"]
    report = (tmp_path / "out/report.html").read_text()
    for text in ["facts.tsv", "own facts", "CC0", "2024-06-01"]:
        assert text in report


def test_compare_shows_what_facts_change(tmp_path):
    (tmp_path / "facts.tsv").write_text(OWN)
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "published": "2024-05-20"}) + "\n")
    for folder, options in [("without", []), ("with", ["--set", f'entities.facts=["{tmp_path}/facts.tsv"]'])]:
        attache("run", SOURCE / CONFIG, tmp_path / "a.jsonl", "-o", tmp_path / folder, *options)
    same = attache("compare", tmp_path / "with", tmp_path / "with")
    assert same.stdout == "0 of 1 documents differ: 0 changed, 0 added, 0 removed\n"
    changed = attache("compare", tmp_path / "without", tmp_path / "with", status=1).stdout
    assert '~ entities 26-37 "Ilmar Tuvik": country none -> EE, ' in changed
    assert "-> person:ilmar-tuvik" in changed
    assert changed.splitlines()[0] == "a"
    nothing = attache("compare", tmp_path / "with", tmp_path, status=2)
    assert f"there is no {tmp_path}/documents.jsonl" in nothing.stderr
