//! The host's table: where it is, and the functions that belong to no document.

use std::fmt::Display;
use std::sync::atomic::{AtomicPtr, Ordering};

use crate::sys;

static HOST: AtomicPtr<sys::Host> = AtomicPtr::new(std::ptr::null_mut());

/// Called when an instance is made. The table is the same for all instances and stays for the life
/// of the process, so it is written once: other instances may be reading it.
pub(crate) fn set(host: *const sys::Host) {
    if HOST.load(Ordering::Acquire) != host as *mut _ {
        HOST.store(host as *mut _, Ordering::Release);
    }
}

/// A pointer and no reference: the table of an older host is shorter than ours. Panics outside of a
/// run.
pub(crate) fn table() -> *const sys::Host {
    let host = HOST.load(Ordering::Acquire);
    assert!(!host.is_null(), "there is no host outside of a run");
    host
}

/// Calls a function that every host has.
macro_rules! call {
    ($function:ident($($argument:expr),*)) => {
        ((*$crate::host::table()).$function)($($argument),*)
    };
}
pub(crate) use call;

/// `remark`, which hosts have since ABI 0.1.
pub(crate) fn remark() -> Option<unsafe extern "C" fn(*mut sys::Document, sys::Str) -> sys::Status>
{
    let host = table();
    // SAFETY: the head is there in every table, and the member is read only if the table reaches
    // past it.
    unsafe {
        let member = std::ptr::addr_of!((*host).remark);
        let end = member.add(1) as usize - host as usize;
        if end > (*host).head.struct_size as usize {
            return None;
        }
        member.read()
    }
}

pub(crate) fn fail(message: &str) {
    // SAFETY: the host copies the message.
    unsafe { call!(fail(sys::Str::lend(message.as_bytes()))) };
}

/// How much a line of the log matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// For whoever works on the plugin.
    Debug = 0,
    /// What happens, in the ordinary course of things.
    Info = 1,
    /// Something odd that does not stop the plugin.
    Warning = 2,
    /// Something that went wrong.
    Error = 3,
}

/// Writes to the run's log, marked with plugin and document; on any thread. The message is
/// formatted only if the log takes this level. Outside of a run, as in unit tests, nothing happens.
///
/// ```
/// let rows = 3;
/// attache::log(attache::Level::Debug, format_args!("{rows} rows"));
/// ```
pub fn log(level: Level, message: impl Display) {
    let host = HOST.load(Ordering::Acquire);
    // SAFETY: a table that is set has these functions; the host copies the message.
    unsafe {
        if !host.is_null() && ((*host).log_enabled)(level as i32) != 0 {
            ((*host).log)(level as i32, sys::Str::lend(message.to_string().as_bytes()));
        }
    }
}
