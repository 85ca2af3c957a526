//! What a paper came to: points, what still waits for an examiner, and the verdict against the cut.

use super::attempts::Attempt;
use crate::courses::Verdict;
use crate::questions::{Answer, Bank, Points, Unscored, score};
use std::collections::{BTreeMap, BTreeSet};

/// The points of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The points of each question that has some, by its number.
    pub each: BTreeMap<u32, Points>,
    /// Together; never below nought, so that wrong choices cost no more than right ones brought.
    pub points: Points,
    /// What the whole paper brings.
    pub of: Points,
    /// Questions that an examiner has not marked yet.
    pub waiting: Vec<u32>,
}

/// The points of a paper by the version of the bank it was drawn from, with the marks that examiners gave by hand. A mark
/// counts from nought to what its question brings. An answer that is none to its question brings nothing.
pub fn marked(attempt: &Attempt, bank: &Bank, marks: &BTreeMap<u32, Points>) -> Marked {
    let mut each = BTreeMap::new();
    let mut waiting = Vec::new();
    for drawn in &attempt.variant.questions {
        let Some(question) = bank.get(drawn.number) else { continue };
        let answer = attempt.answers.get(&drawn.number).map_or(&Answer::Blank, |saved| &saved.answer);
        let points = match (score(question, answer), marks.get(&drawn.number)) {
            (Ok(points), _) => Some(points),
            (Err(Unscored::NotAnAnswer), _) => Some(Points::default()),
            // Nothing was written, so nothing is there to be marked.
            (Err(Unscored::ByHand), None) => is_blank(answer).then(Points::default),
            (Err(Unscored::ByHand), Some(mark)) => Some((*mark).clamp(Points::default(), question.worth)),
        };
        match points {
            Some(points) => each.extend([(drawn.number, points)]),
            None => waiting.push(drawn.number),
        }
    }
    let points = each.values().copied().sum::<Points>().max(Points::default());
    Marked { points, of: attempt.variant.worth(bank), each, waiting }
}

impl Marked {
    /// The paper when some questions count as right, whatever was answered: an appeal showed that they were at fault. No
    /// question brings less than it did, and the paper nothing less than `told`, what its candidate knows (feat:G7).
    #[must_use]
    pub fn with_right(mut self, right: &BTreeSet<u32>, bank: &Bank, told: Points) -> Self {
        for (number, points) in &mut self.each {
            if let Some(question) = bank.get(*number).filter(|_| right.contains(number)) {
                *points = (*points).max(question.worth);
            }
        }
        let points = self.each.values().copied().sum::<Points>().max(told);
        Self { points, ..self }
    }
}

fn is_blank(answer: &Answer) -> bool {
    match answer {
        Answer::Blank => true,
        Answer::Written(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// The verdict of a paper that is marked whole; nothing before. `error` is the standard error of measurement, of the whole
/// sitting or of the paper by itself; where it is nought, as of a paper that is wholly right, the cut alone decides
/// (methods of measurement, §2; docs/decisions/0070).
/// Hundredths of a point are compared, as they are shown: a third and two thirds are a whole.
pub fn judge(marked: &Marked, cut: Points, error: Points) -> Option<Verdict> {
    let error = error.parts().max(0);
    let beside = |error: i64| Points::from_parts(marked.points.parts().saturating_add(error)).hundredths();
    let verdict = match () {
        () if beside(-error) >= cut.hundredths() => Verdict::Passed,
        () if beside(error) < cut.hundredths() => Verdict::Failed,
        () => Verdict::Border,
    };
    marked.waiting.is_empty().then_some(verdict)
}
