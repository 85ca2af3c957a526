//! Letters of the mentor course: it has begun, a place has become free, a session does not take place.

use super::{Reader, Told};
use crate::letters::Letter;
use domain::courses::{Phase, Seat, State, Training, seat};
use domain::permissions::{Action, may};
use store::Tx;

pub(super) async fn told(
    tx: &mut Tx,
    reader: &Reader,
    letter: Letter,
    about: &str,
) -> store::Result<Option<Told>> {
    let Some(school) = reader.actor.school.as_ref() else { return Ok(None) };
    let own = Action::JoinCourse { school, person: &reader.actor.person };
    if may(&reader.actor, &own).is_err() {
        return Ok(None);
    }
    if letter == Letter::CourseBegun {
        let course = store::courses::get(tx, school, &about.into()).await?;
        let begun = course.filter(|course| {
            course.candidate.person == reader.actor.person && course.candidate.state == State::Discussion
        });
        return Ok(begun.map(|course| {
            Told::new("course-begun", "letters-act-course", "/courses".to_owned())
                .with("cases", course.rules.cases)
                .with("replies", course.rules.replies)
        }));
    }
    let Some(training) = store::courses::training(tx, school, &about.into()).await? else { return Ok(None) };
    let bookings = store::courses::bookings(tx, school, &training.id).await?;
    let people: Vec<_> = bookings.into_iter().map(|one| one.person).collect();
    let seat = seat(&people, usize::from(training.about.places), &reader.actor.person);
    let ahead = training.about.day.to_datetime(training.about.from) > reader.here;
    let key = match (letter, training.phase, seat) {
        (Letter::TrainingPlace, Phase::Announced, Some(Seat::Place)) if ahead => "training-place",
        (Letter::TrainingCancelled, Phase::Cancelled, Some(_)) if ahead => "training-cancelled",
        _ => return Ok(None),
    };
    Ok(Some(of_training(reader, key, &training)))
}

fn of_training(reader: &Reader, key: &'static str, training: &Training) -> Told {
    let about = &training.about;
    Told::new(key, "letters-act-training", format!("/courses/trainings/{}", training.id))
        .with("title", about.title.as_str())
        .with("day", i18n::day_in_sentence(reader.lang, about.day))
        .with("time", i18n::time(about.from))
        .with("place", about.place.as_str())
}
