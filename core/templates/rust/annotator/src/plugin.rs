//! Marks every occurrence of a word.
#![forbid(unsafe_code)]

use attache::{Annotator, Batch, Document, Error, Settings};

pub struct Plugin {
    word: String,
}

impl Annotator for Plugin {
    fn new(settings: &Settings) -> Result<Self, Error> {
        let word = settings.text("word")?.to_owned();
        if word.is_empty() {
            return Err(Error::reject("\"word\" must not be empty"));
        }
        Ok(Plugin { word })
    }

    // Called for each document; an error or a panic rejects that document with its message.
    fn annotate(&mut self, document: &mut Document) -> Result<(), Error> {
        let mut found = Batch::new("@LAYER@_found", ["number"]);
        for (at, word) in document.text().match_indices(&self.word) {
            found.add(at..at + word.len(), found.len() + 1);
        }
        document.append(found)?;
        Ok(())
    }
}
