//! What a person reads of the publication: their own part of it, without anybody's list and without a «no»
//! (feat:C17; essay:E9).

use super::{explain, own_intake, own_outcome};
use domain::choices::{Order, current};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State as PairState};
use domain::programmes::Programme;
use domain::proposals::Proposal;
use domain::{MentorId, NewcomerId, PairId};
use pairing::explain::OwnOutcome;
use store::Tx;

/// How a pair came about, as its two may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// The newcomer asked and the mentor accepted.
    Asked,
    /// Both named each other.
    Ranked {
        /// The place in the reader's own list, from 1.
        wish: Option<u32>,
    },
    /// Appointed, with the reason that both read.
    Appointed {
        /// The reason.
        reason: String,
    },
}

/// A published pair as one of the two sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct With<Id> {
    /// The pair.
    pub pair: PairId,
    /// The other one.
    pub other: Id,
    /// How it came about.
    pub how: How,
}

/// A wish that led to no pair. That is all its author reads of it: a place that went to somebody else, a «no», no place
/// at all and a line that a person changed are told alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Otherwise {
    /// Whom the newcomer wished for.
    pub mentor: MentorId,
    /// The number of its place in the newcomer's list, from 1; those who stand equal share one.
    pub number: usize,
}

/// What became of a newcomer's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewcomerResult {
    /// Nothing is published yet.
    Open,
    /// A mentor accepted; the pair will be published with the others.
    Agreed {
        /// The mentor.
        mentor: MentorId,
    },
    /// A pair.
    Paired {
        /// With whom, and how it came about.
        with: With<MentorId>,
        /// What the newcomer had rather wished for, best first.
        otherwise: Vec<Otherwise>,
    },
    /// There was a pair, and it ended before an order; who stepped back nobody is told (essay:E9).
    Ended,
    /// No pair yet.
    Pending {
        /// The newcomer named nobody. In every other case nothing more is told: a place that went to somebody
        /// else, a «no», and a line left out look alike.
        named_nobody: bool,
        /// All wishes, best first.
        otherwise: Vec<Otherwise>,
    },
}

/// What became of a mentor's choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MentorResult {
    /// Something of the last choice is published.
    pub published: bool,
    /// The mentor's pairs.
    pub with: Vec<With<NewcomerId>>,
    /// Newcomers whose requests were accepted, to be published with the others.
    pub agreed: Vec<NewcomerId>,
}

/// What became of a newcomer's choice, from the pairs that stand.
pub async fn newcomer_result(
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &Newcomer,
) -> store::Result<NewcomerResult> {
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let published = store::proposals::published(tx, &newcomer.school, &newcomer.programme).await?;
    let ended =
        |pair: &Pair| pair.origin != Origin::Provisional && matches!(pair.state, PairState::Ended { .. });
    let had_one = pairs.iter().any(ended);
    Ok(match pairs.into_iter().find(Pair::is_settled) {
        Some(pair) if pair.state == PairState::Agreed => NewcomerResult::Agreed { mentor: pair.mentor },
        Some(pair) => {
            let made = published.iter().find(|proposal| makes(proposal, &pair));
            let how = how(&pair.origin, || made.and_then(|proposal| newcomers_wish(proposal, &pair)));
            let otherwise = made.map(|proposal| otherwise(proposal, &pair.newcomer, Some(&pair.mentor)));
            let with = With { pair: pair.id, other: pair.mentor, how };
            NewcomerResult::Paired { with, otherwise: otherwise.unwrap_or_default() }
        }
        None => match published.iter().find(|proposal| proposal.line(&newcomer.id).is_some()) {
            None => NewcomerResult::Open,
            Some(_) if had_one => NewcomerResult::Ended,
            // Chosen once more since: what comes of that is not published yet.
            Some(proposal) if is_before(proposal, programme) => NewcomerResult::Open,
            Some(proposal) => NewcomerResult::Pending {
                named_nobody: proposal.lists.newcomers.get(&newcomer.id).is_some_and(Order::is_empty),
                otherwise: otherwise(proposal, &newcomer.id, None),
            },
        },
    })
}

/// What became of a mentor's choice, from the pairs that stand.
pub async fn mentor_result(
    tx: &mut Tx,
    programme: &Programme,
    mentor: &Mentor,
) -> store::Result<MentorResult> {
    let published = store::proposals::published(tx, &mentor.school, &mentor.programme).await?;
    let last = published.iter().any(|proposal| !is_before(proposal, programme));
    let mut result = MentorResult { published: last, ..MentorResult::default() };
    for pair in store::pairs::of_mentor(tx, &mentor.school, &mentor.id).await? {
        if !pair.is_settled() {
            continue;
        }
        if pair.state == PairState::Agreed {
            result.agreed.push(pair.newcomer);
            continue;
        }
        let wish = || published.iter().find_map(|proposal| mentors_wish(proposal, &pair));
        let how = how(&pair.origin, wish);
        result.with.push(With { pair: pair.id, other: pair.newcomer, how });
    }
    Ok(result)
}

/// True for a proposal from a choice before the programme's last one.
fn is_before(proposal: &Proposal, programme: &Programme) -> bool {
    proposal.round != current(programme)
}

fn how(origin: &Origin, wish: impl FnOnce() -> Option<u32>) -> How {
    match origin {
        // A provisional pair is not settled and does not come here.
        Origin::Asked { .. } | Origin::Provisional => How::Asked,
        Origin::Ranked => How::Ranked { wish: wish() },
        Origin::Appointed { reason } => How::Appointed { reason: reason.clone() },
    }
}

/// True where this proposal made the pair.
fn makes(proposal: &Proposal, pair: &Pair) -> bool {
    proposal.line(&pair.newcomer).and_then(|line| line.new_pair()).is_some_and(|(to, _)| *to == pair.mentor)
}

fn newcomers_wish(proposal: &Proposal, pair: &Pair) -> Option<u32> {
    let explained = explain(proposal).ok()?;
    match own_outcome(&explained, &pair.newcomer)? {
        OwnOutcome::Placed { wish, .. } => wish,
        OwnOutcome::Unplaced { .. } => None,
    }
}

fn mentors_wish(proposal: &Proposal, pair: &Pair) -> Option<u32> {
    let explained = explain(proposal).ok().filter(|_| makes(proposal, pair))?;
    let intake = own_intake(&explained, &pair.mentor)?;
    let same = |given: &&pairing::explain::Given| explained.newcomer(given.resident) == Some(&pair.newcomer);
    intake.given.iter().find(same)?.wish
}

/// The wishes above the mentor whom a newcomer has, or all. Only the own list and the own mentor are looked at, so that
/// nothing of anybody else's list can come through (decision 0065).
fn otherwise(proposal: &Proposal, newcomer: &NewcomerId, has: Option<&MentorId>) -> Vec<Otherwise> {
    let tiers = proposal.lists.newcomers.get(newcomer).map(Order::tiers).unwrap_or_default();
    let above = tiers.iter().take_while(|tier| has.is_none_or(|mentor| !tier.contains(mentor)));
    let each = (1..).zip(above).flat_map(|(number, tier)| tier.iter().map(move |one| (number, one.clone())));
    each.map(|(number, mentor)| Otherwise { mentor, number }).collect()
}
