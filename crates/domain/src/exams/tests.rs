//! The exam, read like its rules.

mod hearings;
mod panels;
mod practices;
mod sittings;
mod theories;

use super::*;
use crate::Instant;
use crate::questions::{Bank, Blueprint, Choice, Fraction, Kind, Points, Question, Shelf, Topic};
use jiff::SignedDuration;

/// So many minutes after the paper was opened.
fn minute(minutes: i64) -> Instant {
    Instant::UNIX_EPOCH + SignedDuration::from_mins(minutes)
}

fn question(kind: Kind) -> Question {
    Question {
        name: String::new(),
        text: "Кто подписывает приказ?".into(),
        shelf: Shelf::Topic(Topic::Law),
        kind,
        worth: Points::ONE,
        feedback: String::new(),
    }
}

/// Three questions of law with a right first choice, and an essay.
fn bank() -> Bank {
    let choice = |text: &str, fraction| Choice { text: text.into(), fraction, feedback: String::new() };
    let single = |number: i32| {
        question(Kind::Single(vec![
            choice(&format!("директор {number}"), Fraction::WHOLE),
            choice("завуч", Fraction::from_percent(-50.0).unwrap()),
        ]))
    };
    let mut bank = Bank::default();
    bank.add((0..3).map(single).chain([Question { worth: Points::whole(2), ..question(Kind::Essay) }]));
    bank
}

fn plan(count: u16) -> Plan {
    Plan { blueprint: Blueprint([(Topic::Law, count)].into()), minutes: 60 }
}

fn rubric() -> Rubric {
    let words = ["contact", "question", "feedback", "plan", "ethics", "documents"];
    let criterion = |word: &str| Criterion { word: word.into(), critical: word == "ethics" };
    Rubric {
        version: 1,
        lowest: 0,
        highest: 3,
        minimum: 2,
        gap: 2,
        cut: 200,
        criteria: words.map(criterion).into(),
    }
}
