//! A person's own planned meetings, as the page of joint work and the home show them.

use super::ShowPath;
use crate::PageError;
use crate::contacts::kind_key;
use crate::names::Names;
use actions::rotations::there;
use domain::contacts::{Contact, open};
use domain::programmes::Programme;
use domain::rotations::{Standing, Turn};
use domain::sides::Side;
use domain::timetables::Lesson;
use domain::{Day, MentorId, NewcomerId, PersonId};
use i18n::Lang;
use store::Tx;

/// A planned meeting that is still to come or of which nobody has said yet that it took place.
#[derive(Clone, Debug)]
pub(crate) struct Planned {
    pub(crate) turn: Turn,
    pub(crate) standing: Standing,
    /// The other one, as colleagues say the name.
    pub(crate) other: String,
    /// The lesson that is visited, where it is a visit.
    pub(crate) lesson: Option<Lesson>,
}

impl Planned {
    pub(crate) fn href(&self) -> String {
        ShowPath { id: self.turn.id.clone() }.to_string()
    }
}

/// The planned meetings of a newcomer; see [`planned`].
pub(crate) async fn of_newcomer(
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
    newcomer: &NewcomerId,
    contacts: &[Contact],
    today: Day,
) -> Result<Vec<Planned>, PageError> {
    let turns = store::rotations::of_newcomer(tx, &programme.school, newcomer).await?;
    planned(tx, programme, names, Side::Newcomer, turns, contacts, today).await
}

/// The planned meetings of a mentor; see [`planned`].
pub(crate) async fn of_mentor(
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
    mentor: &MentorId,
    contacts: &[Contact],
    today: Day,
) -> Result<Vec<Planned>, PageError> {
    let turns = store::rotations::of_mentor(tx, &programme.school, mentor).await?;
    planned(tx, programme, names, Side::Mentor, turns, contacts, today).await
}

/// What stands, or was missed and can still be written down, in the order of time, with those who are there:
/// nobody waits for somebody who has left.
async fn planned(
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
    side: Side,
    turns: Vec<Turn>,
    contacts: &[Contact],
    today: Day,
) -> Result<Vec<Planned>, PageError> {
    let mut all = Vec::new();
    if turns.is_empty() {
        return Ok(all);
    }
    let (newcomers, mentors) = there(tx, programme, today).await?;
    let written_down = open(programme, today).is_ok();
    for turn in turns {
        let two = newcomers.get(&turn.newcomer).zip(mentors.get(&turn.mentor));
        let Some((newcomer, mentor)) = two else { continue };
        let standing = turn.standing(have_met(&turn, contacts), today);
        let asks = match standing {
            Standing::Ahead => true,
            Standing::Missed => written_down,
            Standing::MetOtherwise | Standing::Held | Standing::Excused | Standing::Withdrawn => false,
        };
        if !asks {
            continue;
        }
        let other = match side {
            Side::Newcomer => names.mentor(&turn.mentor)?.name.polite(),
            Side::Mentor => names.newcomer(&turn.newcomer)?.name.polite(),
        };
        let lesson = visited(tx, &turn, newcomer, mentor).await?;
        all.push(Planned { turn, standing, other, lesson });
    }
    Ok(all)
}

/// True where the two of a planned meeting have done anything together that counts.
pub(crate) fn have_met(turn: &Turn, contacts: &[Contact]) -> bool {
    let of_two = |contact: &&Contact| contact.newcomer == turn.newcomer && contact.mentor == turn.mentor;
    domain::contacts::met(contacts.iter().filter(of_two)).is_some()
}

/// The lesson that is visited, as the timetable has it today.
pub(super) async fn visited(
    tx: &mut Tx,
    turn: &Turn,
    newcomer: &PersonId,
    mentor: &PersonId,
) -> Result<Option<Lesson>, PageError> {
    let person = match turn.kind.visited() {
        Some(Side::Newcomer) => newcomer,
        Some(Side::Mentor) => mentor,
        None => return Ok(None),
    };
    let lessons = store::timetables::of_person(tx, &turn.school, person).await?;
    Ok(lessons.into_iter().find(|lesson| turn.slot.is(lesson)))
}

/// «7 «В», кабинет 214»; empty where there is nothing to find.
pub(crate) fn place(lang: Lang, lesson: Option<&Lesson>) -> String {
    match lesson {
        None => String::new(),
        Some(Lesson { class, room: None, .. }) => class.clone(),
        Some(Lesson { class, room: Some(room), .. }) => {
            let args = [("class", class.as_str().into()), ("room", room.as_str().into())];
            i18n::t(lang, "rotations-place", &args)
        }
    }
}

/// A planned meeting in a list.
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) day: Day,
    pub(crate) lesson: u8,
    /// The key of its kind.
    pub(crate) kind: String,
    pub(crate) name: String,
    /// Class and room of the lesson that is visited.
    pub(crate) place: String,
    /// What is special about it: look, icon and key of a chip.
    pub(crate) chip: Option<(&'static str, &'static str, &'static str)>,
}

impl Row {
    pub(crate) fn of(lang: Lang, planned: &Planned, side: Side, today: Day) -> Self {
        let turn = &planned.turn;
        let chip = match turn.wish(today) {
            Some(asked) if asked.by == side => Some(("act", "clock", "rotations-chip-asked")),
            Some(_) => Some(("soon", "clock", "rotations-chip-waits")),
            None if planned.standing == Standing::Missed => {
                Some(("", "help-circle", "rotations-chip-missed"))
            }
            None => None,
        };
        Self {
            href: planned.href(),
            day: turn.slot.day,
            lesson: turn.slot.lesson,
            kind: kind_key(turn.kind),
            name: planned.other.clone(),
            place: place(lang, planned.lesson.as_ref()),
            chip,
        }
    }
}
