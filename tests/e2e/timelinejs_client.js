// timelinejs_client.js FILE: shows the file with TimelineJS in a page without a screen, and prints what it made of it.
const fs = require("fs");
const { JSDOM } = require("jsdom");

const page = new JSDOM('<!DOCTYPE html><body><div id="timeline"></div></body>', {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    url: "http://localhost/",
});
page.window.eval(fs.readFileSync(require.resolve("@knight-lab/timelinejs/dist/js/timeline.js"), "utf8"));
const shown = new page.window.TL.Timeline("timeline", JSON.parse(fs.readFileSync(process.argv[2], "utf8")), {
    script_path: "http://localhost/",
});
shown.on("loaded", () => {
    const { document } = page.window;
    const made = {
        valid: shown.config.isValid(),
        messages: shown.config.messages,
        starts: shown.config.events.map((event) => event.start_date.data.date_obj.toISOString().slice(0, 10)),
        headlines: [...document.querySelectorAll(".tl-slide h2")].map((headline) => headline.textContent.trim()),
        markers: document.querySelectorAll(".tl-timemarker").length,
    };
    fs.writeSync(1, JSON.stringify(made) + "\n");
    process.exit(0);
});
