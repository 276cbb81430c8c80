#![forbid(unsafe_code)]

use attache::{log, Annotator, Batch, Day, Document, Error, Level, Row, Settings};

pub struct Plugin {
    count: i64,
    share: f64,
    words: Vec<String>,
}

impl Annotator for Plugin {
    fn new(settings: &Settings) -> Result<Self, Error> {
        if !settings.flag("strict")? || settings.resource("words.txt")? != b"word\n" {
            return Err(Error::reject("not as the test has it"));
        }
        Ok(Plugin {
            count: settings.integer("count")?,
            share: settings.real("share")?,
            words: settings
                .texts("words")?
                .into_iter()
                .map(String::from)
                .collect(),
        })
    }

    fn annotate(&mut self, document: &mut Document) -> Result<(), Error> {
        log(
            Level::Warning,
            format_args!("{} bytes", document.text().len()),
        );
        match document.text() {
            "refuse" => return Err("seven".parse::<i64>().unwrap_err().into()),
            "panic later" => {
                let _ = self.words[self.words.len()];
            }
            "wrong" => {
                let mut wrong = Batch::new("value", []);
                wrong.add(0..100, ());
                document.append(wrong)?;
            }
            "undeclared" => drop(document.layer("time")?),
            "no column" => drop(document.layer("sentence")?.column::<f64>("kind")?),
            _ => {}
        }
        let sentences = document.layer("sentence")?;
        let mut values = Batch::new(
            "value",
            ["number", "day", "share", "label", "note", "sentence"],
        );
        let mut links = Batch::new("link", ["to"]);
        let mut before = None;
        for row in 0..sentences.len() {
            let word = sentences.text(row).split(' ').next();
            let row = values.add(
                sentences.span(row),
                (
                    (row % 2 == 0).then_some(self.count),
                    Day::from_ymd(2024, 2, 28 + row as u32),
                    self.share * row as f64,
                    word,
                    self.words.get(row).cloned(),
                    Row::new(row),
                ),
            );
            links.add(sentences.span(row.index()), before);
            before = Some(row);
        }
        document.append(values)?;
        document.append(links)?;
        Ok(())
    }
}
