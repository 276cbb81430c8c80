//! Rows to be written.

use std::ops::Range;

use crate::value::{Lent, Row, Value};

/// Rows for one layer that the manifest lists under `writes`;
/// [`Document::append`](crate::Document::append) hands them to the host.
///
/// The number and types of the columns are fixed by the first [`add`](Batch::add), and the compiler
/// holds all others to them: one value, or a tuple of up to twelve, or `()`.
///
/// ```
/// use attache::{Batch, Day};
/// let mut events = Batch::new("event", ["what", "begin"]);
/// events.add(0..6, ("signed", Day::from_ymd(1991, 12, 26)));
/// let second = events.add(20..26, ("lapsed", None));
/// assert_eq!(second.index(), 1);
/// ```
#[must_use = "rows reach the document through Document::append"]
pub struct Batch<T: Values> {
    pub(crate) layer: &'static str,
    pub(crate) names: T::Names,
    pub(crate) start: Vec<u32>,
    pub(crate) end: Vec<u32>,
    pub(crate) columns: T::Columns,
}

impl<T: Values> Batch<T> {
    /// No rows yet, for these columns of the layer; columns that are left out have no value.
    pub fn new(layer: &'static str, columns: T::Names) -> Self {
        Batch {
            layer,
            names: columns,
            start: Vec::new(),
            end: Vec::new(),
            columns: T::Columns::default(),
        }
    }

    /// Adds a row that spans these bytes of the text. Returns its number in this batch, which is
    /// its number in the layer unless another batch was appended before.
    pub fn add(&mut self, span: Range<usize>, values: T) -> Row {
        // A text is shorter than 4 GiB, so the host refuses the offset that a longer one becomes.
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.start.push(offset(span.start));
        self.end.push(offset(span.end));
        values.push(&mut self.columns);
        Row(self.len() as u32 - 1)
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.start.len()
    }

    /// True if there are no rows.
    pub fn is_empty(&self) -> bool {
        self.start.is_empty()
    }
}

/// The values of a row: one [`Value`], or a tuple of them.
pub trait Values {
    #[doc(hidden)]
    type Names: AsRef<[&'static str]>;
    #[doc(hidden)]
    type Columns: Default;
    #[doc(hidden)]
    fn push(self, columns: &mut Self::Columns);
    #[doc(hidden)]
    fn lend(columns: &Self::Columns) -> Vec<(u32, Lent)>;
}

impl<T: Value> Values for T {
    type Names = [&'static str; 1];
    type Columns = Vec<T::Kept>;
    fn push(self, column: &mut Self::Columns) {
        column.push(T::keep(Some(self)));
    }
    fn lend(column: &Self::Columns) -> Vec<(u32, Lent)> {
        vec![(T::KIND, T::lend(column))]
    }
}

macro_rules! tuples {
    ($count:literal; $($type:ident $at:tt),*) => {
        impl<$($type: Value),*> Values for ($($type,)*) {
            type Names = [&'static str; $count];
            type Columns = ($(Vec<$type::Kept>,)*);
            #[allow(unused_variables, clippy::unused_unit)]
            fn push(self, columns: &mut Self::Columns) {
                $(columns.$at.push($type::keep(Some(self.$at)));)*
            }
            #[allow(unused_variables)]
            fn lend(columns: &Self::Columns) -> Vec<(u32, Lent)> {
                vec![$(($type::KIND, $type::lend(&columns.$at))),*]
            }
        }
    };
}

tuples!(0;);
tuples!(1; A 0);
tuples!(2; A 0, B 1);
tuples!(3; A 0, B 1, C 2);
tuples!(4; A 0, B 1, C 2, D 3);
tuples!(5; A 0, B 1, C 2, D 3, E 4);
tuples!(6; A 0, B 1, C 2, D 3, E 4, F 5);
tuples!(7; A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuples!(8; A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuples!(9; A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuples!(10; A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuples!(11; A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuples!(12; A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_columns_have_a_span() {
        let mut batch = Batch::new("layer", []);
        batch.add(1..2, ());
        assert_eq!((batch.start, batch.end), (vec![1], vec![2]));
    }

    #[test]
    fn an_offset_past_4_gib_does_not_wrap_around() {
        let mut batch = Batch::new("layer", []);
        batch.add(0..(1 << 32), ());
        assert_eq!(batch.end, [u32::MAX]);
    }

    #[test]
    fn no_value_is_what_the_header_says() {
        let mut batch = Batch::new("layer", ["a", "b", "c", "d"]);
        batch.add(0..0, (None::<i64>, None::<f64>, None::<Row>, None::<&str>));
        assert_eq!(batch.columns.0, [i64::MIN]);
        assert!(batch.columns.1[0].is_nan());
        assert_eq!(batch.columns.2, [u32::MAX]);
        assert_eq!(batch.columns.3, [None]);
    }
}
