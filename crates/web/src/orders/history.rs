//! The history of an order on its page: who did what and when, and which minutes were noted before and after.

use crate::said::Said;
use crate::{Page, PageError};
use actions::orders::{Event, history as events};
use domain::orders::{Minutes, Order};
use i18n::Lang;
use store::Tx;

/// One deed.
pub(super) struct Past {
    pub(super) iso: String,
    pub(super) when: String,
    /// What was done.
    pub(super) title: String,
    pub(super) who: String,
    /// What was noted, and what it was before.
    pub(super) noted: Option<String>,
}

fn minutes_words(lang: Lang, minutes: &Minutes) -> String {
    Said::new("orders-history-minutes")
        .text("council", format!("orders-council-{}", minutes.council.word()))
        .with("number", minutes.reference.number.clone())
        .with("on", i18n::day(lang, minutes.reference.on))
        .words(lang)
}

fn noted(lang: Lang, event: &Event) -> Option<String> {
    let became = minutes_words(lang, event.became.as_ref()?);
    let Some(was) = &event.was else { return Some(became) };
    let differs = Said::new("plans-differs")
        .text("field", "orders-minutes".to_owned())
        .with("was", minutes_words(lang, was))
        .with("became", became);
    Some(differs.words(lang))
}

/// What happened to an order that the reader reads, the last first.
pub(super) async fn history(page: &Page, tx: &mut Tx, order: &Order) -> Result<Vec<Past>, PageError> {
    let mut past = Vec::new();
    for event in events(tx, order).await? {
        let person = match &event.by {
            Some(by) => store::people::get(tx, by).await?,
            None => None,
        };
        let at = page.local(event.at);
        past.push(Past {
            iso: at.date().to_string(),
            when: i18n::day_and_time(page.lang(), at),
            title: page.text(&format!("audit-{}", event.deed.word())),
            who: person.map(|person| person.name.polite()).unwrap_or_default(),
            noted: noted(page.lang(), &event),
        });
    }
    Ok(past)
}
