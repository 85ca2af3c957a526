//! What judges and the coordinator see: of others never more than the mean and the range, and no names beside them.

use super::judging::reach;
use super::{asked, banks, items};
use crate::sittings::{Paper, mark, points};
use crate::{Context, Failed, Never};
use domain::exams::{
    Bearable, Judge, Judged, LEAST_JUDGES, Panel, PanelState, Sitting, SittingState, judged,
};
use domain::permissions::{Action, may};
use domain::questions::{Bank, Kind, Language, Points, Topic};
use domain::{ExamId, PersonId};
use measure::agreement::{Intraclass, icc};
use measure::cuts::angoff::{Called, Panel as Chances, Round};
use measure::cuts::hofstee::{Bounds, Check, check as meet};
use measure::gates::{Figure, NotShown};
use measure::marks::Scores;
use std::collections::BTreeSet;
use store::Tx;

/// Shares of a question: of all judges for the coordinator, of the others for a judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Their mean, rounded to whole percents.
    pub mean: u32,
    /// The lowest.
    pub low: u8,
    /// The highest.
    pub high: u8,
}

impl Spread {
    fn of(shares: &[u8]) -> Option<Self> {
        let (low, high) = (*shares.iter().min()?, *shares.iter().max()?);
        let sum: u32 = shares.iter().copied().map(u32::from).sum();
        let count = u32::try_from(shares.len()).ok()?;
        Some(Self { mean: (2 * sum + count) / (2 * count), low, high })
    }

    /// So far apart that it is talked about.
    pub fn is_wide(self) -> bool {
        self.high - self.low >= 20
    }
}

/// A question that is judged.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its number in the bank.
    pub number: u32,
    /// Its topic.
    pub topic: Topic,
    /// What is asked.
    pub text: String,
    /// What there is to choose from, by the alphabet: the place tells nothing of the key.
    pub choices: Vec<String>,
    /// A text that is marked by hand: the share is one of its points.
    pub by_hand: bool,
    /// What the reader gave; nothing for the coordinator.
    pub own: Option<u8>,
    /// How far others lie apart, once a round is over.
    pub spread: Option<Spread>,
}

/// What the judges came to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The mean of what they came to.
    pub mean: Points,
    /// Its standard error.
    pub error: Points,
    /// What each came to, the lowest first.
    pub judges: Vec<Points>,
    /// How the cut is called.
    pub called: Called,
    /// How far they agree about the questions, or why that is not shown.
    pub agreement: Figure<Intraclass>,
    /// On how many questions they lay far apart, in the first round and in the second.
    pub apart: (usize, usize),
}

/// The judges of a sitting for the coordinator.
#[derive(Clone, Debug)]
pub struct Board {
    /// The sitting.
    pub sitting: Sitting,
    /// How far they are, where somebody was asked.
    pub state: Option<PanelState>,
    /// Who judges, and whether they have handed in the round.
    pub judges: Vec<(PersonId, bool)>,
    /// The sitting draws from another version of the bank than the one they look at.
    pub stale: bool,
    /// How many questions there are to judge.
    pub count: usize,
    /// Questions on which they lie far apart, once the first round is over; nothing for whoever may not read the bank.
    pub apart: Vec<Question>,
    /// What they came to, once they are done.
    pub outcome: Option<Outcome>,
}

/// The judges as the coordinator sees them; questions in the reader's language where the sitting has it.
pub async fn board(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &ExamId,
    language: Language,
) -> Result<Board, Failed<Never>> {
    let sitting = crate::sittings::managed::<Never>(tx, context, id).await?;
    let Some(panel) = store::panels::get(tx, id).await? else {
        let bank = sitting.bank;
        let banks: Vec<Bank> = banks(tx, &sitting, bank).await?.into_values().collect();
        let count = judged(&sitting.plan, &banks).len();
        let (judges, apart) = (Vec::new(), Vec::new());
        return Ok(Board { sitting, state: None, judges, stale: false, count, apart, outcome: None });
    };
    let candidate = crate::sittings::course(tx, &sitting.school, &context.actor.person).await?;
    let candidate = candidate.is_some_and(|course| course.runs());
    let reads = may(context.actor, &Action::KeepQuestions { school: &sitting.school, candidate }).is_ok();
    let items = items(tx, &sitting, &panel).await?;
    let over = panel.state != PanelState::First;
    let mut apart =
        if over && reads { questions(tx, language, &sitting, &panel, None).await? } else { Vec::new() };
    apart.retain(|question| question.spread.is_some_and(Spread::is_wide));
    let handed_in = |(person, judge): (&PersonId, &Judge)| (person.clone(), judge.of(panel.state).handed_in);
    Ok(Board {
        state: Some(panel.state),
        judges: panel.judges.iter().map(handed_in).collect(),
        stale: sitting.state == SittingState::Planned && panel.bank != sitting.bank,
        count: items.len(),
        apart,
        outcome: outcome(&panel, &items),
        sitting,
    })
}

/// A sitting as a judge sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The sitting.
    pub sitting: Sitting,
    /// How far the judges are.
    pub state: PanelState,
    /// The questions with the own shares, and how far the others lie apart in the second round.
    pub questions: Vec<Question>,
    /// The own round is handed in.
    pub handed_in: bool,
    /// What the reader would put up with.
    pub bearable: Option<Bearable>,
    /// What a paper brings, in whole points.
    pub worth: u16,
    /// Shares can be given now.
    pub open: bool,
}

/// The own judgement; anybody else's looks as if it were not there.
pub async fn open(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &ExamId,
    language: Language,
) -> Result<Seen, Failed<Never>> {
    let (sitting, panel) = asked::<Never>(tx, context, id).await?;
    let me = &context.actor.person;
    let own = panel.judges.get(me).ok_or(Failed::NotFound)?;
    let worth = reach(&items(tx, &sitting, &panel).await?).parts().div_euclid(Points::ONE.parts());
    Ok(Seen {
        state: panel.state,
        questions: questions(tx, language, &sitting, &panel, Some(me)).await?,
        handed_in: own.of(panel.state).handed_in,
        bearable: own.bearable,
        worth: u16::try_from(worth).unwrap_or(u16::MAX),
        open: sitting.state == SittingState::Planned && panel.state != PanelState::Closed,
        sitting,
    })
}

/// Sittings that wait for the actor's judgement.
pub async fn to_judge(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Sitting>> {
    let Some(school) = &context.actor.school else { return Ok(Vec::new()) };
    let me = &context.actor.person;
    let mut waiting = Vec::new();
    if crate::sittings::course(tx, school, me).await?.is_some_and(|course| course.runs()) {
        return Ok(waiting);
    }
    for id in store::panels::of_judge(tx, school, me).await? {
        let Some(panel) = store::panels::get(tx, &id).await? else { continue };
        let Some(sitting) = store::sittings::get(tx, &id).await? else { continue };
        let waits = panel.judges.get(me).is_some_and(|judge| !judge.of(panel.state).handed_in);
        if waits && panel.state != PanelState::Closed && sitting.state == SittingState::Planned {
            waiting.push(sitting);
        }
    }
    Ok(waiting)
}

/// The questions in the reader's language where the sitting has it, with the own shares of a judge. Of the others a judge
/// sees the first round in the second one; the coordinator sees all judges together.
async fn questions(
    tx: &mut Tx,
    language: Language,
    sitting: &Sitting,
    panel: &Panel,
    reader: Option<&PersonId>,
) -> store::Result<Vec<Question>> {
    let banks = banks(tx, sitting, panel.bank).await?;
    let all: Vec<Bank> = banks.values().cloned().collect();
    let own = banks.get(&language);
    let text = |number: u32| own.into_iter().chain(banks.values()).find_map(|bank| bank.get(number));
    let others = panel.judges.iter().filter(|(person, _)| Some(*person) != reader).map(|(_, judge)| judge);
    let others: Vec<&Judge> = others.collect();
    let shown = match panel.state {
        PanelState::First => None,
        PanelState::Second => Some(PanelState::First),
        PanelState::Closed => Some(PanelState::Closed),
    };
    let question = |one: &Judged| {
        let asked = text(one.number);
        let shares = shown.map(|state| {
            others
                .iter()
                .filter_map(|judge| judge.of(state).given.get(&one.number).copied())
                .collect::<Vec<u8>>()
        });
        Question {
            number: one.number,
            topic: one.topic,
            text: asked.map(|question| question.text.clone()).unwrap_or_default(),
            choices: asked.map(|question| choices(&question.kind)).unwrap_or_default(),
            by_hand: asked.is_some_and(|question| question.kind.by_hand()),
            own: reader
                .and_then(|reader| panel.judges.get(reader))
                .and_then(|judge| judge.of(panel.state).given.get(&one.number).copied()),
            spread: shares.as_deref().and_then(Spread::of),
        }
    };
    Ok(judged(&sitting.plan, &all).iter().map(question).collect())
}

/// What there is to choose from.
fn choices(kind: &Kind) -> Vec<String> {
    let all: BTreeSet<String> = match kind {
        Kind::Single(choices) | Kind::Multiple(choices) => {
            choices.iter().map(|choice| choice.text.clone()).collect()
        }
        Kind::Matching { pairs, spare } => {
            let answers = pairs.iter().map(|pair| &pair.answer).chain(spare).cloned();
            pairs.iter().map(|pair| pair.stem.clone()).chain(answers).collect()
        }
        // The answers of these are their keys.
        Kind::TrueFalse { .. } | Kind::Short { .. } | Kind::Numerical(_) | Kind::Essay => BTreeSet::new(),
    };
    all.into_iter().collect()
}

/// A judge's shares as chances, in the order of the questions.
fn row(judge: &Judge, state: PanelState, items: &[Judged]) -> Vec<f64> {
    let given = &judge.of(state).given;
    let chance = |one: &Judged| f64::from(given.get(&one.number).copied().unwrap_or_default()) / 100.0;
    items.iter().map(chance).collect()
}

/// What each question brings to a paper in the mean.
fn weights(items: &[Judged]) -> Vec<f64> {
    let weight = |one: &Judged| mark(one.worth) * f64::from(one.drawn) / f64::from(one.there.max(1));
    items.iter().map(weight).collect()
}

/// Both rounds as figures.
fn rounds(panel: &Panel, items: &[Judged]) -> Option<(Round, Round)> {
    let of = |state| panel.judges.values().map(move |judge| row(judge, state, items)).collect::<Vec<_>>();
    let first = Chances::weighing(weights(items), of(PanelState::First)).ok()?;
    let mut rounds = first.again(of(PanelState::Second)).ok()?.rounds().into_iter();
    Some((rounds.next()?, rounds.next()?))
}

/// The standard error of the judges' mean, in points.
pub(super) fn error(panel: &Panel, items: &[Judged]) -> Points {
    let error = rounds(panel, items).and_then(|(_, second)| second.error);
    error.map_or(Points::default(), points)
}

fn outcome(panel: &Panel, items: &[Judged]) -> Option<Outcome> {
    let judges = panel.cuts(items).ok()?;
    let (first, second) = rounds(panel, items)?;
    let column = |judge: &Judge| row(judge, PanelState::Second, items);
    let columns: Vec<Vec<f64>> = panel.judges.values().map(column).collect();
    let line = |at: usize| columns.iter().map(|column| column.get(at).copied()).collect::<Vec<Option<f64>>>();
    let scores = Scores::new(columns.len(), (0..items.len()).map(line)).ok()?;
    Some(Outcome {
        mean: points(second.cut),
        error: second.error.map_or(Points::default(), points),
        judges,
        called: second.called,
        agreement: icc(&scores),
        apart: (first.discuss.len(), second.discuss.len()),
    })
}

/// Where the results of a sitting meet what its judges would put up with (Hofstee): beside the cut, which it does not
/// move. Nothing where no judge said it, and while a text has no points, which would count as nought; not shown where fewer
/// than three said it.
pub async fn check(tx: &mut Tx, sitting: &Sitting, papers: &[Paper]) -> store::Result<Option<Figure<Check>>> {
    if papers.iter().any(|paper| !paper.marked.waiting.is_empty()) {
        return Ok(None);
    }
    let Some(panel) = store::panels::get(tx, &sitting.id).await? else { return Ok(None) };
    let bounds: Vec<Bounds> = panel.judges.values().filter_map(|judge| judge.bearable).map(bounds).collect();
    if bounds.is_empty() {
        return Ok(None);
    }
    if bounds.len() < LEAST_JUDGES {
        return Ok(Some(Err(NotShown::TooFew { need: u32::try_from(LEAST_JUDGES).unwrap_or(u32::MAX) })));
    }
    // Where an appeal has brought points since, those count.
    let came_to = |paper: &Paper| paper.kept.told.as_ref().map_or(paper.marked.points, |told| told.points);
    let totals: Vec<f64> = papers.iter().map(|paper| mark(came_to(paper))).collect();
    Ok(meet(&bounds, &totals).ok())
}

fn bounds(bearable: Bearable) -> Bounds {
    let Bearable { cut, fail } = bearable;
    Bounds { cut: (f64::from(cut.0), f64::from(cut.1)), fail: (f64::from(fail.0), f64::from(fail.1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spread_is_the_mean_and_the_range_and_wide_from_twenty_on() {
        let spread = Spread::of(&[40, 60, 65]).unwrap();
        assert_eq!(spread, Spread { mean: 55, low: 40, high: 65 });
        assert!(spread.is_wide());
        assert!(!Spread { mean: 50, low: 45, high: 60 }.is_wide());
        assert_eq!(Spread::of(&[]), None);
    }
}
