//! The gates between the stages (feat:G1, G2): what has to be done, what was, and what is missing. Everything is counted
//! from what people did; nobody ticks a gate.

use super::State;
use crate::PersonId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a course asks and grants; fixed when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Cases from one's own practice.
    pub cases: u32,
    /// Replies to cases of others.
    pub replies: u32,
    /// Hours of training, in minutes.
    pub minutes: u32,
    /// Times that each part of the exam may be sat.
    pub attempts: u8,
    /// Days from a result to the next attempt (doc:A17).
    pub retake_days: u16,
    /// Working days from a result in which an appeal may be filed.
    pub appeal_days: u16,
    /// Years for which the right is granted (doc:A18).
    pub term_years: u8,
}

impl Default for Rules {
    /// One case and two replies, 24 hours (rules §7), one retake after 14 days, appeals within five working
    /// days, a right of
    /// three years, as teachers' courses.
    fn default() -> Self {
        Self {
            cases: 1,
            replies: 2,
            minutes: 24 * 60,
            attempts: 2,
            retake_days: 14,
            appeal_days: 5,
            term_years: 3,
        }
    }
}

/// What a candidate has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deeds {
    /// Cases told.
    pub cases: u32,
    /// Cases of others that were replied to.
    pub replies: u32,
    /// Minutes of training attended.
    pub minutes: u32,
    /// Minutes of discussion attended. They open no gate: cases and replies do.
    pub discussed: u32,
}

/// What is missing to pass a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// So many cases: tell one from your own practice.
    Cases(u32),
    /// So many replies: reply to cases of others.
    Replies(u32),
    /// So many minutes: come to a session.
    Minutes(u32),
}

/// A case that was told and stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its number among the cases that are looked at.
    pub number: u32,
    /// Who told it.
    pub by: PersonId,
}

/// A reply that was given and stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The number of the case.
    pub to: u32,
    /// Who replied.
    pub by: PersonId,
}

/// How many cases somebody told, and how many of others they replied to. A reply to one's own case does not count, nor
/// a second one to the same case.
pub fn discussed(person: &PersonId, cases: &[Case], replies: &[Reply]) -> (u32, u32) {
    let own: BTreeSet<u32> = cases.iter().filter(|case| case.by == *person).map(|case| case.number).collect();
    let others: BTreeSet<u32> =
        cases.iter().filter(|case| case.by != *person).map(|case| case.number).collect();
    let given: BTreeSet<u32> =
        replies.iter().filter(|reply| reply.by == *person).map(|reply| reply.to).collect();
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    (count(own.len()), count(given.intersection(&others).count()))
}

/// What is missing to go on from a stage; nothing where it has no gate.
pub fn gaps(state: &State, deeds: Deeds, rules: Rules) -> Vec<Gap> {
    let missing = |wanted: u32, done: u32| Some(wanted.saturating_sub(done)).filter(|count| *count > 0);
    match state {
        State::Discussion => {
            let cases = missing(rules.cases, deeds.cases).map(Gap::Cases);
            cases.into_iter().chain(missing(rules.replies, deeds.replies).map(Gap::Replies)).collect()
        }
        State::Training => missing(rules.minutes, deeds.minutes).map(Gap::Minutes).into_iter().collect(),
        _ => Vec::new(),
    }
}
