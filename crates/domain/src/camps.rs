//! Camps, clubs and schools of young specialists (feat:H1; doc:A22; essay:E17): days with a grid, workshops with places, an
//! order of one's own for each slot, a draw that everybody can follow. A school holds one, and the schools of its district
//! come (docs/decisions/0055).

pub mod voices;

use crate::{CampId, Day, DistrictId, PersonId, SchoolId};
use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most characters of a line: a title, a place, a name.
pub const MOST_LINE: usize = 120;
/// Most characters of a packing list, of the organiser's words.
pub const MOST_WORDS: usize = 2000;
/// Most days from the first to the last of a camp (ours: a summer shift).
pub const MOST_DAYS: i32 = 31;
/// Most days from the first to the last of a club or a school: they meet through a year (ours).
pub const MOST_DAYS_OF_MEETINGS: i32 = 366;
/// Most slots of the grid.
pub const MOST_SLOTS: usize = 60;
/// Most workshops of a slot.
pub const MOST_WORKSHOPS: usize = 20;
/// Most places of a workshop.
pub const MOST_SEATS: u16 = 500;
/// Most groups.
pub const MOST_GROUPS: usize = 30;
/// Days after the last one in which those who lead a closed camp correct who was there, and their words (ours).
pub const CORRECT_DAYS: i32 = 14;
/// How many workshops of a slot somebody puts in order.
pub const MOST_WISHES: usize = 3;

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Some days in a row.
    Camp,
    /// It meets now and then, once a month for instance.
    Club,
    /// A school of young specialists: the same.
    School,
}

impl Kind {
    /// All.
    pub const ALL: [Self; 3] = [Self::Camp, Self::Club, Self::School];

    /// The word under which it is stored; also the tail of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Camp => "camp",
            Self::Club => "club",
            Self::School => "school",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Most days from its first to its last one.
    const fn most_days(self) -> i32 {
        match self {
            Self::Camp => MOST_DAYS,
            Self::Club | Self::School => MOST_DAYS_OF_MEETINGS,
        }
    }
}

/// How a camp stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Its grid is made.
    Planned,
    /// The grid stands, the seed of the draw is published, people sign up.
    Open,
    /// Everybody knows their workshops.
    Assigned,
    /// It was held, and its report stands.
    Closed,
    /// It is not held.
    Cancelled,
}

impl State {
    /// All.
    pub const ALL: [Self; 5] = [Self::Planned, Self::Open, Self::Assigned, Self::Closed, Self::Cancelled];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Assigned => "assigned",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// A workshop: one of those that are held beside each other in a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workshop {
    /// What it is about.
    pub title: String,
    /// Who leads it; somebody from outside may.
    pub leader: String,
    /// Where.
    pub place: String,
    /// How many people it takes.
    pub seats: u16,
}

/// A slot of the grid: everybody together, or one of the workshops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub day: Day,
    /// From when on.
    pub from: Time,
    /// Until when.
    pub until: Time,
    /// What it is.
    pub title: String,
    /// Where; of workshops each says its own.
    pub place: String,
    /// The workshops; none where everybody is together.
    pub workshops: Vec<Workshop>,
}

/// A group of the camp with who leads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Who leads it: one of the camp; nobody once they do not come, until another one is named.
    pub leader: Option<PersonId>,
    /// Who is in it.
    pub members: BTreeSet<PersonId>,
}

/// Somebody stepped back after workshops were given out. The draw stays as it was; this is written behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The day on which it was said.
    pub on: Day,
    /// From when on they do not come, by the clock of the camp: then, or a day on which they leave their school.
    pub gone: DateTime,
    /// Who stepped back.
    pub person: PersonId,
    /// Their seats of slots that were still to come.
    pub freed: Vec<Freed>,
}

/// A seat that fell free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Freed {
    /// The slot, by its place in the grid.
    pub slot: usize,
    /// The workshop, by its place in the slot.
    pub workshop: usize,
    /// Who moved up; nobody where everybody has a seat.
    pub to: Option<PersonId>,
}

/// What whoever plans a camp says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// Where.
    pub place: String,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// What to bring along, line by line.
    pub packing: String,
}

/// A camp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Camp {
    /// Its id.
    pub id: CampId,
    /// The school that holds it; leads every key.
    pub school: SchoolId,
    /// The district whose schools may come.
    pub district: DistrictId,
    /// What it is: a camp, a club, a school.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// Where.
    pub place: String,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// What to bring along, line by line.
    pub packing: String,
    /// The grid in the order of time.
    pub slots: Vec<Slot>,
    /// The groups.
    pub groups: Vec<Group>,
    /// What the draw begins with: published when the camp opens, empty before.
    pub seed: String,
    /// What the organiser adds to the report: questions and ideas that were raised, what people said of it.
    pub words: String,
    /// Who stepped back after the draw, in that order.
    pub changes: Vec<Change>,
    /// How it stands.
    pub state: State,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// In which camp.
    pub camp: CampId,
    /// The school that holds it.
    pub school: SchoolId,
    /// Who.
    pub person: PersonId,
    /// The school where they work.
    pub home: SchoolId,
    /// For each slot the workshops in the own order, the best first; by their places in the slot.
    pub wishes: Vec<Vec<u32>>,
    /// For each slot the workshop, once it was drawn.
    pub got: Vec<Option<u32>>,
    /// Since when they agree to be photographed; nobody who has not said so is.
    pub photo: Option<Day>,
    /// The days on which they were there.
    pub present: BTreeSet<Day>,
}

/// Why something is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CampRefused {
    /// It does not go from here.
    NotNow,
    /// The days have passed, stand in a wrong order, or are too many.
    Days,
    /// A slot lies outside the days, ends before it begins, or stands where another one is.
    Slot,
    /// There are as many as there may be.
    TooMany,
    /// A workshop takes between 1 and [`MOST_SEATS`] people.
    Seats,
    /// There is no such slot.
    NoSlot,
    /// The grid is empty.
    Empty,
    /// A workshop that is not there, or one that stands twice in an order.
    Wish,
    /// Nobody of this id takes part.
    Person,
    /// The camp is not over, or the day is not one of its days so far.
    Early,
    /// Its days have passed.
    Past,
    /// Nothing was said.
    Silent,
}

/// Why somebody is in a workshop, step by step down their own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// This one was full: everybody in it stood earlier, the last of them at this place of the draw.
    Full {
        /// The workshop.
        workshop: usize,
        /// The place of the last one who got in, from 1 on.
        last: usize,
    },
    /// This one was wished and had a place.
    Got {
        /// The workshop.
        workshop: usize,
        /// Which wish it was, from 1 on.
        rank: usize,
    },
    /// None of those wished had a place, or nothing was wished; this one had.
    Rest {
        /// The workshop.
        workshop: usize,
    },
    /// No workshop had a place.
    Nothing,
}

/// What is told of one slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The own place in the draw, from 1 on.
    pub place: usize,
    /// How many people were in it.
    pub of: usize,
    /// The steps; the last one is what came of it.
    pub steps: Vec<Why>,
    /// The workshop to which they moved up after the draw, and on which day.
    pub later: Option<(usize, Day)>,
}

/// May these be its first and last day?
pub fn may_plan(kind: Kind, (first, last): (Day, Day), today: Day) -> Result<(), CampRefused> {
    let long = (last - first).get_days();
    if first < today || last < first || long >= kind.most_days() { Err(CampRefused::Days) } else { Ok(()) }
}

impl Camp {
    fn planned(self) -> Result<Self, CampRefused> {
        if self.state == State::Planned { Ok(self) } else { Err(CampRefused::NotNow) }
    }

    /// Says what it is anew while the grid is made; the grid lies inside its days.
    pub fn replan(self, planned: Planned, today: Day) -> Result<Self, CampRefused> {
        let camp = self.planned()?;
        let Planned { kind, title, place, first, last, packing } = planned;
        if (kind, first, last) != (camp.kind, camp.first, camp.last) {
            may_plan(kind, (first, last), today)?;
        }
        if camp.slots.iter().any(|slot| slot.day < first || last < slot.day) {
            return Err(CampRefused::Slot);
        }
        Ok(Self { kind, title, place, first, last, packing, ..camp })
    }

    /// Adds a slot while the grid is made.
    pub fn add_slot(self, slot: Slot) -> Result<Self, CampRefused> {
        let mut camp = self.planned()?;
        let inside = camp.holds(&slot);
        let meets = |one: &Slot| one.day == slot.day && one.from < slot.until && slot.from < one.until;
        match () {
            () if !inside || camp.slots.iter().any(meets) => Err(CampRefused::Slot),
            () if camp.slots.len() >= MOST_SLOTS => Err(CampRefused::TooMany),
            () => {
                camp.slots.push(slot);
                camp.slots.sort_by_key(|one| (one.day, one.from));
                Ok(camp)
            }
        }
    }

    /// Does a slot lie inside its days, and end after it begins?
    fn holds(&self, slot: &Slot) -> bool {
        self.first <= slot.day && slot.day <= self.last && slot.from < slot.until
    }

    /// A club or a school goes on through a year: its meetings may change, and people come later, too.
    fn going_on(self) -> Result<Self, CampRefused> {
        let goes = self.is_spread() && matches!(self.state, State::Open | State::Assigned);
        if goes { Ok(self) } else { Err(CampRefused::NotNow) }
    }

    /// Does a slot stand behind the slot of this place in the grid?
    fn is_behind(&self, slot: &Slot, at: Option<usize>) -> bool {
        let before = at.and_then(|at| self.slots.get(at));
        before.is_none_or(|before| (before.day, before.until) <= (slot.day, slot.from))
    }

    /// Adds a meeting without workshops to a club or a school that goes on, behind all others: wishes, places and the draw are kept
    /// by the places of slots in the grid.
    pub fn add_meeting(self, slot: Slot, today: Day) -> Result<Self, CampRefused> {
        let mut camp = self.going_on()?;
        let fits = camp.holds(&slot) && camp.is_behind(&slot, camp.slots.len().checked_sub(1));
        match () {
            () if !fits || slot.day < today || !slot.workshops.is_empty() => Err(CampRefused::Slot),
            () if camp.slots.len() >= MOST_SLOTS => Err(CampRefused::TooMany),
            () => {
                camp.slots.push(slot);
                Ok(camp)
            }
        }
    }

    /// Moves a meeting of a club or a school that is still to come. It stays between those before and behind it, and one with
    /// workshops, whose places were given out for its time, stays where it is.
    pub fn move_meeting(self, at: usize, slot: Slot, today: Day) -> Result<Self, CampRefused> {
        let mut camp = self.going_on()?;
        let Some(old) = camp.slots.get(at) else { return Err(CampRefused::NoSlot) };
        let plain = old.workshops.is_empty() && slot.workshops.is_empty();
        let ahead = today <= old.day && today <= slot.day;
        let next = camp.slots.get(at + 1);
        let before_next = next.is_none_or(|next| (slot.day, slot.until) <= (next.day, next.from));
        if !plain || !ahead || !before_next || !camp.holds(&slot) || !camp.is_behind(&slot, at.checked_sub(1))
        {
            return Err(CampRefused::Slot);
        }
        if let Some(place) = camp.slots.get_mut(at) {
            *place = slot;
        }
        Ok(camp)
    }

    /// May somebody come to a club or a school whose workshops were given out? Whoever stepped back does not come again.
    pub fn may_come_late(&self, person: &PersonId, today: Day) -> Result<(), CampRefused> {
        let goes = self.is_spread() && self.state == State::Assigned && today <= self.last;
        if goes && !self.has_left(person) { Ok(()) } else { Err(CampRefused::NotNow) }
    }

    /// Did somebody come after workshops were given out? They stand in no draw.
    pub fn is_late(&self, member: &Member) -> bool {
        matches!(self.state, State::Assigned | State::Closed) && member.got.is_empty()
    }

    /// Takes a slot out while the grid is made.
    pub fn remove_slot(self, at: usize) -> Result<Self, CampRefused> {
        let mut camp = self.planned()?;
        if at >= camp.slots.len() {
            return Err(CampRefused::NoSlot);
        }
        camp.slots.remove(at);
        Ok(camp)
    }

    /// Adds a workshop to a slot while the grid is made.
    pub fn add_workshop(self, at: usize, workshop: Workshop) -> Result<Self, CampRefused> {
        let mut camp = self.planned()?;
        let slot = camp.slots.get_mut(at).ok_or(CampRefused::NoSlot)?;
        match () {
            () if !(1..=MOST_SEATS).contains(&workshop.seats) => Err(CampRefused::Seats),
            () if slot.workshops.len() >= MOST_WORKSHOPS => Err(CampRefused::TooMany),
            () => {
                slot.workshops.push(workshop);
                Ok(camp)
            }
        }
    }

    /// Takes one workshop out of a slot while the grid is made.
    pub fn remove_workshop(self, at: usize, (title, leader): (&str, &str)) -> Result<Self, CampRefused> {
        let mut camp = self.planned()?;
        let slot = camp.slots.get_mut(at).ok_or(CampRefused::NoSlot)?;
        slot.workshops.retain(|one| (one.title.as_str(), one.leader.as_str()) != (title, leader));
        Ok(camp)
    }

    /// Planned -> Open, up to its last day: the grid stands from now on, and the seed is published before anybody has signed
    /// up.
    pub fn open(self, seed: String, today: Day) -> Result<Self, CampRefused> {
        let camp = self.planned()?;
        if camp.last < today {
            return Err(CampRefused::Past);
        }
        if camp.slots.is_empty() {
            return Err(CampRefused::Empty);
        }
        Ok(Self { state: State::Open, seed, ..camp })
    }

    /// Open -> Assigned.
    pub fn assign(self) -> Result<Self, CampRefused> {
        match self.state {
            State::Open => Ok(Self { state: State::Assigned, ..self }),
            _ => Err(CampRefused::NotNow),
        }
    }

    /// Assigned -> Closed, on its last day or later.
    pub fn close(self, today: Day) -> Result<Self, CampRefused> {
        match self.state {
            State::Assigned if today < self.last => Err(CampRefused::Early),
            State::Assigned => Ok(Self { state: State::Closed, ..self }),
            _ => Err(CampRefused::NotNow),
        }
    }

    /// Planned, Open or Assigned -> Cancelled.
    pub fn cancel(self) -> Result<Self, CampRefused> {
        match self.state {
            State::Planned | State::Open | State::Assigned => Ok(Self { state: State::Cancelled, ..self }),
            State::Closed | State::Cancelled => Err(CampRefused::NotNow),
        }
    }

    /// Puts people into a group with a leader; a group of this name is made anew, and nobody is in two.
    pub fn group(self, group: Group, people: &BTreeSet<PersonId>) -> Result<Self, CampRefused> {
        if !matches!(self.state, State::Open | State::Assigned) {
            return Err(CampRefused::NotNow);
        }
        let led = group.leader.as_ref().is_some_and(|leader| people.contains(leader));
        if !led || !group.members.is_subset(people) {
            return Err(CampRefused::Person);
        }
        let mut groups = self.groups;
        groups.retain(|one| one.name != group.name);
        if groups.len() >= MOST_GROUPS {
            return Err(CampRefused::TooMany);
        }
        for other in &mut groups {
            other.members.retain(|one| !group.members.contains(one));
        }
        groups.push(group);
        groups.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Self { groups, ..self })
    }

    /// May somebody sign up, put workshops in order, or step back?
    pub fn may_join(&self, wishes: &[Vec<u32>]) -> Result<(), CampRefused> {
        if self.state != State::Open {
            return Err(CampRefused::NotNow);
        }
        if wishes.len() != self.slots.len() {
            return Err(CampRefused::Wish);
        }
        let fits = |(slot, own): (&Slot, &Vec<u32>)| {
            let different: BTreeSet<&u32> = own.iter().collect();
            let there = |one: &u32| usize::try_from(*one).is_ok_and(|one| one < slot.workshops.len());
            different.len() == own.len() && own.len() <= MOST_WISHES && own.iter().all(there)
        };
        if self.slots.iter().zip(wishes).all(fits) { Ok(()) } else { Err(CampRefused::Wish) }
    }

    /// Assigned, and not over: somebody steps back. Each seat of theirs in a slot that begins later goes to whoever stands
    /// first in the draw of that slot among those who have none there; nobody is moved out of a seat. `orders` are all
    /// members in the order of the draw, slot by slot.
    pub fn step_back(
        self,
        person: &PersonId,
        (from, today): (DateTime, Day),
        orders: &[Vec<&Member>],
    ) -> Result<Self, CampRefused> {
        if self.state != State::Assigned || self.last < from.date() || self.has_left(person) {
            return Err(CampRefused::NotNow);
        }
        let mut freed = Vec::new();
        for (at, (slot, order)) in self.slots.iter().zip(orders).enumerate() {
            let own = order.iter().find(|one| one.person == *person);
            let ahead = slot.day.to_datetime(slot.from) >= from;
            let seat = own.and_then(|own| self.seat(at, own)).filter(|_| ahead);
            let Some(workshop) = seat else { continue };
            let first = order.iter().find(|one| {
                let comes = one.person != *person && !self.has_left(&one.person);
                comes && self.seat(at, one).is_none()
            });
            freed.push(Freed { slot: at, workshop, to: first.map(|one| one.person.clone()) });
        }
        let mut camp = self;
        camp.changes.push(Change { on: today, gone: from, person: person.clone(), freed });
        Ok(camp.without(person))
    }

    /// The same camp with somebody in none of its groups. The group that they led stays with its members, who read on its
    /// page that another leader is sought; one in which nobody is left goes.
    pub fn without(mut self, person: &PersonId) -> Self {
        for group in &mut self.groups {
            group.members.remove(person);
            if group.leader.as_ref() == Some(person) {
                group.leader = None;
            }
        }
        self.groups.retain(|group| group.leader.is_some() || !group.members.is_empty());
        self
    }

    /// Has somebody stepped back after workshops were given out?
    pub fn has_left(&self, person: &PersonId) -> bool {
        self.changes.iter().any(|change| change.person == *person)
    }

    /// May somebody have been there on a day? Not after the day on which they stepped back.
    pub fn may_have_come(&self, person: &PersonId, day: Day) -> bool {
        let morning = day.to_datetime(Time::midnight());
        self.changes.iter().all(|change| change.person != *person || morning < change.gone)
    }

    /// The workshop to which somebody moved up in a slot after the draw, and on which day.
    pub fn moved_up(&self, at: usize, person: &PersonId) -> Option<(usize, Day)> {
        self.changes.iter().find_map(|change| {
            let mut freed = change.freed.iter();
            let own = freed.find(|one| one.slot == at && one.to.as_ref() == Some(person))?;
            Some((own.workshop, change.on))
        })
    }

    /// Has somebody stepped back from a slot that was still to come?
    pub fn is_gone_from(&self, at: usize, person: &PersonId) -> bool {
        let Some(slot) = self.slots.get(at) else { return false };
        let begins = slot.day.to_datetime(slot.from);
        self.changes.iter().any(|change| change.person == *person && change.gone <= begins)
    }

    /// The workshop in which somebody sits in a slot as of now: the one that was drawn, or the one to which they moved up.
    pub fn seat(&self, at: usize, member: &Member) -> Option<usize> {
        if self.is_gone_from(at, &member.person) {
            return None;
        }
        member.workshop(at).or_else(|| self.moved_up(at, &member.person).map(|(workshop, _)| workshop))
    }

    /// How many signed up, have not stepped back, and were there on none of its days.
    pub fn stayed_away(&self, members: &[Member]) -> usize {
        members.iter().filter(|one| !one.came() && !self.has_left(&one.person)).count()
    }

    /// Until when those who lead it correct what was recorded, once it is closed.
    pub fn corrected_until(&self) -> Day {
        self.last.saturating_add(CORRECT_DAYS.days())
    }

    /// It is closed, and what was recorded may still be corrected.
    pub fn is_correctable(&self, today: Day) -> bool {
        self.state == State::Closed && today <= self.corrected_until()
    }

    /// May it be written down who was there on this day? Once it is closed, as a correction by those who lead it.
    pub fn may_mark(&self, day: Day, today: Day) -> Result<(), CampRefused> {
        match () {
            () if self.state != State::Assigned && !self.is_correctable(today) => Err(CampRefused::NotNow),
            () if !self.days().contains(&day) || day > today => Err(CampRefused::Early),
            () => Ok(()),
        }
    }

    /// May the organiser's words of the report be written?
    pub fn may_write(&self, today: Day) -> Result<(), CampRefused> {
        let stands = matches!(self.state, State::Open | State::Assigned);
        if stands || self.is_correctable(today) { Ok(()) } else { Err(CampRefused::NotNow) }
    }

    /// Has it been open to people? A camp that is called off before is nobody's but those who planned it.
    pub fn is_announced(&self) -> bool {
        !self.seed.is_empty()
    }

    /// Who leads a group of it.
    pub fn leaders(&self) -> Vec<PersonId> {
        self.groups.iter().filter_map(|group| group.leader.clone()).collect()
    }

    /// The group of somebody: the one in which they are, or which they lead.
    pub fn group_of(&self, person: &PersonId) -> Option<&Group> {
        let leads = |group: &Group| group.leader.as_ref() == Some(person);
        self.groups.iter().find(|group| group.members.contains(person) || leads(group))
    }

    /// Its days, the first one first: of a camp all of them, of a club or a school those of its grid.
    pub fn days(&self) -> Vec<Day> {
        if self.is_spread() {
            let mut days: Vec<Day> = self.slots.iter().map(|slot| slot.day).collect();
            days.dedup();
            return days;
        }
        let days = self.first.series(jiff::Span::new().days(1));
        days.take_while(|day| *day <= self.last).collect()
    }

    /// It meets now and then between its first and its last day.
    pub fn is_spread(&self) -> bool {
        self.kind != Kind::Camp
    }
}

impl Member {
    /// Were they there, on one of its days at least?
    pub fn came(&self) -> bool {
        !self.present.is_empty()
    }

    /// What they got in a slot.
    pub fn workshop(&self, at: usize) -> Option<usize> {
        self.got.get(at).copied().flatten().and_then(|one| usize::try_from(one).ok())
    }

    /// What they wished in a slot, the best first.
    pub fn order(&self, at: usize) -> Vec<usize> {
        let own = self.wishes.get(at).map(Vec::as_slice).unwrap_or_default();
        own.iter().filter_map(|one| usize::try_from(*one).ok()).collect()
    }
}

/// Why somebody is where they are in a slot: the draw, and behind it what came later. `drawn` are all members in the order of
/// the draw of this slot, those who stepped back afterwards among them.
pub fn why(camp: &Camp, at: usize, drawn: &[&Member], person: &PersonId) -> Option<Told> {
    let later = camp.moved_up(at, person);
    let place = drawn.iter().position(|one| one.person == *person)?;
    let me = drawn.get(place)?;
    let got = me.workshop(at);
    let mut steps = Vec::new();
    for (rank, workshop) in (1..).zip(me.order(at)) {
        if got == Some(workshop) {
            steps.push(Why::Got { workshop, rank });
            return Some(Told { place: place + 1, of: drawn.len(), steps, later });
        }
        let last = drawn.iter().rposition(|one| one.workshop(at) == Some(workshop));
        steps.push(Why::Full { workshop, last: last.map_or(0, |last| last + 1) });
    }
    steps.push(got.map_or(Why::Nothing, |workshop| Why::Rest { workshop }));
    Some(Told { place: place + 1, of: drawn.len(), steps, later })
}

#[cfg(test)]
mod tests;
