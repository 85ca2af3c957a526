//! Letters of the mentor course: it has begun, or there is no place now; a session is announced, has a free place, does not
//! take place, has something new for after.

use super::{Reader, Told};
use crate::letters::{Letter, school_name};
use domain::SchoolId;
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
    if letter == Letter::CourseDeclined {
        let declined = store::courses::declined(tx, school, &reader.actor.person).await?;
        // The word is read on the page, by nobody else.
        let told = Told::new("course-declined", "letters-act-course", "/courses".to_owned());
        return Ok(declined.map(|_| told));
    }
    // Another school's session may be open to the reader's, and its list holds both schools' people.
    let known = crate::courses::known(tx, school, &about.into(), reader.today).await?;
    let Some(training) = known else { return Ok(None) };
    let bookings = store::courses::bookings(tx, &training.school, &training.id).await?;
    let people: Vec<_> = bookings.into_iter().map(|one| one.person).collect();
    let seat = seat(&people, usize::from(training.about.places), &reader.actor.person);
    let ahead = training.about.day.to_datetime(training.about.from) > reader.here;
    let trains = training.about.leader != reader.actor.person && trains(tx, reader, &training).await?;
    let has_after = !training.about.after.is_empty();
    let key = match (letter, training.phase, seat) {
        (Letter::TrainingAnnounced, Phase::Announced, None) if ahead && trains => "training-announced",
        (Letter::TrainingPlace, Phase::Announced, Some(Seat::Place)) if ahead => "training-place",
        (Letter::TrainingCancelled, Phase::Cancelled, Some(_)) if ahead => "training-cancelled",
        (Letter::TrainingMaterial, Phase::Announced | Phase::Held, Some(_)) if has_after => {
            "training-material"
        }
        _ => return Ok(None),
    };
    let place = place(tx, reader, school, &training).await?;
    Ok(Some(of_training(reader, key, &training, place)))
}

/// Where a session is: in the house of another school with the name of that school.
async fn place(tx: &mut Tx, reader: &Reader, home: &SchoolId, training: &Training) -> store::Result<String> {
    let place = training.about.place.clone();
    if training.school == *home {
        return Ok(place);
    }
    let Some(host) = store::schools::get(tx, &training.school).await? else { return Ok(place) };
    Ok(format!("{}, {place}", school_name(reader.lang, Some(&host))))
}

/// The reader is at the stage of a session.
async fn trains(tx: &mut Tx, reader: &Reader, training: &Training) -> store::Result<bool> {
    let Some(school) = reader.actor.school.as_ref() else { return Ok(false) };
    let courses = store::courses::of_person(tx, school, &reader.actor.person).await?;
    Ok(courses.iter().any(|course| training.about.stage.is_at(&course.candidate.state)))
}

fn of_training(reader: &Reader, key: &'static str, training: &Training, place: String) -> Told {
    let about = &training.about;
    Told::new(key, "letters-act-training", format!("/courses/trainings/{}", training.id))
        .with("title", about.title.as_str())
        .with("day", i18n::day_in_sentence(reader.lang, about.day))
        .with("time", i18n::time(about.from))
        .with("place", place)
}
