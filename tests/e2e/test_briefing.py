"""Briefings of the samples: what each bullet cites, that none tells what another does, and tests/golden/briefing.md, which a
person can read. ATTACHE_UPDATE_GOLDEN=1 rewrites it."""

import html
import itertools
import os
import re

import pytest

from conftest import CONFIG, SAMPLES, SOURCE, attache, lines

GOLDEN = SOURCE / "tests/golden/briefing.md"
BULLET = re.compile(r"- \*\*(?P<day>[^*]+)\*\*(?: \((?P<dated>[^)]*)\))? (?P<text>.*)  \n  (?P<sources>.*)\n")
CITATION = re.compile(r"(\d+)\. .*`(?P<document>[^`]+)`, sentence (?P<sentence>\d+), characters (?P<start>\d+)–(?P<end>\d+):\n"
                      r"   > (?P<text>.*)\n")
SMALL = set("a an and as at be by for from had has he her his in is it its of on or said she that the their they this to was "
            "were which who will with would".split())
# Of the shorter of two bullets, the share of its words that the other may have, beside those of the title.
MOST_SHARED = 0.6


def plain(text):
    return re.sub(r"\\(.)", r"\1", text)


def words(text):
    return re.findall(r"\w+", re.sub(r"['’]s\b", "", text.lower()))


def content(text):
    return set(words(text)) - SMALL


class Briefing:
    def __init__(self, folder):
        self.text = (folder / "briefing.md").read_text(encoding="utf-8")
        self.page = (folder / "briefing.html").read_text(encoding="utf-8")
        self.bullets = [match.groupdict() for match in BULLET.finditer(self.text)]
        self.citations = {int(match[1]): match.groupdict() for match in CITATION.finditer(self.text)}

    def cited_by(self, bullet):
        return [self.citations[int(number)] for number in re.findall(r"\[(\d+)\]", bullet["sources"])]


@pytest.fixture(scope="module")
def brief(samples_run, tmp_path_factory):
    """Makes a briefing of the samples with other settings, from their run."""
    def make(*settings):
        if not settings:
            return Briefing(samples_run)
        folder = tmp_path_factory.mktemp("briefing")
        done = attache("run", CONFIG, SAMPLES, "-o", folder, *(f"--set=briefing.{setting}" for setting in settings))
        assert done.returncode == 1, done.stderr
        return Briefing(folder)
    return make


def check_citations(briefing, documents):
    assert briefing.bullets
    seen = set()
    for bullet in briefing.bullets:
        cited = briefing.cited_by(bullet)
        assert cited
        for citation in cited:
            document = documents[citation["document"]]
            row = document["sentences"][int(citation["sentence"]) - 1]
            assert (row["start"], row["end"]) == (int(citation["start"]), int(citation["end"]))
            sentence = document["text"][row["start"] : row["end"]]
            assert words(plain(citation["text"])) == words(sentence)
            assert (document["id"], row["start"]) not in seen, "a sentence is cited once"
            seen.add((document["id"], row["start"]))
        # The words used are those of the first sentence, but for a name in brackets.
        first = documents[cited[0]["document"]]["text"][int(cited[0]["start"]) : int(cited[0]["end"])]
        used = re.sub(r"^\[[^]]+\]('s)? ", "", plain(bullet["text"]))
        assert " ".join(words(used)) in " ".join(words(first))


def check_no_fact_twice(briefing):
    topic = content(briefing.text.splitlines()[0])
    for one, other in itertools.combinations(briefing.bullets, 2):
        a, b = content(plain(one["text"])) - topic, content(plain(other["text"])) - topic
        assert len(a & b) <= MOST_SHARED * min(len(a), len(b)), (one["text"], other["text"])


@pytest.fixture(scope="module")
def documents(samples_run):
    return {document["id"]: document for document in lines(samples_run / "documents.jsonl")}


@pytest.mark.parametrize("settings", [(), ("order=theme", "bullets=40"), ('countries=["KZ", "CN"]',),
                                      ('entities=["Aya Kouadio-Brou"]', "order=theme"),
                                      ('entities=["European Union"]', 'from="2024-04-01"', 'until="2024-04-30"')])
def test_each_bullet_rests_on_the_sentence_it_cites_and_none_tells_what_another_does(brief, documents, settings):
    briefing = brief(*settings)
    check_citations(briefing, documents)
    check_no_fact_twice(briefing)
    numbers = sorted(briefing.citations)
    assert numbers == list(range(1, len(numbers) + 1))
    for number, citation in briefing.citations.items():
        assert f'<li id="c{number}">' in briefing.page and f'href="#c{number}"' in briefing.page
        assert html.escape(plain(citation["text"]), quote=True) in briefing.page.replace("&#39;", "&#x27;")


def test_a_pair_of_countries(brief, documents):
    briefing = brief('countries=["KZ", "CN"]')
    assert briefing.text.startswith("# Briefing: Kazakhstan and China\n")
    for bullet in briefing.bullets:
        citation = briefing.cited_by(bullet)[0]
        named = {row.get("country") for row in documents[citation["document"]]["entities"]
                 if int(citation["start"]) <= row["start"] < int(citation["end"])}
        assert {"KZ", "CN"} <= named


def test_the_newest_comes_first_and_a_period_holds(brief):
    months = {"March": 3, "April": 4}
    def day(bullet):
        return (months[bullet["day"].split()[1]], int(bullet["day"].split()[0]))
    days = [day(bullet) for bullet in brief().bullets if bullet["day"] != "undated"]
    assert days == sorted(days, reverse=True) and len(days) >= 10
    april = [day(bullet) for bullet in brief('from="2024-04-01"', 'until="2024-04-15"').bullets]
    assert april and all((4, 1) <= one <= (4, 15) for one in april)


def test_the_golden_briefing(brief):
    briefing = brief("order=theme")
    if "ATTACHE_UPDATE_GOLDEN" in os.environ:
        GOLDEN.write_text(briefing.text, encoding="utf-8")
    assert briefing.text == GOLDEN.read_text(encoding="utf-8")
