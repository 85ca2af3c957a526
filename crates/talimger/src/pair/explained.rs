//! Why each resident got what they got, and what would place one more: for a coordinator's eyes.

use pairing::explain::{Outcome, Unmet, WhyNotHospital, WhyUnplaced};
use pairing::{Explainer, Matching, Opening, Relief, relief};
use serde::Serialize;

use super::named::NamedInstance;

/// What `--explain` adds.
#[derive(Serialize)]
pub(super) struct Explained<'a> {
    /// Those with a list, in the order of the file.
    residents: Vec<ResidentReport<'a>>,
    /// Single changes that would place one person more, those that move fewest others first.
    relief: Vec<ReliefReport<'a>>,
}

#[derive(Serialize)]
struct ResidentReport<'a> {
    resident: &'a str,
    hospital: Option<&'a str>,
    /// Which wish that is, from 1.
    wish: Option<u32>,
    /// Why there is no place.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<Cause>,
    /// Better wishes.
    unmet: Vec<UnmetReport<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Cause {
    NoWishes,
    NotListed,
    AllFull,
    Passed,
}

#[derive(Serialize)]
struct UnmetReport<'a> {
    hospital: &'a str,
    wish: u32,
    #[serde(flatten)]
    why: WhyReport,
}

#[derive(Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
enum WhyReport {
    Full { ranked_at_least_as_high: u32, of_these_equal: u32 },
    NoPlaces,
    NotListed,
    Passed,
}

#[derive(Serialize)]
struct ReliefReport<'a> {
    #[serde(flatten)]
    opening: OpeningReport<'a>,
    placed: &'a str,
    moved: u32,
}

#[derive(Serialize)]
#[serde(tag = "opening", rename_all = "snake_case")]
enum OpeningReport<'a> {
    Place { hospital: &'a str },
    HospitalAccepts { hospital: &'a str, resident: &'a str },
    ResidentAccepts { resident: &'a str, hospital: &'a str },
}

impl<'a> Explained<'a> {
    /// Reads the instance and the matching and nothing else.
    pub(super) fn of(named: &'a NamedInstance, matching: &Matching) -> Self {
        let explainer = Explainer::new(&named.instance, matching);
        let own = (0..).zip(&named.residents.by_index).take(named.residents.with_list);
        let residents = own.filter_map(|(at, name)| Some(resident(named, name, explainer.resident(at)?)));
        let openings = relief(&named.instance, matching);
        Self {
            residents: residents.collect(),
            relief: openings.into_iter().map(|relief| opening(named, relief)).collect(),
        }
    }
}

fn resident<'a>(
    named: &'a NamedInstance,
    resident: &'a str,
    outcome: Outcome<WhyNotHospital, WhyUnplaced>,
) -> ResidentReport<'a> {
    let (hospital, wish, cause, better) = match outcome {
        Outcome::Placed { hospital, wish, better } => (Some(hospital), wish, None, better),
        Outcome::Unplaced { cause, wishes } => (None, None, Some(cause), wishes),
    };
    let unmet = |unmet: Unmet<WhyNotHospital>| UnmetReport {
        hospital: named.hospitals.name(unmet.other),
        wish: unmet.number,
        why: match unmet.reason {
            WhyNotHospital::Full { ranked_at_least_as_high, of_these_equal } => {
                WhyReport::Full { ranked_at_least_as_high, of_these_equal }
            }
            WhyNotHospital::NoPlaces => WhyReport::NoPlaces,
            WhyNotHospital::NotListed => WhyReport::NotListed,
            WhyNotHospital::Passed => WhyReport::Passed,
        },
    };
    ResidentReport {
        resident,
        hospital: hospital.map(|hospital| named.hospitals.name(hospital)),
        wish,
        cause: cause.map(|cause| match cause {
            WhyUnplaced::NoWishes => Cause::NoWishes,
            WhyUnplaced::NotListed => Cause::NotListed,
            WhyUnplaced::AllFull => Cause::AllFull,
            WhyUnplaced::Passed => Cause::Passed,
        }),
        unmet: better.into_iter().map(unmet).collect(),
    }
}

fn opening(named: &NamedInstance, relief: Relief) -> ReliefReport<'_> {
    let (resident, hospital) = (|at| named.residents.name(at), |at| named.hospitals.name(at));
    ReliefReport {
        opening: match relief.opening {
            Opening::Place { hospital: at } => OpeningReport::Place { hospital: hospital(at) },
            Opening::HospitalAccepts { hospital: at, resident: whom } => {
                OpeningReport::HospitalAccepts { hospital: hospital(at), resident: resident(whom) }
            }
            Opening::ResidentAccepts { resident: who, hospital: at } => {
                OpeningReport::ResidentAccepts { resident: resident(who), hospital: hospital(at) }
            }
        },
        placed: resident(relief.placed),
        moved: relief.moved,
    }
}
