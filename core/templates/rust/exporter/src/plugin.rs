//! Lists each document with its number of sentences.
#![forbid(unsafe_code)]

use attache::{Document, Error, Exporter, Output, Settings};

pub struct Plugin {
    sentences: usize,
}

impl Exporter for Plugin {
    fn new(_settings: &Settings) -> Result<Self, Error> {
        Ok(Plugin { sentences: 0 })
    }

    // Called for each document, in input order.
    fn consume(&mut self, document: &Document, output: &Output) -> Result<(), Error> {
        let id = document.field("id").unwrap_or("");
        let sentences = document.layer("sentence")?.len();
        self.sentences += sentences;
        output.write("@NAME@.tsv", format!("{id}\t{sentences}\n"))
    }

    // Called once, at the end. A file that nothing was written to is made here.
    fn finish(&mut self, output: &Output) -> Result<(), Error> {
        output.write("@NAME@.tsv", "")?;
        output.figure("@NAME@: sentences", self.sentences as i64)
    }
}
