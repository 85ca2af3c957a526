//! Where the people are: from the first order to the first meeting, as counts with names (feat:L2).

use super::Facts;
use crate::said::listed;
use domain::newcomers::Newcomer;
use domain::pairs::{Next, Pair};
use domain::sides::Side;
use i18n::Lang;

/// A step and those who have taken it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::home) struct Step {
    /// The key of its name.
    pub(in crate::home) key: &'static str,
    pub(in crate::home) count: usize,
    pub(in crate::home) of: usize,
    /// Their names.
    pub(in crate::home) who: String,
}

/// The newcomer has come so far.
type Taken = fn(&Facts, &Newcomer) -> bool;

const STEPS: [(&str, Taken); 7] = [
    ("home-step-order", has_order),
    ("home-step-met", has_met_all),
    ("home-step-asked", has_asked),
    ("home-step-agreed", |facts, newcomer| facts.settled(&newcomer.id).is_some()),
    ("home-step-published", |facts, newcomer| reached(facts, newcomer, |next| *next != Next::Publishing)),
    ("home-step-assigned", |facts, newcomer| {
        reached(facts, newcomer, |next| matches!(next, Next::Meeting | Next::Work))
    }),
    ("home-step-meeting", |facts, newcomer| reached(facts, newcomer, |next| *next == Next::Work)),
];

/// All steps in order.
pub(super) fn steps(lang: Lang, facts: &Facts) -> Vec<Step> {
    let step = |(key, taken): (&'static str, Taken)| {
        let mut who: Vec<String> = facts
            .newcomers
            .iter()
            .filter(|newcomer| taken(facts, newcomer))
            .map(|newcomer| facts.newcomer(&newcomer.id))
            .collect();
        i18n::sort_by_name(lang, &mut who, |name| name);
        Step { key, count: who.len(), of: facts.newcomers.len(), who: listed(lang, &who) }
    };
    STEPS.into_iter().map(step).collect()
}

fn has_order(facts: &Facts, newcomer: &Newcomer) -> bool {
    let ordered = |pair: &Pair| pair.newcomer == newcomer.id && pair.assignment().is_some();
    facts.pairs.iter().any(ordered)
}

fn has_met_all(facts: &Facts, newcomer: &Newcomer) -> bool {
    let all = facts.approved().count();
    all > 0 && facts.met(&newcomer.id).len() == all
}

fn has_asked(facts: &Facts, newcomer: &Newcomer) -> bool {
    facts.requests.iter().any(|request| request.newcomer == newcomer.id && request.asked_by == Side::Newcomer)
}

fn reached(facts: &Facts, newcomer: &Newcomer, wanted: fn(&Next) -> bool) -> bool {
    facts.settled(&newcomer.id).is_some_and(|pair| wanted(&facts.next(pair)))
}
