#!/usr/bin/env python3
"""Opens a briefing.html in headless Chromium and checks that it works as a reader would find it.

    check_briefing.py briefing.html [--screenshots DIR]
"""
import argparse
import pathlib
import sys

from selenium.webdriver.common.by import By

from check_report import Page, fits_its_window, is_legible, is_silent_and_alone, links_lead_somewhere, run_checks


def a_citation_leads_to_its_sentence_and_back(page):
    link = page.first(".bullets a.number")
    bullet = link.find_element(By.XPATH, "ancestor::li")
    link.click()
    cited = page.first(":target")
    top = page.script("return arguments[0].getBoundingClientRect().top", cited)
    assert 0 <= top < 900, f"the sentence is at {top}"
    assert page.visible(":target mark")
    page.first(":target a.back").click()
    assert page.first(":target").get_attribute("id") == bullet.get_attribute("id")


CHECKS = [
    (dict(), [is_silent_and_alone, links_lead_somewhere, a_citation_leads_to_its_sentence_and_back, is_legible]),
    (dict(dark=True, width=400, height=850), [is_legible, fits_its_window]),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("briefing", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path, metavar="DIR")
    arguments = parser.parse_args()
    failed = run_checks(arguments.briefing, None, CHECKS)
    if arguments.screenshots:
        for name, setting in (("desktop", dict()), ("phone-dark", dict(dark=True, width=400, height=850))):
            with Page(arguments.briefing, **setting) as page:
                page.driver.save_screenshot(str(arguments.screenshots / f"briefing-{name}.png"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
