//! Awards to pupils who help pupils: a rule published before its period, a list frozen after it, a lot that anybody draws
//! again, a vote, an order (feat:J1–J3; doc:B14; docs/decisions/0049). What a child has and why is read by those alone who
//! look after the child; nobody reads children in the order of their points.

mod lists;
mod papers;
mod steps;
mod waiting;

pub use exchange::awards::{Checked, Fault, MOST_BYTES, Published, Unreadable, check};
pub use lists::{List, print_list};
pub use papers::{Paper, print};
pub use steps::{Step, StepRefused, step};
pub use waiting::{Waiting, waiting};

use crate::pupils::{child, found};
use crate::{Context, Failed, Never};
use domain::awards::{
    Answered, Appeal, Award, AwardRefused, Entry, Fact, Facts, Nominee, Rule, RuleRefused, Share, Standing,
    State, Why, rule_text, why,
};
use domain::duties::{carers, year_end};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::visibility::Data;
use domain::volunteers::{State as Volunteering, trained};
use domain::{AwardId, Day, PupilId, SchoolId};
use exchange::awards::{digest, file as printed, replay};
use jiff::ToSpan;
use std::collections::BTreeMap;
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// Minutes of an hour.
const HOUR: u32 = 60;

/// Who is named, as the form says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Prizes from 0 on, the best wish first.
    pub wishes: Vec<usize>,
    /// Why.
    pub grounds: String,
}

/// Why somebody is not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NominateRefused {
    /// The list is frozen.
    Frozen,
    /// Does not help others, or has stopped before being named.
    Volunteer,
    /// A wish for what there is not, or said twice.
    Wish,
}

/// Why an appeal is not filed or not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppealRefused {
    /// There is no list yet, or its days are over.
    Award(AwardRefused),
    /// There is one about this pupil.
    Filed,
    /// Whoever took it down does not answer it.
    Own,
    /// It is upheld, but the list would say the same: nothing was put right.
    Same,
    /// It is upheld on the day of the lot or later: the list stands, whoever changed it could choose among lots.
    Known,
}

/// An award as far as its reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The award; its rule is for everybody who opens it.
    pub award: Award,
    /// The reader leads it.
    pub keeps: bool,
    /// Pupils whom the reader may see, in no order that says anything, with what they have once the lot is drawn.
    pub nominees: Vec<(Pupil, Option<Share>)>,
    /// Pupils whom the reader may name.
    pub candidates: Vec<Pupil>,
    /// Appeals without an answer, for whoever leads it.
    pub waiting: Vec<PupilId>,
}

/// What somebody can do about a pupil in an award.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Now {
    /// Say wishes and grounds anew.
    Anew,
    /// File an appeal.
    Appeal,
    /// Answer one.
    Answer,
    /// Write down that a prize or a place of the reserve list is given back.
    Return,
}

/// What stands about one pupil, for whoever looks after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The award.
    pub award: Award,
    /// The pupil.
    pub pupil: Pupil,
    /// What is on the list.
    pub nominee: Nominee,
    /// Points by fact: as the frozen list has them, before it what is confirmed so far.
    pub points: Vec<(Fact, u32)>,
    /// Why they have what they have, once the lot is drawn.
    pub why: Option<Why>,
    /// The appeal about them.
    pub appeal: Option<Appeal>,
    /// What the reader can do about it today.
    pub now: Option<Now>,
}

/// What is confirmed of a pupil in the school year of a day, up to that day; nothing where they never helped.
pub(crate) async fn of_year(tx: &mut Tx, pupil: &Pupil, today: Day) -> store::Result<Option<Facts>> {
    let from = year_end(today).saturating_sub(1.year());
    let of_pupil = [pupil.id.clone()];
    Ok(facts(tx, &pupil.school, (from, today), &of_pupil).await?.remove(&pupil.id))
}

/// What is confirmed of some pupils from one day to another: training, and meetings that took place in weeks that are signed
/// and of which neither of the two says that they did not meet. The one place that says so: whatever else is confirmed comes in
/// here.
pub(crate) async fn facts(
    tx: &mut Tx,
    school: &SchoolId,
    (from, to): (Day, Day),
    pupils: &[PupilId],
) -> store::Result<BTreeMap<PupilId, Facts>> {
    let mut found = BTreeMap::new();
    let helped = crate::journals::helped_between(tx, school, (from, to), pupils).await?;
    for volunteer in store::volunteers::of_school(tx, school).await? {
        if !pupils.contains(&volunteer.pupil) {
            continue;
        }
        let mut trainings = store::volunteers::trainings(tx, &volunteer).await?;
        trainings.retain(|one| (from..=to).contains(&one.day));
        let pupil = volunteer.pupil;
        let help = helped.get(&pupil).cloned().unwrap_or_default();
        let weeks = u32::try_from(help.weeks.len()).unwrap_or(u32::MAX);
        let training = trained(&trainings) / HOUR;
        let facts = Facts { pupil: pupil.clone(), hours: help.minutes / HOUR, weeks, training };
        found.insert(pupil, facts);
    }
    Ok(found)
}

/// What those who look after pupils read of it: where the commission did not confirm, nobody has anything, and nobody reads who
/// would have.
fn told(award: &Award, nominees: &[Nominee], declined: &[String]) -> Option<Vec<Standing>> {
    if matches!(award.state, State::Annulled(..)) { None } else { standings(award, nominees, declined) }
}

/// Everybody of an award in the order of the lot, where it is drawn.
fn standings(award: &Award, nominees: &[Nominee], declined: &[String]) -> Option<Vec<Standing>> {
    let entries: Vec<Entry> = nominees.iter().map(|one| one.entry.clone()).collect();
    replay(&award.rule, &entries, &award.state.drawn()?.seed, declined)
}

/// An award of the actor's school.
async fn of_here<R>(tx: &mut Tx, context: &Context<'_>, id: &AwardId) -> Result<Award, Failed<R>> {
    let award = store::awards::get(tx, id).await?.ok_or(Failed::NotFound)?;
    if context.actor.school.as_ref() == Some(&award.school) { Ok(award) } else { Err(Failed::NotFound) }
}

/// One that the actor leads.
async fn led<R>(tx: &mut Tx, context: &Context<'_>, id: &AwardId) -> Result<Award, Failed<R>> {
    let award = of_here(tx, context, id).await?;
    may(context.actor, &Action::KeepAwards(&award.school))?;
    Ok(award)
}

/// Publishes a rule; sent twice, there is one award.
pub async fn publish(
    context: &Context<'_>,
    title: &str,
    rule: &Rule,
) -> Result<AwardId, Failed<RuleRefused>> {
    store::change!(context.db, tx => publish_in(&mut tx, context, title, rule))
}

async fn publish_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    title: &str,
    rule: &Rule,
) -> Result<AwardId, Failed<RuleRefused>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::KeepAwards(&school))?;
    rule.may_be_published(context.today).map_err(Failed::Refused)?;
    let rule_hash = digest(&rule_text(rule));
    let all = store::awards::of_school(tx, &school).await?;
    if let Some(same) = all.into_iter().find(|one| one.rule_hash == rule_hash && one.title == title) {
        return Ok(same.id);
    }
    let award = Award {
        id: context.id(),
        school,
        title: title.to_owned(),
        rule: rule.clone(),
        rule_hash,
        state: State::Published,
        published: (context.actor.person.clone(), context.now),
        version: 0,
    };
    store::awards::add(tx, &award).await?;
    context.audit(tx, &award.school, "award-published", award.id.as_str(), "").await?;
    Ok(award.id)
}

/// Names a pupil for an award, or names them otherwise.
pub async fn nominate(
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
    named: &Named,
) -> Result<(), Failed<NominateRefused>> {
    store::change!(context.db, tx => nominate_in(&mut tx, context, id, pupil, named))
}

async fn nominate_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
    named: &Named,
) -> Result<(), Failed<NominateRefused>> {
    let award = of_here(tx, context, id).await?;
    let (pupil, carers) = found(tx, context, pupil).await?;
    may(context.actor, &Action::KeepVolunteer(child(&pupil, &carers)))?;
    if award.state != State::Published {
        return Err(Failed::Refused(NominateRefused::Frozen));
    }
    let known = store::awards::nominees(tx, &award).await?.into_iter().find(|one| one.pupil == pupil.id);
    let volunteer = store::volunteers::of_pupil(tx, &pupil).await?;
    if known.is_none() && volunteer.is_none_or(|one| one.state == Volunteering::Stopped) {
        return Err(Failed::Refused(NominateRefused::Volunteer));
    }
    // No time stands in a code: beside the log it would say whose it is.
    let code = known.as_ref().map_or_else(|| context.ids.random(), |one| one.entry.code.clone());
    let nothing = Facts { pupil: pupil.id.clone(), hours: 0, weeks: 0, training: 0 };
    let entry = Entry::new(code, false, &nothing, named.wishes.clone());
    let nominee = Nominee { pupil: pupil.id, entry, grounds: named.grounds.clone() };
    if known.as_ref() == Some(&nominee) {
        // The form came twice.
        return Ok(());
    }
    domain::awards::list_is_whole(&award.rule, std::slice::from_ref(&nominee.entry))
        .map_err(|_| Failed::Refused(NominateRefused::Wish))?;
    store::awards::name(tx, &award, &nominee).await?;
    context.audit(tx, &award.school, "award-nominated", award.id.as_str(), "").await?;
    Ok(())
}

/// Files an appeal for a pupil: whoever looks after them takes it down.
pub async fn appeal(
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
    grounds: &str,
) -> Result<(), Failed<AppealRefused>> {
    store::change!(context.db, tx => appeal_in(&mut tx, context, id, pupil, grounds))
}

async fn appeal_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
    grounds: &str,
) -> Result<(), Failed<AppealRefused>> {
    let award = of_here(tx, context, id).await?;
    let (pupil, carers) = found(tx, context, pupil).await?;
    may(context.actor, &Action::KeepVolunteer(child(&pupil, &carers)))?;
    let nominees = store::awards::nominees(tx, &award).await?;
    nominees.iter().find(|one| one.pupil == pupil.id).ok_or(Failed::NotFound)?;
    let filed = store::awards::appeals(tx, &award).await?.into_iter().find(|one| one.pupil == pupil.id);
    if let Some(filed) = filed {
        // The form came twice, or somebody was faster.
        return if filed.grounds == grounds { Ok(()) } else { Err(Failed::Refused(AppealRefused::Filed)) };
    }
    award.may_appeal(context.today).map_err(|why| Failed::Refused(AppealRefused::Award(why)))?;
    let appeal = Appeal {
        id: context.id(),
        award: award.id.clone(),
        pupil: pupil.id,
        grounds: grounds.to_owned(),
        filed: (context.actor.person.clone(), context.today),
        answer: None,
    };
    store::awards::appeal(tx, &award, &appeal).await?;
    context.audit(tx, &award.school, "award-appealed", award.id.as_str(), "").await?;
    Ok(())
}

/// Answers an appeal; whoever took it down does not. What was wrong is put right where it stands, and with the answer the
/// list is frozen anew: nobody types points, and no answer is without its effect.
pub async fn answer(
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
    said: (bool, &str),
) -> Result<(), Failed<AppealRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, pupil, said))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
    (upheld, words): (bool, &str),
) -> Result<(), Failed<AppealRefused>> {
    let award = led(tx, context, id).await?;
    let appeals = store::awards::appeals(tx, &award).await?;
    let appeal = appeals.into_iter().find(|one| one.pupil == *pupil).ok_or(Failed::NotFound)?;
    if appeal.filed.0 == context.actor.person {
        return Err(Failed::Refused(AppealRefused::Own));
    }
    let by = (context.actor.person.clone(), context.today);
    let answer = Answered { upheld, words: words.to_owned(), by };
    if appeal.answer.as_ref().is_some_and(|one| one.upheld == upheld && one.words == words) {
        // The form came twice.
        return Ok(());
    }
    let appeal = appeal.answer(answer.clone()).ok_or(Failed::Changed)?;
    store::awards::answer(tx, &appeal, &answer).await?;
    context.audit(tx, &award.school, "award-answered", award.id.as_str(), "").await?;
    if upheld { steps::correct(tx, context, award).await } else { Ok(()) }
}

/// A pupil gives back a prize, or a place of the reserve list; the first of the reserve who wished the prize gets it.
pub async fn decline(context: &Context<'_>, id: &AwardId, pupil: &PupilId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => decline_in(&mut tx, context, id, pupil))
}

async fn decline_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
) -> Result<(), Failed<Never>> {
    let award = of_here(tx, context, id).await?;
    let (pupil, carers) = found(tx, context, pupil).await?;
    may(context.actor, &Action::KeepVolunteer(child(&pupil, &carers)))?;
    let nominees = store::awards::nominees(tx, &award).await?;
    let nominee = nominees.iter().find(|one| one.pupil == pupil.id).ok_or(Failed::NotFound)?;
    let mut declined = store::awards::declined(tx, &award).await?;
    if declined.contains(&nominee.entry.code) {
        // The form came twice.
        return Ok(());
    }
    declined.push(nominee.entry.code.clone());
    // Whoever has nothing has nothing to give back.
    if !award.may_decline() || standings(&award, &nominees, &declined).is_none() {
        return Err(Failed::Changed);
    }
    store::awards::decline(tx, &award, &pupil.id, declined.len()).await?;
    context.audit(tx, &award.school, "award-declined", award.id.as_str(), "").await?;
    Ok(())
}

/// The awards of the reader's school, the newest first, for whoever looks after pupils or leads the school.
pub async fn all(tx: &mut Tx, context: &Context<'_>) -> Result<(Vec<Award>, bool), Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let carer = crate::pupils::cares(tx, context).await?;
    may(context.actor, &Action::SeeClasses { school: &school, carer })?;
    let keeps = may(context.actor, &Action::KeepAwards(&school)).is_ok();
    Ok((store::awards::of_school(tx, &school).await?, keeps))
}

/// One award, with those pupils alone whom the reader looks after.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &AwardId) -> Result<Opened, Failed<Never>> {
    let award = of_here(tx, context, id).await?;
    let carer = crate::pupils::cares(tx, context).await?;
    may(context.actor, &Action::SeeClasses { school: &award.school, carer })?;
    let keeps = may(context.actor, &Action::KeepAwards(&award.school)).is_ok();
    let duties = store::duties::of_school(tx, &award.school).await?;
    let nominated = store::awards::nominees(tx, &award).await?;
    let standings = told(&award, &nominated, &store::awards::declined(tx, &award).await?);
    let volunteers = store::volunteers::of_school(tx, &award.school).await?;
    let (mut nominees, mut candidates) = (Vec::new(), Vec::new());
    for pupil in store::pupils::of_school(tx, &award.school).await? {
        if !pupil.is_here(context.today) {
            continue;
        }
        let carers = carers(&duties, &pupil.class_key, context.today);
        let child = child(&pupil, &carers);
        let allowed = |action: Action<'_>| may(context.actor, &action).is_ok();
        let sees = allowed(Action::SeePupil { child, data: Data::Volunteering });
        let names = allowed(Action::KeepVolunteer(child)) && award.state == State::Published;
        let helps =
            |one: &domain::volunteers::Volunteer| one.pupil == pupil.id && one.state != Volunteering::Stopped;
        let nominee = nominated.iter().find(|one| one.pupil == pupil.id);
        let is_candidate = names && nominee.is_none() && volunteers.iter().any(helps);
        if let Some(nominee) = nominee.filter(|_| sees) {
            let stands = |all: &Vec<Standing>| {
                all.iter().find(|one| one.code == nominee.entry.code).map_or(Share::Nothing, |one| one.share)
            };
            nominees.push((pupil, standings.as_ref().map(stands)));
        } else if is_candidate {
            candidates.push(pupil);
        }
    }
    let mut waiting = Vec::new();
    if keeps {
        let appeals = store::awards::appeals(tx, &award).await?;
        waiting.extend(appeals.into_iter().filter(|one| one.answer.is_none()).map(|one| one.pupil));
    }
    Ok(Opened { award, keeps, nominees, candidates, waiting })
}

/// What stands about one pupil. That the reader opened it is noted first, as on the pupil's own page.
pub async fn explained(
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
) -> Result<Explained, Failed<Never>> {
    store::change!(context.db, tx => explained_in(&mut tx, context, id, pupil))
}

async fn explained_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AwardId,
    pupil: &PupilId,
) -> Result<Explained, Failed<Never>> {
    let award = of_here(tx, context, id).await?;
    let (pupil, carers) = found(tx, context, pupil).await?;
    let child = child(&pupil, &carers);
    may(context.actor, &Action::SeePupil { child, data: Data::Volunteering })?;
    let keeps = may(context.actor, &Action::KeepVolunteer(child)).is_ok();
    let named = store::awards::nominees(tx, &award).await?;
    let standings = told(&award, &named, &store::awards::declined(tx, &award).await?);
    let nominee = named.into_iter().find(|one| one.pupil == pupil.id).ok_or(Failed::NotFound)?;
    store::pupils::reads::add(tx, What::Page, &pupil, &context.actor.person, context.today).await?;
    let appeal = store::awards::appeals(tx, &award).await?.into_iter().find(|one| one.pupil == pupil.id);
    let leads = may(context.actor, &Action::KeepAwards(&award.school)).is_ok();
    let answers = |one: &Appeal| leads && one.answer.is_none() && one.filed.0 != context.actor.person;
    let why = standings.map(|all| why(&award.rule, &nominee.entry, &all));
    let has = matches!(why, Some(Why::Prize { .. } | Why::Reserve(_)));
    let now = match () {
        () if keeps && award.state == State::Published => Some(Now::Anew),
        () if appeal.as_ref().is_some_and(answers) => Some(Now::Answer),
        () if keeps && appeal.is_none() && award.may_appeal(context.today).is_ok() => Some(Now::Appeal),
        () if keeps && has && award.may_decline() => Some(Now::Return),
        () => None,
    };
    let points = points(tx, context, &award, &nominee).await?;
    Ok(Explained { award, pupil, nominee, points, why, appeal, now })
}

/// Points by fact of a pupil: as the frozen list has them, before it what is confirmed so far, so that nobody learns at the
/// end that something was not counted (feat:J1).
async fn points(
    tx: &mut Tx,
    context: &Context<'_>,
    award: &Award,
    nominee: &Nominee,
) -> store::Result<Vec<(Fact, u32)>> {
    let rule = &award.rule;
    if award.state.frozen().is_some() {
        return Ok(rule.points_by_fact(&nominee.entry));
    }
    let days = (rule.from, rule.to.min(context.today));
    let so_far = facts(tx, &award.school, days, std::slice::from_ref(&nominee.pupil)).await?;
    let counted = |facts: &Facts| Entry::new(nominee.entry.code.clone(), false, facts, Vec::new());
    Ok(rule.points_by_fact(&so_far.get(&nominee.pupil).map_or_else(|| nominee.entry.clone(), counted)))
}

/// The file that anybody draws again; there is none before the lot.
pub async fn file(tx: &mut Tx, context: &Context<'_>, id: &AwardId) -> Result<String, Failed<Never>> {
    let award = led(tx, context, id).await?;
    let nominees = store::awards::nominees(tx, &award).await?;
    let entries: Vec<Entry> = nominees.into_iter().map(|one| one.entry).collect();
    let declined = store::awards::declined(tx, &award).await?;
    let drawn = award.state.drawn().ok_or(Failed::NotFound)?;
    printed(&award.rule, &entries, &drawn.seed, &declined).ok_or(Failed::NotFound)
}
