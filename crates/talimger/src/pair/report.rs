//! What `pair` prints.

use pairing::{Matching, Proof};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::explained::Explained;
use super::named::NamedInstance;

/// What `pair` prints.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    pub(super) matching: NamedMatching<'a>,
    pub(super) size: usize,
    pub(super) stable: bool,
    pub(super) blocking_pairs: Vec<[&'a str; 2]>,
    #[serde(flatten)]
    pub(super) bound: Option<Bound<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) explanations: Option<Explained<'a>>,
}

/// What `--exact` adds.
#[derive(Serialize)]
pub(super) struct Bound<'a> {
    /// No stable matching has more pairs.
    pub(super) at_most: usize,
    pub(super) proof: Option<NamedProof<'a>>,
}

/// Why no stable matching has more pairs.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum NamedProof<'a> {
    /// Every mutual pair has one of these; residents count one place, hospitals their capacity.
    Cover { residents: Vec<&'a str>, hospitals: Vec<&'a str> },
    /// The search has refuted one pair more.
    Search { conflicts: u64 },
}

impl<'a> NamedProof<'a> {
    pub(super) fn of(named: &'a NamedInstance, proof: &Proof) -> Self {
        match proof {
            Proof::Cover { residents, hospitals } => Self::Cover {
                residents: residents.iter().map(|&at| named.residents.name(at)).collect(),
                hospitals: hospitals.iter().map(|&at| named.hospitals.name(at)).collect(),
            },
            &Proof::Search { conflicts } => Self::Search { conflicts },
        }
    }
}

pub(super) struct NamedMatching<'a> {
    pub(super) named: &'a NamedInstance,
    pub(super) matching: &'a Matching,
}

impl Serialize for NamedMatching<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let NamedInstance { residents, hospitals, .. } = self.named;
        let mut map = serializer.serialize_map(Some(residents.with_list))?;
        let own = residents.by_index.iter().take(residents.with_list);
        for (name, hospital) in own.zip(self.matching.as_slice()) {
            map.serialize_entry(name, &hospital.map(|hospital| hospitals.name(hospital)))?;
        }
        map.end()
    }
}
