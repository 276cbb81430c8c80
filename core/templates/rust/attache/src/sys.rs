//! `attache/plugin.h` in Rust: the same tables, member for member.

use std::os::raw::{c_char, c_void};

pub const ABI_MAJOR: u16 = 0;
pub const ABI_MINOR: u16 = 1;

/// First member of every table.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Head {
    pub struct_size: u32,
    pub abi_major: u16,
    pub abi_minor: u16,
}

impl Head {
    pub const fn of<Table>() -> Self {
        Head {
            struct_size: std::mem::size_of::<Table>() as u32,
            abi_major: ABI_MAJOR,
            abi_minor: ABI_MINOR,
        }
    }
}

pub type Status = i32;
pub const OK: Status = 0;
pub const SKIP: Status = 1;
pub const END: Status = 2;
pub const ERROR: Status = -1;
pub const FATAL: Status = -2;

/// `data` null: no value.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Str {
    pub data: *const u8,
    pub size: usize,
}

impl Str {
    pub const NONE: Str = Str {
        data: std::ptr::null(),
        size: 0,
    };

    /// For the length of a call of the host, which copies what it keeps.
    pub fn lend(bytes: &[u8]) -> Self {
        Str {
            data: bytes.as_ptr(),
            size: bytes.len(),
        }
    }

    /// # Safety
    /// The bytes must be there, and stay unchanged, for `'a`.
    pub unsafe fn borrow<'a>(self) -> Option<&'a [u8]> {
        if self.data.is_null() {
            return None;
        }
        Some(unsafe { std::slice::from_raw_parts(self.data, self.size) })
    }
}

pub const INT: u32 = 1;
pub const DAY: u32 = 2;
pub const REAL: u32 = 3;
pub const TEXT: u32 = 4;
pub const REF: u32 = 5;

pub const NO_INT: i64 = i64::MIN;
pub const NO_DAY: i64 = i64::MIN;
pub const NO_ROW: u32 = u32::MAX;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Column {
    pub name: Str,
    pub kind: u32,
    pub reserved: u32,
    pub values: *const c_void,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Layer {
    pub head: Head,
    pub name: Str,
    pub producer: Str,
    pub rows: u32,
    pub column_count: u32,
    pub start: *const u32,
    pub end: *const u32,
    pub columns: *const Column,
}

#[repr(C)]
pub struct Document {
    _opaque: [u8; 0],
}
#[repr(C)]
pub struct Settings {
    _opaque: [u8; 0],
}
#[repr(C)]
pub struct Output {
    _opaque: [u8; 0],
}

pub const SETTING_BOOL: u32 = 1;
pub const SETTING_INT: u32 = 2;
pub const SETTING_REAL: u32 = 3;
pub const SETTING_TEXT: u32 = 4;
pub const SETTING_TEXTS: u32 = 5;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Setting {
    pub kind: u32,
    pub list_size: u32,
    pub integer: i64,
    pub real: f64,
    pub text: Str,
    pub list: *const Str,
}

/// Functions of the host. One that is not there in every minor version is an `Option`; whether the
/// table reaches that far is to be asked first.
#[repr(C)]
pub struct Host {
    pub head: Head,
    pub get_extension: unsafe extern "C" fn(*const c_char) -> *const c_void,
    pub fail: unsafe extern "C" fn(Str) -> Status,
    pub log: unsafe extern "C" fn(i32, Str),
    pub log_enabled: unsafe extern "C" fn(i32) -> i32,
    pub setting: unsafe extern "C" fn(*const Settings, Str, *mut Setting) -> Status,
    pub resource: unsafe extern "C" fn(*const Settings, Str, *mut Str) -> Status,
    pub text: unsafe extern "C" fn(*const Document) -> Str,
    pub field: unsafe extern "C" fn(*const Document, Str) -> Str,
    pub layer: unsafe extern "C" fn(*const Document, Str, *mut Layer) -> Status,
    pub append: unsafe extern "C" fn(*mut Document, *const Layer, *mut u32) -> Status,
    pub set_text: unsafe extern "C" fn(*mut Document, Str) -> Status,
    pub set_field: unsafe extern "C" fn(*mut Document, Str, Str) -> Status,
    pub write: unsafe extern "C" fn(*mut Output, Str, Str) -> Status,
    pub read_file: unsafe extern "C" fn(*mut Output, Str, *mut Str) -> Status,
    pub spool_put: unsafe extern "C" fn(*mut Output, Str, Str) -> Status,
    pub spool_next: unsafe extern "C" fn(*mut Output, *mut Str, *mut Str) -> Status,
    pub figure: unsafe extern "C" fn(*mut Output, Str, i64) -> Status,
    pub remark: Option<unsafe extern "C" fn(*mut Document, Str) -> Status>,
}

#[repr(C)]
pub struct Record {
    pub skip: u64,
    pub size: u64,
    pub found: i32,
    pub reserved: i32,
}

pub type Create = unsafe extern "C" fn(*const Host, *const Settings, *mut *mut c_void) -> Status;

/// Functions of the plugin.
#[repr(C)]
pub struct Plugin {
    pub(crate) head: Head,
    pub(crate) create: Create,
    pub(crate) destroy: unsafe extern "C" fn(*mut c_void),
    pub(crate) annotate: Option<unsafe extern "C" fn(*mut c_void, *mut Document) -> Status>,
    pub(crate) read: Option<unsafe extern "C" fn(*mut c_void, Str, *mut Document) -> Status>,
    pub(crate) split: Option<unsafe extern "C" fn(*mut c_void, Str, i32, *mut Record) -> Status>,
    pub(crate) consume:
        Option<unsafe extern "C" fn(*mut c_void, *const Document, *mut Output) -> Status>,
    pub(crate) finish: Option<unsafe extern "C" fn(*mut c_void, *mut Output) -> Status>,
    pub(crate) get_extension: Option<unsafe extern "C" fn(*const c_char) -> *const c_void>,
    pub(crate) reset: Option<unsafe extern "C" fn(*mut c_void)>,
}

/// The ELF note that carries `N` bytes of plugin.toml.
#[repr(C, align(4))]
pub struct Note<const N: usize> {
    name_size: u32,
    description_size: u32,
    kind: u32,
    name: [u8; 8],
    abi_major: u16,
    abi_minor: u16,
    manifest: [u8; N],
}

impl<const N: usize> Note<N> {
    /// The note of a plugin built for this ABI version.
    pub const fn new(manifest: [u8; N]) -> Self {
        Note {
            name_size: 8,
            description_size: 4 + N as u32,
            kind: 1,
            name: *b"Attache\0",
            abi_major: ABI_MAJOR,
            abi_minor: ABI_MINOR,
            manifest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem::{align_of, size_of, MaybeUninit};

    macro_rules! offset {
        ($table:ty, $member:ident) => {{
            let table = MaybeUninit::<$table>::uninit();
            let base = table.as_ptr();
            // Only the address is taken; nothing is read.
            unsafe { std::ptr::addr_of!((*base).$member) as usize - base as usize }
        }};
    }

    macro_rules! expect_layout {
        ($table:ty: $size:literal, $($member:ident: $offset:literal),+) => {
            assert_eq!(size_of::<$table>(), $size, stringify!($table));
            $(assert_eq!(offset!($table, $member), $offset, stringify!($table.$member));)+
        };
    }

    #[test]
    fn tables_are_laid_out_as_in_the_header() {
        expect_layout!(Head: 8, struct_size: 0, abi_major: 4, abi_minor: 6);
        expect_layout!(Str: 16, data: 0, size: 8);
        expect_layout!(Column: 32, name: 0, kind: 16, reserved: 20, values: 24);
        expect_layout!(Layer: 72, head: 0, name: 8, producer: 24, rows: 40, column_count: 44,
            start: 48, end: 56, columns: 64);
        expect_layout!(Setting: 48, kind: 0, list_size: 4, integer: 8, real: 16, text: 24,
            list: 40);
        expect_layout!(Record: 24, skip: 0, size: 8, found: 16, reserved: 20);
        expect_layout!(Host: 152, head: 0, get_extension: 8, fail: 16, log: 24, log_enabled: 32,
            setting: 40, resource: 48, text: 56, field: 64, layer: 72, append: 80, set_text: 88,
            set_field: 96, write: 104, read_file: 112, spool_put: 120, spool_next: 128, figure: 136,
            remark: 144);
        expect_layout!(Plugin: 80, head: 0, create: 8, destroy: 16, annotate: 24, read: 32,
            split: 40, consume: 48, finish: 56, get_extension: 64, reset: 72);
    }

    #[test]
    fn a_note_is_padded_to_four_bytes() {
        expect_layout!(Note<5>: 32, name_size: 0, description_size: 4, kind: 8, name: 12,
            abi_major: 20, abi_minor: 22, manifest: 24);
        assert_eq!(align_of::<Note<5>>(), 4);
        assert_eq!(Note::new(*b"12345").description_size, 9);
    }
}
