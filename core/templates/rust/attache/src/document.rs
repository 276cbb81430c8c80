//! One document.

use std::cell::Cell;
use std::marker::PhantomData;

use crate::batch::{Batch, Values};
use crate::error::check;
use crate::host::{self, call};
use crate::value::{utf8, Row};
use crate::{sys, Error, Layer};

/// One document, seen with the rights that the manifest asks for.
///
/// It and all that comes out of it live for one call. To keep any of it is an error:
///
/// ```compile_fail
/// use attache::{Annotator, Document, Error, Settings};
///
/// struct Plugin {
///     last: &'static str,
/// }
///
/// impl Annotator for Plugin {
///     fn new(_: &Settings) -> Result<Self, Error> {
///         Ok(Plugin { last: "" })
///     }
///     fn annotate(&mut self, document: &mut Document) -> Result<(), Error> {
///         self.last = document.text();
///         Ok(())
///     }
/// }
/// ```
pub struct Document<'call> {
    handle: *mut sys::Document,
    text: Cell<Option<&'call str>>,
    call: PhantomData<&'call ()>,
}

impl<'call> Document<'call> {
    /// # Safety
    /// The host lends the handle for `'call`; one that it lends for reading is only lent on as
    /// `&Document`.
    pub(crate) unsafe fn new(handle: *mut sys::Document) -> Self {
        Document {
            handle,
            text: Cell::new(None),
            call: PhantomData,
        }
    }

    /// The text; empty as long as a reader has not set it.
    pub fn text(&self) -> &'call str {
        if let Some(text) = self.text.get() {
            return text;
        }
        // SAFETY: what the host lends is valid until its call returns, and a text does not change.
        match unsafe { call!(text(self.handle)).borrow() } {
            Some(bytes) => {
                self.text.set(Some(utf8(bytes)));
                utf8(bytes)
            }
            None => "",
        }
    }

    /// A metadata field: "id", "source", "title", "published", "language", or one of the reader's
    /// own.
    pub fn field(&self, key: &str) -> Option<&'call str> {
        // SAFETY: what the host lends is valid until its call returns.
        unsafe { call!(field(self.handle, sys::Str::lend(key.as_bytes()))).borrow() }.map(utf8)
    }

    /// A layer that the manifest lists under `reads`. One read as optional that nobody writes has
    /// no rows.
    pub fn layer(&self, name: &str) -> Result<Layer<'call>, Error> {
        let mut table = sys::Layer {
            head: sys::Head::of::<sys::Layer>(),
            name: sys::Str::NONE,
            producer: sys::Str::NONE,
            rows: 0,
            column_count: 0,
            start: std::ptr::null(),
            end: std::ptr::null(),
            columns: std::ptr::null(),
        };
        // SAFETY: what the host lends is valid until its call returns.
        unsafe {
            check(call!(layer(
                self.handle,
                sys::Str::lend(name.as_bytes()),
                &mut table
            )))?;
            Ok(Layer::new(table, self.text()))
        }
    }

    /// Annotators: hands rows to the host, which takes all or none. Returns the number of the first
    /// in the layer.
    pub fn append<T: Values>(&mut self, batch: Batch<T>) -> Result<Row, Error> {
        let lent = T::lend(&batch.columns);
        let columns: Vec<sys::Column> = batch
            .names
            .as_ref()
            .iter()
            .zip(&lent)
            .map(|(name, (kind, values))| sys::Column {
                name: sys::Str::lend(name.as_bytes()),
                kind: *kind,
                reserved: 0,
                values: values.as_ptr(),
            })
            .collect();
        let table = sys::Layer {
            head: sys::Head::of::<sys::Layer>(),
            name: sys::Str::lend(batch.layer.as_bytes()),
            producer: sys::Str::NONE,
            rows: batch.len() as u32,
            column_count: columns.len() as u32,
            start: batch.start.as_ptr(),
            end: batch.end.as_ptr(),
            columns: columns.as_ptr(),
        };
        let mut first = 0;
        // SAFETY: every column has a value for each row, and all of them live until the end of this
        // function.
        check(unsafe { call!(append(self.handle, &table, &mut first)) })?;
        Ok(Row(first))
    }

    /// Readers: sets the text, once.
    pub fn set_text(&mut self, text: &str) -> Result<(), Error> {
        // SAFETY: the host copies the text.
        check(unsafe { call!(set_text(self.handle, sys::Str::lend(text.as_bytes()))) })
    }

    /// Readers: sets a metadata field. "id" and "source" already say where the record was found.
    pub fn set_field(&mut self, key: &str, value: &str) -> Result<(), Error> {
        let (key, value) = (
            sys::Str::lend(key.as_bytes()),
            sys::Str::lend(value.as_bytes()),
        );
        // SAFETY: the host copies both.
        check(unsafe { call!(set_field(self.handle, key, value)) })
    }

    /// Leaves a remark in the record of the run: something odd that did not stop the plugin. A host
    /// of ABI 0.0 has no place for it, and it is dropped.
    pub fn remark(&mut self, message: &str) -> Result<(), Error> {
        // SAFETY: the table is the host's; the host copies the message.
        match unsafe { host::remark(host::table()) } {
            Some(remark) => {
                check(unsafe { remark(self.handle, sys::Str::lend(message.as_bytes())) })
            }
            None => Ok(()),
        }
    }
}
