//! What a call of the plugin may end with.

use crate::{host, sys};

/// Why a call did not succeed, and how far that reaches.
///
/// Whatever implements [`std::error::Error`] becomes [`Error::Reject`] through `?`, with its
/// message and those of its sources:
///
/// ```
/// fn number(record: &[u8]) -> Result<i64, attache::Error> {
///     Ok(std::str::from_utf8(record)?.trim().parse()?)
/// }
/// assert!(matches!(number(b"seven"), Err(attache::Error::Reject(_))));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Rejects the document at hand with this reason, or refuses a setting. The run goes on.
    Reject(String),
    /// Readers: the record holds no document, by design, for this reason.
    Skip(String),
    /// The run must not go on, for example because a disk is full.
    Fatal(String),
    /// A function of the host failed. The host already holds the message.
    Host(HostError),
}

/// The failure of a function of the host.
#[derive(Debug)]
pub struct HostError(sys::Status);

impl Error {
    /// [`Error::Reject`] with this reason.
    pub fn reject(reason: impl Into<String>) -> Self {
        Error::Reject(reason.into())
    }

    /// [`Error::Skip`] with this reason.
    pub fn skip(reason: impl Into<String>) -> Self {
        Error::Skip(reason.into())
    }

    /// [`Error::Fatal`] with this reason.
    pub fn fatal(reason: impl Into<String>) -> Self {
        Error::Fatal(reason.into())
    }

    /// Leaves the message with the host, and gives the status to return.
    pub(crate) fn tell(&self) -> sys::Status {
        let (status, message) = match self {
            Error::Reject(message) => (sys::ERROR, message),
            Error::Skip(message) => (sys::SKIP, message),
            Error::Fatal(message) => (sys::FATAL, message),
            Error::Host(HostError(status)) => return *status,
        };
        host::fail(message);
        status
    }
}

/// `Error` is no `std::error::Error` itself, which leaves room for this.
impl<E: std::error::Error> From<E> for Error {
    fn from(error: E) -> Self {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            message += &format!(": {cause}");
            source = cause.source();
        }
        Error::Reject(message)
    }
}

/// Turns what a function of the host returned into a result.
pub(crate) fn check(status: sys::Status) -> Result<(), Error> {
    match status {
        sys::OK => Ok(()),
        status => Err(Error::Host(HostError(status))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt;

    #[derive(Debug)]
    struct Outer(std::num::ParseIntError);

    impl fmt::Display for Outer {
        fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("no year")
        }
    }
    impl std::error::Error for Outer {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            Some(&self.0)
        }
    }

    #[test]
    fn the_message_has_the_sources() {
        let error = Outer("x".parse::<i32>().unwrap_err());
        match Error::from(error) {
            Error::Reject(message) => assert_eq!(message, "no year: invalid digit found in string"),
            other => panic!("{other:?}"),
        }
    }
}
