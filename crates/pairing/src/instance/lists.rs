//! The lists of one side.

use std::ops::Range;

use super::{BuildError, NONE, OneSided, Side, Wish, saturating};

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
    pub(super) one_sided: Vec<OneSided>,
}

impl Lists {
    pub(super) fn new() -> Self {
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

    pub(super) fn push<Class: AsRef<[u32]>>(&mut self, list: impl IntoIterator<Item = Class>) {
        let classes = list.into_iter().filter(|class| !class.as_ref().is_empty());
        for (rank, class) in (0..).zip(classes) {
            match *class.as_ref() {
                [person] if self.ranks.is_empty() => self.entries.push(Entry { person, mirror: NONE }),
                ref class => {
                    self.write_out_ranks();
                    self.ranks.extend(class.iter().map(|_| rank));
                    self.entries.extend(class.iter().map(|&person| Entry { person, mirror: NONE }));
                }
            }
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
        // As much room as for the entries: from now on both grow together.
        self.ranks = Vec::with_capacity(self.entries.capacity());
        self.ranks.extend(closed.chain(open));
    }

    /// Removes entries without a mirror, keeping them as reports. Gives the new position of each old
    /// one where anything moved.
    pub(super) fn drop_one_sided(&mut self) -> Option<Vec<u32>> {
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

    pub(super) fn follow(&mut self, moved: Option<&[u32]>) {
        if let Some(moved) = moved {
            for entry in &mut self.entries {
                entry.mirror = moved[entry.mirror as usize];
            }
        }
    }

    /// The first entry naming someone the other side does not have.
    pub(super) fn unknown(&self, by: Side, others: u32) -> Result<(), BuildError> {
        if self.entries.iter().map(|entry| entry.person).max().is_none_or(|largest| largest < others) {
            return Ok(());
        }
        let position = self.entries.iter().take_while(|entry| entry.person < others).count();
        let owner = self.first.partition_point(|&first| first as usize <= position) - 1;
        let other = self.entries[position].person;
        Err(BuildError::Unknown { by, owner: saturating(owner), other })
    }

    /// The first entry naming somebody whom its owner has named before.
    pub(super) fn twice(&self, by: Side, others: u32) -> Result<(), BuildError> {
        let mut last_owner = vec![NONE; others as usize];
        for owner in 0..self.count() {
            for entry in &self.entries[self.range(owner)] {
                let last = &mut last_owner[entry.person as usize];
                if *last == owner {
                    return Err(BuildError::Twice { by, owner, other: entry.person });
                }
                *last = owner;
            }
        }
        Ok(())
    }
}
