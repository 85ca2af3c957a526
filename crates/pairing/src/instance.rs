//! The lists of both sides on flat arrays, cleaned and cross-indexed.
//!
//! All lists of a side lie one behind the other in one vector; each entry knows where the same pair
//! stands in the other side's lists, so every question of the solver («where does she rank him?») is
//! one look-up. The cross index is made by counting passes in time linear in the lists, without
//! hashing.

use std::error::Error;
use std::fmt;
use std::ops::Range;

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

/// An entry of a list: who is ranked, and where that person ranks the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Index on the other side.
    pub(crate) person: u32,
    /// Position of the same pair in the other side's entries.
    pub(crate) mirror: u32,
}

/// All lists of one side, best first, one behind the other.
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    /// Where each owner's entries begin; one more at the end.
    pub(crate) first: Vec<u32>,
    pub(crate) entries: Vec<Entry>,
    /// Rank of each entry in its list, from 0, equal within a tie. Empty while every rank is simply
    /// the position, which saves a third of the memory where nobody ties.
    ranks: Vec<u32>,
    /// What cleaning dropped, ordered by owner.
    one_sided: Vec<OneSided>,
}

impl Lists {
    fn new() -> Self {
        Self { first: vec![0], entries: Vec::new(), ranks: Vec::new(), one_sided: Vec::new() }
    }

    pub(crate) fn count(&self) -> u32 {
        saturating(self.first.len() - 1)
    }

    pub(crate) fn range(&self, owner: u32) -> Range<usize> {
        self.first[owner as usize] as usize..self.first[owner as usize + 1] as usize
    }

    /// Rank of the entry at `position`, from 0, in the list of `owner`.
    pub(crate) fn rank(&self, owner: u32, position: usize) -> u32 {
        match self.ranks.get(position) {
            Some(&rank) => rank,
            None => saturating(position) - self.first[owner as usize],
        }
    }

    /// Ranks of all entries, or nothing where nobody ties.
    pub(crate) fn tied_ranks(&self) -> Option<&[u32]> {
        (!self.ranks.is_empty()).then_some(&self.ranks)
    }

    /// Dropped entries of one owner, best first.
    pub(crate) fn one_sided_of(&self, owner: u32) -> &[OneSided] {
        let from = self.one_sided.partition_point(|entry| entry.owner < owner);
        let len = self.one_sided[from..].partition_point(|entry| entry.owner == owner);
        &self.one_sided[from..from + len]
    }

    fn push<Class: AsRef<[u32]>>(&mut self, list: impl IntoIterator<Item = Class>) {
        let classes = list.into_iter().filter(|class| !class.as_ref().is_empty());
        for (rank, class) in (0..).zip(classes) {
            let class = class.as_ref();
            if class.len() > 1 {
                self.write_out_ranks();
            }
            if class.len() > 1 || !self.ranks.is_empty() {
                self.ranks.extend(class.iter().map(|_| rank));
            }
            self.entries.extend(class.iter().map(|&person| Entry { person, mirror: NONE }));
        }
        self.first.push(saturating(self.entries.len()));
    }

    /// Stores the ranks of all entries so far, because from now on they differ from the positions.
    fn write_out_ranks(&mut self) {
        if !self.ranks.is_empty() {
            return;
        }
        let closed = self.first.windows(2).flat_map(|ends| 0..ends[1] - ends[0]);
        let open = 0..saturating(self.entries.len()) - self.first[self.first.len() - 1];
        self.ranks = closed.chain(open).collect();
    }

    /// Removes entries without a mirror, keeping them as reports. Gives the new position of each old
    /// one where anything moved.
    fn drop_one_sided(&mut self) -> Option<Vec<u32>> {
        if self.entries.iter().all(|entry| entry.mirror != NONE) {
            return None;
        }
        self.write_out_ranks();
        let mut moved = vec![NONE; self.entries.len()];
        let mut kept = 0;
        for owner in 0..self.count() {
            // The range is read before `first` is overwritten: `kept` never overtakes it.
            let start = kept;
            for position in self.range(owner) {
                let (entry, rank) = (self.entries[position], self.ranks[position]);
                if entry.mirror == NONE {
                    let wish = Wish { other: entry.person, number: rank + 1 };
                    self.one_sided.push(OneSided { owner, wish });
                } else {
                    moved[position] = saturating(kept);
                    self.entries[kept] = entry;
                    self.ranks[kept] = rank;
                    kept += 1;
                }
            }
            self.first[owner as usize] = saturating(start);
        }
        let end = self.first.len() - 1;
        self.first[end] = saturating(kept);
        self.entries.truncate(kept);
        self.ranks.truncate(kept);
        Some(moved)
    }

    fn follow(&mut self, moved: Option<&[u32]>) {
        if let Some(moved) = moved {
            for entry in &mut self.entries {
                entry.mirror = moved[entry.mirror as usize];
            }
        }
    }

    /// The first entry naming someone the other side does not have.
    fn unknown(&self, by: Side, others: u32) -> Result<(), BuildError> {
        let Some(position) = self.entries.iter().position(|entry| entry.person >= others) else {
            return Ok(());
        };
        let owner = self.first.partition_point(|&first| first as usize <= position) - 1;
        let other = self.entries[position].person;
        Err(BuildError::Unknown { by, owner: saturating(owner), other })
    }
}

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
        link(&mut residents, &mut hospitals)?;
        let moved_residents = residents.drop_one_sided();
        let moved_hospitals = hospitals.drop_one_sided();
        residents.follow(moved_hospitals.as_deref());
        hospitals.follow(moved_residents.as_deref());
        Ok(Instance { residents, hospitals, capacity })
    }
}

/// A resident's entry, gathered under the hospital it names.
#[derive(Debug, Clone, Copy)]
struct Applicant {
    resident: u32,
    /// Position in the residents' entries.
    entry: u32,
}

/// Residents' entries by hospital, residents ascending: one pass counts, one places.
fn applicants(residents: &Lists, hospitals: u32) -> (Vec<u32>, Vec<Applicant>) {
    let mut ends = vec![0_u32; hospitals as usize + 1];
    for entry in &residents.entries {
        ends[entry.person as usize + 1] += 1;
    }
    let mut sum = 0;
    for end in &mut ends {
        sum += *end;
        *end = sum;
    }
    // `ends[h]` is now where hospital h begins, and runs to its end while the entries are placed.
    let mut gathered = vec![Applicant { resident: NONE, entry: NONE }; residents.entries.len()];
    for resident in 0..residents.count() {
        for position in residents.range(resident) {
            let end = &mut ends[residents.entries[position].person as usize];
            gathered[*end as usize] = Applicant { resident, entry: saturating(position) };
            *end += 1;
        }
    }
    (ends, gathered)
}

/// What is known of a resident while one hospital's list is read.
#[derive(Debug, Clone, Copy)]
struct Seen {
    /// The last hospital that met this resident, so that nothing is cleared between hospitals.
    hospital: u32,
    /// The resident's entry for that hospital; `NONE` once it has been linked or if there is none.
    entry: u32,
}

/// Gives every mutual entry its mirror on both sides.
fn link(residents: &mut Lists, hospitals: &mut Lists) -> Result<(), BuildError> {
    let (ends, gathered) = applicants(residents, hospitals.count());
    let mut seen = vec![Seen { hospital: NONE, entry: NONE }; residents.count() as usize];
    let mut start = 0;
    for hospital in 0..hospitals.count() {
        let end = ends[hospital as usize] as usize;
        for applicant in &gathered[start..end] {
            let seen = &mut seen[applicant.resident as usize];
            if seen.hospital == hospital {
                return Err(BuildError::Twice {
                    by: Side::Residents,
                    owner: applicant.resident,
                    other: hospital,
                });
            }
            *seen = Seen { hospital, entry: applicant.entry };
        }
        start = end;
        for position in hospitals.range(hospital) {
            let entry = &mut hospitals.entries[position];
            let seen = &mut seen[entry.person as usize];
            if seen.hospital == hospital && seen.entry == NONE {
                return Err(BuildError::Twice { by: Side::Hospitals, owner: hospital, other: entry.person });
            }
            if seen.hospital == hospital {
                entry.mirror = seen.entry;
                residents.entries[seen.entry as usize].mirror = saturating(position);
            }
            *seen = Seen { hospital, entry: NONE };
        }
    }
    Ok(())
}

/// A length or position as `u32`; [`Builder::build`] refuses what would not fit.
pub(crate) fn saturating(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
