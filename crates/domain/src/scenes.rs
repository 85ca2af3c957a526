//! Mentoring that is shown: a situation is played at a meeting of a subject team, observers fill their sheets at once, the
//! team talks and decides (feat:F11; doc:A11, A22; essay:E17, E18, E23, E24). Diagram: `docs/states/scenes.md`;
//! docs/decisions/0051 says who reads what, 0059 who comes from other schools.

use crate::{Day, Instant, PersonId, SceneDecisionId, SceneId, SchoolId, SituationId};
use jiff::civil::Time;
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

/// From so many sheets on figures are shown: of fewer one would know who gave which.
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

    fn is_right(self) -> bool {
        [self.play, self.sheets, self.talk].iter().all(|minutes| (1..=MOST_MINUTES).contains(minutes))
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
    /// What helped, in the order of the alphabet.
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
        let mut helped: Vec<String> =
            sheets.iter().map(|sheet| sheet.helped.clone()).filter(|words| !words.is_empty()).collect();
        helped.sort();
        Some(Together {
            sheets: sheets.len(),
            means: (sheets.len() >= LEAST_SHEETS).then(|| (0..CRITERIA.len()).map(mean).collect()),
            helped,
        })
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
mod tests {
    use super::*;
    use crate::diagrams::arrows;
    use jiff::civil::{date, time};

    const DAY: Day = date(2026, 11, 12);

    fn place(part: Part) -> Place {
        Place { part, home: "school-12".into(), asked: None, present: false, sheet: None }
    }

    fn scene() -> Scene {
        let people = [
            ("aigul", Part::Mentor),
            ("dana", Part::Newcomer),
            ("bekzhan", Part::Observer),
            ("polina", Part::Observer),
            ("zarina", Part::Observer),
        ];
        Scene {
            id: "scene".into(),
            school: "school-12".into(),
            team: "Жаратылыстану".into(),
            day: DAY,
            from: time(15, 0, 0, 0),
            place: "Кабинет 12".into(),
            played: Played::Starter(SITUATIONS[0].to_owned()),
            timing: Timing::USUAL,
            open_for: None,
            chair: "gulnafisa".into(),
            secretary: "bekzhan".into(),
            people: people.into_iter().map(|(person, part)| (person.into(), place(part))).collect(),
            record: Record::default(),
            on_card: false,
            state: State::Planned,
            version: 0,
        }
    }

    fn sheet(mark: u8, helped: &str) -> Sheet {
        Sheet { marks: vec![mark; CRITERIA.len()], helped: helped.to_owned() }
    }

    fn held() -> Scene {
        let mut scene = scene().begin(DAY).unwrap();
        scene.record.course = "Тыңдады, сұрады.".to_owned();
        scene
    }

    #[test]
    fn the_diagram_is_what_the_rules_do() {
        let written =
            Scene { state: State::Begun, ..held().observe(&"polina".into(), sheet(2, "")).unwrap() };
        let mut seen = BTreeSet::new();
        for from in [State::Planned, State::Begun, State::Closed { number: 1 }, State::Cancelled] {
            let here = Scene { state: from, ..written.clone() };
            let steps = [here.clone().begin(DAY), here.clone().cancel(), here.close(1)];
            seen.extend(steps.into_iter().flatten().map(|after| (from.word(), after.state.word())));
        }
        assert_eq!(written.cancel(), Err(Refused::NotHere), "somebody has handed a sheet in");
        seen.extend(held().cancel().map(|after| ("begun", after.state.word())));
        assert_eq!(seen, arrows(include_str!("../../../docs/states/scenes.md")));
    }

    #[test]
    fn a_meeting_needs_both_players_an_observer_and_people_of_the_school() {
        let (whole, working) = (scene(), scene().members().into_iter().collect());
        assert_eq!(may_plan(&whole, &working, DAY), Ok(()));
        assert_eq!(may_plan(&whole, &working, date(2026, 11, 13)), Err(Refused::Past));
        assert_eq!(may_plan(&whole, &BTreeSet::new(), DAY), Err(Refused::Stranger));
        for missing in ["aigul", "dana"] {
            let mut less = whole.clone();
            less.people.remove(&PersonId::from(missing));
            assert_eq!(may_plan(&less, &working, DAY), Err(Refused::Cast), "{missing}");
        }
        let long = Scene { timing: Timing { talk: 121, ..Timing::USUAL }, ..whole };
        assert_eq!(may_plan(&long, &working, DAY), Err(Refused::Timing));
    }

    #[test]
    fn it_does_not_begin_before_its_day_and_does_not_close_without_course_and_sheet() {
        assert_eq!(scene().begin(date(2026, 11, 11)), Err(Refused::TooEarly));
        assert_eq!(scene().begin(DAY).unwrap().close(1), Err(Refused::NoCourse));
        assert_eq!(held().close(1), Err(Refused::NoSheet));
    }

    #[test]
    fn a_sheet_is_whole_and_an_observers_own() {
        assert_eq!(held().observe(&"aigul".into(), sheet(3, "")), Err(Refused::NotHere));
        assert_eq!(held().observe(&"polina".into(), sheet(4, "")), Err(Refused::Marks));
        let short = Sheet { marks: vec![1], helped: String::new() };
        assert_eq!(held().observe(&"polina".into(), short), Err(Refused::Marks));
        let closed = held().observe(&"polina".into(), sheet(2, "")).unwrap().close(1).unwrap();
        assert_eq!(closed.observe(&"polina".into(), sheet(3, "")), Err(Refused::NotHere));
    }

    #[test]
    fn n05_words_of_observers_are_read_after_the_meeting_and_by_nobody_with_a_name() {
        let mut scene = held().observe(&"polina".into(), sheet(3, "Үнсіз күтті")).unwrap();
        assert_eq!(scene.together(), None, "not before it is closed");
        scene = scene.observe(&"bekzhan".into(), sheet(1, "Адал айтты")).unwrap();
        for reader in ["aigul", "dana", "bekzhan", "gulnafisa"] {
            let seen = scene.clone().seen_by(&reader.into());
            assert_eq!(seen.people.get(&PersonId::from("polina")).unwrap().sheet, None, "{reader}");
        }
        let few = scene.clone().close(1).unwrap().together().unwrap();
        assert_eq!((few.sheets, few.means), (2, None), "two marks would say whose they are");
        let all =
            scene.observe(&"zarina".into(), sheet(1, "")).unwrap().close(1).unwrap().together().unwrap();
        assert_eq!(all.means, Some(vec![167; CRITERIA.len()]));
        assert_eq!(all.helped, ["Адал айтты", "Үнсіз күтті"]);
    }

    #[test]
    fn a_decision_is_carried_out_by_somebody_of_the_meeting() {
        assert_eq!(held().may_decide(&"gulnafisa".into(), DAY), Ok(()), "whoever leads it is of it");
        assert_eq!(held().may_decide(&"timur".into(), DAY), Err(Refused::NotThere));
        assert_eq!(held().may_decide(&"aigul".into(), date(2026, 11, 11)), Err(Refused::Until));
        assert_eq!(scene().may_decide(&"aigul".into(), DAY), Err(Refused::NotHere));
    }

    #[test]
    fn whoever_has_a_sheet_in_was_there() {
        let scene = held().observe(&"polina".into(), sheet(2, "")).unwrap();
        let present = [PersonId::from("aigul")].into_iter().collect();
        let scene = scene.record(Record::default(), &present).unwrap();
        let there: Vec<&str> =
            scene.people.iter().filter(|(_, place)| place.present).map(|(id, _)| id.as_str()).collect();
        assert_eq!(there, ["aigul", "polina"]);
    }

    #[test]
    fn a_recording_is_a_whole_address_that_is_encrypted() {
        assert_eq!(may_link("https://video.example/1"), Ok(()));
        for wrong in ["http://video.example", "https://", "javascript:alert(1)", "https://a b"] {
            assert_eq!(may_link(wrong), Err(Refused::Link), "{wrong}");
        }
    }

    fn open() -> Scene {
        Scene { open_for: Some("Физика".to_owned()), ..scene() }
    }

    #[test]
    fn a_teacher_of_another_school_comes_to_an_open_meeting_before_it_begins() {
        let (guest, home) = (PersonId::from("timur"), SchoolId::from("school-7"));
        assert_eq!(scene().welcome(&guest, &home, DAY), Err(Refused::NotHere));
        assert_eq!(open().welcome(&guest, &home, DAY.tomorrow().unwrap()), Err(Refused::Past));
        let begun = open().begin(DAY).unwrap();
        assert_eq!(begun.welcome(&guest, &home, DAY), Err(Refused::NotHere));
        let come = open().welcome(&guest, &home, DAY).unwrap();
        assert_eq!(come.people[&guest].part, Part::Observer);
        assert!(come.is_guest(&guest) && !come.is_guest(&"dana".into()) && !come.is_guest(&come.chair));
        assert_eq!(come.clone().welcome(&guest, &home, DAY), Ok(come.clone()), "sent twice, there once");
        assert_eq!(come.clone().step_back(&guest), Ok(open()));
        assert_eq!(
            come.step_back(&"polina".into()),
            Err(Refused::NotHere),
            "the school names its own people"
        );
    }

    #[test]
    fn a_guest_plays_what_they_said_yes_to_and_somebody_of_the_school_at_once() {
        let (guest, aigul) = (PersonId::from("timur"), PersonId::from("aigul"));
        let come = open().welcome(&guest, &"school-7".into(), DAY).unwrap();
        assert_eq!(come.clone().answer(&guest, true), Err(Refused::NotHere), "nobody has asked");
        let asked = come.ask(&guest, Part::Mentor).unwrap();
        assert_eq!(asked.performer(), Some(&aigul), "nothing changes before the yes");
        let no = asked.clone().answer(&guest, false).unwrap();
        assert!(no.people[&guest].asked.is_none() && no.performer() == Some(&aigul));
        let yes = asked.answer(&guest, true).unwrap();
        assert_eq!((yes.performer(), yes.people[&aigul].part), (Some(&guest), Part::Observer));
        assert_eq!(yes.clone().step_back(&guest), Err(Refused::Plays));
        assert_eq!(
            yes.clone().ask(&"dana".into(), Part::Mentor),
            Err(Refused::Plays),
            "she plays the newcomer"
        );
        let back = yes.ask(&aigul, Part::Mentor).unwrap();
        assert_eq!((back.performer(), back.people[&guest].part), (Some(&aigul), Part::Observer));
        assert!(back.step_back(&guest).is_ok());
    }

    #[test]
    fn a_part_that_somebody_has_is_not_taken_from_them_by_a_late_yes() {
        let (guest, other) = (PersonId::from("timur"), PersonId::from("inna"));
        let come = open().welcome(&guest, &"school-7".into(), DAY).unwrap();
        let come = come.welcome(&other, &"school-3".into(), DAY).unwrap();
        let asked = come.ask(&guest, Part::Mentor).unwrap().ask(&other, Part::Mentor).unwrap();
        let yes = asked.clone().answer(&other, true).unwrap();
        assert_eq!(yes.clone().answer(&guest, true), Err(Refused::NotHere));
        assert_eq!(yes.performer(), Some(&other));
        let given = asked.clone().ask(&"polina".into(), Part::Mentor).unwrap();
        assert!(given.people.values().all(|place| place.asked.is_none()), "she has it at once");
        let newcomer = asked.ask(&"polina".into(), Part::Newcomer).unwrap();
        assert_eq!(newcomer.people[&guest].asked, Some(Part::Mentor), "that is another part");
        assert!(newcomer.begin(DAY).unwrap().people.values().all(|place| place.asked.is_none()));
    }

    #[test]
    fn a_part_that_fell_open_is_given_before_it_begins() {
        let less = scene().without(&"aigul".into());
        assert_eq!(less.clone().begin(DAY), Err(Refused::Cast));
        let cast = less.ask(&"zarina".into(), Part::Mentor).unwrap();
        assert!(cast.performer() == Some(&"zarina".into()) && cast.begin(DAY).is_ok());
        let led = scene().handed_over(&"bekzhan".into(), &"gulnafisa".into());
        assert_eq!(led.leaders(), [PersonId::from("gulnafisa"), "gulnafisa".into()], "he was the secretary");
    }

    #[test]
    fn a_guest_who_alone_observes_steps_back_and_the_meeting_waits_for_somebody() {
        let guest = PersonId::from("timur");
        let mut come = open().welcome(&guest, &"school-7".into(), DAY).unwrap();
        come.people.retain(|person, place| *person == guest || place.part != Part::Observer);
        assert_eq!(come.step_back(&guest).unwrap().begin(DAY), Err(Refused::Cast));
    }

    #[test]
    fn a_guest_takes_what_was_called_off_away_and_what_has_begun_not() {
        let guest = PersonId::from("timur");
        let come = open().welcome(&guest, &"school-7".into(), DAY).unwrap();
        let plays = come.ask(&guest, Part::Mentor).unwrap().answer(&guest, true).unwrap();
        let off = plays.clone().cancel().unwrap();
        assert!(!off.step_back(&guest).unwrap().people.contains_key(&guest));
        assert_eq!(plays.begin(DAY).unwrap().step_back(&guest), Err(Refused::NotHere));
    }

    #[test]
    fn n05_who_has_not_signed_up_reads_what_is_announced_and_nobody() {
        let mut held = Scene { open_for: Some("Физика".to_owned()), ..held() };
        held.record.notes = "Сөз 7310".to_owned();
        let read = format!("{:?}", held.announced());
        for word in ["aigul", "dana", "polina", "gulnafisa", "bekzhan", "7310"] {
            assert!(!read.contains(word), "{word}: {read}");
        }
    }
}
