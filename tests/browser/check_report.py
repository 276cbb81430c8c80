#!/usr/bin/env python3
"""Opens a report.html in headless Chromium and checks that it works as a reader would find it.

    check_report.py report.html [--screenshots DIR] [--axe axe.min.js]

Needs Debian's chromium, chromium-driver and python3-selenium. Prints one line a check; exit status 1 if any failed.
"""
import argparse
import json
import pathlib
import sys
import traceback

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars",
         "--disable-dev-shm-usage", "--force-color-profile=srgb"]

# Text whose colour stands out too little from what is behind it (WCAG 2.2, 1.4.3).
LOW_CONTRAST = """
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
function rgba(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
}
const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
function behind(element) {
    const own = rgba(getComputedStyle(element).backgroundColor);
    const parent = element.parentElement;
    return own[3] === 1 ? own : over(own, parent ? behind(parent) : rgba(getComputedStyle(document.body).backgroundColor));
}
function luminance(colour) {
    const [r, g, b] = colour.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const found = [];
for (const element of document.querySelectorAll("body *")) {
    const text = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data.trim()).join("");
    if (text === "" || !element.checkVisibility() || element.closest("script, style, .hidden, .skip")) continue;
    const style = getComputedStyle(element);
    const under = behind(element);
    const a = luminance(over(rgba(style.color), under)), b = luminance(under);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${element.tagName}.${element.className}: ${text.slice(0, 40)}`);
}
return [...new Set(found)].slice(0, 10);
"""

DEAD_LINKS = """
return [...document.querySelectorAll("a[href^='#']")].map((a) => a.getAttribute("href").slice(1))
    .filter((id) => document.getElementById(id) === null).slice(0, 10);
"""

HEADINGS = ["Overview", "Timeline", "Who and what", "Documents", "Unresolved dates", "Rejected", "Colophon"]


class Page:
    """A browser with the report open."""

    def __init__(self, report, width=1280, height=900, dark=False, scripts=True):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in [*FLAGS, f"--window-size={width},{height}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.command("Emulation.setEmulatedMedia", features=[scheme, still])
        if not scripts:
            self.command("Emulation.setScriptExecutionDisabled", value=True)
        self.driver.get(report.resolve().as_uri())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def shows(self, element):
        """Unlike is_displayed, knows that what is inside closed details is not shown."""
        return self.script("return arguments[0].checkVisibility()", element)

    def visible(self, selector):
        return [e for e in self.driver.find_elements(By.CSS_SELECTOR, selector) if e.is_displayed()]

    def first(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def requests(self):
        """Addresses the page asked for, but for itself and what it carries."""
        messages = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        sent = (m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent")
        return [url for url in sent if not url.startswith("data:") and url.split("#")[0] != self.driver.current_url.split("#")[0]]


def is_silent_and_alone(page):
    assert page.driver.get_log("browser") == [], "the console has messages"
    assert page.requests() == [], "the page asked for something"


def has_its_headings(page):
    assert [e.text for e in page.visible("h2")] == HEADINGS
    assert len(page.visible("h1")) == 1


def links_lead_somewhere(page):
    dead = page.script(DEAD_LINKS)
    assert dead == [], dead
    ids = page.script("return [...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids)), "an id is used twice"


def a_source_opens_its_sentence(page):
    link = page.first("#timeline .sources a")
    target = link.get_attribute("href").split("#")[1]
    assert not page.shows(page.first(f"[id='{target}']")), "the full text is closed at first"
    link.click()
    assert page.shows(page.first(f"[id='{target}']"))
    top = page.script("return document.getElementById(arguments[0]).getBoundingClientRect().top", target)
    assert 0 <= top < 900, f"the sentence is at {top}"


def a_name_narrows_the_page(page):
    entries, documents = len(page.visible(".entry")), len(page.visible(".document"))
    chip = page.first("#timeline a.chip")
    key, name = chip.get_attribute("data-filter"), chip.get_attribute("data-name")
    chip.click()
    assert page.first("#filter-name").text == name
    shown = page.visible(".entry") + page.visible(".document")
    assert 0 < len(shown) < entries + documents, "nothing was narrowed"
    holds = "return arguments[0].querySelector(`[data-k='${arguments[1]}']`) !== null"
    assert all(page.script(holds, item, key) for item in shown)
    assert "of" in page.first("#status").text
    page.first("#filter-clear").click()
    assert (len(page.visible(".entry")), len(page.visible(".document"))) == (entries, documents)


def a_keyphrase_narrows_the_page(page):
    entries = len(page.visible(".entry"))
    chip = page.first("#overview .keyphrases a")
    words = chip.get_attribute("data-find").lower().split()
    chip.click()
    assert page.first("#find").get_attribute("value") == chip.get_attribute("data-find")
    shown = page.visible(".entry") + page.visible(".document")
    assert 0 < len(page.visible(".entry")) < entries and page.visible(".document") != []
    assert all(word in item.get_attribute("textContent").lower() for item in shown for word in words)
    page.first("body").send_keys(Keys.ESCAPE)
    assert len(page.visible(".entry")) == entries


def a_class_of_events_narrows_the_timeline(page):
    entries, documents = len(page.visible(".entry")), len(page.visible(".document"))
    for selector in ["a.class", ".event-filter a[data-filter='event-denial']"]:
        link = page.first(f"#timeline {selector}")
        key = link.get_attribute("data-filter")
        link.click()
        shown = page.visible(".entry")
        assert 0 < len(shown) < entries, "nothing was narrowed"
        holds = "return arguments[0].querySelector(`[data-k='${arguments[1]}']`) !== null"
        assert all(page.script(holds, entry, key) for entry in shown)
        assert len(page.visible(".document")) == documents
        page.first("#filter-clear").click()


def a_word_narrows_the_page_by_keyboard(page):
    entries = len(page.visible(".entry"))
    word = page.first(".entry .what").text.split()[-1].strip(".,”\"")
    page.first("body").send_keys("/")
    assert page.driver.switch_to.active_element.get_attribute("id") == "find"
    page.driver.switch_to.active_element.send_keys(word.upper())
    shown = page.visible(".entry")
    assert 0 < len(shown) and all(word.lower() in item.get_attribute("textContent").lower() for item in shown)
    page.driver.switch_to.active_element.send_keys("qqqzzz")
    assert page.visible(".entry") == [] and page.visible("[data-nothing='timeline']") != []
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert len(page.visible(".entry")) == entries


def an_anchor_that_is_filtered_away_shows_again(page):
    page.first("#find").send_keys("qqqzzz")
    page.script("location.hash = arguments[0]", page.script("return document.querySelector('.document').id"))
    WebDriverWait(page.driver, 5).until(lambda _: page.visible(".document"))


def all_texts_open_at_once(page):
    button = page.first("#open-all")
    button.click()
    assert page.script("return [...document.querySelectorAll('details.text')].every((d) => d.open)")
    button.click()
    assert page.script("return [...document.querySelectorAll('details.text')].every((d) => !d.open)")


def is_legible(page):
    page.script("for (const d of document.querySelectorAll('details')) d.open = true")
    faint = page.script(LOW_CONTRAST)
    assert faint == [], faint


def fits_its_window(page):
    page.script("for (const d of document.querySelectorAll('details')) d.open = true")
    wide, window = page.script("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= window, f"{wide} px in a window of {window} px"


def reads_without_scripts(page):
    has_its_headings(page)
    assert page.visible(".entry") != [] and page.visible(".document") != []
    assert page.visible("#tools, #open-all") == [], "a tool that does nothing is shown"
    target = page.first("#timeline .sources a").get_attribute("href").split("#")[1]
    page.first("#timeline .sources a").click()
    assert page.shows(page.first(f"[id='{target}']")), "the address does not open the text"


def passes_axe(page, axe):
    page.script(axe)
    result = page.driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    broken = [v["id"] + ": " + v["nodes"][0]["html"][:200] for v in result["violations"]]
    assert broken == [], broken


CHECKS = [
    (dict(), [is_silent_and_alone, has_its_headings, links_lead_somewhere, a_source_opens_its_sentence]),
    (dict(), [a_name_narrows_the_page, a_keyphrase_narrows_the_page, a_class_of_events_narrows_the_timeline,
              a_word_narrows_the_page_by_keyboard, all_texts_open_at_once, is_silent_and_alone]),
    (dict(), [an_anchor_that_is_filtered_away_shows_again, is_legible, is_silent_and_alone]),
    (dict(dark=True), [is_legible]),
    (dict(width=400, height=850), [fits_its_window]),
    (dict(scripts=False), [reads_without_scripts]),
]

SCREENSHOTS = {"desktop-light": dict(), "desktop-dark": dict(dark=True),
               "phone-light": dict(width=400, height=850), "phone-dark": dict(width=400, height=850, dark=True)}


def run_checks(report, axe, checks_by_setting):
    """Runs all checks; returns the number that failed."""
    failed = 0
    for setting, checks in checks_by_setting:
        with Page(report, **setting) as page:
            for check in checks + ([lambda p: passes_axe(p, axe)] if axe and setting.get("scripts", True) else []):
                name = check.__name__.replace("_", " ").replace("<lambda>", "passes axe")
                label = name + "".join(f" [{key}={value}]" for key, value in setting.items())
                try:
                    check(page)
                    print("ok    ", label)
                except Exception as problem:  # whatever goes wrong in the browser is a failed check
                    failed += 1
                    print("FAILED", label, "-", problem or traceback.format_exc(limit=-1))
    return failed


def take_screenshots(report, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, setting in SCREENSHOTS.items():
        with Page(report, **setting) as page:
            page.script("document.getElementById('timeline').scrollIntoView()")
            page.driver.save_screenshot(str(folder / f"{name}-timeline.png"))
            page.script("const t = document.querySelector('details.text'); if (t) { t.open = true; }"
                        "document.getElementById('documents').scrollIntoView()")
            page.driver.save_screenshot(str(folder / f"{name}-documents.png"))
            page.script("scrollTo(0, 0)")
            page.driver.save_screenshot(str(folder / f"{name}-overview.png"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--axe", type=pathlib.Path, metavar="axe.min.js", help="also run the axe accessibility rules")
    arguments = parser.parse_args()
    failed = run_checks(arguments.report, arguments.axe.read_text(encoding="utf-8") if arguments.axe else None, CHECKS)
    if arguments.screenshots:
        take_screenshots(arguments.report, arguments.screenshots)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
