//! What a pair's page says of its end: until when and why, a word of thanks that is open, the ways to both pages.

use super::{ExtensionPath, PausePath, ShowPath, WordsPath, why};
use crate::{Page, PageError};
use domain::endings::{Standing, State, works};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use store::Tx;

/// The section of the page.
pub(crate) struct OnPair {
    /// It has closed as planned.
    pub(crate) closed: bool,
    /// Until when, and why, in one sentence.
    pub(crate) until: String,
    /// The other one's word of thanks, for one of the two.
    pub(crate) thanks: Option<String>,
    /// Where one of the two writes or reads closing words.
    pub(crate) words: Option<String>,
    /// Where more time is proposed and answered, for the two and the coordinator.
    pub(crate) extension: Option<String>,
    /// A pause that runs or is to come, in one sentence.
    pub(crate) paused: Option<String>,
    /// Where a pause is set, for the two and the coordinator.
    pub(crate) pause: Option<String>,
    /// Where those who lead see the end.
    pub(crate) manage: Option<String>,
}

/// Nothing before the order, and nothing of a provisional pair.
pub(crate) async fn on_pair(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    pair: &Pair,
) -> Result<Option<OnPair>, PageError> {
    let ending = store::endings::of_pair(tx, &pair.school, &pair.id).await?;
    let own = actions::endings::closing(tx, &page.context(), pair, programme).await?;
    let lang = page.lang();
    let until = match &ending {
        Some(ending) if ending.state == State::Closed || ending.is_open(pair) => {
            let why = page.text(why(ending.reason));
            let key = if ending.state == State::Closed { "endings-until-closed" } else { "endings-until" };
            let day = i18n::day_in_sentence(lang, ending.last_day);
            i18n::t(lang, key, &[("day", day.into()), ("why", why.into())])
        }
        _ => {
            let last = pair.assignment().and_then(|assignment| assignment.period.last_day());
            let Some(last) = last.filter(|_| works(pair)) else { return Ok(None) };
            let day = i18n::day_in_sentence(lang, last);
            i18n::t(lang, "endings-until-order", &[("day", day.into())])
        }
    };
    let leads = may(page.actor(), &Action::PrintThanks(&pair.school)).is_ok();
    let writes = |closing: &actions::endings::Closing| {
        closing.may_write.is_ok() || closing.own.is_some() || closing.theirs.is_some()
    };
    let coordinates = may(page.actor(), &Action::ManageEndings(&pair.school)).is_ok();
    let extends = works(pair) && (own.is_some() || coordinates);
    Ok(Some(OnPair {
        closed: ending.is_some_and(|ending| ending.state == State::Closed),
        until,
        paused: paused(page, tx, pair).await?,
        pause: extends.then(|| PausePath { pair: pair.id.clone() }.to_string()),
        extension: extends.then(|| ExtensionPath { pair: pair.id.clone() }.to_string()),
        thanks: own.as_ref().and_then(|closing| closing.theirs.as_ref()?.thanks.clone()),
        words: own.filter(writes).map(|_| WordsPath { pair: pair.id.clone() }.to_string()),
        manage: leads.then(|| ShowPath { pair: pair.id.clone() }.to_string()),
    }))
}

async fn paused(page: &Page, tx: &mut Tx, pair: &Pair) -> Result<Option<String>, PageError> {
    let (lang, today) = (page.lang(), page.today());
    let pauses = store::pauses::of_pair(tx, &pair.school, &pair.id).await?;
    let open = pauses.into_iter().find(|one| works(pair) && one.standing(today) != Standing::Over);
    Ok(open.map(|one| match one.standing(today) {
        Standing::Ahead => {
            let last = one.back_on.yesterday().unwrap_or(one.back_on);
            let days = i18n::day_span(lang, one.from, last);
            i18n::t(lang, "endings-pause-line-ahead", &[("days", days.into())])
        }
        Standing::Running | Standing::Over => {
            let day = i18n::day_in_sentence(lang, one.back_on);
            i18n::t(lang, "endings-pause-line", &[("day", day.into())])
        }
    }))
}
