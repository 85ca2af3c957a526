//! The template of the work plan, a school's or a district's for schools that have changed nothing: a week is changed, what that
//! does to plans that run is shown to each school, and then it is applied there, as it was shown (feat:E1). What people did or
//! changed by hand is never touched.

use super::{laid, note};
use crate::accounts::hex;
use crate::formsets::Whose;
use crate::milestones::ticks_of_programme;
use crate::{Context, Failed, Never};
use domain::milestones::{Tick, with_ticks};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::plans::{
    Content, Deed, Effect, Item, Kind, Own, OwnRefused, Plan, Step, Template, When, effects, first_steps,
};
use domain::{DistrictId, SchoolId, TemplateStepId};
use sha2::{Digest, Sha256};
use store::{Tx, WriteTx};

/// What the template does to one plan that runs.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// Its pair.
    pub pair: Pair,
    /// Step by step, in the order of the days.
    pub effects: Vec<Effect>,
    /// Somebody has signed it: a change takes every signature off.
    pub signed: bool,
}

impl Planned {
    /// True where something is added or moved.
    pub fn changes(&self) -> bool {
        self.effects.iter().any(Effect::changes)
    }

    /// True where it loses its signatures.
    pub fn loses(&self) -> bool {
        self.signed && self.changes()
    }
}

/// The template that a school or a district keeps, with its version, for whoever keeps it.
pub async fn kept<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    whose: &Whose,
) -> Result<(u16, Template), Failed<R>> {
    match whose {
        Whose::School(school) => may(context.actor, &Action::ManageForms(school))?,
        Whose::District(district) => may(context.actor, &Action::ManageDistrictForms(district))?,
    }
    Ok(store::plans::templates::in_force(tx, whose.place()).await?)
}

/// How many schools of a district start from its template, for whoever keeps it.
pub async fn starting(
    tx: &mut Tx,
    context: &Context<'_>,
    district: &DistrictId,
) -> Result<u32, Failed<Never>> {
    may(context.actor, &Action::ManageDistrictForms(district))?;
    Ok(store::plans::templates::starting(tx, district).await?)
}

/// Whoever keeps the template lays a step of it into another week, or leaves it out; only new plans begin with it,
/// until it is applied. `version` is the one that they saw.
pub async fn lay_into(
    context: &Context<'_>,
    whose: &Whose,
    version: u16,
    step: Step,
    when: Option<When>,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => lay_into_in(&mut tx, context, whose, version, (step, when)))
}

async fn lay_into_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    whose: &Whose,
    version: u16,
    (step, when): (Step, Option<When>),
) -> Result<(), Failed<Never>> {
    let (known, template) = kept(tx, context, whose).await?;
    if !template.has(step) {
        return Err(Failed::NotFound);
    }
    let changed = template.clone().with(step, when);
    save(tx, context, (whose, version), (known, &template), (&changed, step.word())).await
}

/// Keeps a changed template as the next version. What stands so already is left alone; what somebody else has changed
/// since `version` was seen is not overwritten unseen.
async fn save<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    (whose, version): (&Whose, u16),
    (known, template): (u16, &Template),
    (changed, what): (&Template, &str),
) -> Result<(), Failed<R>> {
    if changed == template {
        return Ok(());
    }
    if known != version {
        return Err(Failed::Changed);
    }
    let by = (&context.actor.person, context.now);
    store::plans::templates::add(tx, whose.place(), known.saturating_add(1), changed, by).await?;
    let (school, about) = match whose {
        Whose::School(school) => (Some(school), school.as_str()),
        Whose::District(district) => (None, district.as_str()),
    };
    Ok(context.audit_at(tx, school, "plan-template-changed", about, what).await?)
}

/// Whoever keeps the template adds a step of their own, in one language as it is written; its id is given here. The same step
/// a second time is the first one: the form came twice.
pub async fn add_own(
    context: &Context<'_>,
    whose: &Whose,
    version: u16,
    own: &Own,
    when: When,
) -> Result<(), Failed<OwnRefused>> {
    store::change!(context.db, tx => add_own_in(&mut tx, context, whose, version, (own, when)))
}

async fn add_own_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    whose: &Whose,
    version: u16,
    (own, when): (&Own, When),
) -> Result<(), Failed<OwnRefused>> {
    let (known, template) = kept(tx, context, whose).await?;
    let same = |(one, week): &(Own, When)| Own { id: one.id.clone(), ..own.clone() } == *one && *week == when;
    if template.own().iter().any(same) {
        return Ok(());
    }
    let own = Own { id: context.id(), ..own.clone() };
    let id = own.id.clone();
    let changed = template.clone().and(own, when).map_err(Failed::Refused)?;
    save(tx, context, (whose, version), (known, &template), (&changed, id.as_str())).await
}

/// Whoever keeps the template lays a step of their own into another week, or takes it off the template. Plans that run keep
/// it: only people take steps away.
pub async fn lay_own(
    context: &Context<'_>,
    whose: &Whose,
    version: u16,
    id: &TemplateStepId,
    when: Option<When>,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => lay_own_in(&mut tx, context, whose, version, (id, when)))
}

async fn lay_own_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    whose: &Whose,
    version: u16,
    (id, when): (&TemplateStepId, Option<When>),
) -> Result<(), Failed<Never>> {
    let (known, template) = kept(tx, context, whose).await?;
    if !template.has_own(id) {
        // What is off the template is off it: the form came twice. Another week for it comes from a page that is old.
        return if when.is_none() { Ok(()) } else { Err(Failed::Changed) };
    }
    let changed = template.clone().with_own(id, when);
    save(tx, context, (whose, version), (known, &template), (&changed, id.as_str())).await
}

/// What the template of today does to the work plans that run, for the coordinator; plans that stand as it says are
/// missing.
pub async fn planned(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
) -> Result<Vec<Planned>, Failed<Never>> {
    may(context.actor, &Action::ManageForms(school))?;
    let Some(programme) = store::programmes::running(tx, school, context.today).await? else {
        return Ok(Vec::new());
    };
    let (_, template) = store::plans::templates::latest(tx, school).await?;
    let calendar = crate::programmes::calendar(tx, school).await?;
    let pairs = store::pairs::of_programme(tx, school, &programme.id).await?;
    let mut items = store::plans::items_of_programme(tx, school, &programme.id).await?;
    let ticks = ticks_of_programme(tx, school, &programme.id).await?;
    let signatures = store::signatures::of_plans(tx, school).await?;
    let mut all = Vec::new();
    for plan in store::plans::of_programme(tx, school, &programme.id).await? {
        let pair = pairs.iter().find(|pair| plan.pair.as_ref() == Some(&pair.id));
        let Some(pair) = pair.filter(|_| plan.kind == Kind::Work) else { continue };
        // The plan of a pair that has ended stands as it is.
        let Ok(lines) = first_steps(&template, pair, &programme, &calendar, context.today) else { continue };
        let own: Vec<Tick> = ticks.iter().filter(|tick| tick.newcomer == plan.newcomer).cloned().collect();
        let items = with_ticks(items.remove(&plan.id).unwrap_or_default(), &own, None);
        let effects = effects(&template, &lines, &items, context.today);
        if !effects.is_empty() {
            let given = signatures.get(&plan.id);
            let signed = given.is_some_and(|given| given.iter().any(|one| one.void_at.is_none()));
            all.push(Planned { plan, pair: pair.clone(), effects, signed });
        }
    }
    Ok(all)
}

/// The hash of what is shown: only that is applied.
pub fn seen(planned: &[Planned]) -> String {
    let mut hash = Sha256::new();
    for one in planned {
        if one.loses() {
            hash.update(format!("{} loses its signatures\n", one.plan.id));
        }
        for effect in &one.effects {
            let shown = match effect {
                Effect::Added(line, day) => format!("{} + {} {day}\n", one.plan.id, line.word()),
                Effect::Moved(_, item, day) => {
                    format!("{} > {} {} {day}\n", one.plan.id, item.id, item.version)
                }
                Effect::Left(line, why) => format!("{} = {} {}\n", one.plan.id, line.word(), why.word()),
            };
            hash.update(shown);
        }
    }
    hex(&hash.finalize())
}

/// The coordinator applies what they saw to all plans that run; gives how many plans changed. Where something differs
/// from what was shown, nothing is done.
pub async fn apply(context: &Context<'_>, school: &SchoolId, shown: &str) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => apply_in(&mut tx, context, school, shown))
}

async fn apply_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    shown: &str,
) -> Result<usize, Failed<Never>> {
    let mut all = planned(tx, context, school).await?;
    let now = seen(&all);
    all.retain(Planned::changes);
    if all.is_empty() {
        return Ok(0);
    }
    if now != shown {
        return Err(Failed::Changed);
    }
    for one in &all {
        for effect in &one.effects {
            apply_one(tx, context, &one.plan, effect).await?;
        }
    }
    let count = all.len().to_string();
    context.audit(tx, school, "plan-template-applied", school.as_str(), &count).await?;
    Ok(all.len())
}

async fn apply_one(
    tx: &mut WriteTx,
    context: &Context<'_>,
    plan: &Plan,
    effect: &Effect,
) -> store::Result<()> {
    match effect {
        Effect::Added(line, day) => {
            let new = laid(context, plan, line, *day);
            store::plans::add_item(tx, &new).await?;
            note(tx, context, plan, &new, Deed::Added, (None, Some(new.content.clone()))).await
        }
        Effect::Moved(_, was, day) => {
            let moved = Item {
                content: Content { due: *day, ..was.content.clone() },
                laid_on: Some(*day),
                ..Item::clone(was)
            };
            store::plans::save_item(tx, &moved).await?;
            let both = (Some(was.content.clone()), Some(moved.content.clone()));
            note(tx, context, plan, &moved, Deed::Changed, both).await
        }
        Effect::Left(..) => Ok(()),
    }
}
