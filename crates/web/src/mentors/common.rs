//! What a newcomer and a mentor have in common, in words, and whom the newcomer could get to know for it.

use super::cards::{Ask, Card};
use super::hall::Hall;
use crate::{Page, PageError};
use domain::people::Name;
use domain::suggestions::{Common, Offer, Opinion};
use i18n::Arg;
use store::Tx;

/// A mentor whom the newcomer could get to know now.
pub(super) struct Suggestion {
    pub(super) href: String,
    pub(super) name: Name,
    pub(super) facts: String,
    /// The newcomer has met and liked them.
    pub(super) liked: bool,
    /// What the two have in common, in words; empty where nothing is known.
    pub(super) common: String,
    /// Where a request is written; empty where none can be.
    pub(super) write: String,
}

/// Suggestions for the reader; none where the reader is no newcomer, has agreed, or outside the selection.
pub(super) async fn suggestions(
    page: &Page,
    tx: &mut Tx,
    hall: &Hall,
    cards: &[Card],
) -> Result<Vec<Suggestion>, PageError> {
    let Some(newcomer) = hall.newcomer_of(&page.actor().person) else { return Ok(Vec::new()) };
    let offers = actions::suggestions::suggest(tx, &page.context(), &hall.programme, newcomer).await?;
    let suggestion = |offer: Offer| {
        let card = cards.iter().find(|card| card.id == offer.mentor)?;
        Some(Suggestion {
            href: card.href.clone(),
            name: card.name.clone(),
            facts: card.facts.clone(),
            liked: offer.opinion == Opinion::Liked,
            common: words(page, &offer.common).join("; "),
            write: match &card.ask {
                Ask::Write(href) => href.clone(),
                _ => String::new(),
            },
        })
    };
    Ok(offers.into_iter().filter_map(suggestion).collect())
}

/// Each common point in words.
pub(super) fn words(page: &Page, common: &Common) -> Vec<String> {
    let text = |key: &str, args: &[(&str, Arg)]| i18n::t(page.lang(), key, args);
    let subject = common.subject.as_ref().map(|subject| {
        // The mentor's word, as the staff list has it.
        text("suggestions-subject", &[("subject", subject.as_str().into())])
    });
    let language = common.language.as_ref().map(|tag| page.text(&format!("suggestions-language-{tag}")));
    let days = common.free_days();
    let day = |day: &u8| text("suggestions-weekday", &[("weekday", Arg::from(*day))]);
    let names = days.iter().map(day).collect::<Vec<_>>().join(", ");
    let free = (!days.is_empty()).then(|| text("suggestions-free", &[("days", names.into())]));
    let goals = (!common.goals.is_empty())
        .then(|| text("suggestions-goals", &[("goals", common.goals.join(", ").into())]));
    [subject, language, free, goals].into_iter().flatten().collect()
}
