//! Editions of a form: how its papers are laid out and who signs them in which order, in force from a day (feat:F1). An
//! edition is never changed; a document keeps the one that it was begun with.

use super::{Field, Form, Kind, Origin, Signer, Term};
use crate::formsets::Kind as FormKind;
use crate::{Day, EditionId, Instant, PersonId};

/// Most characters of an edited body.
pub const MOST_BODY: usize = 20_000;

/// An edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// Its number among those of its form, from 1; 0 before it is kept.
    pub number: u16,
    /// The first day on which documents are begun with it.
    pub from: Day,
    /// Who signs, in order; the author first. Nobody where the document is no report.
    pub chain: Vec<Signer>,
    /// The body in the typesetter's language; without one that of the program.
    pub body: Option<String>,
    /// Who made it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// Why an edition is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditionRefused {
    /// It would be in force before today: what was begun would have to change.
    Past,
    /// Somebody signs twice, or the author does not sign first.
    Chain,
    /// The body is empty or longer than [`MOST_BODY`].
    Body,
    /// Somebody would not sign any more who fills in a field, in an edition of a school: a school takes no field away.
    Fields,
}

/// May it be kept of this form? Both terms of a kind have the same chain; a document that is no report has none. A district
/// shapes the form, a school adds to it (feat:F1).
pub fn edition(
    edition: Edition,
    (kind, form): (impl Into<FormKind>, &Form),
    keeper: Origin,
    today: Day,
) -> Result<Edition, EditionRefused> {
    if edition.from < today {
        return Err(EditionRefused::Past);
    }
    match kind.into() {
        FormKind::Report(kind) => chain(&edition, (kind, form), keeper)?,
        _ if edition.chain.is_empty() => {}
        _ => return Err(EditionRefused::Chain),
    }
    let length = edition.body.as_ref().map_or(1, |body| body.trim().chars().count());
    if !(1..=MOST_BODY).contains(&length) {
        return Err(EditionRefused::Body);
    }
    Ok(edition)
}

/// May they sign a report in this order?
fn chain(edition: &Edition, (kind, form): (Kind, &Form), keeper: Origin) -> Result<(), EditionRefused> {
    let twice = |(at, signer): (usize, &Signer)| edition.chain[..at].contains(signer);
    let usual = Form::usual(kind, Term::Year).chain;
    // Whoever writes on a programme is the coordinator: they do not sign it a second time.
    let both = !usual.contains(&Signer::Coordinator)
        && !kind.is_of_pair()
        && edition.chain.contains(&Signer::Coordinator);
    if edition.chain.first() != Some(&Signer::Author) || edition.chain.iter().enumerate().any(twice) || both {
        return Err(EditionRefused::Chain);
    }
    let stays = |field: &Field| {
        form.chain.get(usize::from(field.by)).is_none_or(|signer| edition.chain.contains(signer))
    };
    if keeper == Origin::School && !form.fields.iter().all(stays) {
        return Err(EditionRefused::Fields);
    }
    Ok(())
}

/// The edition in force on a day: of those that have begun, the one that was made last.
pub fn in_force(editions: &[Edition], day: Day) -> Option<&Edition> {
    editions.iter().filter(|one| one.from <= day).max_by_key(|one| one.number)
}
