//! Reads a title in the first line and the text after it.
#![forbid(unsafe_code)]

use attache::{Document, Error, Reader, Settings};

pub struct Plugin;

impl Reader for Plugin {
    fn new(_settings: &Settings) -> Result<Self, Error> {
        Ok(Plugin)
    }

    // Called for each record; an input is one record unless the plugin also implements `Split`.
    fn read(&mut self, record: &[u8], document: &mut Document) -> Result<(), Error> {
        let record = std::str::from_utf8(record)?;
        let (title, text) = record
            .split_once('\n')
            .ok_or_else(|| Error::reject("there is no line after the title"))?;
        document.set_field("title", title)?;
        document.set_text(text)
    }
}
