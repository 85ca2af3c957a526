//! What the pairs of a reader give to a text: with whom they work, and when they meet next.

use domain::Day;
use domain::meetings::{Meeting, State};
use domain::people::Person;
use i18n::{Lang, t};
use jiff::civil::Time;
use store::Tx;

/// Of one reader, as of the day on which something is sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Own {
    partners: Vec<String>,
    next: Option<(Day, Option<Time>)>,
}

impl Own {
    pub(crate) async fn load(tx: &mut Tx, reader: &Person, on: Day) -> store::Result<Self> {
        let mut own = Self::default();
        let Some(school) = &reader.school else { return Ok(own) };
        let Some(programme) = store::programmes::running(tx, school, on).await? else { return Ok(own) };
        let newcomers = store::newcomers::of_programme(tx, school, &programme.id).await?;
        let mentors = store::mentors::of_programme(tx, school, &programme.id).await?;
        for pair in store::pairs::of_programme(tx, school, &programme.id).await? {
            let newcomer = newcomers.iter().find(|one| one.id == pair.newcomer).map(|one| &one.person);
            let mentor = mentors.iter().find(|one| one.id == pair.mentor).map(|one| &one.person);
            let (Some(newcomer), Some(mentor)) = (newcomer, mentor) else { continue };
            let other = match &reader.id {
                me if me == newcomer => mentor,
                me if me == mentor => newcomer,
                _ => continue,
            };
            if !pair.is_settled() {
                continue;
            }
            let found = store::people::get(tx, other).await?;
            own.partners.extend(found.map(|person| person.name.full()));
            let meetings = store::meetings::of_pair(tx, school, &pair.id).await?;
            let ahead = meetings.iter().filter(|one| one.day >= on && stands(one));
            own.next = ahead.map(|one| (one.day, one.at)).chain(own.next).min();
        }
        Ok(own)
    }

    /// With whom the reader works, in words.
    pub(super) fn partner(&self, lang: Lang) -> String {
        if self.partners.is_empty() { t(lang, "messages-no-partner", &[]) } else { self.partners.join(", ") }
    }

    /// When the reader meets them next, in words.
    pub(super) fn meeting(&self, lang: Lang) -> String {
        match self.next {
            None => t(lang, "messages-no-meeting", &[]),
            Some((day, None)) => i18n::day(lang, day),
            Some((day, Some(at))) => format!("{}, {}", i18n::day(lang, day), i18n::time(at)),
        }
    }
}

/// Both have agreed to it, or it was held since.
const fn stands(meeting: &Meeting) -> bool {
    matches!(meeting.state, State::Agreed | State::Moving { .. } | State::Held)
}
