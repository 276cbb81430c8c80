//! An exporter's way out.

use std::marker::PhantomData;

use crate::error::check;
use crate::host::call;
use crate::{sys, Error};

/// An exporter's files, its sorter on disk, and figures for the table at the end.
pub struct Output<'call> {
    handle: *mut sys::Output,
    call: PhantomData<&'call ()>,
}

impl<'call> Output<'call> {
    /// # Safety
    /// The host lends the handle for `'call`.
    pub(crate) unsafe fn new(handle: *mut sys::Output) -> Self {
        Output {
            handle,
            call: PhantomData,
        }
    }

    /// Appends to a file that the manifest lists under `files`.
    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) -> Result<(), Error> {
        let (file, bytes) = (
            sys::Str::lend(file.as_bytes()),
            sys::Str::lend(bytes.as_ref()),
        );
        // SAFETY: the host copies the bytes.
        check(unsafe { call!(write(self.handle, file, bytes)) })
    }

    /// In `finish`: a finished file that the manifest lists under `reads_files`, mapped.
    pub fn read_file(&self, file: &str) -> Result<&'call [u8], Error> {
        let mut bytes = sys::Str::NONE;
        // SAFETY: what the host lends is valid until its call returns.
        unsafe {
            check(call!(read_file(
                self.handle,
                sys::Str::lend(file.as_bytes()),
                &mut bytes
            )))?;
            Ok(bytes.borrow().unwrap_or_default())
        }
    }

    /// Keeps a record outside memory until [`spool`](Output::spool) asks for it.
    pub fn spool_put(&self, key: impl AsRef<[u8]>, value: impl AsRef<[u8]>) -> Result<(), Error> {
        let (key, value) = (sys::Str::lend(key.as_ref()), sys::Str::lend(value.as_ref()));
        // SAFETY: the host copies both.
        check(unsafe { call!(spool_put(self.handle, key, value)) })
    }

    /// In `finish`: the records kept, as (key, value), in the order of the keys' bytes, equal keys
    /// in the order in which they were put.
    ///
    /// ```
    /// # use attache::{Error, Output};
    /// fn list(output: &Output) -> Result<(), Error> {
    ///     for record in output.spool() {
    ///         let (_, line) = record?;
    ///         output.write("list.txt", line)?;
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn spool(&self) -> Spool<'_, 'call> {
        Spool {
            output: self,
            at_end: false,
        }
    }

    /// A figure for the table at the end of the run, such as ("timeline entries", 58).
    pub fn figure(&self, name: &str, value: i64) -> Result<(), Error> {
        // SAFETY: the host copies the name.
        check(unsafe { call!(figure(self.handle, sys::Str::lend(name.as_bytes()), value)) })
    }
}

/// The records of [`Output::spool`].
pub struct Spool<'output, 'call> {
    output: &'output Output<'call>,
    at_end: bool,
}

impl Iterator for Spool<'_, '_> {
    type Item = Result<(Vec<u8>, Vec<u8>), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at_end {
            return None;
        }
        let (mut key, mut value) = (sys::Str::NONE, sys::Str::NONE);
        // SAFETY: the host fills in both.
        let status = unsafe { call!(spool_next(self.output.handle, &mut key, &mut value)) };
        self.at_end = status != sys::OK;
        if status == sys::END {
            return None;
        }
        // SAFETY: lent until the next record is asked for; they are copied before.
        let copy = |bytes: sys::Str| unsafe { bytes.borrow() }.unwrap_or_default().to_vec();
        Some(check(status).map(|()| (copy(key), copy(value))))
    }
}
