//! Deferred acceptance while people act: one event at a time, at any time the state of all so far.
//!
//! Proposals may come in any order without changing who ends up where (D. G. McVitie, L. B. Wilson,
//! *BIT* 10 (1970) 295–309), so a new request only starts a chain of its own. When something is taken
//! back, the proposals it may have caused are taken back with it, and only those; then everybody
//! concerned asks again. After each event the state is what deferred acceptance from nothing would give
//! for the lists as they now stand: the residents' optimum.

mod state;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fmt;

use crate::instance::saturating;
use state::{Hospital, Resident};

/// Whether a resident who is turned away asks the next hospital at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pace {
    /// Yes: the whole list counts from the start.
    AtOnce,
    /// No: only as many wishes count as the resident has asked for, one [`Live::next_wish`] each.
    WhenAsked,
}

/// Somebody is held by another hospital than before the event, by one instead of none, or by none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// Who.
    pub resident: u32,
    /// Who held them before.
    pub from: Option<u32>,
    /// Who holds them now.
    pub to: Option<u32>,
}

/// An event that cannot have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventError {
    /// There is no such hospital.
    UnknownHospital(u32),
    /// There is no such resident, or they have withdrawn.
    UnknownResident(u32),
    /// A list names this person twice.
    Twice(u32),
}

impl fmt::Display for EventError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownHospital(hospital) => write!(f, "there is no hospital {hospital}"),
            Self::UnknownResident(resident) => write!(f, "there is no resident {resident}"),
            Self::Twice(person) => write!(f, "the list names {person} twice"),
        }
    }
}

impl Error for EventError {}

/// Everybody's state between events. Hospitals are numbered in the order they are added; residents have
/// the numbers the caller gives them.
///
/// ```
/// use pairing::live::{Live, Pace};
///
/// let mut live = Live::new();
/// let hospital = live.add_hospital(1, &[7, 8])?; // one place, and 7 would be dearer than 8
/// let other = live.add_hospital(1, &[8])?;
/// live.request(8, &[hospital, other], Pace::AtOnce)?;
/// live.request(7, &[hospital], Pace::AtOnce)?; // takes the place; 8 moves on at once
/// assert_eq!(live.holder(8), Some(other));
/// live.decline(hospital, 7)?; // whoever was turned away comes back
/// assert_eq!(live.holder(8), Some(hospital));
/// # Ok::<(), pairing::live::EventError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Live {
    residents: BTreeMap<u32, Resident>,
    hospitals: Vec<Hospital>,
    /// Where everybody touched by the event in hand was before it.
    before: BTreeMap<u32, Option<u32>>,
}

impl Live {
    /// Nobody yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a hospital with its places and the residents it would take, best first.
    pub fn add_hospital(&mut self, places: u32, residents: &[u32]) -> Result<u32, EventError> {
        let number = saturating(self.hospitals.len());
        let rank = strict_ranks(residents)?;
        let places = places as usize;
        self.hospitals.push(Hospital { places, rank, held: BTreeSet::new(), turned_away: BTreeSet::new() });
        Ok(number)
    }

    /// The hospital that holds a resident for now.
    pub fn holder(&self, resident: u32) -> Option<u32> {
        self.residents.get(&resident)?.holder()
    }

    /// Whom a hospital holds for now, best first; nobody for one that does not exist.
    pub fn held(&self, hospital: u32) -> impl Iterator<Item = u32> {
        let held = self.hospitals.get(hospital as usize).map(|hospital| hospital.held.iter());
        held.into_iter().flatten().map(|&(_, resident)| resident)
    }

    /// A resident hands in a list, best first, or replaces it. With [`Pace::WhenAsked`] the first wish
    /// counts.
    pub fn request(&mut self, resident: u32, list: &[u32], pace: Pace) -> Result<Vec<Moved>, EventError> {
        if let Some(&unknown) = list.iter().find(|&&hospital| hospital as usize >= self.hospitals.len()) {
            return Err(EventError::UnknownHospital(unknown));
        }
        strict_ranks(list)?;
        let mut open = self.forget(resident);
        let reach = match pace {
            Pace::AtOnce => list.len(),
            Pace::WhenAsked => list.len().min(1),
        };
        let new = Resident { list: list.to_vec(), pace, reach, asked: 0, held: false };
        self.residents.insert(resident, new);
        open.push(resident);
        Ok(self.settle(open))
    }

    /// A resident asks for one wish more to count. Changes nothing where all count already.
    pub fn next_wish(&mut self, resident: u32) -> Result<Vec<Moved>, EventError> {
        let state = self.residents.get_mut(&resident).ok_or(EventError::UnknownResident(resident))?;
        if state.pace == Pace::WhenAsked {
            state.reach = state.list.len().min(state.reach + 1);
        }
        Ok(self.settle(vec![resident]))
    }

    /// A hospital will not take a resident, whether asked yet or not.
    pub fn decline(&mut self, hospital: u32, resident: u32) -> Result<Vec<Moved>, EventError> {
        let state = self.hospitals.get(hospital as usize).ok_or(EventError::UnknownHospital(hospital))?;
        if !state.rank.contains_key(&resident) {
            return Ok(Vec::new());
        }
        let asked = self.has_asked(resident, hospital);
        let mut again = Vec::new();
        if asked {
            self.take_back(resident, hospital, &mut again);
        }
        self.hospitals[hospital as usize].rank.remove(&resident);
        Ok(self.settle(again))
    }

    /// A resident leaves; their list is forgotten.
    pub fn withdraw(&mut self, resident: u32) -> Result<Vec<Moved>, EventError> {
        if !self.residents.contains_key(&resident) {
            return Err(EventError::UnknownResident(resident));
        }
        let again = self.forget(resident);
        Ok(self.settle(again))
    }

    /// A hospital replaces its places and its list. To close it, give it no places.
    pub fn change_hospital(
        &mut self,
        hospital: u32,
        places: u32,
        residents: &[u32],
    ) -> Result<Vec<Moved>, EventError> {
        let rank = strict_ranks(residents)?;
        let Some(state) = self.hospitals.get(hospital as usize) else {
            return Err(EventError::UnknownHospital(hospital));
        };
        let asked: Vec<u32> = state
            .held
            .iter()
            .map(|&(_, resident)| resident)
            .chain(state.turned_away.iter().copied())
            .collect();
        let mut again = Vec::new();
        for resident in asked {
            if self.has_asked(resident, hospital) {
                self.take_back(resident, hospital, &mut again);
            }
        }
        let state = &mut self.hospitals[hospital as usize];
        (state.places, state.rank) = (places as usize, rank);
        Ok(self.settle(again))
    }

    fn has_asked(&self, resident: u32, hospital: u32) -> bool {
        let asked = |state: &Resident| state.list[..state.asked].contains(&hospital);
        self.residents.get(&resident).is_some_and(asked)
    }

    /// Takes a resident out with all they caused; gives those who have to ask again.
    fn forget(&mut self, resident: u32) -> Vec<u32> {
        let mut again = Vec::new();
        if let Some(first) = self.residents.get(&resident).and_then(|state| state.list.first().copied())
            && self.has_asked(resident, first)
        {
            self.take_back(resident, first, &mut again);
        }
        self.note(resident);
        self.residents.remove(&resident);
        again
    }

    /// Takes back the resident's requests from this hospital on, and with each all requests that others
    /// made because of it: whoever it turned away may now stay there.
    fn take_back(&mut self, resident: u32, hospital: u32, again: &mut Vec<u32>) {
        let mut open = vec![(resident, hospital)];
        while let Some((resident, hospital)) = open.pop() {
            self.note(resident);
            let Some(state) = self.residents.get_mut(&resident) else { continue };
            let Some(from) = state.list[..state.asked].iter().position(|&asked| asked == hospital) else {
                continue;
            };
            let lost = state.list[from..state.asked].to_vec();
            (state.asked, state.held) = (from, false);
            again.push(resident);
            for hospital in lost {
                let state = &mut self.hospitals[hospital as usize];
                state.turned_away.remove(&resident);
                if let Some(&rank) = state.rank.get(&resident) {
                    state.held.remove(&(rank, resident));
                }
                open.extend(state.turned_away.iter().map(|&other| (other, hospital)));
            }
        }
    }

    fn note(&mut self, resident: u32) {
        let now = self.holder(resident);
        self.before.entry(resident).or_insert(now);
    }

    /// Lets these ask until everybody is held or has nobody left, and reports what changed.
    fn settle(&mut self, open: Vec<u32>) -> Vec<Moved> {
        self.ask_all(open);
        std::mem::take(&mut self.before)
            .into_iter()
            .map(|(resident, from)| Moved { resident, from, to: self.holder(resident) })
            .filter(|moved| moved.from != moved.to)
            .collect()
    }

    fn ask_all(&mut self, mut open: Vec<u32>) {
        while let Some(resident) = open.pop() {
            self.note(resident);
            let Some(state) = self.residents.get_mut(&resident) else { continue };
            if state.held || state.asked >= state.reach {
                continue;
            }
            let hospital = state.list[state.asked];
            state.asked += 1;
            state.held = true;
            match self.hospitals[hospital as usize].consider(resident) {
                None => {}
                Some(other) => {
                    self.note(other);
                    if let Some(state) = self.residents.get_mut(&other) {
                        state.held = false;
                    }
                    open.push(other);
                }
            }
        }
    }
}

fn strict_ranks(list: &[u32]) -> Result<HashMap<u32, u32>, EventError> {
    let mut ranks = HashMap::with_capacity(list.len());
    for (rank, &person) in (0..).zip(list) {
        if ranks.insert(person, rank).is_some() {
            return Err(EventError::Twice(person));
        }
    }
    Ok(ranks)
}
