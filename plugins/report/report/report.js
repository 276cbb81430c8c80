// Narrows the page to a name or a word. Without it the page reads the same, unfiltered.
"use strict";

const find = document.getElementById("find");
const filter_box = document.getElementById("filter");
const filter_name = document.getElementById("filter-name");
const status_line = document.getElementById("status");
const open_all = document.getElementById("open-all");
const items = [...document.querySelectorAll("[data-item]")];
const texts = [...document.querySelectorAll("details.text")];

let chosen = null;  // key of the name to which the page is narrowed
const words_of = new Map();  // an item's text in small letters, made when first searched

function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

/** A kind of event narrows the timeline alone: documents have all kinds. */
function concerns(item) {
    const is_kind = chosen.startsWith("event-");
    return (is_kind && item.dataset.item !== "timeline") || item.querySelector(`[data-k="${chosen}"]`) !== null;
}

function fits(item, words) {
    if (chosen !== null && !concerns(item)) {
        return false;
    }
    if (words.length === 0) {
        return true;
    }
    if (!words_of.has(item)) {
        words_of.set(item, fold(item.textContent));
    }
    return words.every((word) => words_of.get(item).includes(word));
}

function mark_hits() {
    for (const mark of document.querySelectorAll(".e.hit")) {
        mark.classList.remove("hit");
    }
    if (chosen !== null) {
        for (const mark of document.querySelectorAll(`.e[data-k="${chosen}"]`)) {
            mark.classList.add("hit");
        }
    }
}

function count_in(section, shown) {
    const all = items.filter((item) => item.dataset.item === section).length;
    const count = shown.filter((item) => item.dataset.item === section).length;
    document.querySelector(`[data-nothing="${section}"]`).hidden = count > 0 || all === 0;
    return `${count} of ${all}`;
}

function apply() {
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    const shown = items.filter((item) => fits(item, words));
    const kept = new Set(shown);
    for (const item of items) {
        item.hidden = !kept.has(item);
    }
    for (const group of document.querySelectorAll("[data-group]")) {
        group.hidden = group.querySelector("[data-item]:not([hidden])") === null;
    }
    const counts = [count_in("timeline", shown), count_in("documents", shown)];
    const narrowed = chosen !== null || words.length > 0;
    status_line.textContent = narrowed ? `${counts[0]} timeline entries, ${counts[1]} documents` : "";
    filter_box.hidden = chosen === null;
    mark_hits();
}

function choose(key, name) {
    chosen = key;
    filter_name.textContent = name;
    apply();
}

function clear() {
    find.value = "";
    choose(null, "");
}

/** Makes what an address points to visible: nothing around it stays closed or filtered away. */
function reveal(target) {
    if (target === null) {
        return;
    }
    if (target.closest("[hidden]") !== null) {
        clear();
    }
    for (let around = target; around !== null; around = around.parentElement) {
        if (around.tagName === "DETAILS") {
            around.open = true;
        }
    }
    const own = target.querySelector(":scope > details");
    if (own !== null && target.id.startsWith("e-")) {
        own.open = true;
    }
    target.scrollIntoView({block: "start"});
}

function target_of(hash) {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
}

document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
    }
    if (link.dataset.find !== undefined) {
        find.value = link.dataset.find;
        apply();
    } else if (link.dataset.filter !== undefined) {
        choose(link.dataset.filter, link.dataset.name);
    } else {
        reveal(target_of(link.hash));
        return;
    }
    event.preventDefault();
    (link.closest("[data-item]") ?? document.getElementById("timeline")).scrollIntoView({block: "nearest"});
});

document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (chosen !== null || find.value !== "")) {
        clear();
    } else if (event.key === "/" && event.target.closest("input") === null) {
        event.preventDefault();
        find.focus();
    }
});

find.addEventListener("input", apply);
document.getElementById("filter-clear").addEventListener("click", clear);
open_all.addEventListener("click", () => {
    const open = open_all.getAttribute("aria-pressed") !== "true";
    open_all.setAttribute("aria-pressed", String(open));
    open_all.textContent = open ? "Close all texts" : "Open all texts";
    for (const text of texts) {
        text.open = open;
    }
});
window.addEventListener("hashchange", () => reveal(target_of(location.hash)));
window.addEventListener("beforeprint", () => {
    for (const text of texts) {
        text.open = true;
    }
});

document.documentElement.classList.add("scripted");
document.getElementById("tools").hidden = false;
open_all.hidden = texts.length === 0;
if (location.hash.length > 1) {
    reveal(target_of(location.hash));
}
