//! The host's table: where it is, and the functions that belong to no document.

use std::fmt::Display;
use std::sync::atomic::{AtomicPtr, Ordering};

use crate::sys;

static HOST: AtomicPtr<sys::Host> = AtomicPtr::new(std::ptr::null_mut());

/// Called when an instance is made. The table is the same for all instances and stays for the life
/// of the process, so it is written once: other instances may be reading it.
pub(crate) fn set(host: *const sys::Host) {
    if !std::ptr::eq(HOST.load(Ordering::Acquire), host) {
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

type Remark = unsafe extern "C" fn(*mut sys::Document, sys::Str) -> sys::Status;

/// `remark`, which hosts have since ABI 0.1.
///
/// # Safety
/// The host's table is as long as its head says.
pub(crate) unsafe fn remark(host: *const sys::Host) -> Option<Remark> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{size_of, MaybeUninit};

    unsafe extern "C" fn no_remark(_: *mut sys::Document, _: sys::Str) -> sys::Status {
        sys::OK
    }

    #[test]
    fn a_function_past_the_end_of_an_older_table_is_not_there() {
        let mut table = MaybeUninit::<sys::Host>::uninit();
        let host = table.as_mut_ptr();
        // SAFETY: only members that are set are read.
        unsafe {
            std::ptr::addr_of_mut!((*host).head).write(sys::Head::of::<sys::Host>());
            std::ptr::addr_of_mut!((*host).remark).write(Some(no_remark));
            assert!(remark(host).is_some());
            (*host).head.struct_size -= size_of::<Option<Remark>>() as u32;
            assert!(remark(host).is_none());
        }
    }
}
