//! Readers.

use std::os::raw::c_void;

use crate::{instance, sys, Document, Error, Settings};

/// Turns records into documents.
pub trait Reader: Send + Sized + 'static {
    /// Makes an instance, perhaps while others of the same plugin are at work. An error refuses the
    /// settings.
    fn new(settings: &Settings) -> Result<Self, Error>;

    /// Called for each record, which is a whole input unless the plugin also implements [`Split`].
    /// Sets the document's text and fields; [`Error::Skip`] says that there is none in the record.
    fn read(&mut self, record: &[u8], document: &mut Document) -> Result<(), Error>;
}

/// Readers whose inputs hold several records, named in [`plugin!`](crate::plugin).
pub trait Split: Reader {
    /// Finds the first record in `data`, which starts where the record before it ended. `None`:
    /// there is no whole record yet. `at_end`: no more bytes will follow, and what is left after
    /// the last record is passed over.
    fn split(&mut self, data: &[u8], at_end: bool) -> Result<Option<Record>, Error>;
}

/// What [`Split::split`] found: `skip` bytes that belong to no record, then a record of `size`
/// bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Bytes before the record.
    pub skip: usize,
    /// Bytes of the record.
    pub size: usize,
}

unsafe extern "C" fn create<P: Reader>(
    host: *const sys::Host,
    settings: *const sys::Settings,
    instance: *mut *mut c_void,
) -> sys::Status {
    unsafe { instance::create(P::new, host, settings, instance) }
}

unsafe extern "C" fn read<P: Reader>(
    instance: *mut c_void,
    record: sys::Str,
    document: *mut sys::Document,
) -> sys::Status {
    unsafe {
        let record = record.borrow().unwrap_or_default();
        instance::with(instance, |plugin: &mut P| {
            plugin.read(record, &mut Document::new(document))
        })
    }
}

unsafe extern "C" fn split<P: Split>(
    instance: *mut c_void,
    data: sys::Str,
    at_end: i32,
    record: *mut sys::Record,
) -> sys::Status {
    unsafe {
        let data = data.borrow().unwrap_or_default();
        instance::with(instance, |plugin: &mut P| {
            let found = plugin.split(data, at_end != 0)?;
            *record = sys::Record {
                skip: found.map_or(0, |record| record.skip as u64),
                size: found.map_or(0, |record| record.size as u64),
                found: i32::from(found.is_some()),
                reserved: 0,
            };
            Ok(())
        })
    }
}

impl sys::Plugin {
    /// The table of a reader.
    pub const fn reader<P: Reader>() -> Self {
        sys::Plugin {
            read: Some(read::<P>),
            ..Self::new(create::<P>, instance::destroy::<P>)
        }
    }

    /// With `split`.
    pub const fn split<P: Split>(mut self) -> Self {
        self.split = Some(split::<P>);
        self
    }
}
