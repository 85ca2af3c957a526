//! Parts and fields that stand on many pages, each a template of its own. The macros of `parts.html` and `fields.html`
//! fill these structs: what a macro draws itself is compiled anew for each call of it (docs/decisions/0081).
//!
//! Words, values and addresses are whatever can be displayed, and are escaped here, once; what may be left out is
//! text. Everything is lent: however a page holds a thing, the reference to it becomes the one that stands here.

use super::parts::{Choice, Problems};
use crate::filters;
use std::fmt::Display;
use std::slice::Iter;

/// The answers of a set, however a page holds them.
pub(crate) trait Choices {
    /// All, in the order of the page.
    fn all(&self) -> &[Choice];
}
impl Choices for Iter<'_, Choice> {
    fn all(&self) -> &[Choice] {
        self.as_slice()
    }
}
impl Choices for [Choice] {
    fn all(&self) -> &[Choice] {
        self
    }
}
impl Choices for Vec<Choice> {
    fn all(&self) -> &[Choice] {
        self
    }
}
impl<const N: usize> Choices for [Choice; N] {
    fn all(&self) -> &[Choice] {
        self
    }
}
impl<T: Choices + ?Sized> Choices for &T {
    fn all(&self) -> &[Choice] {
        (**self).all()
    }
}

/// `parts::board`: what to do now, up to what stands inside.
#[derive(askama::Template)]
#[template(path = "layout/parts/board.html")]
pub(crate) struct Board<'a> {
    pub(crate) date: &'a dyn Display,
    pub(crate) title: &'a dyn Display,
    pub(crate) ornament: &'a bool,
}

/// `parts::section`: the heading of a section.
#[derive(askama::Template)]
#[template(path = "layout/parts/section.html")]
pub(crate) struct Section<'a> {
    pub(crate) id: &'a dyn Display,
    pub(crate) title: &'a dyn Display,
    pub(crate) count: &'a str,
    pub(crate) href: &'a str,
    pub(crate) link: &'a dyn Display,
}

/// `parts::submit`: a button that sends its form.
#[derive(askama::Template)]
#[template(path = "layout/parts/submit.html")]
pub(crate) struct Submit<'a> {
    pub(crate) text: &'a dyn Display,
    pub(crate) look: &'a str,
    pub(crate) glyph: &'a str,
    pub(crate) name: &'a str,
    pub(crate) value: &'a dyn Display,
    pub(crate) disabled: &'a bool,
    pub(crate) about: &'a str,
    pub(crate) again: &'a bool,
}

/// `parts::link_button`: a link that looks like a button.
#[derive(askama::Template)]
#[template(path = "layout/parts/link_button.html")]
pub(crate) struct LinkButton<'a> {
    pub(crate) href: &'a dyn Display,
    pub(crate) text: &'a dyn Display,
    pub(crate) look: &'a str,
    pub(crate) glyph: &'a str,
    pub(crate) about: &'a str,
}

/// `parts::crumb`: a link on a line of its own.
#[derive(askama::Template)]
#[template(path = "layout/parts/crumb.html")]
pub(crate) struct Crumb<'a> {
    pub(crate) href: &'a dyn Display,
    pub(crate) text: &'a dyn Display,
    pub(crate) glyph: &'a str,
}

/// `parts::basis`: on what a form stands.
#[derive(askama::Template)]
#[template(path = "layout/parts/basis.html")]
pub(crate) struct Basis<'a> {
    pub(crate) by_law: &'a bool,
}

/// `fields::text`: one line.
#[derive(askama::Template)]
#[template(path = "layout/fields/text.html")]
pub(crate) struct Text<'a> {
    pub(crate) name: &'a dyn Display,
    pub(crate) label: &'a dyn Display,
    pub(crate) value: &'a dyn Display,
    pub(crate) hint: &'a str,
    pub(crate) error: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) auto: &'a str,
    pub(crate) short: &'a bool,
    pub(crate) limit: &'a str,
}

/// `fields::area`: several lines.
#[derive(askama::Template)]
#[template(path = "layout/fields/area.html")]
pub(crate) struct Area<'a> {
    pub(crate) name: &'a dyn Display,
    pub(crate) label: &'a dyn Display,
    pub(crate) value: &'a dyn Display,
    pub(crate) hint: &'a str,
    pub(crate) error: &'a str,
    pub(crate) limit: &'a u32,
    pub(crate) rows: &'a dyn Display,
}

/// `fields::date`: a day.
#[derive(askama::Template)]
#[template(path = "layout/fields/date.html")]
pub(crate) struct Date<'a> {
    pub(crate) name: &'a dyn Display,
    pub(crate) label: &'a dyn Display,
    pub(crate) value: &'a dyn Display,
    pub(crate) hint: &'a str,
    pub(crate) error: &'a str,
    pub(crate) min: &'a str,
    pub(crate) max: &'a str,
}

/// `fields::number`: a whole number.
#[derive(askama::Template)]
#[template(path = "layout/fields/number.html")]
pub(crate) struct Number<'a> {
    pub(crate) name: &'a dyn Display,
    pub(crate) label: &'a dyn Display,
    pub(crate) value: &'a dyn Display,
    pub(crate) hint: &'a str,
    pub(crate) error: &'a str,
    pub(crate) min: &'a dyn Display,
    pub(crate) max: &'a dyn Display,
}

/// `fields::select`: one of many.
#[derive(askama::Template)]
#[template(path = "layout/fields/select.html")]
pub(crate) struct Select<'a> {
    pub(crate) name: &'a dyn Display,
    pub(crate) label: &'a dyn Display,
    pub(crate) choices: &'a dyn Choices,
    pub(crate) hint: &'a str,
    pub(crate) error: &'a str,
    pub(crate) none: &'a str,
    pub(crate) about: &'a str,
}

/// `fields::check`: one box.
#[derive(askama::Template)]
#[template(path = "layout/fields/check.html")]
pub(crate) struct Check<'a> {
    pub(crate) name: &'a dyn Display,
    pub(crate) label: &'a dyn Display,
    pub(crate) hint: &'a str,
    pub(crate) value: &'a dyn Display,
    pub(crate) on: &'a bool,
    pub(crate) error: &'a str,
}

/// `fields::pills`: a short set.
#[derive(askama::Template)]
#[template(path = "layout/fields/pills.html")]
pub(crate) struct Pills<'a> {
    pub(crate) name: &'a dyn Display,
    pub(crate) legend: &'a dyn Display,
    pub(crate) choices: &'a dyn Choices,
    pub(crate) kind: &'a str,
    pub(crate) hint: &'a str,
    pub(crate) error: &'a str,
}

/// `fields::error_summary`: what is wrong with a form.
#[derive(askama::Template)]
#[template(path = "layout/fields/error_summary.html")]
pub(crate) struct ErrorSummary<'a> {
    pub(crate) problems: &'a Problems,
}
