//! Letters of the plan of joint work.

use super::{Reader, Seat, Told, seat, seat_in_role};
use crate::letters::Letter;
use crate::rotations::there;
use domain::people::Role;
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::rotations::{Slot, State, Turn};
use domain::{PersonId, ProgrammeId};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    match letter {
        Letter::RotationPublished | Letter::RotationWithdrawn => {
            let Some(school) = reader.actor.school.clone() else { return Ok(None) };
            let id = ProgrammeId::from(about);
            let programme = store::programmes::get(tx, &school, &id).await?;
            match programme {
                Some(programme) if letter == Letter::RotationPublished => {
                    published(tx, reader, &programme).await
                }
                Some(programme) => withdrawn(tx, reader, &programme).await,
                None => Ok(None),
            }
        }
        _ => of_turn(tx, reader, letter, about).await,
    }
}

/// The reader's own planned meetings that are still to come, with those who are there.
async fn ahead(tx: &mut Tx, reader: &Reader, programme: &Programme) -> store::Result<Option<Vec<Turn>>> {
    let (school, me) = (&programme.school, &reader.actor.person);
    let newcomer = store::newcomers::of_person(tx, &programme.id, me).await?;
    let mentor = store::mentors::of_person(tx, &programme.id, me).await?;
    let mut turns = match (newcomer, mentor) {
        (Some(newcomer), _) if reader.actor.is(Role::Newcomer) => {
            store::rotations::of_newcomer(tx, school, &newcomer.id).await?
        }
        (_, Some(mentor)) if reader.actor.is(Role::Mentor) => {
            store::rotations::of_mentor(tx, school, &mentor.id).await?
        }
        _ => return Ok(None),
    };
    let (newcomers, mentors) = there(tx, programme, reader.today).await?;
    turns.retain(|turn| {
        turn.is_ahead(reader.today)
            && newcomers.contains_key(&turn.newcomer)
            && mentors.contains_key(&turn.mentor)
    });
    Ok(Some(turns))
}

/// How many meetings, and the first one.
async fn published(tx: &mut Tx, reader: &Reader, programme: &Programme) -> store::Result<Option<Told>> {
    let turns = ahead(tx, reader, programme).await?.unwrap_or_default();
    let Some(first) = turns.first() else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, first).await? else { return Ok(None) };
    let Some(seat) = seat(tx, reader, &newcomer, &mentor).await? else { return Ok(None) };
    let told = Told::new("rotation-published", "letters-act-contacts", "/contacts".to_owned());
    Ok(Some(at(told, reader, first.slot).with("count", turns.len()).with("name", seat.other.polite())))
}

async fn withdrawn(tx: &mut Tx, reader: &Reader, programme: &Programme) -> store::Result<Option<Told>> {
    let turns = ahead(tx, reader, programme).await?;
    let told = Told::new("rotation-withdrawn", "letters-act-contacts", "/contacts".to_owned());
    Ok(turns.map(|turns| told.with("count", turns.len())))
}

async fn persons(tx: &mut Tx, turn: &Turn) -> store::Result<Option<(PersonId, PersonId)>> {
    let newcomer = store::newcomers::get(tx, &turn.newcomer).await?;
    let mentor = store::mentors::get(tx, &turn.mentor).await?;
    Ok(newcomer.zip(mentor).map(|(newcomer, mentor)| (newcomer.person, mentor.person)))
}

/// With a day and the number of a lesson in it.
fn at(told: Told, reader: &Reader, slot: Slot) -> Told {
    told.with("day", i18n::day_in_sentence(reader.lang, slot.day)).with("lesson", u32::from(slot.lesson))
}

async fn of_turn(tx: &mut Tx, reader: &Reader, letter: Letter, about: &str) -> store::Result<Option<Told>> {
    let Some(turn) = store::rotations::get(tx, &about.into()).await? else { return Ok(None) };
    let Some((newcomer, mentor)) = persons(tx, &turn).await? else { return Ok(None) };
    let two = Two { school: &turn.school, newcomer: &newcomer, mentor: &mentor };
    if may(&reader.actor, &Action::TakeTurn(two)).is_err() {
        return Ok(None);
    }
    let Some(seat) = seat_in_role(tx, reader, &newcomer, &mentor).await? else { return Ok(None) };
    Ok(turn_told(reader, &turn, letter, &seat).map(|told| told.with("name", seat.other.polite())))
}

/// The letter as the meeting stands: what has gone on is not told of as if it had not.
fn turn_told(reader: &Reader, turn: &Turn, letter: Letter, seat: &Seat) -> Option<Told> {
    let page = |key| Told::new(key, "letters-act-rotation", format!("/rotations/{}", turn.id));
    let settled = turn.is_ahead(reader.today) && turn.asked.is_none();
    match (letter, &turn.state) {
        (Letter::RotationAsked, State::Planned) if turn.waits_for(seat.side, reader.today) => {
            let wish = turn.asked?.slot;
            let told = at(page("rotation-asked"), reader, turn.slot);
            let day = i18n::day_in_sentence(reader.lang, wish.day);
            Some(told.with("other", day).with("other-lesson", u32::from(wish.lesson)))
        }
        (Letter::RotationMoved, State::Planned) if settled => {
            Some(at(page("rotation-moved"), reader, turn.slot))
        }
        (Letter::RotationKept, State::Planned) if settled => {
            Some(at(page("rotation-kept"), reader, turn.slot))
        }
        // The other one works here no longer.
        (Letter::RotationExcused, State::Withdrawn { .. }) if turn.slot.day >= reader.today => {
            Some(at(page("rotation-left"), reader, turn.slot))
        }
        (Letter::RotationExcused, State::Excused { by, .. }) if *by != seat.side => {
            Some(at(page("rotation-excused"), reader, turn.slot))
        }
        _ => None,
    }
}
