//! An instance together with the names in its file.

use std::collections::HashMap;

use pairing::{BuildError, Instance, Matching, Side};

use super::file::{InstanceFile, List, MatchingFile, Named, Tie};

/// How many one-sided entries are named before they are only counted.
const NAMED_WARNINGS: usize = 20;

/// Names of one side in the order of their index.
#[derive(Default)]
pub(super) struct Names {
    pub(super) by_index: Vec<String>,
    index: HashMap<String, u32>,
    /// How many have a list of their own; the others were only ranked.
    pub(super) with_list: usize,
}

impl Names {
    /// Those with lists first, in their order, then those who are only ranked.
    fn of(lists: &Named<List>, ranked_by: &Named<List>) -> Result<Self, String> {
        let mut names = Self { with_list: lists.0.len(), ..Self::default() };
        let owners = lists.0.iter().map(|(name, _)| name);
        let ranked = ranked_by.0.iter().flat_map(|(_, list)| &list.0).flat_map(|tie| &tie.0);
        for name in owners.chain(ranked) {
            names.number(name)?;
        }
        Ok(names)
    }

    /// The index of a name, the next one for a new name.
    pub(super) fn number(&mut self, name: &str) -> Result<u32, String> {
        if let Some(known) = self.index(name) {
            return Ok(known);
        }
        let next = u32::try_from(self.by_index.len()).map_err(|_| BuildError::TooLarge.to_string())?;
        self.index.insert(name.to_owned(), next);
        self.by_index.push(name.to_owned());
        Ok(next)
    }

    pub(super) fn len(&self) -> usize {
        self.by_index.len()
    }

    pub(super) fn index(&self, name: &str) -> Option<u32> {
        self.index.get(name).copied()
    }

    pub(super) fn name(&self, index: u32) -> &str {
        &self.by_index[index as usize]
    }

    /// The list by index. [`Names::of`] has seen every name that stands in it.
    fn classes(&self, list: &List) -> Vec<Vec<u32>> {
        let known = |tie: &Tie| tie.0.iter().filter_map(|name| self.index.get(name).copied()).collect();
        list.0.iter().map(known).collect()
    }
}

/// An instance together with the names in its file.
pub(crate) struct NamedInstance {
    pub(super) instance: Instance,
    pub(super) residents: Names,
    pub(super) hospitals: Names,
}

impl NamedInstance {
    pub(super) fn from_file(file: &InstanceFile) -> Result<Self, String> {
        let residents = Names::of(&file.residents, &file.hospitals)?;
        let hospitals = Names::of(&file.hospitals, &file.residents)?;
        let mut capacity = vec![1; hospitals.by_index.len()];
        for (name, places) in &file.capacity.0 {
            let hospital = hospitals.index.get(name);
            let hospital =
                hospital.ok_or_else(|| format!("capacity of {name}: there is no such hospital"))?;
            capacity[*hospital as usize] = *places;
        }
        let nobody = List(Vec::new());
        let mut builder = Instance::builder();
        let ranked = file.residents.0.iter().flat_map(|(_, list)| &list.0);
        builder.reserve(ranked.map(|tie| tie.0.len()).sum());
        let lists = file.residents.0.iter().map(|(_, list)| list).chain(std::iter::repeat(&nobody));
        for list in lists.take(residents.by_index.len()) {
            builder.resident(hospitals.classes(list));
        }
        let lists = file.hospitals.0.iter().map(|(_, list)| list).chain(std::iter::repeat(&nobody));
        for (list, places) in lists.zip(capacity) {
            builder.hospital(places, residents.classes(list));
        }
        match builder.build() {
            Ok(instance) => Ok(Self { instance, residents, hospitals }),
            Err(BuildError::Twice { by, owner, other }) => Err(match by {
                Side::Residents => twice("residents", residents.name(owner), hospitals.name(other)),
                Side::Hospitals => twice("hospitals", hospitals.name(owner), residents.name(other)),
            }),
            Err(error) => Err(error.to_string()),
        }
    }

    /// What to say of entries that are not mutual.
    pub(super) fn one_sided(&self) -> Vec<String> {
        let sides = [
            (Side::Residents, &self.residents, &self.hospitals),
            (Side::Hospitals, &self.hospitals, &self.residents),
        ];
        let mut said: Vec<String> = Vec::new();
        let mut more = 0;
        for (side, owners, others) in sides {
            for entry in self.instance.one_sided(side) {
                if said.len() == NAMED_WARNINGS {
                    more += 1;
                    continue;
                }
                let (owner, other) = (owners.name(entry.owner), others.name(entry.wish.other));
                let absent = entry.wish.other as usize >= others.with_list;
                let why = if absent { "has no list" } else { "does not rank them" };
                said.push(format!("{owner} ranks {other}, who {why}: ignored"));
            }
        }
        if more > 0 {
            said.push(format!("{more} more entries are not mutual: ignored"));
        }
        said
    }

    /// The matching of a file by index; names nobody knows are faults of the matching.
    pub(super) fn matching(&self, file: &MatchingFile, faults: &mut Vec<String>) -> Matching {
        let mut hospital_of = vec![None; self.residents.by_index.len()];
        for (resident, hospital) in &file.pairs.0 {
            let at = self.residents.index.get(resident);
            let place = hospital.as_ref().map(|name| self.hospitals.index.get(name));
            if at.is_none() {
                faults.push(format!("unknown resident: {resident}"));
            }
            if let (Some(name), Some(None)) = (hospital, place) {
                faults.push(format!("unknown hospital: {name}, given to {resident}"));
            }
            if let Some(&at) = at {
                hospital_of[at as usize] = place.flatten().copied();
            }
        }
        Matching::new(hospital_of)
    }
}

fn twice(side: &str, owner: &str, other: &str) -> String {
    format!("{side}, list of {owner}: {other} is ranked more than once")
}
