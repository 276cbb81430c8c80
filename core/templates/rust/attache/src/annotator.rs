//! Annotators.

use std::os::raw::c_void;

use crate::{instance, sys, Document, Error, Settings};

/// Reads layers of a document and adds rows to others.
pub trait Annotator: Send + Sized + 'static {
    /// Makes an instance, perhaps while others of the same plugin are at work. An error refuses the
    /// settings.
    fn new(settings: &Settings) -> Result<Self, Error>;

    /// Called for each document. An error or a panic rejects it, and none of its rows are taken.
    fn annotate(&mut self, document: &mut Document) -> Result<(), Error>;
}

unsafe extern "C" fn create<P: Annotator>(
    host: *const sys::Host,
    settings: *const sys::Settings,
    instance: *mut *mut c_void,
) -> sys::Status {
    unsafe { instance::create(P::new, host, settings, instance) }
}

unsafe extern "C" fn annotate<P: Annotator>(
    instance: *mut c_void,
    document: *mut sys::Document,
) -> sys::Status {
    unsafe {
        instance::with(instance, |plugin: &mut P| {
            plugin.annotate(&mut Document::new(document))
        })
    }
}

impl sys::Plugin {
    /// The table of an annotator.
    pub const fn annotator<P: Annotator>() -> Self {
        sys::Plugin {
            annotate: Some(annotate::<P>),
            ..Self::new(create::<P>, instance::destroy::<P>)
        }
    }
}
