//! How far examiners agree, over every told practice of a school year with one rubric (methods of measurement, §4): for
//! whoever leads the course together and without names, for an examiner the own figures alone. docs/decisions/0039.

use super::{Refused, examined};
use crate::{Context, Failed, Never};
use domain::appeals::{About, Appeal, Remedy, State};
use domain::certificates::first_year;
use domain::exams::{Commission, Grade, Grades, Hearing, HearingState, Rubric};
use domain::permissions::{Action, may};
use domain::{HearingId, PersonId, SchoolId};
use measure::agreement::{
    Intraclass, Kappas, Shares, Weights, differences, icc, kappas, krippendorff, shares,
};
use measure::cuts::borderline::{Cut, Record, cut};
use measure::examiners::{Effect, effects};
use measure::gates::{Estimate, Figure, NotShown, SOME};
use measure::marks::{Marks, Scores};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// The least number of examiners among whom one's own figure does not give another one's away.
const AMONG: u32 = 3;

/// One criterion.
#[derive(Clone, Debug)]
pub struct CriterionFigures {
    /// Its word.
    pub word: String,
    /// How often two examiners of one candidate agree.
    pub shares: Figure<Shares>,
    /// Krippendorff's α, ordinal.
    pub alpha: Figure<Estimate>,
    /// Quadratic κ of every two examiners, without saying whose.
    pub kappas: Figure<Kappas>,
}

/// Agreement of the means of sheets, over the largest part in which every examiner marked every candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Means {
    /// So many candidates.
    pub candidates: u32,
    /// So many examiners.
    pub examiners: u32,
    /// One examiner's worth and the panel's.
    pub icc: Figure<Intraclass>,
}

/// How far examiners' severity differs, without saying whose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Severity {
    /// The most severe, in marks below nought.
    pub low: f64,
    /// The most lenient.
    pub high: f64,
    /// So many lie further from the rest than twice their standard error.
    pub notable: usize,
    /// Of so many.
    pub examiners: usize,
}

/// Figures of the examiners of a school year.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The calendar year in which the school year began.
    pub year: i16,
    /// The rubric by which was marked; practices by an older one are left out.
    pub rubric: Rubric,
    /// How many practices.
    pub hearings: usize,
    /// How many examiners.
    pub examiners: usize,
    /// Each criterion.
    pub criteria: Vec<CriterionFigures>,
    /// Of the means of sheets; nothing where no two have marked the same candidate.
    pub means: Option<Means>,
    /// Leniency, where commissions are linked by examiners in common and there are five examiners or more.
    pub severity: Figure<Severity>,
    /// Which mean goes with «just at the border».
    pub borderline: Figure<Cut>,
}

/// An examiner's own figures.
#[derive(Clone, Copy, Debug)]
pub struct Own {
    /// In so many practices somebody else marked, too.
    pub hearings: usize,
    /// The own marks minus the others' for the same candidates, in the mean, in marks; above 0 is lenient.
    pub difference: Figure<f64>,
    /// The same with the candidates' levels taken out.
    pub effect: Figure<Effect>,
}

/// Told practices of this school year by its newest rubric.
struct Year {
    first: i16,
    rubric: Rubric,
    hearings: Vec<(Hearing, Grades)>,
    examiners: Vec<PersonId>,
}

impl Year {
    async fn of(tx: &mut Tx, context: &Context<'_>, school: &SchoolId) -> store::Result<Option<Self>> {
        let year = first_year(context.today);
        let mut rubric: Option<Rubric> = None;
        let mut hearings = Vec::new();
        let void = void(tx, school).await?;
        // The latest comes first, and so does the newest rubric.
        for commission in store::commissions::of_school(tx, school).await? {
            let other = rubric.as_ref().is_some_and(|newest| !newest.marks_like(&commission.rubric));
            if first_year(commission.day) != year || other {
                continue;
            }
            let mut told = told(tx, &commission).await?;
            told.retain(|(hearing, _)| !void.contains(&hearing.id));
            if !told.is_empty() {
                rubric = rubric.or(Some(commission.rubric));
                hearings.extend(told);
            }
        }
        let all: BTreeSet<PersonId> =
            hearings.iter().flat_map(|(hearing, _)| hearing.sheets.keys().cloned()).collect();
        let examiners = all.into_iter().collect();
        Ok(rubric.map(|rubric| Self { first: year, rubric, hearings, examiners }))
    }

    fn marks(&self, criterion: usize) -> Option<Marks> {
        let row = |(hearing, _): &(Hearing, Grades)| -> Vec<Option<u8>> {
            let mark = |who: &PersonId| hearing.sheets.get(who)?.marks.get(criterion).copied().flatten();
            self.examiners.iter().map(mark).collect()
        };
        let scale = (self.rubric.lowest, self.rubric.highest);
        Marks::new(scale, self.examiners.len(), self.hearings.iter().map(row)).ok()
    }

    /// The mean of a sheet, in marks.
    fn mean(hearing: &Hearing, who: &PersonId) -> Option<f64> {
        let marks: Vec<u8> = hearing.sheets.get(who)?.marks.iter().copied().flatten().collect();
        let count = u32::try_from(marks.len()).ok().filter(|count| *count > 0)?;
        Some(f64::from(marks.iter().copied().map(u32::from).sum::<u32>()) / f64::from(count))
    }

    fn scores(&self) -> Option<Scores> {
        let row = |(hearing, _): &(Hearing, Grades)| -> Vec<Option<f64>> {
            self.examiners.iter().map(|who| Self::mean(hearing, who)).collect()
        };
        Scores::new(self.examiners.len(), self.hearings.iter().map(row)).ok()
    }

    fn criterion(&self, at: usize, word: &str) -> Option<CriterionFigures> {
        let marks = self.marks(at)?;
        Some(CriterionFigures {
            word: word.to_owned(),
            shares: shares(&marks),
            alpha: krippendorff(&marks),
            kappas: kappas(&marks, Weights::Quadratic),
        })
    }

    fn means(scores: &Scores) -> Option<Means> {
        let block = scores.block()?;
        let (candidates, examiners) = block.size();
        Some(Means { candidates, examiners, icc: icc(&block) })
    }

    /// Practices that somebody marked beside others.
    fn shared(&self, me: &PersonId) -> Vec<&Hearing> {
        let shared = |one: &&Hearing| one.sheets.contains_key(me) && one.sheets.len() > 1;
        self.hearings.iter().map(|(hearing, _)| hearing).filter(shared).collect()
    }

    /// Would the own figure give another examiner's away? Beside one other it is theirs with the other sign, and nearly so
    /// where it is nearly always the same one. Among three, it stands beside the mean of two.
    fn gives_away(&self, me: &PersonId) -> bool {
        let shared = self.shared(me);
        let among: BTreeSet<&PersonId> = shared.iter().flat_map(|one| one.sheets.keys()).collect();
        let alone_with = |other: &PersonId| {
            shared.iter().filter(|one| one.sheets.len() == 2 && one.sheets.contains_key(other)).count()
        };
        let few = u32::try_from(among.len()).unwrap_or(u32::MAX) < AMONG;
        let mostly = |other: &PersonId| other != me && alone_with(other) * 3 > shared.len() * 2;
        few || among.into_iter().any(mostly)
    }

    fn severity(scores: &Scores) -> Figure<Severity> {
        let found = effects(scores)?;
        // Among few, the range says whose it is.
        if u32::try_from(found.len()).unwrap_or(u32::MAX) < SOME {
            return Err(NotShown::TooFew { need: SOME });
        }
        let values = found.iter().map(|effect| effect.value);
        Ok(Severity {
            low: values.clone().fold(f64::INFINITY, f64::min),
            high: values.fold(f64::NEG_INFINITY, f64::max),
            notable: found.iter().filter(|effect| effect.is_notable()).count(),
            examiners: found.len(),
        })
    }

    fn borderline(&self) -> Figure<Cut> {
        let mut records = Vec::new();
        for (hearing, grades) in &self.hearings {
            let record = |(who, grade): (&PersonId, &Grade)| {
                Some(Record { grade: f64::from(grade.number()), score: Self::mean(hearing, who)? })
            };
            records.extend(grades.iter().filter_map(record));
        }
        cut(&records, f64::from(Grade::Border.number())).unwrap_or(Err(NotShown::NoVariance))
    }
}

/// Practices that count for nothing since an appeal: what was wrong with them says nothing of the examiners.
async fn void(tx: &mut Tx, school: &SchoolId) -> store::Result<BTreeSet<HearingId>> {
    let void = |appeal: Appeal| match (appeal.state, appeal.about) {
        (State::Upheld { remedy: Remedy::Again, .. }, About::Practice(id)) => Some(id),
        _ => None,
    };
    Ok(store::appeals::of_school(tx, school).await?.into_iter().filter_map(void).collect())
}

/// The told practices of a commission, with grades.
async fn told(tx: &mut Tx, commission: &Commission) -> store::Result<Vec<(Hearing, Grades)>> {
    let mut told = Vec::new();
    for hearing in store::commissions::hearings(tx, commission).await? {
        if matches!(hearing.state, HearingState::Told { .. }) {
            let grades = store::grades::of_hearing(tx, &hearing).await?;
            told.push((hearing, grades));
        }
    }
    Ok(told)
}

/// Figures of this school year for whoever leads the course; nothing where no result was told yet.
pub async fn figures(tx: &mut Tx, context: &Context<'_>) -> Result<Option<Figures>, Failed<Never>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageCommissions(school))?;
    let Some(year) = Year::of(tx, context, school).await? else { return Ok(None) };
    let Some(scores) = year.scores() else { return Ok(None) };
    let criteria = year.rubric.criteria.iter().enumerate();
    Ok(Some(Figures {
        year: year.first,
        hearings: year.hearings.len(),
        examiners: year.examiners.len(),
        criteria: criteria.filter_map(|(at, one)| year.criterion(at, &one.word)).collect(),
        means: Year::means(&scores),
        severity: Year::severity(&scores),
        borderline: year.borderline(),
        rubric: year.rubric,
    }))
}

/// The actor's own figures of this school year; nothing where they marked no practice that was told.
pub async fn own(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Own>> {
    let Some(school) = &context.actor.school else { return Ok(None) };
    let me = &context.actor.person;
    let Some(year) = Year::of(tx, context, school).await? else { return Ok(None) };
    let Some(place) = year.examiners.iter().position(|who| who == me) else { return Ok(None) };
    let hearings = year.shared(me).len();
    if year.gives_away(me) {
        let few = NotShown::TooFew { need: AMONG };
        return Ok(Some(Own { hearings, difference: Err(few), effect: Err(few) }));
    }
    let of = |at: usize| -> Figure<f64> {
        let marks = year.marks(at).ok_or(NotShown::NoVariance)?;
        differences(&marks).get(place).copied().unwrap_or(Err(NotShown::NoVariance))
    };
    let each: Figure<Vec<f64>> = (0..year.rubric.criteria.len()).map(of).collect();
    let mean = |each: Vec<f64>| {
        each.iter().sum::<f64>() / f64::from(u32::try_from(each.len()).unwrap_or(u32::MAX).max(1))
    };
    let effect = |scores: Scores| effects(&scores)?.get(place).copied().ok_or(NotShown::NoVariance);
    Ok(Some(Own {
        hearings,
        difference: each.map(mean),
        effect: year.scores().ok_or(NotShown::NoVariance).and_then(effect),
    }))
}

/// An examiner says how they see the whole, before others' marks can be read; the latest counts.
pub async fn grade(context: &Context<'_>, id: &HearingId, grade: Grade) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => grade_in(&mut tx, context, id, grade))
}

async fn grade_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &HearingId,
    grade: Grade,
) -> Result<(), Failed<Refused>> {
    let (hearing, _) = examined::<Refused>(tx, context, id).await?;
    let me = &context.actor.person;
    if store::grades::of_hearing(tx, &hearing).await?.get(me) == Some(&grade) {
        return Ok(());
    }
    hearing.may_grade(me).map_err(Refused::of(&hearing))?;
    store::grades::give(tx, &hearing, me, grade).await?;
    Ok(context.audit(tx, &hearing.school, "hearing-graded", id.as_str(), "").await?)
}

/// The own grade of a practice, where one was given.
pub async fn own_grade(
    tx: &mut Tx,
    context: &Context<'_>,
    hearing: &Hearing,
) -> store::Result<Option<Grade>> {
    Ok(store::grades::of_hearing(tx, hearing).await?.remove(&context.actor.person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::exams::Sheet;

    const NAMES: [&str; 5] = ["aigul", "bekzhan", "gulnafisa", "serik", "zere"];

    /// Two examiners, each with one mark for every criterion.
    fn hearing(at: usize, sheets: [(&str, u8); 2]) -> (Hearing, Grades) {
        let sheet = |mark: u8| Sheet { marks: vec![Some(mark); 8], sealed: true, asked: 0 };
        let hearing = Hearing {
            id: at.to_string().into(),
            school: "school-12".into(),
            commission: "commission".into(),
            candidate: "polina".into(),
            home: "school-12".into(),
            course: "course".into(),
            seed: 7,
            situation: "tears-after-parent".into(),
            state: HearingState::Waiting,
            sheets: sheets.map(|(who, mark)| (who.into(), sheet(mark))).into(),
            homes: [].into(),
            reasons: Vec::new(),
            version: 0,
        };
        let grade = |mark: u8| Grade::from_number(mark.max(1)).unwrap();
        (hearing, sheets.map(|(who, mark)| (who.into(), grade(mark))).into())
    }

    /// Fifteen practices that go round so many examiners, the first of whom is lenient by a mark where there is room.
    fn year(count: usize) -> Year {
        round(count, 15)
    }

    /// So many practices, in each of which two of so many examiners mark; every round of them has another level.
    fn round(count: usize, practices: usize) -> Year {
        let mark = |at: usize, who: usize| {
            let level = u8::try_from(at / count % 3).unwrap();
            if who == 0 { level + 1 } else { level }
        };
        let pair = |at: usize| {
            let (one, other) = (at % count, (at + 1) % count);
            hearing(at, [(NAMES[one], mark(at, one)), (NAMES[other], mark(at, other))])
        };
        Year {
            first: 2026,
            rubric: Rubric::starter(),
            hearings: (0..practices).map(pair).collect(),
            examiners: NAMES[..count].iter().map(|who| (*who).into()).collect(),
        }
    }

    #[test]
    fn severity_is_a_range_among_five_and_nothing_among_fewer() {
        let found = year(5);
        let severity = Year::severity(&found.scores().unwrap()).unwrap();
        assert!(severity.low < 0.0 && severity.high > 0.0, "{severity:?}");
        assert_eq!(severity.examiners, 5);
        let few = year(4);
        let hidden = Year::severity(&few.scores().unwrap());
        assert_eq!(hidden, Err(NotShown::TooFew { need: 5 }), "the range would say whose it is");
    }

    #[test]
    fn a_mean_at_the_border_is_read_from_the_words_for_the_whole() {
        let Ok(Cut::Regression(found)) = year(5).borderline() else { panic!("thirty records") };
        assert_eq!(found.n, 30);
        assert!(found.cut > 0.0 && found.cut < 3.0, "{found:?}");
    }

    #[test]
    fn an_own_figure_beside_nearly_always_the_same_one_would_be_theirs() {
        let aigul = PersonId::from("aigul");
        assert!(year(2).gives_away(&aigul), "beside one other");
        assert!(!year(3).gives_away(&aigul), "beside two, five times each");
        let beside =
            |at: usize| hearing(at, [("aigul", 2), (if at == 0 { "gulnafisa" } else { "bekzhan" }, 1)]);
        let mostly = Year { hearings: (0..15).map(beside).collect(), ..year(3) };
        assert_eq!(mostly.shared(&aigul).len(), 15);
        assert!(mostly.gives_away(&aigul), "fourteen of fifteen times beside the same one");
    }

    #[test]
    fn every_two_examiners_with_ten_candidates_have_a_kappa_whoever_else_marked() {
        let kappas = |year: &Year| year.criterion(0, "safety").unwrap().kappas;
        let two = kappas(&year(2)).unwrap();
        assert_eq!((two.shown, two.met, two.low), (1, 1, two.high));
        let three = kappas(&round(3, 30)).unwrap();
        assert_eq!((three.shown, three.met), (3, 3));
        assert!(three.low.value < 0.9 && three.high.value > 0.99, "one is lenient, two are alike: {three:?}");
        assert_eq!(kappas(&year(3)), Err(NotShown::TooFew { need: 10 }), "five candidates each");
    }

    #[test]
    fn commissions_that_change_have_an_icc_over_those_who_sat_together_most() {
        let found = round(3, 30);
        let means = Year::means(&found.scores().unwrap()).unwrap();
        assert_eq!((means.candidates, means.examiners), (10, 2));
        assert!(means.icc.is_ok(), "{means:?}");
        let few = year(3);
        let means = Year::means(&few.scores().unwrap()).unwrap();
        assert_eq!((means.candidates, means.icc), (5, Err(NotShown::TooFew { need: 10 })));
    }
}
