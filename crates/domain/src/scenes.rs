//! Mentoring that is shown: a situation is played at a meeting of a subject team, observers fill their sheets at once, the
//! team talks and decides (feat:F11; doc:A11, A22; essay:E17, E18, E23, E24). Diagram: `docs/states/scenes.md`;
//! docs/decisions/0051 says who reads what, 0059 who comes from other schools.

use crate::meetings::Span;
use crate::{Day, Instant, PersonId, SceneDecisionId, SceneId, SchoolId, SituationId};
use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use std::collections::{BTreeMap, BTreeSet};

/// The situations that come with the program; the words under which their texts stand in `content/scenes`.
pub const SITUATIONS: [&str; 20] = [
    "board-not-ready",
    "class-chat",
    "copied-feedback",
    "excellent-pupil",
    "first-parents-meeting",
    "first-summative",
    "homework-for-hours",
    "inclusive-pupil",
    "late-to-meetings",
    "lesson-too-short",
    "mentor-is-busy",
    "neighbours-advice",
    "nobody-answers",
    "own-idea",
    "phones-in-class",
    "plan-for-inspection",
    "report-not-in-list",
    "seating-quarrel",
    "two-languages",
    "wants-to-observe",
];

/// What observers look for, in the order of the sheet; the tails of text keys.
pub const CRITERIA: [&str; 5] = ["listens", "sees", "asks", "step", "dignity"];

/// The highest mark of a criterion; the lowest one is 0.
pub const MOST_MARK: u8 = 3;

/// From so many sheets on figures and words are shown: of fewer one would know whose they are.
pub const LEAST_SHEETS: usize = 3;

/// A school with fewer teachers of a subject than this learns which meetings of it other schools have opened; one without
/// any has nobody to send.
pub const LEAST_TEACHERS: usize = 3;

/// Most minutes of one part of the meeting.
pub const MOST_MINUTES: u16 = 120;

/// Most characters of a text of several lines.
pub const MOST_TEXT: usize = 2000;
/// Most characters of a line.
pub const MOST_LINE: usize = 120;
/// Most characters of a sentence: a decision, what helped, an address.
pub const MOST_WORDS: usize = 300;

/// A situation that a school wrote, without names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Its id.
    pub id: SituationId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Its title.
    pub title: String,
    /// What happened.
    pub happened: String,
    /// The card of whoever plays the mentor.
    pub mentor: String,
    /// The card of whoever plays the newcomer.
    pub newcomer: String,
    /// What observers watch for.
    pub watch: String,
    /// It is played no more; where it was, its text stays.
    pub retired: bool,
}

/// Which situation is played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Played {
    /// One that comes with the program: a word of [`SITUATIONS`].
    Starter(String),
    /// One of the school's own.
    Own(SituationId),
}

/// What somebody is at the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Plays the mentor: the one whose work is shown.
    Mentor,
    /// Plays the newcomer.
    Newcomer,
    /// Fills a sheet.
    Observer,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Mentor, Self::Newcomer, Self::Observer];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Newcomer => "newcomer",
            Self::Observer => "observer",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }
}

/// What an observer saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// A mark from 0 to [`MOST_MARK`] for each of [`CRITERIA`].
    pub marks: Vec<u8>,
    /// What helped, in words; empty where nothing was written.
    pub helped: String,
}

/// Somebody at the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What they are.
    pub part: Part,
    /// Their school; a guest's is another one than that which holds the meeting.
    pub home: SchoolId,
    /// What the chair has asked a guest to play, until the guest says yes or no.
    pub asked: Option<Part>,
    /// They came; said when the minutes are written.
    pub present: bool,
    /// The sheet, once it is in; an observer's alone.
    pub sheet: Option<Sheet>,
}

/// How long each part takes, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The play.
    pub play: u16,
    /// The sheets.
    pub sheets: u16,
    /// The talk about it.
    pub talk: u16,
}

impl Timing {
    /// What is proposed.
    pub const USUAL: Self = Self { play: 10, sheets: 5, talk: 20 };

    /// The three parts in their order, in minutes.
    pub const fn parts(self) -> [u16; 3] {
        [self.play, self.sheets, self.talk]
    }

    /// When each of the parts is over, counted from a beginning.
    pub fn ends(self, begun: DateTime) -> [Time; 3] {
        let mut at = begun;
        self.parts().map(|minutes| {
            at = at.saturating_add(i32::from(minutes).minutes());
            at.time()
        })
    }

    fn is_right(self) -> bool {
        self.parts().iter().all(|minutes| (1..=MOST_MINUTES).contains(minutes))
    }
}

/// What is written down for the minutes (doc:A11).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// How the play went and what the mentor did.
    pub course: String,
    /// What was said in the talk.
    pub notes: String,
    /// Who came from elsewhere without having signed up: a name and a school on each line.
    pub guests: String,
    /// Votes for the decisions, against them, withheld; all three are 0 where nobody voted.
    pub votes: [u16; 3],
}

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Day, place and roles are named.
    Planned,
    /// It is held.
    Begun,
    /// It was held.
    Closed {
        /// The number of its minutes in the school.
        number: u32,
    },
    /// It does not take place.
    Cancelled,
}

impl State {
    /// The word under which it is stored; also the tail of its text key and its name in the diagram.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Begun => "begun",
            Self::Closed { .. } => "closed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// One meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Its id.
    pub id: SceneId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The subject team.
    pub team: String,
    /// The day.
    pub day: Day,
    /// From when on, on the clock of the school.
    pub from: Time,
    /// Where.
    pub place: String,
    /// What is played.
    pub played: Played,
    /// How long each part takes.
    pub timing: Timing,
    /// The subject whose teachers of other schools of the district may come; none where the meeting is its school's alone.
    pub open_for: Option<String>,
    /// Who leads it.
    pub chair: PersonId,
    /// Who writes the minutes.
    pub secretary: PersonId,
    /// Those at the meeting.
    pub people: BTreeMap<PersonId, Place>,
    /// What is written down.
    pub record: Record,
    /// Whoever plays the mentor lets their card say that they have shown it.
    pub on_card: bool,
    /// Where it stands.
    pub state: State,
    /// When it began; nothing before, nor of one that began before this was kept.
    pub begun: Option<Instant>,
    /// Version for optimistic locking.
    pub version: i64,
}

/// What the meeting decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: SceneDecisionId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// The meeting.
    pub scene: SceneId,
    /// What is to be done.
    pub text: String,
    /// By whom.
    pub owner: PersonId,
    /// The school of whoever does it; a guest's is another one.
    pub home: SchoolId,
    /// Until when.
    pub until: Day,
    /// When its owner said that it is done.
    pub done: Option<Instant>,
}

/// A recording of the play: a link that whoever played the mentor put there, and who else may follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// The address.
    pub link: String,
    /// Who may follow it beside its owner.
    pub viewers: BTreeSet<PersonId>,
}

/// Why something does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The step does not lead on from here.
    NotHere,
    /// The day is over.
    Past,
    /// The meeting is on another day, which has not come.
    TooEarly,
    /// One plays the mentor, another one the newcomer, and at least one other one observes.
    Cast,
    /// Somebody does not work at the school on that day.
    Stranger,
    /// There is no such situation, or it is played no more.
    Situation,
    /// A part of the meeting takes from 1 to [`MOST_MINUTES`] minutes.
    Timing,
    /// A mark for each criterion is missing or off the scale.
    Marks,
    /// The course is not written.
    NoCourse,
    /// No sheet is in.
    NoSheet,
    /// A decision is to be done on the day of the meeting or later.
    Until,
    /// The address does not begin with `https://`.
    Link,
    /// Somebody named to follow it, or to carry a decision out, is not of the meeting.
    NotThere,
    /// Somebody else has written other words since the page was opened.
    Meanwhile,
    /// Whoever plays a part neither steps back nor takes another one.
    Plays,
}

/// The sheets together, as everybody of the meeting reads them after it: nothing says who wrote which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// How many sheets are in.
    pub sheets: usize,
    /// For each criterion the mean in hundredths of a mark; none where the sheets are fewer than [`LEAST_SHEETS`].
    pub means: Option<Vec<u32>>,
    /// What helped, in the order of the alphabet; nothing where the sheets are fewer.
    pub helped: Vec<String>,
}

/// May a meeting be planned so? `working` are those who work at the school on its day.
pub fn may_plan(scene: &Scene, working: &BTreeSet<PersonId>, today: Day) -> Result<(), Refused> {
    let there = |person: &PersonId| working.contains(person);
    match () {
        () if scene.day < today => Err(Refused::Past),
        () if !scene.timing.is_right() => Err(Refused::Timing),
        () if !scene.is_cast() => Err(Refused::Cast),
        () if !scene.members().iter().all(there) => Err(Refused::Stranger),
        () => Ok(()),
    }
}

impl Scene {
    /// When it is held: for as long as its parts take.
    pub fn span(&self) -> Span {
        Span { day: self.day, at: self.from, minutes: self.timing.parts().iter().sum() }
    }

    /// Those at the meeting, and those who lead it.
    pub fn members(&self) -> Vec<PersonId> {
        let all: BTreeSet<&PersonId> = self.people.keys().chain([&self.chair, &self.secretary]).collect();
        all.into_iter().cloned().collect()
    }

    /// The school of somebody at the meeting; whoever leads it is of the school that holds it.
    pub fn home_of(&self, person: &PersonId) -> &SchoolId {
        self.people.get(person).map_or(&self.school, |place| &place.home)
    }

    /// True for whoever is there from another school.
    pub fn is_guest(&self, person: &PersonId) -> bool {
        *self.home_of(person) != self.school
    }

    /// Was somebody there? A sheet and a part say so, and the minutes, without which no meeting is closed.
    pub fn was_there(&self, person: &PersonId) -> bool {
        let there = |place: &Place| place.present || place.sheet.is_some() || place.part != Part::Observer;
        self.people.get(person).is_some_and(there)
    }

    /// As those of other schools read it before they have signed up: what is announced, and nobody.
    #[must_use]
    pub fn announced(self) -> Self {
        let nobody = || PersonId::from("");
        Self {
            people: BTreeMap::new(),
            chair: nobody(),
            secretary: nobody(),
            record: Record::default(),
            on_card: false,
            ..self
        }
    }

    /// May teachers of other schools still come?
    pub fn takes_guests(&self, today: Day) -> Result<(), Refused> {
        match self.state {
            State::Planned if self.open_for.is_none() => Err(Refused::NotHere),
            State::Planned if self.day < today => Err(Refused::Past),
            State::Planned => Ok(()),
            _ => Err(Refused::NotHere),
        }
    }

    /// A teacher of another school comes, as an observer.
    pub fn welcome(mut self, guest: &PersonId, home: &SchoolId, today: Day) -> Result<Self, Refused> {
        self.takes_guests(today)?;
        let place =
            Place { part: Part::Observer, home: home.clone(), asked: None, present: false, sheet: None };
        self.people.entry(guest.clone()).or_insert(place);
        Ok(self)
    }

    /// One plays the mentor, one the newcomer, and somebody observes: whoever leaves their school may leave a part open.
    pub fn is_cast(&self) -> bool {
        let count = |part: Part| self.of_part(part).len();
        count(Part::Mentor) == 1 && count(Part::Newcomer) == 1 && count(Part::Observer) > 0
    }

    /// Without somebody who has left their school, before it begins: a part they had is open, and the chair gives it to
    /// an observer.
    #[must_use]
    pub fn without(mut self, person: &PersonId) -> Self {
        self.people.remove(person);
        self
    }

    /// Whoever leads the school stands in for a chair or a secretary who has left it.
    #[must_use]
    pub fn handed_over(mut self, left: &PersonId, to: &PersonId) -> Self {
        for leader in [&mut self.chair, &mut self.secretary] {
            if *leader == *left {
                leader.clone_from(to);
            }
        }
        self
    }

    /// A guest steps back before it begins; whoever plays tells the chair, who gives the part to somebody else. Of one that
    /// was called off a guest says that they know, whatever they were to be there.
    pub fn step_back(self, guest: &PersonId) -> Result<Self, Refused> {
        let plays = self.people.get(guest).is_some_and(|place| place.part != Part::Observer);
        match self.state {
            _ if !self.is_guest(guest) => Err(Refused::NotHere),
            State::Planned if plays => Err(Refused::Plays),
            State::Planned | State::Cancelled => Ok(self.without(guest)),
            State::Begun | State::Closed { .. } => Err(Refused::NotHere),
        }
    }

    /// The chair gives a part of the play to an observer, before it begins: somebody of the school has it at once, a guest is
    /// asked.
    pub fn ask(mut self, person: &PersonId, part: Part) -> Result<Self, Refused> {
        if self.state != State::Planned || part == Part::Observer {
            return Err(Refused::NotHere);
        }
        let is_guest = self.is_guest(person);
        let Some(place) = self.people.get_mut(person) else { return Err(Refused::NotThere) };
        match place.part {
            own if own == part => Ok(self),
            Part::Observer if is_guest => {
                place.asked = Some(part);
                Ok(self)
            }
            Part::Observer => Ok(self.cast(person, part)),
            Part::Mentor | Part::Newcomer => Err(Refused::Plays),
        }
    }

    /// A guest says yes or no to the part.
    pub fn answer(mut self, guest: &PersonId, yes: bool) -> Result<Self, Refused> {
        let planned = self.state == State::Planned;
        let asked = self.people.get_mut(guest).and_then(|place| place.asked.take());
        let Some(part) = asked.filter(|_| planned) else { return Err(Refused::NotHere) };
        Ok(if yes { self.cast(guest, part) } else { self })
    }

    /// Whoever had the part observes. Nobody else is asked for it any more: a late yes would take it from whoever has it.
    fn cast(mut self, person: &PersonId, part: Part) -> Self {
        for (other, place) in &mut self.people {
            if place.asked == Some(part) {
                place.asked = None;
            }
            if other == person {
                place.part = part;
            } else if place.part == part {
                place.part = Part::Observer;
            }
        }
        self
    }

    /// Those who lead it and write its minutes.
    pub fn leaders(&self) -> [PersonId; 2] {
        [self.chair.clone(), self.secretary.clone()]
    }

    /// Those of a part.
    pub fn of_part(&self, part: Part) -> Vec<PersonId> {
        let those = self.people.iter().filter(|(_, place)| place.part == part);
        those.map(|(person, _)| person.clone()).collect()
    }

    /// Whoever plays the mentor.
    pub fn performer(&self) -> Option<&PersonId> {
        self.people.iter().find(|(_, place)| place.part == Part::Mentor).map(|(person, _)| person)
    }

    /// It takes place at another time or place, before it begins.
    pub fn reschedule(self, (day, from): (Day, Time), place: &str, today: Day) -> Result<Self, Refused> {
        match self.state {
            State::Planned if day < today => Err(Refused::Past),
            State::Planned => Ok(Self { day, from, place: place.to_owned(), ..self }),
            _ => Err(Refused::NotHere),
        }
    }

    /// Planned -> Begun, on the day or later. Whoever was asked to play and has not answered observes.
    pub fn begin(mut self, today: Day) -> Result<Self, Refused> {
        match self.state {
            State::Planned if today < self.day => Err(Refused::TooEarly),
            State::Planned if !self.is_cast() => Err(Refused::Cast),
            State::Planned => {
                for place in self.people.values_mut() {
                    place.asked = None;
                }
                Ok(Self { state: State::Begun, ..self })
            }
            _ => Err(Refused::NotHere),
        }
    }

    /// Planned -> Cancelled; Begun -> Cancelled as long as no sheet is in: it was begun by mistake, or nobody came.
    pub fn cancel(self) -> Result<Self, Refused> {
        let empty = self.people.values().all(|place| place.sheet.is_none());
        match self.state {
            State::Planned => Ok(Self { state: State::Cancelled, ..self }),
            State::Begun if empty => Ok(Self { state: State::Cancelled, ..self }),
            _ => Err(Refused::NotHere),
        }
    }

    /// Begun -> Closed. From here on the sheets stand.
    pub fn close(self, number: u32) -> Result<Self, Refused> {
        match self.state {
            State::Begun if self.record.course.is_empty() => Err(Refused::NoCourse),
            State::Begun if self.people.values().all(|place| place.sheet.is_none()) => Err(Refused::NoSheet),
            State::Begun => Ok(Self { state: State::Closed { number }, ..self }),
            _ => Err(Refused::NotHere),
        }
    }

    /// Puts the sheet of an observer in; what was there is replaced, as long as the meeting is held.
    pub fn observe(mut self, observer: &PersonId, sheet: Sheet) -> Result<Self, Refused> {
        if self.state != State::Begun {
            return Err(Refused::NotHere);
        }
        if sheet.marks.len() != CRITERIA.len() || sheet.marks.iter().any(|mark| *mark > MOST_MARK) {
            return Err(Refused::Marks);
        }
        match self.people.get_mut(observer) {
            Some(place) if place.part == Part::Observer => {
                // Whoever has seen it was there.
                place.present = true;
                place.sheet = Some(sheet);
                Ok(self)
            }
            _ => Err(Refused::NotHere),
        }
    }

    /// Writes down what belongs into the minutes, and who came.
    pub fn record(mut self, record: Record, present: &BTreeSet<PersonId>) -> Result<Self, Refused> {
        if self.state != State::Begun {
            return Err(Refused::NotHere);
        }
        for (person, place) in &mut self.people {
            place.present = place.sheet.is_some() || present.contains(person);
        }
        Ok(Self { record, ..self })
    }

    /// May a decision be written down that somebody carries out until this day? Whoever was not at the meeting would find no
    /// page that says so.
    pub fn may_decide(&self, owner: &PersonId, until: Day) -> Result<(), Refused> {
        match self.state {
            State::Begun if until < self.day => Err(Refused::Until),
            State::Begun if !self.members().contains(owner) => Err(Refused::NotThere),
            State::Begun => Ok(()),
            _ => Err(Refused::NotHere),
        }
    }

    /// How many sheets are in.
    pub fn sheets(&self) -> usize {
        self.people.values().filter(|place| place.sheet.is_some()).count()
    }

    /// May a decision be said in other words, or taken out of the minutes? As long as the meeting is held; what was carried out
    /// stands.
    pub fn may_correct(&self, decision: &Decision) -> Result<(), Refused> {
        let open = self.state == State::Begun && decision.done.is_none();
        if open { Ok(()) } else { Err(Refused::NotHere) }
    }

    /// The sheets together; none before the meeting is closed (docs/decisions/0051).
    pub fn together(&self) -> Option<Together> {
        if !matches!(self.state, State::Closed { .. }) {
            return None;
        }
        let sheets: Vec<&Sheet> = self.people.values().filter_map(|place| place.sheet.as_ref()).collect();
        let count = u32::try_from(sheets.len()).unwrap_or(u32::MAX).max(1);
        let mean = |at: usize| {
            let sum: u32 =
                sheets.iter().filter_map(|sheet| sheet.marks.get(at)).map(|mark| u32::from(*mark)).sum();
            (sum * 100 + count / 2) / count
        };
        if sheets.len() < LEAST_SHEETS {
            return Some(Together { sheets: sheets.len(), means: None, helped: Vec::new() });
        }
        let mut helped: Vec<String> =
            sheets.iter().map(|sheet| sheet.helped.clone()).filter(|words| !words.is_empty()).collect();
        helped.sort();
        let means = (0..CRITERIA.len()).map(mean).collect();
        Some(Together { sheets: sheets.len(), means: Some(means), helped })
    }

    /// As somebody sees it: sheets but the own one are not there, whoever they are and whether it is closed or not.
    #[must_use]
    pub fn seen_by(mut self, reader: &PersonId) -> Self {
        for (person, place) in &mut self.people {
            if person != reader {
                place.sheet = None;
            }
        }
        self
    }
}

/// May a recording be put under this address?
pub fn may_link(link: &str) -> Result<(), Refused> {
    let whole = link.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
    if whole && !link.contains(char::is_whitespace) { Ok(()) } else { Err(Refused::Link) }
}

#[cfg(test)]
mod tests;
