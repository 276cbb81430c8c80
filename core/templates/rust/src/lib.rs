//! The plugin is in `plugin.rs`; this makes the library one that Attaché can load.

mod plugin;

attache::plugin!(@KIND@: plugin::Plugin);
