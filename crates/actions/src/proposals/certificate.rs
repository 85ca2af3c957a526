//! What is kept beside a proposal as its proof: exactly what `talimger pair` prints, so that anybody can check it.

use super::engine::Numbers;
use domain::proposals::Proposal;
use domain::{MentorId, NewcomerId};
use pairing::Matching;
use pairing::largest::{Largest, Proof};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Printed<'a> {
    matching: BTreeMap<&'a NewcomerId, Option<&'a MentorId>>,
    size: usize,
    stable: bool,
    blocking_pairs: [(); 0],
    #[serde(flatten)]
    largest: Option<PrintedLargest<'a>>,
}

/// What `pair --exact` adds.
#[derive(Serialize)]
struct PrintedLargest<'a> {
    at_most: usize,
    proof: Option<PrintedProof<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum PrintedProof<'a> {
    Cover { residents: Vec<&'a NewcomerId>, hospitals: Vec<&'a MentorId> },
    Search { conflicts: u64 },
}

impl<'a> PrintedProof<'a> {
    fn of(numbers: &'a Numbers, proof: &Proof) -> Option<Self> {
        Some(match proof {
            Proof::Cover { residents, hospitals } => Self::Cover {
                residents: residents.iter().map(|at| numbers.newcomer(*at)).collect::<Option<_>>()?,
                hospitals: hospitals.iter().map(|at| numbers.mentor(*at)).collect::<Option<_>>()?,
            },
            Proof::Search { conflicts } => Self::Search { conflicts: *conflicts },
        })
    }
}

/// The matching with what is known of it. It was checked to be stable.
pub(super) fn certificate(
    numbers: &Numbers,
    matching: &Matching,
    largest: Option<&Largest>,
) -> Option<String> {
    let with = |index| matching.hospital_of(index).and_then(|mentor| numbers.mentor(mentor));
    let matched = (0..).zip(numbers.newcomers()).map(|(index, newcomer)| (newcomer, with(index)));
    let largest = largest.map(|found| PrintedLargest {
        at_most: found.at_most,
        proof: found.proof.as_ref().and_then(|proof| PrintedProof::of(numbers, proof)),
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
