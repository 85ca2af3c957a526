//! Filters of the templates: texts, days and times in the language of the page, which askama hands in as the
//! value `lang`.

#![expect(missing_docs, clippy::inline_always, reason = "askama's macro makes these items")]

use askama::{Result, Values, get_value};
use domain::Day;
use i18n::{Arg, Lang};
use jiff::civil::DateTime;

fn lang(values: &dyn Values) -> Result<Lang> {
    get_value::<Lang>(values, "lang").copied()
}

/// `"key"|t`: a text.
#[askama::filter_fn]
pub fn t(key: impl AsRef<str>, values: &dyn Values) -> Result<String> {
    Ok(i18n::t(lang(values)?, key.as_ref(), &[]))
}

/// `"key"|t1("name", value)`: a text with one value, a number or words.
#[askama::filter_fn]
pub fn t1<A: Into<Arg>>(key: impl AsRef<str>, values: &dyn Values, name: &str, value: A) -> Result<String> {
    Ok(i18n::t(lang(values)?, key.as_ref(), &[(name, value.into())]))
}

/// `"key"|t2("a", x, "b", y)`: a text with two values.
#[askama::filter_fn]
pub fn t2<A: Into<Arg>, B: Into<Arg>>(
    key: impl AsRef<str>,
    values: &dyn Values,
    name: &str,
    value: A,
    second_name: &str,
    second: B,
) -> Result<String> {
    Ok(i18n::t(lang(values)?, key.as_ref(), &[(name, value.into()), (second_name, second.into())]))
}

/// `"key"|t3("a", x, "b", y, "c", z)`: a text with three values.
#[askama::filter_fn]
pub fn t3<A: Into<Arg>, B: Into<Arg>, C: Into<Arg>>(
    key: impl AsRef<str>,
    values: &dyn Values,
    name: &str,
    value: A,
    second_name: &str,
    second: B,
    third_name: &str,
    third: C,
) -> Result<String> {
    let args = [(name, value.into()), (second_name, second.into()), (third_name, third.into())];
    Ok(i18n::t(lang(values)?, key.as_ref(), &args))
}

/// A day, however many references a template has put before it.
pub trait OneDay {
    /// The day.
    fn day(&self) -> Day;
}
impl OneDay for Day {
    fn day(&self) -> Day {
        *self
    }
}
impl<T: OneDay> OneDay for &T {
    fn day(&self) -> Day {
        (**self).day()
    }
}

/// `day|day`: a day with its year.
#[askama::filter_fn]
pub fn day(date: impl OneDay, values: &dyn Values) -> Result<String> {
    Ok(i18n::day(lang(values)?, date.day()))
}

/// `day|day_short`: a day without its year.
#[askama::filter_fn]
pub fn day_short(date: impl OneDay, values: &dyn Values) -> Result<String> {
    Ok(i18n::day_short(lang(values)?, date.day()))
}

/// `day|until`: the last day on which something may be done.
#[askama::filter_fn]
pub fn until(date: impl OneDay, values: &dyn Values) -> Result<String> {
    Ok(i18n::day_until(lang(values)?, date.day()))
}

/// `day|day_week`: weekday and day.
#[askama::filter_fn]
pub fn day_week(date: impl OneDay, values: &dyn Values) -> Result<String> {
    Ok(i18n::day_with_weekday(lang(values)?, date.day()))
}

/// `day|day_within`: weekday and day in the middle of a sentence.
#[askama::filter_fn]
pub fn day_within(date: impl OneDay, values: &dyn Values) -> Result<String> {
    Ok(i18n::day_in_sentence(lang(values)?, date.day()))
}

/// `day|by_day`: the last day for something, in the middle of a sentence.
#[askama::filter_fn]
pub fn by_day(date: impl OneDay, values: &dyn Values) -> Result<String> {
    Ok(i18n::by_day(lang(values)?, date.day()))
}

/// `at|day_time`: a day and the time, where the reader is.
#[askama::filter_fn]
pub fn day_time(at: impl std::borrow::Borrow<DateTime>, values: &dyn Values) -> Result<String> {
    Ok(i18n::day_and_time(lang(values)?, *at.borrow()))
}
