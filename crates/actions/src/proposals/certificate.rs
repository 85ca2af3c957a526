//! What is kept beside a proposal as its proof: exactly what `talimger pair` prints, so that whoever has the two files
//! can check it.

use super::numbers::Numbers;
use domain::proposals::Proposal;
use pairing::Matching;
use pairing::largest::{Largest, Proof};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Printed {
    matching: BTreeMap<String, Option<String>>,
    size: usize,
    stable: bool,
    blocking_pairs: [(); 0],
    #[serde(flatten)]
    largest: Option<PrintedLargest>,
}

/// What `pair --exact` adds.
#[derive(Serialize)]
struct PrintedLargest {
    at_most: usize,
    proof: Option<PrintedProof>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum PrintedProof {
    Cover { residents: Vec<String>, hospitals: Vec<String> },
    Search { conflicts: u64 },
}

impl PrintedProof {
    fn of(numbers: &Numbers, proof: &Proof) -> Self {
        match proof {
            Proof::Cover { residents, hospitals } => Self::Cover {
                residents: residents.iter().map(|at| numbers.newcomer_name(*at)).collect(),
                hospitals: hospitals.iter().map(|at| numbers.mentor_name(*at)).collect(),
            },
            Proof::Search { conflicts } => Self::Search { conflicts: *conflicts },
        }
    }
}

/// The matching with what is known of it. It was checked to be stable.
pub(super) fn certificate(
    numbers: &Numbers,
    matching: &Matching,
    largest: Option<&Largest>,
) -> Option<String> {
    let with = |index| matching.hospital_of(index).map(|mentor| numbers.mentor_name(mentor));
    let matched = numbers.newcomers().map(|(index, _)| (numbers.newcomer_name(index), with(index)));
    let largest = largest.map(|found| PrintedLargest {
        at_most: found.at_most,
        proof: found.proof.as_ref().map(|proof| PrintedProof::of(numbers, proof)),
    });
    let printed = Printed {
        matching: matched.collect(),
        size: matching.size(),
        stable: true,
        blocking_pairs: [],
        largest,
    };
    serde_json::to_string(&printed).ok()
}

/// By what whoever may know the lists can check a draft: people stand in both under numbers alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The lists as `talimger pair` reads them: exactly the bytes of the digest.
    pub instance: String,
    /// The matching as `talimger pair` prints it.
    pub matching: String,
}

/// The files of a proposal. `None` for one of earlier days, whose files named people by their ids.
pub fn files(proposal: &Proposal) -> Option<Files> {
    let numbers = Numbers::of(&proposal.lists, Some(proposal.secret.as_ref()?));
    Some(Files { instance: numbers.file(&proposal.lists)?, matching: proposal.certificate.clone() })
}

/// How many pairs the engine found, and how many there could have been at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Pairs found.
    pub size: usize,
    /// No stable matching has more.
    pub at_most: usize,
}

impl Bound {
    /// True where it is proved that there are no more.
    pub const fn is_proved(self) -> bool {
        self.size == self.at_most
    }
}

/// What the certificate of a proposal says of the largest size; nothing where that was not looked for.
pub fn bound(proposal: &Proposal) -> Option<Bound> {
    #[derive(Deserialize)]
    struct Kept {
        size: usize,
        at_most: Option<usize>,
    }
    let kept: Kept = serde_json::from_str(&proposal.certificate).ok()?;
    Some(Bound { size: kept.size, at_most: kept.at_most? })
}
