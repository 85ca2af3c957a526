//! Questions that were added to a form, as the pages of its documents ask them and read their answers.

use crate::Page;
use crate::forms::Fields;
use crate::layout::parts::{Choice, Fact};
use actions::formsets::{answered, label, said};
use domain::formsets::{Added, Answers, Asked, Basis, Field, MOST_ANSWER, Origin, Unfit};

/// A question on a page, to be answered or to be read.
pub(crate) struct Asking {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) by_law: bool,
    pub(crate) value: String,
    pub(crate) error: String,
    /// What is asked for, by its word.
    pub(crate) asked: &'static str,
    /// The answers to choose from.
    pub(crate) choices: Vec<Choice>,
}

impl Asking {
    /// A question with what stands in it, or with what was typed where the page came back.
    pub(crate) fn new(page: &Page, field: &Field, stands: Option<&String>, fields: &Fields) -> Self {
        let name = name(field);
        let typed = fields.has(&name).then(|| fields.value(&name).to_owned());
        let value = typed.or_else(|| stands.cloned()).unwrap_or_default();
        let choice = |(at, option): (usize, &domain::formsets::Label)| {
            Choice::new((at + 1).to_string(), label(page.lang(), option).clone()).chosen_if(&value)
        };
        Self {
            label: label(page.lang(), &field.label).clone(),
            hint: hint(page, field),
            by_law: field.basis == Basis::Law,
            error: fields.error(&name).to_owned(),
            asked: field.asked.word(),
            choices: field.options.iter().enumerate().map(choice).collect(),
            value,
            name,
        }
    }

    /// The same to be read: the answer as people write it.
    pub(crate) fn read(self, page: &Page, field: &Field) -> Self {
        Self { value: answered(page.lang(), field, &self.value), ..self }
    }
}

/// The name of a question on a page.
pub(crate) fn name(field: &Field) -> String {
    name_of(&field.key)
}

/// The same by its key.
pub(crate) fn name_of(key: &str) -> String {
    format!("w-{key}")
}

/// Who has added it, and whether it is needed.
fn hint(page: &Page, field: &Field) -> String {
    let mut hints = Vec::new();
    if field.needed {
        hints.push(page.text("reports-field-needed"));
    }
    match field.origin {
        Origin::Built => {}
        Origin::District => hints.push(page.text("reports-field-district")),
        Origin::School => hints.push(page.text("reports-field-school")),
    }
    hints.join("; ")
}

/// All questions of a form.
pub(crate) fn all(page: &Page, added: &Added, answers: &Answers, fields: &Fields) -> Vec<Asking> {
    let asking = |field: &Field| Asking::new(page, field, answers.get(&field.key), fields);
    added.fields.iter().map(asking).collect()
}

/// The answers that were given, as they are read.
pub(crate) fn facts(page: &Page, added: &Added, answers: &Answers) -> Vec<Fact> {
    said(page.lang(), added, answers).into_iter().map(|(name, value)| Fact { name, value }).collect()
}

/// What was typed into the questions, by their keys; a day as it is kept.
pub(crate) fn read<'a>(questions: impl IntoIterator<Item = &'a Field>, fields: &mut Fields) -> Answers {
    let mut answers = Answers::new();
    for field in questions {
        let name = name(field);
        let Some(text) = fields.optional_text(&name, MOST_ANSWER) else { continue };
        let answer = match field.asked {
            Asked::Day => fields.day(&name).map(|day| day.to_string()),
            _ => Some(text),
        };
        let Some(answer) = answer else { continue };
        match field.fits(&answer) {
            Ok(()) => {
                answers.insert(field.key.clone(), answer);
            }
            // What is too long is said already.
            Err(Unfit::TooLong) => {}
            Err(why) => fields.refuse(&name, unfit(why), &[]),
        }
    }
    answers
}

/// Why an answer does not fit, in words.
pub(crate) const fn unfit(why: Unfit) -> &'static str {
    match why {
        Unfit::TooLong => "reports-refused-too-long",
        Unfit::NoNumber => "formsets-unfit-number",
        Unfit::NoChoice => "forms-choose",
        Unfit::NoDay => "forms-bad-day",
        Unfit::Unasked => "formsets-unfit-unasked",
    }
}
