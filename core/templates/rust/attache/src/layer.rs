//! Layers as they are read.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use crate::value::{utf8, Cell};
use crate::{sys, Error};

/// A view of a whole layer, for the length of a call. Rows are numbered from 0, offsets are bytes
/// of the text.
pub struct Layer<'call> {
    table: sys::Layer,
    text: &'call str,
}

impl<'call> Layer<'call> {
    /// # Safety
    /// The host has filled in the table, and lends what it points to for `'call`.
    pub(crate) unsafe fn new(table: sys::Layer, text: &'call str) -> Self {
        Layer { table, text }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.table.rows as usize
    }

    /// True if there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where each row starts.
    pub fn start(&self) -> &'call [u32] {
        // SAFETY: the column has a value for each row.
        unsafe { slice(self.table.start, self.len()) }
    }

    /// Where each row ends.
    pub fn end(&self) -> &'call [u32] {
        // SAFETY: the column has a value for each row.
        unsafe { slice(self.table.end, self.len()) }
    }

    /// What a row spans. Panics if there is no such row.
    pub fn span(&self, row: usize) -> Range<usize> {
        self.start()[row] as usize..self.end()[row] as usize
    }

    /// The text that a row spans. Panics if there is no such row.
    pub fn text(&self, row: usize) -> &'call str {
        &self.text[self.span(row)]
    }

    /// "NAME VERSION" of the plugin that wrote the layer; empty if none did.
    pub fn producer(&self) -> &'call str {
        // SAFETY: lent for 'call.
        utf8(unsafe { self.table.producer.borrow() }.unwrap_or_default())
    }

    /// A column by name and type, or an error if the layer has none such. A layer without rows has
    /// all columns.
    pub fn column<T: Cell<'call>>(&self, name: &str) -> Result<Column<'call, T>, Error> {
        // SAFETY: there are so many columns, each with a value for each row, of the type that its
        // kind says.
        unsafe {
            for column in slice(self.table.columns, self.table.column_count as usize) {
                if column.kind == T::KIND && column.name.borrow() == Some(name.as_bytes()) {
                    return Ok(Column::new(slice(column.values.cast(), self.len())));
                }
            }
        }
        if self.is_empty() {
            return Ok(Column::new(&[]));
        }
        let layer =
            String::from_utf8_lossy(unsafe { self.table.name.borrow() }.unwrap_or_default());
        Err(Error::Reject(format!(
            "layer \"{layer}\" has no column \"{name}\" of the type asked for"
        )))
    }
}

impl fmt::Debug for Layer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "layer by {:?} with {} rows", self.producer(), self.len())
    }
}

/// The values of one column, one a row.
pub struct Column<'call, T: Cell<'call>> {
    values: &'call [T::Raw],
    kind: PhantomData<T>,
}

impl<'call, T: Cell<'call>> Column<'call, T> {
    fn new(values: &'call [T::Raw]) -> Self {
        Column {
            values,
            kind: PhantomData,
        }
    }

    /// The value of a row; `None` for "no value". Panics if there is no such row.
    pub fn get(&self, row: usize) -> Option<T> {
        T::from_raw(self.values[row])
    }

    /// The values of all rows, in order.
    pub fn iter(&self) -> impl Iterator<Item = Option<T>> + 'call
    where
        T: 'call,
    {
        self.values.iter().map(|raw| T::from_raw(*raw))
    }
}

impl<'call> Column<'call, i64> {
    /// All values in place; `i64::MIN` is "no value".
    pub fn as_slice(&self) -> &'call [i64] {
        self.values
    }
}

impl<'call> Column<'call, f64> {
    /// All values in place; NaN is "no value".
    pub fn as_slice(&self) -> &'call [f64] {
        self.values
    }
}

/// # Safety
/// As for [`std::slice::from_raw_parts`], but the pointer may be null if there is nothing.
unsafe fn slice<'a, T>(first: *const T, size: usize) -> &'a [T] {
    if size == 0 {
        return &[];
    }
    unsafe { std::slice::from_raw_parts(first, size) }
}
