//! What the functions of all kinds of plugins share: the instance behind `self`, and no panic
//! across the boundary.

use std::any::Any;
use std::cell::RefCell;
use std::os::raw::c_void;
use std::panic::{catch_unwind, set_hook, AssertUnwindSafe};
use std::sync::{Mutex, Once, PoisonError};

use crate::{host, log, sys, Error, Level, Settings};

#[cfg(panic = "abort")]
compile_error!(
    "a panic must be an error of one document: remove `panic = \"abort\"` from the profile"
);

/// Plugins that can forget what they have learned from documents. Named in
/// [`plugin!`](crate::plugin), `reset` is called after a document failed; otherwise the instance is
/// then dropped and made anew.
pub trait Reset {
    /// Makes the instance as if it were new.
    fn reset(&mut self);
}

thread_local! {
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps where a panic came from for the document's error, in place of a line on stderr.
fn keep_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        set_hook(Box::new(|panic| {
            let place = panic
                .location()
                .map(|at| format!(" at {at}"))
                .unwrap_or_default();
            let message = format!("panicked{place}: {}", text_of(panic.payload()));
            log(Level::Debug, &message);
            // A thread that is ending has no such place any more.
            let _ = PANIC.try_with(|last| last.replace(Some(message)));
        }));
    });
}

fn text_of(payload: &(dyn Any + Send)) -> &str {
    payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message")
}

fn caught<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(call)).map_err(|payload| {
        PANIC
            .with(|last| last.take())
            .unwrap_or_else(|| format!("panicked: {}", text_of(&*payload)))
    })
}

/// Runs the author's code; an error or a panic becomes a status, with the message left at the host.
pub(crate) fn guard(call: impl FnOnce() -> Result<(), Error>) -> sys::Status {
    match caught(call).unwrap_or_else(|panic| Err(Error::Reject(panic))) {
        Ok(()) => sys::OK,
        Err(error) => error.tell(),
    }
}

/// # Safety
/// As the host calls `create`.
pub(crate) unsafe fn create<P: Send>(
    new: impl FnOnce(&Settings) -> Result<P, Error>,
    host: *const sys::Host,
    settings: *const sys::Settings,
    instance: *mut *mut c_void,
) -> sys::Status {
    host::set(host);
    keep_panics();
    guard(|| {
        let plugin = new(&unsafe { Settings::new(settings) })?;
        unsafe { *instance = Box::into_raw(Box::new(Mutex::new(plugin))).cast() };
        Ok(())
    })
}

/// Runs a call on an instance. With `instance = "all"` in the manifest, calls of several threads
/// take turns.
///
/// # Safety
/// `instance` is from `create` with the same `P`.
pub(crate) unsafe fn with<P: Send>(
    instance: *mut c_void,
    call: impl FnOnce(&mut P) -> Result<(), Error>,
) -> sys::Status {
    let instance = unsafe { &*instance.cast::<Mutex<P>>() };
    // After a panic the host resets the instance or makes a new one.
    guard(|| call(&mut instance.lock().unwrap_or_else(PoisonError::into_inner)))
}

pub(crate) unsafe extern "C" fn destroy<P: Send>(instance: *mut c_void) {
    // SAFETY: the host gives back what `create` made, once.
    let instance = unsafe { Box::from_raw(instance.cast::<Mutex<P>>()) };
    if let Err(panic) = caught(|| drop(instance)) {
        log(Level::Error, panic);
    }
}

pub(crate) unsafe extern "C" fn reset<P: Reset + Send>(instance: *mut c_void) {
    // SAFETY: the host calls it with what `create` made.
    let instance = unsafe { &*instance.cast::<Mutex<P>>() };
    if let Err(panic) = caught(|| {
        instance
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .reset()
    }) {
        log(Level::Error, panic);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_with_its_text_and_place() {
        keep_panics();
        let panic = caught(|| panic!("no row {}", 7)).unwrap_err();
        assert!(
            panic.starts_with("panicked at attache/src/instance.rs:"),
            "{panic}"
        );
        assert!(panic.ends_with(": no row 7"), "{panic}");
    }
}
