//! The quality of a sitting's questions in words: a figure with its interval and n, or why it is not shown.

use crate::Page;
use crate::layout::parts::Fact;
use actions::sittings::{Estimate, Figure, NotShown, Reading, Statistics};
use i18n::{Arg, Lang};

/// A question with its figures.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) facility: String,
    pub(super) rest: String,
    pub(super) reading: String,
}

/// Everything that is shown of a sitting.
pub(super) struct Figures {
    pub(super) alpha: String,
    /// The error that counts, under its name.
    pub(super) error: Fact,
    /// Each paper has its own, for α is not shown.
    pub(super) by_itself: bool,
    pub(super) lines: Vec<Line>,
    /// Where all figures are; empty for whoever reads no key.
    pub(super) all: String,
}

impl Figures {
    pub(super) fn of(page: &Page, statistics: &Statistics, all: String) -> Self {
        let line = |question: &actions::sittings::Question| Line {
            text: question.text.clone(),
            facility: share(page, question.item.facility),
            rest: coefficient(page, question.item.rest),
            reading: question.item.reading.map(|reading| page.text(reading_key(reading))).unwrap_or_default(),
        };
        Self {
            alpha: alpha(page, statistics),
            error: error(page, statistics),
            by_itself: statistics.reliability.is_err(),
            lines: statistics.questions.iter().map(line).collect(),
            all,
        }
    }
}

pub(super) fn alpha(page: &Page, statistics: &Statistics) -> String {
    coefficient(page, statistics.reliability.map(|shown| shown.alpha))
}

/// The error of measurement of the sitting, or where the errors of its papers lie.
pub(super) fn error(page: &Page, statistics: &Statistics) -> Fact {
    if let Ok(shown) = statistics.reliability {
        let value = number(page.lang(), shown.error, 2);
        return Fact { name: page.text("sittings-error"), value };
    }
    let value = match statistics.errors {
        Ok(errors) => {
            let shown = |value: f64| Arg::from(number(page.lang(), value, 2));
            let ends =
                [("low", shown(errors.low)), ("middle", shown(errors.middle)), ("high", shown(errors.high))];
            let args: Vec<(&str, Arg)> = ends.into_iter().chain([("n", Arg::from(errors.n))]).collect();
            i18n::t(page.lang(), "sittings-errors", &args)
        }
        Err(why) => hidden(page, why),
    };
    Fact { name: page.text("sittings-error-paper"), value }
}

pub(super) const fn reading_key(reading: Reading) -> &'static str {
    match reading {
        Reading::Good => "sittings-reading-good",
        Reading::Weak => "sittings-reading-weak",
        Reading::Revise => "sittings-reading-revise",
        Reading::CheckKey => "sittings-reading-key",
    }
}

/// A number with a comma, in English with a dot.
pub(crate) fn number(lang: Lang, value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    if lang == Lang::En { text } else { text.replace('.', ",") }
}

/// A coefficient with its interval and n, or why it is not shown.
pub(crate) fn coefficient(page: &Page, figure: Figure<Estimate>) -> String {
    let shown = |value: f64| Arg::from(number(page.lang(), value, 2));
    words(page, figure, "sittings-estimate", shown)
}

pub(super) fn share(page: &Page, figure: Figure<Estimate>) -> String {
    let shown = |value: f64| Arg::from(number(page.lang(), value * 100.0, 1));
    words(page, figure, "sittings-share", shown)
}

fn words(page: &Page, figure: Figure<Estimate>, key: &str, shown: impl Fn(f64) -> Arg) -> String {
    match figure {
        Ok(one) => {
            let ends = [("value", shown(one.value)), ("low", shown(one.low)), ("high", shown(one.high))];
            let args: Vec<(&str, Arg)> = ends.into_iter().chain([("n", Arg::from(one.n))]).collect();
            let shown = i18n::t(page.lang(), key, &args);
            // Few stand behind it: nobody reads much into it.
            if one.is_grey() { format!("{shown} · {}", page.text("sittings-few")) } else { shown }
        }
        Err(why) => hidden(page, why),
    }
}

/// Why a figure is not shown.
pub(crate) fn hidden(page: &Page, why: NotShown) -> String {
    match why {
        NotShown::TooFew { need } => i18n::t(page.lang(), "sittings-hidden-few", &[("need", need.into())]),
        NotShown::Gaps => page.text("sittings-hidden-gaps"),
        NotShown::OneCategory => page.text("sittings-hidden-one"),
        NotShown::Disconnected => page.text("sittings-hidden-apart"),
        NotShown::NoIntersection => page.text("sittings-hidden-meet"),
        NotShown::NoVariance
        | NotShown::BelowZero
        | NotShown::WrongWay
        | NotShown::Nothing
        | NotShown::Turnout { .. } => page.text("sittings-hidden-undefined"),
    }
}
