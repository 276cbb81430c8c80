"""Texts that are no English prose: all of them come out, in time, and those whose entities are unsure are marked so."""
import json
import subprocess

import pytest

from conftest import CONFIG, PROGRAM, SOURCE

PROSE = ("The ministers of Chad and Cameroon met in Doha on Tuesday. They agreed that the station on the river would be "
         "repaired before the rains, and that their envoys would meet again in a month to hear what had been done. ")
TABLE = "".join(f"Port {n}\tFerry {n}\tBerth {n}\t{n * 7}\t{n * 11}\n" for n in range(60))
NAMES = ", ".join(f"{given} {family}ov" for given in ("Arman", "Botir", "Dana", "Elmira", "Farid")
                  for family in (f"{a}{b}{c}" for a in "BDGKLMNRST" for b in "aeiou" for c in "bdgklmnrstvxyzfhjpqw"))
TWEETS = "\n".join(f"rt @ferry{n}: lol so much rain in the port today :( #rain #ferry http://t.example/{n}" for n in range(40))
FRENCH = ("Les ministres du Tchad et du Cameroun se sont rencontrés mardi. Ils sont convenus que la station sur le fleuve "
          "serait réparée avant les pluies et que leurs envoyés se réuniraient de nouveau dans un mois. ") * 3
RUSSIAN = "Министры Чада и Камеруна встретились во вторник и договорились, что станция на реке будет починена до дождей. " * 4
CHINESE = "乍得和喀麦隆的部长星期二在多哈会晤。他们同意在雨季之前修复河上的水文站。" * 20
DATELINES = "ASTANA, March 4 - Ministers met Wang in Oslo.\n\n" * 100_000
TURNS = "Maria Kovacs and Maria Duarte signed. Duarte spoke for Portugal and Kovacs for Hungary.\n\n" * 50_000
DEGREES = "The buoys are at 59°10′25″N 18°10′05″E and N 5° 7', W 3°, 2° off course.\n\n" * 50_000


def annotated(text):
    done = subprocess.run([PROGRAM, "stream", SOURCE / CONFIG], capture_output=True, text=True, timeout=300, check=True,
                          input=json.dumps({"id": "odd", "text": text}) + "\n")
    return json.loads(done.stdout)


@pytest.mark.parametrize("text, doubt", [
    pytest.param(PROSE * 3, None, id="prose"),
    pytest.param(PROSE.upper() * 3, "are in capitals", id="all-capitals"),
    pytest.param(PROSE.lower() * 3, "have a capital", id="no-capitals"),
    pytest.param(TABLE, "English function words", id="table"),
    pytest.param(NAMES, "English function words", id="five-thousand-names"),
    pytest.param(TWEETS, "have a capital", id="tweets"),
    pytest.param(FRENCH, "English function words", id="french"),
    pytest.param(RUSSIAN, "another script", id="russian"),
    pytest.param(CHINESE, "another script", id="chinese"),
])
def test_unsure_documents_are_marked(text, doubt):
    document = annotated(text)
    remarks = [remark for remark in document["remarks"] if remark.startswith("entities: ")]
    assert (doubt is None and remarks == []) or (len(remarks) == 1 and doubt in remarks[0]), remarks
    assert all(0 <= entity["confidence"] <= 1 for entity in document["entities"])


@pytest.mark.parametrize("text", [pytest.param(DATELINES, id="datelines"), pytest.param(TURNS, id="two-persons"),
                                  pytest.param(DEGREES, id="degrees")])
def test_megabytes_of_one_thing_come_out_whole(text):
    entities = annotated(text)["entities"]
    assert len(entities) >= text.count("\n\n")
    assert len({entity["entity_id"] for entity in entities}) < 10
