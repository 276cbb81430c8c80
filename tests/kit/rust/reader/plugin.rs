#![forbid(unsafe_code)]

use attache::{Document, Error, Reader, Record, Reset, Settings, Split};

pub struct Plugin {
    records: usize,
}

impl Reader for Plugin {
    fn new(_settings: &Settings) -> Result<Self, Error> {
        Ok(Plugin { records: 0 })
    }

    fn read(&mut self, record: &[u8], document: &mut Document) -> Result<(), Error> {
        let text = std::str::from_utf8(record)?;
        self.records += 1;
        match text {
            "comment" => return Err(Error::skip("only a comment")),
            "panic" => panic!("at record {}", self.records),
            _ => {}
        }
        assert_eq!(document.text(), "");
        document.set_text(text)?;
        assert_eq!(document.text(), text);
        document.set_field("title", &format!("{} bytes", text.len()))?;
        document.remark("an odd one")
    }
}

impl Split for Plugin {
    fn split(&mut self, data: &[u8], at_end: bool) -> Result<Option<Record>, Error> {
        let skip = data.iter().take_while(|byte| **byte == b'\n').count();
        let rest = &data[skip..];
        let end = rest.windows(2).position(|pair| pair == b"\n\n");
        let size = end.unwrap_or_else(|| rest.strip_suffix(b"\n").unwrap_or(rest).len());
        Ok((end.is_some() || at_end && size > 0).then_some(Record { skip, size }))
    }
}

impl Reset for Plugin {
    // Not to 0, so that it shows.
    fn reset(&mut self) {
        self.records = 100;
    }
}
