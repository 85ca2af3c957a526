//! Sentences that have no language yet: found by functions that know no reader, drawn where the reader is known.

use domain::Day;
use i18n::{Arg, Lang};

/// What stands for a variable of a sentence.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    /// Put in as it is: a number or words.
    Plain(Arg),
    /// A day without its year.
    Day(Day),
    /// «до 22 октября».
    Until(Day),
    /// Names; of many the first three and how many more.
    Names(Vec<String>),
    /// Another text.
    Text(String),
}

/// Most names that are listed in one sentence.
const MOST_NAMES: usize = 3;

impl Value {
    fn words(&self, lang: Lang) -> Arg {
        match self {
            Self::Plain(arg) => arg.clone(),
            Self::Day(day) => i18n::day_short(lang, *day).into(),
            Self::Until(day) => i18n::day_until(lang, *day).into(),
            Self::Names(names) => listed(lang, names).into(),
            Self::Text(key) => i18n::t(lang, key, &[]).into(),
        }
    }
}

/// Names in one line; of many the first three and how many more.
pub(crate) fn listed(lang: Lang, names: &[String]) -> String {
    let first = names.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => first,
        more => i18n::t(lang, "layout-names-more", &[("names", first.into()), ("count", more.into())]),
    }
}

/// A sentence that has no language yet: the key of its text and what stands for its variables.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    key: String,
    values: Vec<(&'static str, Value)>,
}

impl Said {
    pub(crate) fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), values: Vec::new() }
    }

    /// With a number or words in it.
    pub(crate) fn with(self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.and(name, Value::Plain(value.into()))
    }

    /// With a day in it, as `$day` and, with «until» around it, as `$until`.
    pub(crate) fn day(self, day: Day) -> Self {
        self.and("day", Value::Day(day)).and("until", Value::Until(day))
    }

    /// With names in it, and their number.
    pub(crate) fn names(self, names: Vec<String>) -> Self {
        let count = names.len();
        self.and("names", Value::Names(names)).with("count", count)
    }

    /// With another text in it.
    pub(crate) fn text(self, name: &'static str, key: String) -> Self {
        self.and(name, Value::Text(key))
    }

    fn and(mut self, name: &'static str, value: Value) -> Self {
        self.values.push((name, value));
        self
    }

    /// What stands below the sentence: the text of the same key with `-text`, where there is one.
    pub(crate) fn explained(&self, lang: Lang) -> String {
        let key = format!("{}-text", self.key);
        if i18n::has(&key) { Self { key, values: self.values.clone() }.words(lang) } else { String::new() }
    }

    pub(crate) fn words(&self, lang: Lang) -> String {
        let args: Vec<(&str, Arg)> =
            self.values.iter().map(|(name, value)| (*name, value.words(lang))).collect();
        i18n::t(lang, &self.key, &args)
    }

    /// The same where it begins a line: what stands first in it has a capital letter.
    pub(crate) fn line(&self, lang: Lang) -> String {
        i18n::capital(&self.words(lang))
    }

    /// The key of its text; tests tell tasks by it.
    #[cfg(test)]
    pub(crate) fn key(&self) -> &str {
        &self.key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_has_a_capital_letter_only_where_it_begins_a_line() {
        let wednesday = jiff::civil::date(2026, 10, 7);
        let said = |key: &str, lang: Lang| {
            let on = i18n::day_in_sentence(lang, wednesday);
            Said::new(key).with("name", "Дана").with("on", on).with("time", "10:30").line(lang)
        };
        assert_eq!(said("meetings-show-waits", Lang::Ru), "Подходит ли вам среда, 7 октября, 10:30?");
        assert_eq!(said("meetings-show-withdrawn", Lang::Ru), "Среда, 7 октября: эта встреча отозвана");
        assert!(said("meetings-show-waits", Lang::Kk).contains("7 қазан, сәрсенбі"));
    }

    #[test]
    fn of_many_names_three_are_said_and_the_rest_counted() {
        let names = |count: usize| (0..count).map(|n| format!("Н{n}")).collect::<Vec<_>>();
        assert_eq!(listed(Lang::Ru, &names(3)), "Н0, Н1, Н2");
        assert_eq!(listed(Lang::Ru, &names(5)), "Н0, Н1, Н2 и ещё 2");
    }
}
