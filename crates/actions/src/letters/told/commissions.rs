//! Letters of the exam's practice: to its candidate the day, the place and that there is a result; to its examiners whom
//! they are asked to mark and what is still open. No situation, no mark and no reason stands in a letter.

use super::{Reader, Told};
use crate::letters::{Letter, school_name};
use domain::courses::State;
use domain::exams::{Commission, Hearing, HearingState};
use domain::permissions::{Action, may};
use domain::{Day, PersonId};
use jiff::civil::Time;
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    match letter {
        Letter::HearingNamed | Letter::PracticeTold => of_candidate(tx, reader, letter, about).await,
        Letter::ExaminerAsked | Letter::SheetUnsealed => of_sheet(tx, reader, letter, about).await,
        Letter::CommissionRemoved => removed(tx, reader, about).await,
        Letter::HearingTakenOff => left(tx, reader, letter, "hearing-taken-off", about).await,
        Letter::ExaminerReplaced => left(tx, reader, letter, "examiner-replaced", about).await,
        _ => of_commission(tx, reader, letter, about).await,
    }
}

/// Where a commission sits: in the house of another school with the name of that school.
async fn place(tx: &mut Tx, reader: &Reader, commission: &Commission) -> store::Result<String> {
    let place = commission.place.clone();
    if reader.actor.school.as_ref() == Some(&commission.school) {
        return Ok(place);
    }
    let Some(host) = store::schools::get(tx, &commission.school).await? else { return Ok(place) };
    Ok(format!("{}, {place}", school_name(reader.lang, Some(&host))))
}

/// A commission as its people are told of it.
fn sits(reader: &Reader, key: &'static str, commission: &Commission, place: String, path: String) -> Told {
    Told::new(key, "letters-act-practice", path)
        .with("day", i18n::day_in_sentence(reader.lang, commission.day))
        .with("time", i18n::time(commission.from))
        .with("place", place)
}

/// The own practice: where it takes place, or that its result can be read. Whoever is granted the right is told of that.
async fn of_candidate(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let Some(hearing) = store::commissions::hearing(tx, &about.into()).await? else { return Ok(None) };
    let own = Action::JoinCourse { school: &hearing.home, person: &hearing.candidate };
    if may(&reader.actor, &own).is_err() {
        return Ok(None);
    }
    let path = format!("/hearings/{}", hearing.id);
    let course = store::courses::get(tx, &hearing.home, &hearing.course).await?;
    let state = course.map(|course| course.candidate.state);
    if letter == Letter::PracticeTold {
        let granted = matches!(state, Some(State::Passed { .. }));
        let told = matches!(hearing.state, HearingState::Told { .. }) && !granted;
        return Ok(told.then(|| Told::new("practice-told", "letters-act-result", path)));
    }
    let commission = store::commissions::get(tx, &hearing.commission).await?;
    // Before whoever has left the course nothing begins.
    let waits = hearing.state == HearingState::Waiting && state == Some(State::Practice);
    let ahead = |one: &Commission| waits && one.day >= reader.today;
    let Some(commission) = commission.filter(ahead) else { return Ok(None) };
    let place = place(tx, reader, &commission).await?;
    Ok(Some(sits(reader, "hearing-named", &commission, place, path)))
}

/// Somebody has a sheet of a practice that is not over, and has not sealed it.
fn marks(hearing: &Hearing, person: &PersonId) -> bool {
    !matches!(hearing.state, HearingState::Told { .. })
        && hearing.sheets.get(person).is_some_and(|sheet| !sheet.sealed)
}

/// A sheet that waits for its examiner.
async fn of_sheet(tx: &mut Tx, reader: &Reader, letter: Letter, about: &str) -> store::Result<Option<Told>> {
    let me = &reader.actor.person;
    let Some(hearing) = store::commissions::hearing(tx, &about.into()).await? else { return Ok(None) };
    let examiners: Vec<PersonId> = hearing.sheets.keys().cloned().collect();
    let mark = Action::MarkHearing { school: hearing.home_of(me), examiners: &examiners };
    if may(&reader.actor, &mark).is_err() || !marks(&hearing, me) {
        return Ok(None);
    }
    let Some(commission) = store::commissions::get(tx, &hearing.commission).await? else { return Ok(None) };
    let key = match letter {
        Letter::ExaminerAsked => "examiner-asked",
        _ if matches!(hearing.state, HearingState::Begun { .. }) => "sheet-unsealed",
        _ => return Ok(None),
    };
    let place = place(tx, reader, &commission).await?;
    Ok(Some(sits(reader, key, &commission, place, format!("/hearings/{}", hearing.id))))
}

/// Who sits in a commission, whom it hears, and who does neither any more.
async fn of_commission(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let me = &reader.actor.person;
    let Some(commission) = store::commissions::get(tx, &about.into()).await? else { return Ok(None) };
    let hearings = store::commissions::hearings(tx, &commission).await?;
    // Where it is open, people of other schools have to do with it, or had.
    let home = reader.actor.school.clone().filter(|_| commission.is_open());
    let home = home.unwrap_or_else(|| commission.school.clone());
    let here = Action::MarkHearing { school: &home, examiners: std::slice::from_ref(me) };
    if may(&reader.actor, &here).is_err() {
        return Ok(None);
    }
    let place = place(tx, reader, &commission).await?;
    let member = commission.members.contains(me);
    let examines = member || hearings.iter().any(|one| marks(one, me));
    let heard = hearings.iter().find(|one| one.candidate == *me);
    let waits = heard.is_some_and(|one| one.state == HearingState::Waiting);
    let ahead = commission.day >= reader.today;
    let list = "/hearings".to_owned();
    Ok(match letter {
        Letter::ExaminerNamed if member && ahead => {
            Some(sits(reader, "examiner-named", &commission, place, list))
        }
        Letter::ExaminerReplaced if !examines => {
            Some(sits(reader, "examiner-replaced", &commission, place, list))
        }
        Letter::HearingMoved if (examines || waits) && ahead => {
            Some(sits(reader, "hearing-moved", &commission, place, list))
        }
        Letter::HearingTakenOff if heard.is_none() && !examines && ahead => {
            Some(sits(reader, "hearing-taken-off", &commission, place, list))
        }
        _ => None,
    })
}

/// What is promised of a commission that is no more, or may be none when the letter is written: its id, its day and its
/// hour.
pub(crate) fn about_removed(commission: &Commission) -> String {
    format!("{} {} {}", commission.id, commission.day, commission.from)
}

/// A commission that is no more, as [`about_removed`] has it, while its day is to come.
fn gone(reader: &Reader, key: &'static str, about: &str) -> Option<Told> {
    let mut parts = about.split(' ').skip(1);
    let day = parts.next()?.parse::<Day>().ok().filter(|day| *day >= reader.today)?;
    let from = parts.next()?.parse::<Time>().ok()?;
    let told = Told::new(key, "letters-act-practice", "/hearings".to_owned());
    Some(told.with("day", i18n::day_in_sentence(reader.lang, day)).with("time", i18n::time(from)))
}

fn id_of(about: &str) -> &str {
    about.split_once(' ').map_or(about, |(id, _)| id)
}

async fn removed(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    if store::commissions::get(tx, &id_of(about).into()).await?.is_some() {
        return Ok(None);
    }
    Ok(gone(reader, "commission-removed", about))
}

/// Somebody has to do with a commission no more; also where it was removed before this letter was written.
async fn left(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    key: &'static str,
    about: &str,
) -> store::Result<Option<Told>> {
    let id = id_of(about);
    if store::commissions::get(tx, &id.into()).await?.is_some() {
        return of_commission(tx, reader, letter, id).await;
    }
    Ok(gone(reader, key, about))
}
