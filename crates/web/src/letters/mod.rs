//! How a letter looks, and, in a demonstration, which letters would have been sent: nothing leaves it. One
//! file for each page; the template lies beside it.

mod list;
mod show;

use crate::page::draw;
use crate::{Access, Open, PageError, Routes};
use actions::letters::{NotSent, Part, Post, Written};
use axum_extra::routing::TypedPath;
use domain::PersonId;
use serde::Deserialize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The letters of the persona, or of everybody.
#[derive(TypedPath)]
#[typed_path("/demo/letters")]
pub(crate) struct ListPath;

/// One letter.
#[derive(TypedPath, Deserialize)]
#[typed_path("/demo/letters/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: String,
}

/// Routes of letters: in demonstrations only.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::Demo, list::list).get(Access::Demo, show::show)
}

/// Letters that a demonstration keeps instead of sending them; clones share them. Empty elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Outbox(Arc<Mutex<Vec<Written>>>);

impl Outbox {
    /// The latest letters are kept: a demonstration that runs for weeks stays small.
    const MOST: usize = 1_000;

    fn letters(&self) -> MutexGuard<'_, Vec<Written>> {
        // A list that was being added to when somebody panicked is still a list.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The letters of a person, or of everybody; the latest first.
    fn of(&self, person: Option<&PersonId>) -> Vec<Written> {
        let letters = self.letters();
        let theirs = letters.iter().filter(|letter| person.is_none_or(|person| letter.person == *person));
        theirs.rev().cloned().collect()
    }

    fn get(&self, id: &str) -> Option<Written> {
        self.letters().iter().find(|letter| letter.id == id).cloned()
    }
}

impl Post for Outbox {
    async fn send(&self, letter: &Written) -> Result<(), NotSent> {
        let mut letters = self.letters();
        // What comes twice is shown once, as mail programs do by the Message-ID.
        letters.retain(|kept| kept.id != letter.id);
        if letters.len() == Self::MOST {
            letters.remove(0);
        }
        letters.push(letter.clone());
        Ok(())
    }
}

/// A letter as plain text.
pub fn text(address: &str, letter: &Written) -> String {
    let Written { greeting, parts, footer, .. } = letter;
    let part = |Part { subject, text, next, act, path, .. }: &Part| {
        let title = if letter.is_of_the_day() { format!("* {subject}\n\n") } else { String::new() };
        format!("{title}{text}\n\n{next}\n\n{act}:\n{address}{path}\n\n")
    };
    let told: String = parts.iter().map(part).collect();
    format!("{greeting}\n\n{told}-- \n{footer}\n")
}

#[derive(askama::Template)]
#[template(path = "letters/mail.html")]
struct Mail<'a> {
    address: &'a str,
    letter: &'a Written,
}

/// A letter as a page for mail programs: no style, no picture, nothing that is fetched.
pub fn html(address: &str, letter: &Written) -> Result<String, PageError> {
    draw(letter.lang, &Mail { address, letter })
}

/// Who looks, where they are signed in.
fn persona(open: &Open) -> Option<&PersonId> {
    open.visit.signed.as_ref().map(|signed| &signed.actor.person)
}
