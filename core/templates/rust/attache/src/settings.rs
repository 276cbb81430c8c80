//! What a plugin is told when it is made.

use std::marker::PhantomData;

use crate::error::check;
use crate::host::call;
use crate::{sys, Error};

/// What the configuration says of this plugin, and the files that came with it. All names are those
/// of the manifest; values have already been checked against it.
pub struct Settings<'call> {
    handle: *const sys::Settings,
    call: PhantomData<&'call ()>,
}

impl<'call> Settings<'call> {
    /// # Safety
    /// The host lends the handle for `'call`.
    pub(crate) unsafe fn new(handle: *const sys::Settings) -> Self {
        Settings {
            handle,
            call: PhantomData,
        }
    }

    /// A setting of type "bool".
    pub fn flag(&self, key: &str) -> Result<bool, Error> {
        Ok(self.get(key, sys::SETTING_BOOL, "bool")?.integer != 0)
    }

    /// A setting of type "int".
    pub fn integer(&self, key: &str) -> Result<i64, Error> {
        Ok(self.get(key, sys::SETTING_INT, "int")?.integer)
    }

    /// A setting of type "real".
    pub fn real(&self, key: &str) -> Result<f64, Error> {
        Ok(self.get(key, sys::SETTING_REAL, "real")?.real)
    }

    /// A setting of type "text".
    pub fn text(&self, key: &str) -> Result<&'call str, Error> {
        let value = self.get(key, sys::SETTING_TEXT, "text")?;
        // SAFETY: lent for 'call.
        unsafe { text_of(key, value.text) }
    }

    /// A setting of type "texts".
    pub fn texts(&self, key: &str) -> Result<Vec<&'call str>, Error> {
        let value = self.get(key, sys::SETTING_TEXTS, "texts")?;
        (0..value.list_size as usize)
            // SAFETY: the list has so many texts, each lent for 'call.
            .map(|at| unsafe { text_of(key, *value.list.add(at)) })
            .collect()
    }

    /// The bytes of a file that the manifest lists under `resources`: mapped, and there for the
    /// life of the process.
    pub fn resource(&self, name: &str) -> Result<&'static [u8], Error> {
        let mut bytes = sys::Str::NONE;
        // SAFETY: the host keeps resources mapped, read-only.
        unsafe {
            check(call!(resource(
                self.handle,
                sys::Str::lend(name.as_bytes()),
                &mut bytes
            )))?;
            Ok(bytes.borrow().unwrap_or_default())
        }
    }

    fn get(&self, key: &str, kind: u32, name: &str) -> Result<sys::Setting, Error> {
        let mut value = sys::Setting {
            kind: 0,
            list_size: 0,
            integer: 0,
            real: 0.0,
            text: sys::Str::NONE,
            list: std::ptr::null(),
        };
        // SAFETY: the handle is lent for 'call.
        check(unsafe {
            call!(setting(
                self.handle,
                sys::Str::lend(key.as_bytes()),
                &mut value
            ))
        })?;
        if value.kind != kind {
            return Err(Error::Reject(format!(
                "asks for setting \"{key}\" as \"{name}\", which is not its type in the manifest"
            )));
        }
        Ok(value)
    }
}

/// # Safety
/// The text is lent for `'a`.
unsafe fn text_of<'a>(key: &str, text: sys::Str) -> Result<&'a str, Error> {
    let bytes = unsafe { text.borrow() }.unwrap_or_default();
    std::str::from_utf8(bytes).map_err(|_| Error::Reject(format!("setting \"{key}\" is not UTF-8")))
}
