#![forbid(unsafe_code)]

use attache::{Day, Document, Error, Exporter, Output, Row, Settings};

pub struct Plugin;

impl Exporter for Plugin {
    fn new(_settings: &Settings) -> Result<Self, Error> {
        Ok(Plugin)
    }

    fn consume(&mut self, document: &Document, output: &Output) -> Result<(), Error> {
        let values = document.layer("value")?;
        let number = values.column::<i64>("number")?;
        let day = values.column::<Day>("day")?;
        let share = values.column::<f64>("share")?;
        let label = values.column::<&str>("label")?;
        let note = values.column::<&str>("note")?;
        let sentence = values.column::<Row>("sentence")?;
        let to = document.layer("link")?.column::<Row>("to")?;
        assert_eq!(share.as_slice().len(), values.len());
        assert_eq!(to.iter().count(), values.len());
        assert!(document
            .layer("time")?
            .column::<Day>("begin")?
            .iter()
            .next()
            .is_none());
        for row in 0..values.len() {
            let line = format!(
                "{:?} {} {:?} {:?} {:?} {:?} {:?} {:?}\n",
                values.text(row),
                values.producer(),
                number.get(row),
                day.get(row).map(|day| day.to_string()),
                share.get(row),
                note.get(row),
                sentence.get(row).map(Row::index),
                to.get(row).map(Row::index),
            );
            output.spool_put(label.get(row).unwrap_or(""), line)?;
        }
        Ok(())
    }

    fn finish(&mut self, output: &Output) -> Result<(), Error> {
        for _ in 0..2 {
            for record in output.spool() {
                let (label, line) = record?;
                output.write("sorted.txt", label)?;
                output.write("sorted.txt", " ")?;
                output.write("sorted.txt", line)?;
            }
        }
        let lines = output
            .read_file("documents.jsonl")?
            .split(|byte| *byte == b'\n')
            .count()
            - 1;
        output.figure("documents", lines as i64)
    }
}
