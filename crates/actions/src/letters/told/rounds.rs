//! Letters of a second round. To a mentor no newcomer is named, and to nobody who has refused whom.

use super::{Reader, Told};
use crate::letters::Letter;
use crate::newcomers::for_now;
use crate::rounds::{Taking, taking};
use domain::newcomers::Newcomer;
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::rounds::{Round, State};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let Some(round) = store::rounds::get(tx, &about.into()).await? else { return Ok(None) };
    if reader.actor.school.as_ref() != Some(&round.school) {
        return Ok(None);
    }
    let programme = store::programmes::get(tx, &round.school, &round.programme).await?;
    let Some(programme) = programme else { return Ok(None) };
    let taking = taking(tx, &programme, reader.today).await?;
    let running = programme.round_on(reader.today).is_some_and(|running| running.id == round.id);
    Ok(match (letter, round.state) {
        (Letter::RoundOpened | Letter::RoundExtended, _) if running => begun(reader, letter, &round, &taking),
        (Letter::RoundOver, State::Over { .. } | State::Closed { .. }) => {
            over(tx, reader, &round, &taking).await?
        }
        _ => None,
    })
}

/// The reader as somebody who still looks.
fn looking<'a>(reader: &Reader, taking: &'a Taking) -> Option<&'a Newcomer> {
    let me = taking.newcomers.iter().find(|newcomer| newcomer.person == reader.actor.person);
    me.filter(|_| reader.actor.is(Role::Newcomer))
}

/// The round runs, or goes on: to whom one can turn, and until when.
fn begun(reader: &Reader, letter: Letter, round: &Round, taking: &Taking) -> Option<Told> {
    let extended = letter == Letter::RoundExtended;
    let day = i18n::day_in_sentence(reader.lang, round.until);
    if looking(reader, taking).is_some() {
        let key = if extended { "round-extended-newcomer" } else { "round-opened-newcomer" };
        let told = Told::new(key, "letters-act-mentors", "/mentors".to_owned());
        return Some(told.with("count", taking.mentors.len()).with("day", day));
    }
    let mentor = taking.mentors.iter().any(|(mentor, _)| mentor.person == reader.actor.person);
    let key = if extended { "round-extended-mentor" } else { "round-opened-mentor" };
    let told = Told::new(key, "letters-act-requests", "/requests".to_owned());
    (mentor && reader.actor.is(Role::Mentor))
        .then(|| told.with("count", taking.newcomers.len()).with("day", day))
}

/// It is over: to somebody without a pair who stays, to the coordinator what is next.
async fn over(tx: &mut Tx, reader: &Reader, round: &Round, taking: &Taking) -> store::Result<Option<Told>> {
    if let Some(newcomer) = looking(reader, taking) {
        let home = |key| Told::new(key, "letters-act-home", "/".to_owned());
        return Ok(Some(match for_now(tx, &newcomer.school, &newcomer.id).await? {
            Some(mentor) => home("round-over-newcomer").with("name", mentor.name.polite()),
            None => home("round-over-alone"),
        }));
    }
    let manages = may(&reader.actor, &Action::ManageRounds(&round.school)).is_ok();
    let told = Told::new("round-over-coordinator", "letters-act-proposals", "/proposals".to_owned());
    Ok(manages.then(|| told.with("count", taking.newcomers.len())))
}
