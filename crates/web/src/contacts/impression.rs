//! The own impression: three scales with words and a line for oneself. Its author alone ever sees it
//! (docs/decisions/0005-impressions-and-the-log.md).

use super::{ForgetPath, KeepPath, impression_of, keep_refusal, show};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::{Page, PageError};
use actions::contacts::{Words, forget_impression, keep_impression};
use axum::response::Response;
use domain::contacts::{KeepRefused, MOST_NOTE, Mark};

/// The scales: name of the field, key of what is asked.
const SCALES: [(&str, &str); 3] = [
    ("useful", "contacts-impression-useful"),
    ("ease", "contacts-impression-ease"),
    ("asking", "contacts-impression-asking"),
];

/// One scale of the form.
pub(super) struct Scale {
    pub(super) name: &'static str,
    pub(super) key: &'static str,
    pub(super) choices: Vec<Choice>,
}

impl Scale {
    /// The chosen word.
    pub(super) fn chosen(&self) -> Option<&str> {
        let chosen = self.choices.iter().find(|choice| choice.chosen && !choice.value.is_empty());
        chosen.map(|choice| choice.label.as_str())
    }
}

/// The three scales with what was chosen. Where an impression stands already, a scale can also be left out again.
pub(super) fn scales(page: &Page, fields: &Fields, kept: bool) -> Vec<Scale> {
    let scale = |(name, key): (&'static str, &'static str)| {
        let mark = |mark: Mark| {
            let number = mark.number().to_string();
            let label = page.text(&format!("contacts-mark-{number}"));
            Choice::new(number, label).chosen_if(fields.value(name))
        };
        let mut choices: Vec<Choice> = Mark::ALL.into_iter().map(mark).collect();
        if kept {
            choices.push(Choice::new("", page.text("contacts-mark-none")).chosen_if(fields.value(name)));
        }
        Scale { name, key, choices }
    };
    SCALES.into_iter().map(scale).collect()
}

pub(super) async fn keep(path: KeepPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let mark = |name: &str| fields.value(name).parse().ok().and_then(Mark::new);
    let (useful, ease, asking) = (mark("useful"), mark("ease"), mark("asking"));
    let note = fields.optional_text("note", MOST_NOTE).unwrap_or_default();
    if !fields.is_right() {
        return show::draw(&page, &path.id, None, Some(fields)).await;
    }
    let words = Words { useful, ease, asking, note };
    match keep_impression(&page.context(), &path.id, &words).await {
        Ok(()) => Ok(page.done(&impression_of(&path.id), "contacts-done-kept", &[])),
        Err(failed) => {
            let why = refused(failed)?;
            let key = keep_refusal(why);
            if why == KeepRefused::Cancelled {
                return show::draw(&page, &path.id, Some(key), None).await;
            }
            fields.refuse("note", key, &[]);
            show::draw(&page, &path.id, None, Some(fields)).await
        }
    }
}

pub(super) async fn forget(path: ForgetPath, page: Page) -> Result<Response, PageError> {
    forget_impression(&page.context(), &path.id).await?;
    Ok(page.done(&impression_of(&path.id), "contacts-done-forgotten", &[]))
}
