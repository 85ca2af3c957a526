//! A sitting is planned: what is asked, when, in which languages, from how many points on it is passed, who gets more time,
//! who marks texts.

use super::announcing::announce;
use super::reading::course;
use super::{Refused, managed, sets_no_own_cut};
use crate::{Context, Failed};
use domain::exams::{
    Cut, CutRefused, Cuts, MOST_EXTENSION, Method, Plan, PlanFault, Sitting, SittingRefused, SittingState,
    draw,
};
use domain::permissions::{Action, may};
use domain::questions::{Language, Points};
use domain::{ExamId, Instant, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::sittings::Guest;
use store::{Tx, WriteTx};

/// Most places for candidates of other schools.
pub const MOST_PLACES: u16 = 500;

/// Where the bar lies, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The commission agreed on it.
    Agreed(Points),
    /// What each judge came to; their mean is the cut.
    Judges(Vec<Points>),
}

impl Bar {
    fn cut(&self, context: &Context<'_>) -> Result<Cut, CutRefused> {
        let (set_by, set_at) = (context.actor.person.clone(), context.now);
        match self {
            Self::Agreed(points) => Ok(Cut { points: *points, method: Method::Agreed, set_by, set_at }),
            Self::Judges(judges) => Cut::of_judges(judges.clone(), set_by, set_at),
        }
    }
}

/// What a sitting is planned with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// From when on papers are opened.
    pub begins: Instant,
    /// Until when.
    pub ends: Instant,
    /// How many questions of which topic, and the time for them.
    pub plan: Plan,
    /// In which languages papers can be written.
    pub languages: BTreeSet<Language>,
    /// From how many points on it is passed.
    pub bar: Bar,
    /// Places for candidates of the other schools of the district; none keeps it to the own school.
    pub places: u16,
}

/// What a paper brings at least by the bank of now, or why none can be drawn in one of the languages.
pub(crate) async fn worth(
    tx: &mut Tx,
    school: &SchoolId,
    plan: &Plan,
    languages: &BTreeSet<Language>,
) -> Result<Points, Failed<Refused>> {
    let mut worth: Option<Points> = None;
    for language in languages {
        let bank = store::questions::bank(tx, school, *language).await?;
        let refused = |fault: PlanFault| Failed::Refused(Refused::Plan(*language, fault));
        let paper = draw(plan, &bank, 0).map_err(refused)?.worth(&bank);
        worth = Some(worth.map_or(paper, |least| least.min(paper)));
    }
    Ok(worth.unwrap_or_default())
}

/// The coordinator plans a sitting; the same form that comes twice plans one.
pub async fn plan(context: &Context<'_>, planned: &Planned) -> Result<ExamId, Failed<Refused>> {
    store::change!(context.db, tx => plan_in(&mut tx, context, planned))
}

async fn plan_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    planned: &Planned,
) -> Result<ExamId, Failed<Refused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageSittings(school))?;
    let cut = planned.bar.cut(context).map_err(|why| Failed::Refused(SittingRefused::Cut(why).into()))?;
    let same_cut = |stands: &Cut| (stands.points, &stands.method) == (cut.points, &cut.method);
    let same = |one: &&Sitting| {
        (one.begins, one.ends, &one.plan, &one.languages, one.places)
            == (planned.begins, planned.ends, &planned.plan, &planned.languages, planned.places)
            && one.state == SittingState::Planned
            && one.cuts.valid().is_some_and(same_cut)
    };
    if let Some(same) = store::sittings::of_school(tx, school).await?.iter().find(same) {
        return Ok(same.id.clone());
    }
    match () {
        () if planned.ends <= planned.begins || planned.begins <= context.now => {
            return Err(Failed::Refused(Refused::Window));
        }
        () if planned.languages.is_empty() => return Err(Failed::Refused(Refused::NoLanguage)),
        () if planned.places > MOST_PLACES => return Err(Failed::Refused(Refused::Places)),
        () => {}
    }
    sets_no_own_cut(tx, context, school).await?;
    let worth = worth(tx, school, &planned.plan, &planned.languages).await?;
    let sitting = Sitting {
        id: context.id(),
        school: school.clone(),
        begins: planned.begins,
        ends: planned.ends,
        plan: planned.plan.clone(),
        bank: store::questions::version(tx, school).await?,
        languages: planned.languages.clone(),
        cuts: Cuts::default(),
        rubric: crate::commissions::in_force(tx, school).await?,
        marker: None,
        places: planned.places,
        state: SittingState::Planned,
        version: 0,
    };
    let sitting = sitting.set_cut(cut, worth).map_err(|why| Failed::Refused(why.into()))?;
    store::sittings::add(tx, &sitting).await?;
    context.audit(tx, school, "sitting-planned", sitting.id.as_str(), "").await?;
    if sitting.is_open() {
        context.audit(tx, school, "sitting-opened", sitting.id.as_str(), "").await?;
    }
    announce(tx, context, &sitting).await?;
    Ok(sitting.id)
}

/// Another cut before the sitting begins; the one before is kept.
pub async fn set_cut(context: &Context<'_>, id: &ExamId, bar: &Bar) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => set_cut_in(&mut tx, context, id, bar))
}

async fn set_cut_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    bar: &Bar,
) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    let worth = worth(tx, &sitting.school, &sitting.plan, &sitting.languages).await?;
    let cut = bar.cut(context).map_err(|why| Failed::Refused(SittingRefused::Cut(why).into()))?;
    let stands = sitting.cuts.valid();
    if stands.is_some_and(|stands| (stands.points, &stands.method) == (cut.points, &cut.method)) {
        return Ok(());
    }
    sets_no_own_cut(tx, context, &sitting.school).await?;
    let sitting = sitting.set_cut(cut, worth).map_err(|why| Failed::Refused(why.into()))?;
    store::sittings::save(tx, &sitting).await?;
    Ok(context.audit(tx, &sitting.school, "sitting-cut", id.as_str(), "").await?)
}

/// The bank has changed since the sitting was planned, and its papers are drawn from what it is now. The cut stays, as
/// long as papers reach it.
pub async fn renew(context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => renew_in(&mut tx, context, id))
}

async fn renew_in(tx: &mut WriteTx, context: &Context<'_>, id: &ExamId) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    if sitting.state != SittingState::Planned {
        return Err(Failed::Refused(SittingRefused::NotHere.into()));
    }
    let worth = worth(tx, &sitting.school, &sitting.plan, &sitting.languages).await?;
    if sitting.cuts.valid().is_some_and(|cut| cut.points > worth) {
        return Err(Failed::Refused(SittingRefused::Cut(CutRefused::OutOfReach).into()));
    }
    let bank = store::questions::version(tx, &sitting.school).await?;
    if bank == sitting.bank {
        return Ok(());
    }
    let sitting = Sitting { bank, ..sitting };
    store::sittings::save(tx, &sitting).await?;
    Ok(context.audit(tx, &sitting.school, "sitting-renewed", id.as_str(), "").await?)
}

/// Names who marks texts by hand; somebody who writes a paper of this sitting does not.
pub async fn name_marker(
    context: &Context<'_>,
    id: &ExamId,
    person: &PersonId,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => name_marker_in(&mut tx, context, id, person))
}

async fn name_marker_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    person: &PersonId,
) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    if matches!(sitting.state, SittingState::CalledOff { .. }) {
        return Err(Failed::Refused(SittingRefused::NotHere.into()));
    }
    let works = crate::people::working(tx, &sitting.school, context.today).await?.contains(person);
    let paper = store::attempts::in_sitting(tx, &sitting.school, id, person).await?;
    let writes = course(tx, &sitting.school, person).await?.is_some_and(|course| course.runs());
    if !works || paper.is_some() || writes {
        return Err(Failed::Refused(Refused::BadMarker));
    }
    if sitting.marker.as_ref() == Some(person) {
        return Ok(());
    }
    let sitting = Sitting { marker: Some(person.clone()), ..sitting };
    store::sittings::save(tx, &sitting).await?;
    Ok(context.audit(tx, &sitting.school, "sitting-marker", id.as_str(), "").await?)
}

/// Agrees on minutes more for a candidate who needs them, before their paper is opened. Why they do is written nowhere.
pub async fn extend(
    context: &Context<'_>,
    id: &ExamId,
    person: &PersonId,
    minutes: u16,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => extend_in(&mut tx, context, id, person, minutes))
}

async fn extend_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ExamId,
    person: &PersonId,
    minutes: u16,
) -> Result<(), Failed<Refused>> {
    let sitting = managed::<Refused>(tx, context, id).await?;
    let known = store::sittings::extensions(tx, &sitting).await?.get(person).copied().unwrap_or_default();
    if known == minutes {
        return Ok(());
    }
    let guests = store::sittings::guests(tx, &sitting).await?;
    let guest = guests.into_iter().find(|guest| guest.person == *person);
    let own = course(tx, &sitting.school, person).await?.is_some_and(|course| course.runs());
    let candidate = own || guest.is_some();
    let paper = store::attempts::in_sitting(tx, &sitting.school, id, person).await?;
    let why = match sitting.state {
        SittingState::Planned | SittingState::Running if minutes > MOST_EXTENSION => {
            Some(Refused::TooLong { most: MOST_EXTENSION })
        }
        SittingState::Planned | SittingState::Running if !candidate => Some(Refused::NotACandidate),
        SittingState::Planned | SittingState::Running if *person == context.actor.person => {
            Some(Refused::OwnPaper)
        }
        SittingState::Planned | SittingState::Running => paper.map(|_| Refused::HasPaper),
        SittingState::Closed { .. } | SittingState::CalledOff { .. } => Some(SittingRefused::NotHere.into()),
    };
    if let Some(why) = why {
        return Err(Failed::Refused(why));
    }
    let home = || Guest { person: person.clone(), home: sitting.school.clone() };
    store::sittings::extend(tx, &sitting, &guest.unwrap_or_else(home), minutes).await?;
    Ok(context.audit(tx, &sitting.school, "sitting-extended", id.as_str(), "").await?)
}
