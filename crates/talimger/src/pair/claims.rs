//! What stands beside a matching, checked without believing it.

use pairing::largest::{Effort, largest};
use pairing::{Certificate, Matching, cover_allows};
use serde::Deserialize;
use serde_json::Value;

use super::explained::Explained;
use super::named::{NamedInstance, Names};

/// Dead ends of a search that is repeated: four times what `pair --exact` takes, because it may start from another
/// matching.
pub(crate) const PATIENCE: u64 = 800_000;

/// What `pair` prints beside a matching; whatever is left out is not claimed.
#[derive(Deserialize)]
pub(super) struct Claims {
    size: Option<usize>,
    stable: Option<bool>,
    blocking_pairs: Option<Vec<[String; 2]>>,
    at_most: Option<usize>,
    proof: Option<ClaimedProof>,
    explanations: Option<Value>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum ClaimedProof {
    Cover { residents: Vec<String>, hospitals: Vec<String> },
    Search {},
}

impl Claims {
    /// Whether it is claimed to be proved that no stable matching is larger.
    pub(super) fn has_proof(&self) -> bool {
        self.at_most.is_some() && self.proof.is_some()
    }

    /// Every claim that is not so.
    pub(super) fn faults(
        &self,
        named: &NamedInstance,
        matching: &Matching,
        certificate: &Certificate,
        patience: u64,
    ) -> Vec<String> {
        let mut faults = Vec::new();
        let placed = matching.size();
        if let Some(size) = self.size.filter(|&size| size != placed) {
            faults.push(format!("size is said to be {size}, but is {placed}"));
        }
        match self.stable {
            Some(true) if !certificate.is_stable() => faults.push("said to be stable, but is not".to_owned()),
            Some(false) if certificate.is_stable() => faults.push("said not to be stable, but is".to_owned()),
            _ => {}
        }
        if self.blocking_pairs.as_ref().is_some_and(|pairs| !are_blocking(pairs, named, certificate)) {
            faults.push("other blocking pairs are named than there are".to_owned());
        }
        let explained = |claimed: &Value| {
            serde_json::to_value(Explained::of(named, matching)).is_ok_and(|found| found == *claimed)
        };
        if self.explanations.as_ref().is_some_and(|claimed| !explained(claimed)) {
            faults.push("it is explained otherwise than it is".to_owned());
        }
        if let Some(at_most) = self.at_most {
            faults.extend(self.bound_is_wrong(at_most, named, placed, patience));
        }
        faults
    }

    fn bound_is_wrong(
        &self,
        at_most: usize,
        named: &NamedInstance,
        placed: usize,
        patience: u64,
    ) -> Option<String> {
        if at_most < placed {
            return Some(format!("at_most is said to be {at_most}, but {placed} are placed"));
        }
        match &self.proof {
            Some(_) if at_most != placed => {
                Some(format!("at_most is said to be {at_most} with a proof, but {placed} are placed"))
            }
            Some(ClaimedProof::Cover { residents, hospitals }) => {
                check_cover(at_most, named, residents, hospitals).err()
            }
            Some(ClaimedProof::Search {}) => search_says_otherwise(at_most, named, patience),
            None => {
                let bound = largest(&named.instance, Effort { exchanges: 0, conflicts: 0, seed: 0 }).at_most;
                let unproved = || format!("at_most is said to be {at_most}, but no proof of that is given");
                (at_most < bound).then(unproved)
            }
        }
    }
}

fn are_blocking(pairs: &[[String; 2]], named: &NamedInstance, certificate: &Certificate) -> bool {
    let mut claimed: Vec<[&str; 2]> = pairs.iter().map(|[one, other]| [one.as_str(), other]).collect();
    let name =
        |pair: &pairing::Pair| [named.residents.name(pair.resident), named.hospitals.name(pair.hospital)];
    let mut found: Vec<[&str; 2]> = certificate.blocking_pairs.iter().map(name).collect();
    claimed.sort_unstable();
    found.sort_unstable();
    claimed == found
}

fn check_cover(
    at_most: usize,
    named: &NamedInstance,
    residents: &[String],
    hospitals: &[String],
) -> Result<(), String> {
    let known = |people: &[String], names: &Names| -> Result<Vec<u32>, String> {
        let index = |name: &String| {
            names.index(name).ok_or_else(|| format!("the cover names {name}, who does not exist"))
        };
        people.iter().map(index).collect()
    };
    let (residents, hospitals) = (known(residents, &named.residents)?, known(hospitals, &named.hospitals)?);
    match cover_allows(&named.instance, &residents, &hospitals) {
        Ok(allowed) if allowed == at_most as u64 => Ok(()),
        Ok(allowed) => Err(format!("the cover allows {allowed} pairs, not {at_most}")),
        Err(pair) => {
            let (resident, hospital) =
                (named.residents.name(pair.resident), named.hospitals.name(pair.hospital));
            Err(format!("the cover has neither {resident} nor {hospital}, who rank each other"))
        }
    }
}

fn search_says_otherwise(at_most: usize, named: &NamedInstance, patience: u64) -> Option<String> {
    let found = largest(&named.instance, Effort { conflicts: patience, ..Effort::default() });
    let size = found.matching.size();
    if size > at_most {
        return Some(format!("a search finds a stable matching of {size}"));
    }
    (found.at_most > at_most).then(|| format!("a search does not refute {} in time", at_most + 1))
}
