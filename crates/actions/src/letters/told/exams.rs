//! Letters of the exam's theory and of the right to mentor. No points, no verdict and no reason of one stand in a letter:
//! it says that there is something to read, and where.

use super::{Reader, Told};
use crate::letters::{Letter, school_name};
use crate::sittings::{Paper, course, may_sit, place};
use domain::calendar::{instant_at, local};
use domain::certificates::{Validity, granted};
use domain::courses::{Standing, State, standing};
use domain::exams::SittingState;
use domain::permissions::{Action, may};
use domain::{Day, Instant};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    match letter {
        Letter::TheoryTold => of_paper(tx, reader, about).await,
        Letter::TextsWait => of_texts(tx, reader, about).await,
        Letter::RightGranted | Letter::RightEnds | Letter::RightRevoked => {
            of_right(tx, reader, letter, about).await
        }
        _ => of_sitting(tx, reader, letter, about).await,
    }
}

/// The instant at which the letter is written.
fn now(reader: &Reader) -> Instant {
    instant_at(reader.here, reader.offset)
}

/// A sitting that is planned, or does not count: told to whoever may sit it, and to whoever has written it.
async fn of_sitting(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let me = &reader.actor.person;
    let Some(sitting) = store::sittings::get(tx, &about.into()).await? else { return Ok(None) };
    let Some(home) = reader.actor.school.as_ref() else { return Ok(None) };
    if may(&reader.actor, &Action::JoinCourse { school: home, person: me }).is_err() {
        return Ok(None);
    }
    // Another school's sitting is told of where it is open to the reader's, or the reader has a place in it.
    let here = sitting.school == *home;
    let place = if here { Some(false) } else { place(tx, &sitting, home, me).await? };
    let Some(has_place) = place else { return Ok(None) };
    let begins = local(sitting.begins, reader.offset);
    let course = course(tx, home, me).await?;
    let sits = course.is_some_and(|course| may_sit(&course, begins.date(), now(reader)));
    let judged = crate::attempts::judged(tx, &sitting, me).await?;
    let wrote = store::attempts::in_sitting(tx, &sitting.school, &sitting.id, me).await?.is_some();
    let key = match letter {
        Letter::SittingPlanned
            if sits && !judged && sitting.state == SittingState::Planned && begins > reader.here =>
        {
            if here {
                "sitting-planned"
            } else {
                "sitting-opened"
            }
        }
        Letter::SittingCalledOff
            if matches!(sitting.state, SittingState::CalledOff { .. })
                && (wrote || ((here || has_place) && sits && sitting.ends > now(reader))) =>
        {
            "sitting-called-off"
        }
        _ => return Ok(None),
    };
    let told = Told::new(key, "letters-act-exam", "/attempts".to_owned())
        .with("day", i18n::day_in_sentence(reader.lang, begins.date()))
        .with("time", i18n::time(begins.time()));
    let host = if here { None } else { store::schools::get(tx, &sitting.school).await? };
    Ok(Some(match host {
        Some(host) => told.with("host", school_name(reader.lang, Some(&host))),
        None => told,
    }))
}

/// What a paper came to: the first result until somebody has looked a second time, then that one.
async fn of_paper(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let (id, again) = about.split_once(' ').map_or((about, false), |(id, _)| (id, true));
    let Some(kept) = store::attempts::get(tx, &id.into()).await? else { return Ok(None) };
    let own = Action::WritePaper { candidate: &kept.attempt.person };
    let here = reader.actor.school.as_ref() == Some(&kept.home);
    let stands = kept.told.is_some_and(|told| told.second.is_some() == again);
    let told = Told::new("theory-told", "letters-act-result", format!("/attempts/{id}"));
    Ok((here && stands && may(&reader.actor, &own).is_ok()).then_some(told))
}

/// How many written answers of a closed sitting wait, for whoever tells its results.
async fn of_texts(tx: &mut Tx, reader: &Reader, about: &str) -> store::Result<Option<Told>> {
    let Some(sitting) = store::sittings::get(tx, &about.into()).await? else { return Ok(None) };
    let manages = may(&reader.actor, &Action::ManageSittings(&sitting.school)).is_ok();
    if !manages || !matches!(sitting.state, SittingState::Closed { .. }) {
        return Ok(None);
    }
    let waiting = Paper::waiting(tx, &sitting, now(reader)).await?;
    let told = Told::new("texts-wait", "letters-act-sitting", format!("/sittings/{}", sitting.id));
    Ok((waiting > 0).then(|| told.with("count", waiting)))
}

/// The right of a course: that it was granted, that it ends and no longer one follows, or that it was taken away.
async fn of_right(tx: &mut Tx, reader: &Reader, letter: Letter, about: &str) -> store::Result<Option<Told>> {
    let me = &reader.actor.person;
    let Some(school) = reader.actor.school.as_ref() else { return Ok(None) };
    let id = about.split_once(' ').map_or(about, |(id, _)| id);
    let Some(of) = store::courses::get(tx, school, &id.into()).await? else { return Ok(None) };
    let own = Action::JoinCourse { school, person: &of.candidate.person };
    if may(&reader.actor, &own).is_err() {
        return Ok(None);
    }
    if letter == Letter::RightRevoked {
        let revoked = matches!(of.candidate.state, State::Revoked { .. });
        return Ok(revoked.then(|| Told::new("right-revoked", "letters-act-course", "/courses".to_owned())));
    }
    let Some((_, Validity::Valid { until })) = granted(&of.candidate.state, reader.today) else {
        return Ok(None);
    };
    if letter == Letter::RightEnds {
        let courses = store::courses::of_person(tx, school, me).await?;
        let stands = standing(courses.iter().map(|one| &one.candidate.state), reader.today);
        let longest = matches!(stands, Standing::Holds(right) if right.until == until);
        return Ok(longest.then(|| lasting(reader, "right-ends", until)));
    }
    Ok(Some(lasting(reader, "right-granted", until)))
}

fn lasting(reader: &Reader, key: &'static str, until: Day) -> Told {
    Told::new(key, "letters-act-course", "/courses".to_owned())
        .with("day", i18n::day_in_sentence(reader.lang, until))
}
