//! Write plugins for Attaché without unsafe code.
//!
//! A plugin is a type that implements [`Annotator`], [`Reader`] or [`Exporter`]:
//!
//! ```
//! use attache::{Annotator, Batch, Document, Error, Settings};
//!
//! pub struct CountWords {
//!     word: String,
//! }
//!
//! impl Annotator for CountWords {
//!     fn new(settings: &Settings) -> Result<Self, Error> {
//!         Ok(CountWords { word: settings.text("word")?.to_owned() })
//!     }
//!
//!     fn annotate(&mut self, document: &mut Document) -> Result<(), Error> {
//!         let mut found = Batch::new("keyword", ["label"]);
//!         for (at, word) in document.text().match_indices(&self.word) {
//!             found.add(at..at + word.len(), "counted");
//!         }
//!         document.append(found)?;
//!         Ok(())
//!     }
//! }
//! ```
//!
//! [`plugin!`] names it, in a crate of type `cdylib` with the manifest `plugin.toml` beside its
//! `Cargo.toml`.
//!
//! An [`Error`] or a panic rejects the document at hand with its message, and the run goes on. Text
//! is UTF-8; offsets are bytes, as everywhere in Rust.

#![warn(missing_docs)]
#![deny(unsafe_op_in_unsafe_fn)]

mod annotator;
mod batch;
mod document;
mod error;
mod exporter;
mod host;
mod instance;
mod layer;
mod output;
mod reader;
mod settings;
mod sys;
mod value;

pub use annotator::Annotator;
pub use batch::{Batch, Values};
pub use document::Document;
pub use error::{Error, HostError};
pub use exporter::Exporter;
pub use host::{log, Level};
pub use instance::Reset;
pub use layer::{Column, Layer};
pub use output::{Output, Spool};
pub use reader::{Reader, Record, Split};
pub use settings::Settings;
pub use value::{Cell, Day, Row, Value};

/// What [`plugin!`] is made of.
#[doc(hidden)]
pub mod export {
    pub use crate::sys::{Note, Plugin};
}

impl sys::Plugin {
    const fn new(
        create: sys::Create,
        destroy: unsafe extern "C" fn(*mut std::os::raw::c_void),
    ) -> Self {
        sys::Plugin {
            head: sys::Head::of::<Self>(),
            create,
            destroy,
            annotate: None,
            read: None,
            split: None,
            consume: None,
            finish: None,
            get_extension: None,
            reset: None,
        }
    }

    /// With `reset`.
    pub const fn reset<P: Reset + Send>(mut self) -> Self {
        self.reset = Some(instance::reset::<P>);
        self
    }
}

/// Makes the library a plugin of this type, once: `plugin!(KIND: TYPE)`, where KIND is `annotator`,
/// `reader` or `exporter`.
///
/// What else the type implements is named after it: `plugin!(reader: Lines, split, reset)` for
/// [`Split`] and [`Reset`].
#[macro_export]
macro_rules! plugin {
    ($kind:ident: $plugin:ty $(, $more:ident)* $(,)?) => {
        const _: () = {
            use $crate::export::{Note, Plugin};

            #[export_name = "attache_plugin_v0"]
            static PLUGIN: Plugin = Plugin::$kind::<$plugin>()$(.$more::<$plugin>())*;

            const MANIFEST: &[u8] =
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/plugin.toml"));

            #[used]
            #[link_section = ".note.attache"]
            static NOTE: Note<{ MANIFEST.len() }> = Note::new(*include_bytes!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/plugin.toml"
            )));
        };
    };
}
