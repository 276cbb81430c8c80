#!/usr/bin/env python3
"""generate_articles.py COUNT FILE: made-up articles of about 3 kB as JSON Lines, the same ones every time."""

import datetime
import json
import random
import sys

PEOPLE = ["Amina Yusuf", "Łukasz Zielonacki", "Nguyễn Văn Bình", "Kassymbek Ötegenov", "María Ibáñez", "Jonas Brandt",
          "Leila Haddad", "Tomasz Okoński", "Grace Mwangi", "Arman Sargsyan", "Şükrü Demirel", "Pascal N'Guessan"]
OFFICES = ["Foreign Minister", "Prime Minister", "Ambassador", "Special Envoy", "Deputy Prime Minister"]
COUNTRIES = ["Kazakhstan", "Uzbekistan", "China", "Chad", "Cameroon", "Qatar", "Poland", "Türkiye", "Kenya", "Vietnam"]
CITIES = ["Astana", "Tashkent", "Xi’an", "N'Djamena", "Yaoundé", "Doha", "Warsaw", "Ankara", "Nairobi", "Hanoi"]
BODIES = ["African Union", "Shanghai Cooperation Organization (SCO)", "European Union", "United Nations", "ASEAN"]
WHEN = ["on Monday", "last week", "in the third quarter", "two days earlier", "by the end of May", "next month",
        "on 12 March 2024", "in 2023", "later that day", "from 12 to 14 March"]
SENTENCES = [
    "{office} {person} of {country} met officials of {other} in {city} {when}.",
    "Trade between {country} and {other} reached ${number} billion {when}, {surname} said.",
    "“We will not wait for the {body},” {surname} told reporters in {city}.",
    "The two sides agreed to meet again in {city} {when}, according to a joint statement.",
    "{country} denied {when} that it had closed the border with {other}.",
    "The {body} offered to mediate, and its envoy, {person}, flew to {city} {when}.",
    "Mr. {surname} praised the No. {small} agreement, which cut duties by {small}.5 per cent.",
]


def article(number, random):
    published = datetime.date(2024, 1, 1) + datetime.timedelta(days=random.randrange(120))
    paragraphs = []
    size = 0
    while size < 3000:
        sentences = []
        for _ in range(random.randrange(2, 5)):
            country, other = random.sample(COUNTRIES, 2)
            person = random.choice(PEOPLE)
            sentences.append(random.choice(SENTENCES).format(
                office=random.choice(OFFICES), person=person, surname=person.split()[-1], country=country, other=other,
                city=random.choice(CITIES), when=random.choice(WHEN), body=random.choice(BODIES),
                number=round(random.uniform(1, 90), 1), small=random.randrange(2, 9)))
        paragraphs.append(" ".join(sentences))
        size += len(paragraphs[-1].encode())
    return {"id": f"made-up-{number}", "title": f"{random.choice(COUNTRIES)} and {random.choice(COUNTRIES)} hold talks",
            "published": published.isoformat(), "text": "\n\n".join(paragraphs)}


def main(count, file):
    source = random.Random(20240520)
    with open(file, "w", encoding="utf-8") as out:
        for number in range(int(count)):
            out.write(json.dumps(article(number, source), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
