//! Between ids and the engine, which knows indices only: who has which number. The files of a proposal show people by
//! these numbers alone, since an id stands in the addresses of pages and so leads to a name.
//!
//! The order is drawn from the secret of the programme: it tells nothing, and nobody works it out who has the ids. The
//! engine works in the same order, so that whoever has the files gets its result again, the draw among equals too.

use domain::choices::Order;
use domain::proposals::{Line, Lists, Proposal};
use domain::secrets::Secret;
use domain::{MentorId, NewcomerId};
use pairing::{BuildError, Instance, Matching};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Display;

/// Everybody of one side in the order of their numbers.
struct Numbered<Id> {
    /// What stands before each number.
    letter: char,
    by_index: Vec<Id>,
    index: BTreeMap<Id, u32>,
}

impl<Id: Clone + Ord + Display> Numbered<Id> {
    /// In the order that is drawn from the secret. Without one, in that of the ids: such a proposal has no files.
    fn of<'a>(letter: char, people: impl Iterator<Item = &'a Id>, secret: Option<&Secret>) -> Self
    where
        Id: 'a,
    {
        let mut by_index: Vec<Id> = people.cloned().collect();
        match secret {
            Some(secret) => by_index.sort_by_cached_key(|id| drawn(secret, id)),
            None => by_index.sort(),
        }
        let index = by_index.iter().cloned().zip(0..).collect();
        Self { letter, by_index, index }
    }

    fn each(&self) -> impl Iterator<Item = (u32, &Id)> {
        (0..).zip(&self.by_index)
    }

    fn at(&self, index: u32) -> Option<&Id> {
        self.by_index.get(usize::try_from(index).ok()?)
    }

    /// The number as the files write it, from 1. All are equally long, so that they sort as they count.
    fn name(&self, index: u32) -> String {
        let digits = self.by_index.len().to_string().len();
        format!("{}{:0digits$}", self.letter, u64::from(index) + 1)
    }

    /// The tiers of an order by index; within a tie by index too, since how a tie was written down means nothing.
    fn tiers(&self, order: Option<&Order<Id>>) -> Vec<Vec<u32>> {
        let by_index = |people: &Vec<Id>| {
            let mut tier: Vec<u32> = people.iter().filter_map(|id| self.index.get(id).copied()).collect();
            tier.sort_unstable();
            tier
        };
        order.map(Order::tiers).unwrap_or_default().iter().map(by_index).collect()
    }

    /// An order as the files write it.
    fn named(&self, order: Option<&Order<Id>>) -> Option<Order<String>> {
        let names = |tier: Vec<u32>| tier.into_iter().map(|index| self.name(index)).collect::<Vec<_>>();
        Order::of(self.tiers(order).into_iter().map(names)).ok()
    }
}

/// Where somebody stands is by chance to whoever does not have the secret.
fn drawn(secret: &Secret, id: &impl Display) -> [u8; 32] {
    Sha256::digest(format!("{}:{id}", secret.as_str())).into()
}

/// The lists as `talimger pair` reads them.
#[derive(Default, Serialize)]
struct InstanceFile {
    residents: BTreeMap<String, Order<String>>,
    hospitals: BTreeMap<String, Order<String>>,
    capacity: BTreeMap<String, u8>,
}

/// Who has which number.
pub(super) struct Numbers {
    newcomers: Numbered<NewcomerId>,
    mentors: Numbered<MentorId>,
}

impl Numbers {
    pub(super) fn of(lists: &Lists, secret: Option<&Secret>) -> Self {
        Self {
            newcomers: Numbered::of('n', lists.newcomers.keys(), secret),
            mentors: Numbered::of('m', lists.mentors.keys(), secret),
        }
    }

    pub(super) fn newcomers(&self) -> impl Iterator<Item = (u32, &NewcomerId)> {
        self.newcomers.each()
    }

    pub(super) fn mentors(&self) -> impl Iterator<Item = (u32, &MentorId)> {
        self.mentors.each()
    }

    pub(super) fn newcomer(&self, index: u32) -> Option<&NewcomerId> {
        self.newcomers.at(index)
    }

    pub(super) fn mentor(&self, index: u32) -> Option<&MentorId> {
        self.mentors.at(index)
    }

    pub(super) fn newcomer_name(&self, index: u32) -> String {
        self.newcomers.name(index)
    }

    pub(super) fn mentor_name(&self, index: u32) -> String {
        self.mentors.name(index)
    }

    /// Everybody by index.
    pub(super) fn into_people(self) -> (Vec<NewcomerId>, Vec<MentorId>) {
        (self.newcomers.by_index, self.mentors.by_index)
    }

    pub(super) fn instance(&self, lists: &Lists) -> Result<Instance, BuildError> {
        let mut builder = Instance::builder();
        builder.reserve(lists.newcomers.values().map(Order::len).sum());
        for (_, newcomer) in self.newcomers() {
            builder.resident(self.mentors.tiers(lists.newcomers.get(newcomer)));
        }
        for (_, mentor) in self.mentors() {
            let places = lists.places.get(mentor).copied().unwrap_or_default();
            builder.hospital(u32::from(places), self.newcomers.tiers(lists.mentors.get(mentor)));
        }
        builder.build()
    }

    /// The lists as `talimger pair` reads them. People stand in the order of their numbers.
    pub(super) fn file(&self, lists: &Lists) -> Option<String> {
        let mut file = InstanceFile::default();
        for (index, newcomer) in self.newcomers() {
            let list = self.mentors.named(lists.newcomers.get(newcomer))?;
            file.residents.insert(self.newcomer_name(index), list);
        }
        for (index, mentor) in self.mentors() {
            let places = lists.places.get(mentor).copied().unwrap_or_default();
            file.capacity.insert(self.mentor_name(index), places);
            let list = self.newcomers.named(lists.mentors.get(mentor))?;
            file.hospitals.insert(self.mentor_name(index), list);
        }
        serde_json::to_string(&file).ok()
    }

    /// The matching as a person left it.
    pub(super) fn matching(&self, proposal: &Proposal) -> Matching {
        let with = |newcomer: &NewcomerId| {
            let mentor = proposal.line(newcomer).and_then(Line::mentor)?;
            self.mentors.index.get(mentor).copied()
        };
        Matching::new(self.newcomers().map(|(_, newcomer)| with(newcomer)).collect())
    }
}
