//! The five macros and the column helpers that every feature's queries use.

use crate::{Result, StoreError};
use domain::{Day, Instant};
use jiff::civil::Time;

/// `sql! { GET = "SELECT …"; }` declares each statement as a constant and lists them in `ALL`, so that a test
/// can prepare every one on both databases. Where several statements read the same columns, these are named once
/// before: `columns "id, name"; GET = "SELECT " ~ " FROM …";`.
macro_rules! sql {
    (columns $columns:literal; $($name:ident = $before:literal $(~ $after:literal)?;)*) => {
        $(const $name: &str = concat!($before $(, $columns, $after)?);)*
        pub(crate) const ALL: &[(&str, &str)] =
            &[$((concat!(module_path!(), "::", stringify!($name)), $name)),*];
    };
    ($($name:ident = $text:literal;)*) => {
        sql! { columns ""; $($name = $text;)* }
    };
}

/// Runs one sqlx expression on whichever connection the transaction holds.
macro_rules! on {
    ($tx:expr, $connection:ident => $expression:expr) => {
        match &mut $tx.0 {
            $crate::TxKind::Sqlite(tx) => {
                let $connection = &mut **tx;
                $expression
            }
            $crate::TxKind::Postgres(tx) => {
                let $connection = &mut **tx;
                $expression
            }
        }
    };
}

/// All rows of a statement, each read as the named type.
macro_rules! rows {
    ($tx:expr, $row:ty, $statement:expr $(, $value:expr)* $(,)?) => {
        on!($tx, c => sqlx::query_as::<_, $row>($statement)$(.bind($value))*.fetch_all(c).await?)
    };
}

/// The one row of a statement, read as the named type, or none.
macro_rules! row {
    ($tx:expr, $row:ty, $statement:expr $(, $value:expr)* $(,)?) => {
        on!($tx, c => sqlx::query_as::<_, $row>($statement)$(.bind($value))*.fetch_optional(c).await?)
    };
}

/// Rows as what they mean.
pub(crate) fn all<R, T: TryFrom<R, Error = StoreError>>(rows: Vec<R>) -> Result<Vec<T>> {
    rows.into_iter().map(T::try_from).collect()
}

/// A row as what it means, if there is one.
pub(crate) fn one<R, T: TryFrom<R, Error = StoreError>>(row: Option<R>) -> Result<Option<T>> {
    row.map(T::try_from).transpose()
}

/// Runs a statement that must hit exactly one row of the expected version; no row means somebody was faster.
macro_rules! save_one {
    ($tx:expr, $query:expr) => {{
        let rows = on!($tx.0, c => $query.execute(c).await?.rows_affected());
        if rows == 1 { Ok(()) } else { Err($crate::StoreError::Stale) }
    }};
}

/// An instant as it is stored.
pub(crate) fn millis(at: Instant) -> i64 {
    at.as_millisecond()
}

/// An instant as it was stored.
pub(crate) fn instant(millis: i64) -> Result<Instant> {
    Instant::from_millisecond(millis).map_err(|_| StoreError::Unreadable("instant"))
}

/// A day as it was stored.
pub(crate) fn day(text: &str) -> Result<Day> {
    text.parse().map_err(|_| StoreError::Unreadable("day"))
}

/// A time of the day as it was stored.
pub(crate) fn time(text: &str) -> Result<Time> {
    text.parse().map_err(|_| StoreError::Unreadable("time"))
}

/// A day that may be missing.
pub(crate) fn optional_day(text: Option<&str>) -> Result<Option<Day>> {
    text.map(day).transpose()
}

/// A small number as it was stored.
pub(crate) fn small<T: TryFrom<i64>>(number: i64) -> Result<T> {
    T::try_from(number).map_err(|_| StoreError::Unreadable("number"))
}

/// A stored word that must be known.
pub(crate) fn known<T>(value: Option<T>, what: &'static str) -> Result<T> {
    value.ok_or(StoreError::Unreadable(what))
}

/// JSON as it was stored.
pub(crate) fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| StoreError::Unreadable("json"))
}

/// A value as JSON text. Values of the rules always have a form as JSON.
pub(crate) fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| StoreError::Unreadable("json"))
}
