//! What the columns of a layer hold.

use std::fmt;

use crate::sys;

/// A day without time or zone, in the proleptic Gregorian calendar.
///
/// ```
/// use attache::Day;
/// let day = Day::from_ymd(1991, 12, 26).unwrap();
/// assert_eq!(day.to_string(), "1991-12-26");
/// assert_eq!(Day::from_ymd(1991, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i64);

/// Days from the first of March of the year 0 to 1970-01-01.
const EPOCH: i64 = 719_468;
/// Days of 400 years.
const ERA: i64 = 146_097;

impl Day {
    /// The day so many days after 1970-01-01.
    pub const fn from_days(days: i64) -> Self {
        Day(days)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i64 {
        self.0
    }

    /// The day of a year, month (from 1) and day of the month; `None` if there is none such.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        // A year that begins in March ends with its leap day.
        let year_of_march = i64::from(year) - i64::from(month <= 2);
        let era = year_of_march.div_euclid(400);
        let year_of_era = year_of_march.rem_euclid(400);
        let day_of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let found = Day(era * ERA + day_of_era - EPOCH);
        // The 31st of a shorter month has become another day.
        (found.ymd() == (i64::from(year), month, day)).then_some(found)
    }

    /// Year, month (from 1) and day of the month.
    pub fn ymd(self) -> (i64, u32, u32) {
        // In 128 bits, so that no day is too far away.
        let shifted = i128::from(self.0) + i128::from(EPOCH);
        let era = shifted.div_euclid(i128::from(ERA));
        let day_of_era = shifted.rem_euclid(i128::from(ERA)) as i64;
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_of_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_of_march + 2) / 5 + 1) as u32;
        let month = ((month_of_march + 2) % 12 + 1) as u32;
        let year = era as i64 * 400 + year_of_era + i64::from(month <= 2);
        (year, month, day)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A row of a layer, as another layer refers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row(pub(crate) u32);

impl Row {
    /// The row with this number, from 0.
    pub const fn new(index: usize) -> Self {
        Row(index as u32)
    }

    /// The row's number, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A type that a column can be read as: `i64`, [`Day`], `f64`, `&str` or [`Row`].
///
/// Sealed: it says how the host's memory is laid out.
pub trait Cell<'a>: Sized + sealed::Sealed {
    #[doc(hidden)]
    const KIND: u32;
    #[doc(hidden)]
    type Raw: Copy + 'a;
    #[doc(hidden)]
    fn from_raw(raw: Self::Raw) -> Option<Self>;
}

/// A type that a column can be filled with: integers, [`Day`], `f64`, `&str`, `String`, [`Row`],
/// and an `Option` of these, where `None` is "no value".
pub trait Value: Sized + sealed::Sealed {
    #[doc(hidden)]
    const KIND: u32;
    #[doc(hidden)]
    type Kept;
    #[doc(hidden)]
    fn keep(value: Option<Self>) -> Self::Kept;
    #[doc(hidden)]
    fn lend(column: &[Self::Kept]) -> Lent;
}

/// A column's values as the host takes them.
#[doc(hidden)]
pub enum Lent {
    InPlace(*const std::os::raw::c_void),
    Texts(Vec<sys::Str>),
}

impl Lent {
    pub(crate) fn as_ptr(&self) -> *const std::os::raw::c_void {
        match self {
            Lent::InPlace(values) => *values,
            Lent::Texts(texts) => texts.as_ptr().cast(),
        }
    }
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! number {
    ($($type:ty: $kind:ident, $raw:ty, $none:expr, |$value:ident| $into_raw:expr;)+) => {$(
        impl sealed::Sealed for $type {}
        impl Value for $type {
            const KIND: u32 = sys::$kind;
            type Kept = $raw;
            fn keep(value: Option<Self>) -> $raw {
                value.map_or($none, |$value| $into_raw)
            }
            fn lend(column: &[$raw]) -> Lent {
                Lent::InPlace(column.as_ptr().cast())
            }
        }
    )+};
}

number! {
    i64: INT, i64, sys::NO_INT, |value| value;
    i32: INT, i64, sys::NO_INT, |value| value.into();
    u32: INT, i64, sys::NO_INT, |value| value.into();
    usize: INT, i64, sys::NO_INT, |value| value as i64;
    Day: DAY, i64, sys::NO_DAY, |day| day.0;
    f64: REAL, f64, f64::NAN, |value| value;
    Row: REF, u32, sys::NO_ROW, |row| row.0;
}

macro_rules! text {
    ($($type:ty),+) => {$(
        impl sealed::Sealed for $type {}
        impl Value for $type {
            const KIND: u32 = sys::TEXT;
            type Kept = Option<Self>;
            fn keep(value: Option<Self>) -> Option<Self> {
                value
            }
            fn lend(column: &[Option<Self>]) -> Lent {
                let lend = |text: &Self| sys::Str::lend(text.as_bytes());
                let lend_or_none = |text: &Option<Self>| text.as_ref().map_or(sys::Str::NONE, lend);
                Lent::Texts(column.iter().map(lend_or_none).collect())
            }
        }
    )+};
}

text!(&str, String);

impl<T: Value> sealed::Sealed for Option<T> {}
impl<T: Value> Value for Option<T> {
    const KIND: u32 = T::KIND;
    type Kept = T::Kept;
    fn keep(value: Option<Self>) -> T::Kept {
        T::keep(value.flatten())
    }
    fn lend(column: &[T::Kept]) -> Lent {
        T::lend(column)
    }
}

impl Cell<'_> for i64 {
    const KIND: u32 = sys::INT;
    type Raw = i64;
    fn from_raw(raw: i64) -> Option<Self> {
        (raw != sys::NO_INT).then_some(raw)
    }
}

impl Cell<'_> for Day {
    const KIND: u32 = sys::DAY;
    type Raw = i64;
    fn from_raw(raw: i64) -> Option<Self> {
        (raw != sys::NO_DAY).then_some(Day(raw))
    }
}

impl Cell<'_> for f64 {
    const KIND: u32 = sys::REAL;
    type Raw = f64;
    fn from_raw(raw: f64) -> Option<Self> {
        (!raw.is_nan()).then_some(raw)
    }
}

impl Cell<'_> for Row {
    const KIND: u32 = sys::REF;
    type Raw = u32;
    fn from_raw(raw: u32) -> Option<Self> {
        (raw != sys::NO_ROW).then_some(Row(raw))
    }
}

impl<'a> Cell<'a> for &'a str {
    const KIND: u32 = sys::TEXT;
    type Raw = sys::Str;
    fn from_raw(raw: sys::Str) -> Option<Self> {
        // SAFETY: a column is lent for 'a with the texts in it, and only a column of the host gets
        // here.
        unsafe { raw.borrow() }.map(utf8)
    }
}

/// The host lends valid UTF-8. If it did not, the document at hand would fail with this panic.
pub(crate) fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the host lent a text that is not UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_ymd(2000, 3, 1), Some(Day(11_017)));
        assert_eq!(Day::from_ymd(1600, 2, 29), Some(Day(-135_081)));
        assert_eq!(Day::from_ymd(-1, 12, 31), Some(Day(-719_529)));
        for days in (-800_000..800_000).step_by(37) {
            let (year, month, day) = Day(days).ymd();
            assert_eq!(Day::from_ymd(year as i32, month, day), Some(Day(days)));
        }
    }

    #[test]
    fn there_is_no_such_day() {
        for (month, day) in [(0, 1), (13, 1), (1, 0), (1, 32), (4, 31), (2, 29)] {
            assert_eq!(Day::from_ymd(1900, month, day), None, "{month}-{day}");
        }
    }

    #[test]
    fn the_farthest_days_have_a_date() {
        for day in [Day(i64::MIN), Day(i64::MAX)] {
            assert!(!day.to_string().is_empty());
        }
    }
}
