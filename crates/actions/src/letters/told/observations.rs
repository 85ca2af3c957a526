//! Letters of observed lessons: that there is something, never what a sheet says.

use super::{Reader, Told};
use crate::letters::Letter;
use crate::letters::ahead::About;
use domain::observations::{Observation, Party, State};
use domain::permissions::{Action, may};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let reminded = About::read(about);
    let id = reminded.map_or(about, |about| about.id);
    let Some(observation) = store::observations::get(tx, &id.into()).await? else { return Ok(None) };
    if may(&reader.actor, &Action::Observe(observation.lesson())).is_err() {
        return Ok(None);
    }
    let Some(party) = observation.party(&reader.actor.person) else { return Ok(None) };
    let key = match (letter, reminded) {
        (Letter::ObservationReminder, Some(about)) => reminder(reader, &observation, about),
        _ => key(reader, &observation, letter, party),
    };
    let Some(key) = key else { return Ok(None) };
    let Some(other) = store::people::get(tx, observation.person(party.other())).await? else {
        return Ok(None);
    };
    let told = Told::new(key, "letters-act-observation", format!("/observations/{}", observation.id))
        .with("name", other.name.polite())
        .with("day", i18n::day_in_sentence(reader.lang, observation.day))
        .with("time", i18n::time(observation.at));
    Ok(Some(told))
}

/// The lesson is near, at the time that was promised.
fn reminder(reader: &Reader, one: &Observation, about: About<'_>) -> Option<&'static str> {
    let stands = one.state == State::Planned && one.span() == about.span;
    (stands && reader.is_reminded(about)).then_some("observation-reminder")
}

/// What is told, where it still stands so.
fn key(reader: &Reader, one: &Observation, letter: Letter, party: Party) -> Option<&'static str> {
    let ahead = !one.has_begun(reader.here);
    match (letter, &one.state) {
        (Letter::ObservationProposed, State::Proposed { by }) if *by != party && ahead => Some(match party {
            Party::Observed => "observation-proposed",
            Party::Observer => "observation-invited",
        }),
        (Letter::ObservationAnnounced, State::Planned) if party == Party::Observed && ahead => {
            Some("observation-announced")
        }
        (Letter::ObservationAgreed, State::Planned) if ahead => Some("observation-agreed"),
        (Letter::ObservationDeclined, State::Declined) => Some("observation-declined"),
        (Letter::ObservationCancelled, State::Cancelled { by }) if *by != party => {
            Some("observation-cancelled")
        }
        (Letter::ObservationCancelled, State::Withdrawn) => Some("observation-cancelled"),
        (Letter::ObservationFinished, State::Finished) if party == Party::Observed => {
            Some("observation-finished")
        }
        (Letter::ObservationVoided, State::Void { .. }) if party == Party::Observed => {
            Some("observation-voided")
        }
        _ => None,
    }
}
