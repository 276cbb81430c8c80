#!/usr/bin/env python3
"""generate.py ARTICLES FILE: made-up articles as JSON Lines with planted copies, the same ones every time.

Seven articles make a story: the original, copies of it (verbatim, shortened, with another headline, with its paragraphs in
another order, with another date in one sentence) and one that tells the same events anew in other words. Every eighth
article stands alone: it tells of the same countries on the same day, but of other events. Each article ends with an
event without a date, which a shortened copy tells in fewer words. The field "told" lists for each sentence that reports
an event the event's name, that of an undated one with a "u" at its end; "kind" says how the article was made."""

import datetime
import json
import random
import sys

PEOPLE = ["Amina Yusuf", "Tomasz Zielonacki", "Binh Nguyen", "Kassymbek Otegenov", "María Ibáñez", "Jonas Brandt",
          "Leila Haddad", "Piotr Okoński", "Grace Mwangi", "Arman Sargsyan", "Murat Demirel", "Pascal Kouadio"]
COUNTRIES = ["Kazakhstan", "Uzbekistan", "China", "Chad", "Cameroon", "Qatar", "Poland", "Turkey", "Kenya", "Vietnam",
             "Norway", "Chile", "Jordan", "Ghana", "Laos", "Peru", "Oman", "Latvia", "Nepal", "Tunisia"]
CITIES = ["Astana", "Tashkent", "Beijing", "Doha", "Warsaw", "Ankara", "Nairobi", "Hanoi", "Oslo", "Santiago", "Amman",
          "Accra", "Lima", "Muscat", "Riga", "Geneva", "Vienna", "Tunis"]
TOPICS = ["cross-border water", "grain transit", "railway tariffs", "fishing quotas", "visa rules", "gas pipelines",
          "customs checks", "migrant workers", "flight routes", "power lines", "prisoner exchanges", "mine clearance",
          "cotton exports", "joint patrols", "student grants", "port fees", "uranium shipments", "flood warnings"]
# An act: the way the original tells it, and the ways in which others do.
ACTS = [
    ("{person} of {a} met ministers of {b} in {city} {date} to discuss {topic}.",
     "{topic_} was what {person} and ministers of {b} discussed in {city} {date}, officials of {a} said.",
     "Ministers of {b} received {person} of {a} {date} in {city} for a discussion of {topic}."),
    ("{a} and {b} signed an agreement on {topic} in {city} {date}.",
     "An agreement on {topic} was signed {date} in {city} by {a} and {b}, ending months of bargaining.",
     "In {city}, {b} and {a} put their names to a deal on {topic} {date}."),
    ("{a} accused {b} {date} of breaking its promises on {topic}.",
     "{b} broke its promises on {topic}, {a} said {date} in an unusually sharp note.",
     "{a} charged {date} that {b} had gone back on what it promised about {topic}."),
    ("{a} pledged ${number} million {date} to help {b} with {topic}.",
     "Help of ${number} million with {topic} was pledged to {b} by {a} {date}.",
     "{b} will get ${number} million from {a} for {topic}, it was announced {date}."),
    ("{a} recalled its ambassador from {b} {date} in a dispute over {topic}.",
     "A dispute over {topic} led {a} to recall its ambassador from {b} {date}.",
     "The ambassador of {a} left {b} {date} after being recalled over {topic}."),
    ("{a} imposed duties of {number} per cent on goods from {b} {date}, citing {topic}.",
     "Citing {topic}, {a} {date} imposed duties of {number} per cent on goods that come from {b}.",
     "Goods from {b} face duties of {number} per cent in {a} since {date_bare}, a step explained with {topic}."),
    ("{person} told reporters in {city} {date} that {a} would leave the talks with {b} on {topic}.",
     "{a} will leave the talks with {b} on {topic}, {person} told reporters in {city} {date}.",
     "Talks of {a} and {b} on {topic} are about to lose one side, {person} said in {city} {date}."),
]
FILLERS = ["Observers had expected little.", "The mood in the corridors was calm.", "No further details were given.",
           "Both delegations left without taking questions.", "Analysts called the step overdue.",
           "The opposition asked for a debate.", "A spokesperson declined to comment.",
           "Markets hardly moved after the news.", "Earlier rounds had ended without result."]
HEADLINES = ["{a} and {b} at odds again", "New turn between {a} and {b}", "{a}, {b}: what comes next",
             "Envoys of {a} and {b} busy over {topic}", "{topic_} back on the table"]
TAILS = [", officials said late in the evening", ", according to two people briefed on the matter",
         ", a step that surprised many observers abroad", ", the ministries of both countries announced"]
COPIES = ["verbatim", "shortened", "headline", "reordered", "redated", "anew"]


def event(chance, story, number, a, b, day, topic):
    return {"name": f"{story}.{number}", "act": chance.choice(ACTS), "a": a, "b": b, "day": day,
            "person": chance.choice(PEOPLE), "city": chance.choice(CITIES), "topic": topic,
            "number": chance.randrange(3, 90)}


def sentence(event, wording, day=None):
    day = day or event["day"]
    if day is None:
        return sentence(event, wording, datetime.date.max).replace(" since 31 December 9999", "").replace(
            " on 31 December 9999", "")
    bare = f"{day.day} {day:%B} {day.year}"
    topic = event["topic"]
    return event["act"][wording].format(date=f"on {bare}", date_bare=bare, topic_=topic[0].upper() + topic[1:],
                                        **{key: event[key] for key in ("a", "b", "person", "city", "topic", "number")})


def article(chance, id, kind, events, told):
    """`told`: paragraphs of (sentence, event name); a name is None where nothing is reported."""
    first = events[0]
    headline = chance.choice(HEADLINES).format(a=first["a"], b=first["b"], topic=first["topic"],
                                               topic_=first["topic"].capitalize())
    text = "\n\n".join(" ".join(words for words, _ in paragraph) for paragraph in told)
    published = max(event["day"] for event in events) + datetime.timedelta(days=chance.randrange(1, 4))
    return {"id": id, "title": headline, "published": published.isoformat(), "text": text, "kind": kind,
            "told": [[words, name] for paragraph in told for words, name in paragraph if name]}


def paragraphs(chance, events, wording=0):
    told = []
    for one in events:
        told.append([(sentence(one, wording), one["name"]), (chance.choice(FILLERS), None)])
    return told


def undated(story, a, b, kind):
    """A paragraph. Made by chances of its own, the same for all that copy each other."""
    chance = random.Random(f"undated {story}")
    told = event(chance, story, "u", a, b, None, chance.choice(TOPICS))
    tail = chance.choice(TAILS)
    words = sentence(told, chance.choice([1, 2]) if kind == "anew" else 0)
    return [(words if kind == "shortened" else words.removesuffix(".") + tail + ".", told["name"])]


def copy(chance, kind, events, original):
    if kind == "shortened":
        return [[paragraph[0]] for paragraph in original[: max(2, len(original) // 2)]]
    if kind == "reordered":
        return original[1:] + original[:1]
    if kind == "redated":
        wrong = events[0]["day"] + datetime.timedelta(days=chance.choice([-2, -1, 1, 2]))
        return [[(sentence(events[0], 0, wrong), events[0]["name"]), original[0][1]], *original[1:]]
    if kind == "anew":
        return paragraphs(chance, chance.sample(events, len(events)), chance.choice([1, 2]))
    return original


def stories(chance):
    """Lists of articles without end."""
    story = 0
    while True:
        story += 1
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=chance.randrange(720))
        a, b = chance.sample(COUNTRIES, 2)
        days = [day, day, day - datetime.timedelta(days=chance.randrange(1, 20)), day]
        topics = chance.sample(TOPICS, 7)
        events = [event(chance, story, number, a, b, days[number], topics[number]) for number in range(4)]
        original = paragraphs(chance, events)
        yield [article(chance, f"{story}-original", "original", events, [*original, undated(story, a, b, "original")]),
               *(article(chance, f"{story}-{kind}", kind, events,
                         [*copy(chance, kind, events, original), undated(story, a, b, kind)]) for kind in COPIES)]
        others = [event(chance, f"{story}o", number, a, b, day, topics[4 + number]) for number in range(3)]
        yield [article(chance, f"{story}-alone", "alone", others, [*paragraphs(chance, others), undated(f"{story}o", a, b, "alone")])]


def main(count, path):
    chance = random.Random(20240520)
    left = int(count)
    with open(path, "w", encoding="utf-8") as file:
        for articles in stories(chance):
            for made in articles[:left]:
                file.write(json.dumps(made, ensure_ascii=False) + "\n")
            left -= min(left, len(articles))
            if left == 0:
                return


if __name__ == "__main__":
    main(*sys.argv[1:])
