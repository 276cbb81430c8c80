//! Exporters.

use std::os::raw::c_void;

use crate::{instance, sys, Document, Error, Output, Settings};

/// Turns the documents of a run into files.
pub trait Exporter: Send + Sized + 'static {
    /// Makes an instance. An error refuses the settings.
    fn new(settings: &Settings) -> Result<Self, Error>;

    /// Called for each document, in input order.
    fn consume(&mut self, document: &Document, output: &Output) -> Result<(), Error>;

    /// Called once, at the end.
    fn finish(&mut self, output: &Output) -> Result<(), Error>;
}

unsafe extern "C" fn create<P: Exporter>(
    host: *const sys::Host,
    settings: *const sys::Settings,
    instance: *mut *mut c_void,
) -> sys::Status {
    unsafe { instance::create(P::new, host, settings, instance) }
}

unsafe extern "C" fn consume<P: Exporter>(
    instance: *mut c_void,
    document: *const sys::Document,
    output: *mut sys::Output,
) -> sys::Status {
    unsafe {
        instance::with(instance, |plugin: &mut P| {
            plugin.consume(&Document::new(document as *mut _), &Output::new(output))
        })
    }
}

unsafe extern "C" fn finish<P: Exporter>(
    instance: *mut c_void,
    output: *mut sys::Output,
) -> sys::Status {
    unsafe {
        instance::with(instance, |plugin: &mut P| {
            plugin.finish(&Output::new(output))
        })
    }
}

impl sys::Plugin {
    /// The table of an exporter.
    pub const fn exporter<P: Exporter>() -> Self {
        sys::Plugin {
            consume: Some(consume::<P>),
            finish: Some(finish::<P>),
            ..Self::new(create::<P>, instance::destroy::<P>)
        }
    }
}
