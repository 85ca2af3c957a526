//! The minutes on paper (doc:A11), for everybody of the meeting, once it is closed; while it is held, a draft for whoever leads it,
//! to be read aloud, with nothing of the sheets. They name who was there, who played and
//! who took what on; of the sheets they say what everybody reads, without names.

use super::{leads, names, seen, text_of};
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::{Context, Failed};
use documents::scenes as printed;
use domain::duties::year_end;
use domain::scenes::{CRITERIA, Decision, MOST_MARK, Part, Place, Scene, State, Together};
use domain::{PersonId, SceneId};
use i18n::{Lang, t};
use std::collections::BTreeMap;

/// Prints the minutes.
pub async fn print(context: &Context<'_>, id: &SceneId, lang: Lang) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let scene = seen::<Unprintable>(&mut tx, context, id).await?;
    let number = match scene.state {
        State::Closed { number } => Some(number),
        State::Begun if leads(context, &scene) => None,
        _ => return Err(Failed::NotFound),
    };
    let together = scene.together();
    let school = store::schools::get(&mut tx, &scene.school).await?.ok_or(Failed::NotFound)?;
    let names = Names(names(&mut tx, &scene, lang).await?);
    let text = text_of(&mut tx, &scene, lang).await?;
    let decisions = store::scenes::decisions(&mut tx, &scene).await?;
    drop(tx);
    let (present, absent) = names.attendance(&scene);
    let mut guests = names.guests(&scene);
    guests.extend(lines(&scene.record.guests));
    let minutes = printed::Minutes {
        school: school_of(&school),
        school_year: year_end(scene.day).year().saturating_sub(1),
        date: scene.day,
        number,
        team: scene.team.clone(),
        place: scene.place.clone(),
        from: scene.from,
        chair: names.of(&scene.chair),
        secretary: names.of(&scene.secretary),
        present,
        absent,
        guests,
        title: text.title,
        happened: text.happened,
        timing: scene.timing.parts(),
        mentor: names.all(&scene.of_part(Part::Mentor)),
        newcomer: names.all(&scene.of_part(Part::Newcomer)),
        observers: names.all(&observers(&scene)),
        course: scene.record.course.clone(),
        notes: scene.record.notes.clone(),
        sheets: scene.sheets(),
        marks: together.as_ref().map(|together| marks(lang, together)).unwrap_or_default(),
        helped: together.map(|together| together.helped).unwrap_or_default(),
        decisions: decisions.iter().map(|one| names.decision(one)).collect(),
        votes: scene.record.votes,
    };
    let made_at = context.now;
    laid_out(move || printed::pdf(&minutes, lang, made_at)).await
}

/// Each criterion with its mean, as people write it: «2,75», in English «2.75»; nothing where the sheets are few.
fn marks(lang: Lang, together: &Together) -> Vec<(String, String)> {
    let comma = if lang == Lang::En { "." } else { "," };
    let line = |(word, mean): (&&str, &u32)| {
        let name = t(lang, &format!("scenes-criterion-{word}"), &[]);
        (name, format!("{}{comma}{:02} / {MOST_MARK}", mean / 100, mean % 100))
    };
    together.means.as_ref().map(|means| CRITERIA.iter().zip(means).map(line).collect()).unwrap_or_default()
}

/// Who observed; a guest who stayed away is in no list of the minutes.
fn observers(scene: &Scene) -> Vec<PersonId> {
    let mut observers = scene.of_part(Part::Observer);
    let came = |person: &PersonId| scene.people.get(person).is_some_and(|place| place.present);
    observers.retain(|person| !scene.is_guest(person) || came(person));
    observers
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Names of those at the meeting, with the schools of guests.
struct Names(BTreeMap<PersonId, String>);

impl Names {
    fn of(&self, person: &PersonId) -> String {
        self.0.get(person).cloned().unwrap_or_default()
    }

    fn all(&self, people: &[PersonId]) -> Vec<String> {
        people.iter().map(|person| self.of(person)).collect()
    }

    /// The guests who came.
    fn guests(&self, scene: &Scene) -> Vec<String> {
        let came = |(person, place): &(&PersonId, &Place)| place.present && scene.is_guest(person);
        scene.people.iter().filter(came).map(|(person, _)| self.of(person)).collect()
    }

    /// Who of the school was there and who was not; whoever leads the meeting is.
    fn attendance(&self, scene: &Scene) -> (Vec<String>, Vec<String>) {
        let leaders = scene.leaders();
        let there = |person: &PersonId| {
            leaders.contains(person) || scene.people.get(person).is_some_and(|place| place.present)
        };
        let own = scene.members().into_iter().filter(|person| !scene.is_guest(person));
        let (present, absent): (Vec<PersonId>, Vec<PersonId>) = own.partition(there);
        (self.all(&present), self.all(&absent))
    }

    fn decision(&self, decision: &Decision) -> printed::Decision {
        printed::Decision {
            text: decision.text.clone(),
            owner: self.of(&decision.owner),
            until: decision.until,
        }
    }
}
