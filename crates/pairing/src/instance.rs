//! The lists of both sides on flat arrays, cleaned and cross-indexed.
//!
//! All lists of a side lie one behind the other in one vector; each entry knows where the same pair
//! stands in the other side's lists, so every question of the solver («where does she rank him?») is
//! one look-up. The cross index is made by counting passes in time linear in the lists, without
//! hashing.

mod link;
mod lists;

use std::error::Error;
use std::fmt;

use link::link;
pub(crate) use lists::{Entry, Lists};

/// «No entry»: also why an instance may hold at most `u32::MAX - 1` entries a side.
const NONE: u32 = u32::MAX;

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Those who get at most one place.
    Residents,
    /// Those who give places.
    Hospitals,
}

/// A ranked person on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wish {
    /// Index on the other side.
    pub other: u32,
    /// 1 for the best, equal for those tied. Counted in the list as it was written, so dropping a
    /// one-sided entry does not turn a second wish into a first.
    pub number: u32,
}

/// An entry that was dropped because the other side does not rank its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OneSided {
    /// Whose list it stood in.
    pub owner: u32,
    /// What stood there.
    pub wish: Wish,
}

/// Why lists cannot become an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuildError {
    /// A list names an index that the other side does not have.
    Unknown {
        /// Side of the list's owner.
        by: Side,
        /// Owner of the list.
        owner: u32,
        /// The index that does not exist.
        other: u32,
    },
    /// A list names the same person twice.
    Twice {
        /// Side of the list's owner.
        by: Side,
        /// Owner of the list.
        owner: u32,
        /// The person named twice.
        other: u32,
    },
    /// A side has more people or entries than 32 bits can count.
    TooLarge,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (by, owner, other, what) = match *self {
            Self::Unknown { by, owner, other } => (by, owner, other, "who does not exist"),
            Self::Twice { by, owner, other } => (by, owner, other, "more than once"),
            Self::TooLarge => return f.write_str("more people or entries than 32 bits can count"),
        };
        match by {
            Side::Residents => write!(f, "resident {owner} ranks hospital {other}, {what}"),
            Side::Hospitals => write!(f, "hospital {owner} ranks resident {other}, {what}"),
        }
    }
}

impl Error for BuildError {}

/// Lists and capacities of both sides, ready to solve: mutual entries only, no duplicates, every index
/// known.
#[derive(Debug, Clone)]
pub struct Instance {
    residents: Lists,
    hospitals: Lists,
    capacity: Vec<u32>,
}

impl Instance {
    /// Starts an empty instance.
    pub fn builder() -> Builder {
        Builder { residents: Lists::new(), hospitals: Lists::new(), capacity: Vec::new() }
    }

    /// How many people a side has.
    pub fn count(&self, side: Side) -> u32 {
        self.lists(side).count()
    }

    /// Places of a hospital; 0 for one that does not exist.
    pub fn capacity(&self, hospital: u32) -> u32 {
        self.capacity.get(hospital as usize).copied().unwrap_or(0)
    }

    /// Mutual wishes of one person, best first; empty for one who does not exist.
    pub fn wishes(&self, side: Side, owner: u32) -> impl Iterator<Item = Wish> {
        let lists = self.lists(side);
        let range = if owner < lists.count() { lists.range(owner) } else { 0..0 };
        range.map(move |position| Wish {
            other: lists.entries[position].person,
            number: lists.rank(owner, position) + 1,
        })
    }

    /// Entries of a side that were dropped because they were not mutual, ordered by owner.
    pub fn one_sided(&self, side: Side) -> &[OneSided] {
        &self.lists(side).one_sided
    }

    /// Whether anybody on a side ranks two people alike.
    pub fn has_ties(&self, side: Side) -> bool {
        let lists = self.lists(side);
        (0..lists.count()).any(|owner| {
            let range = lists.range(owner);
            lists.tied_ranks().is_some_and(|ranks| ranks[range].windows(2).any(|pair| pair[0] == pair[1]))
        })
    }

    pub(crate) fn lists(&self, side: Side) -> &Lists {
        match side {
            Side::Residents => &self.residents,
            Side::Hospitals => &self.hospitals,
        }
    }
}

/// Takes the lists one person after another; people are numbered from 0 in the order they come.
///
/// A list is a sequence of classes, best first; a class with several people is a tie, an empty class
/// is nothing.
#[derive(Debug, Clone)]
pub struct Builder {
    residents: Lists,
    hospitals: Lists,
    capacity: Vec<u32>,
}

impl Builder {
    /// Makes room for `entries` entries on each side, so that large lists do not move while they grow.
    pub fn reserve(&mut self, entries: usize) {
        self.residents.entries.reserve(entries);
        self.hospitals.entries.reserve(entries);
    }

    /// Adds the next resident with the hospitals they rank.
    pub fn resident<Class: AsRef<[u32]>>(&mut self, list: impl IntoIterator<Item = Class>) {
        self.residents.push(list);
    }

    /// Adds the next hospital with its number of places (0 is allowed) and the residents it ranks.
    pub fn hospital<Class: AsRef<[u32]>>(&mut self, capacity: u32, list: impl IntoIterator<Item = Class>) {
        self.capacity.push(capacity);
        self.hospitals.push(list);
    }

    /// Checks, cross-indexes and cleans. One-sided entries are dropped and can be read from
    /// [`Instance::one_sided`]; unknown people and people ranked twice are errors.
    pub fn build(self) -> Result<Instance, BuildError> {
        let Self { mut residents, mut hospitals, capacity } = self;
        for lists in [&residents, &hospitals] {
            if lists.first.len().max(lists.entries.len()) >= NONE as usize {
                return Err(BuildError::TooLarge);
            }
        }
        residents.unknown(Side::Residents, hospitals.count())?;
        hospitals.unknown(Side::Hospitals, residents.count())?;
        let pairs = link(&mut residents, &mut hospitals);
        // Whoever is named twice in a list has no mirror the second time: where all have one, nobody is.
        if pairs < residents.entries.len().max(hospitals.entries.len()) {
            residents.twice(Side::Residents, hospitals.count())?;
            hospitals.twice(Side::Hospitals, residents.count())?;
            let moved_residents = residents.drop_one_sided();
            let moved_hospitals = hospitals.drop_one_sided();
            residents.follow(moved_hospitals.as_deref());
            hospitals.follow(moved_residents.as_deref());
        }
        Ok(Instance { residents, hospitals, capacity })
    }
}

/// A length or position as `u32`; [`Builder::build`] refuses what would not fit.
pub(crate) fn saturating(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
