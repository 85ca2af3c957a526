//! Goals of the development plan and its reviews: set, changed and closed by either of the two, reviewed by both in January
//! and in May (doc:A5; feat:E2, E4).

mod printing;

pub use printing::{beside as beside_goal, list, marked};

use crate::letters::{Letter, promise, promise_once};
use crate::milestones::beside;
use crate::plans::{around, begin_development, pair_of_today};
use crate::{Context, Failed, Never};
use domain::calendar::{Period, local};
use domain::difficulties::Season;
use domain::goals::{
    Aim, Change, Deed, Goal, GoalRefused, Review, SelfMark, State, ahead, may_keep, may_review, may_say,
    may_set, reviewed_on,
};
use domain::newcomers::Newcomer;
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::plans::{Item, Kind, Plan};
use domain::programmes::Programme;
use domain::{NewcomerId, PersonId, PlanGoalId, PlanItemId};
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// The goals of a newcomer with what stands around them.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Whose they are.
    pub newcomer: Newcomer,
    /// The mentor of now, if there is one.
    pub mentor: Option<PersonId>,
    /// The programme.
    pub programme: Programme,
    /// The development plan; it begins with the first goal, or with the first step that is taken up.
    pub plan: Option<Plan>,
    /// The goals in the order of their days, those that are closed included.
    pub goals: Vec<Goal>,
    /// What both have said, as far as the reader may read it, in the order of the year.
    pub reviews: Vec<Review>,
}

impl Opened {
    /// Is it time to change something? Who may read the goals may change them.
    pub fn may_keep(&self, context: &Context<'_>) -> Result<(), GoalRefused> {
        may_keep(&self.programme, context.today)
    }

    /// The review that is written today, if one is: once the plan has begun.
    pub fn reviewed(&self, context: &Context<'_>) -> Option<Season> {
        reviewed_on(&self.programme, context.today).filter(|_| self.plan.is_some())
    }

    /// The review that the reader has not written yet, though it is time to.
    pub fn awaited(&self, context: &Context<'_>) -> Option<Season> {
        self.reviewed(context).filter(|season| self.review_of(*season, &context.actor.person).is_none())
    }

    /// What somebody has said in a season.
    pub fn review_of(&self, season: Season, person: &PersonId) -> Option<&Review> {
        self.reviews.iter().find(|review| review.season == season && review.by == *person)
    }
}

/// The goals of a newcomer, for one of the two.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &NewcomerId) -> store::Result<Option<Opened>> {
    let Some(found) = beside(tx, context, id).await? else { return Ok(None) };
    if may(context.actor, &Action::KeepDevelopment(found.two())).is_err() {
        return Ok(None);
    }
    let newcomer = found.newcomer;
    let programme = store::programmes::get(tx, &newcomer.school, &newcomer.programme).await?;
    let Some(programme) = programme else { return Ok(None) };
    let plan = store::plans::development(tx, &newcomer.school, &newcomer.id).await?;
    let (goals, reviews) = match &plan {
        Some(plan) => {
            (store::goals::of_plan(tx, plan).await?, reviews(tx, context, plan, &newcomer.person).await?)
        }
        None => (Vec::new(), Vec::new()),
    };
    Ok(Some(Opened { newcomer, mentor: found.mentor, programme, plan, goals, reviews }))
}

/// What both have said, as far as the actor, one of the two, may read it. A review is for the pair of its day: a mentor
/// who came later reads neither what was written to the former one nor what that one wrote.
pub(crate) async fn reviews(
    tx: &mut Tx,
    context: &Context<'_>,
    plan: &Plan,
    newcomer: &PersonId,
) -> store::Result<Vec<Review>> {
    let said = store::goals::reviews(tx, plan).await?;
    let me = &context.actor.person;
    if me == newcomer {
        return Ok(said);
    }
    let now = pair_of_today(tx, &plan.school, &plan.newcomer, context.today).await?;
    let of_now = |pair: &&Pair| now.as_ref().is_some_and(|now| now.mentor == pair.mentor);
    let pairs = store::pairs::of_newcomer(tx, &plan.school, &plan.newcomer).await?;
    let beside: Vec<Period> =
        pairs.iter().filter(of_now).filter_map(Pair::assignment).map(|assigned| assigned.period).collect();
    let school = store::schools::get(tx, &plan.school).await?;
    let offset = school.map_or(0, |school| school.utc_offset_minutes);
    let theirs = |review: &Review| {
        let day = local(review.at, offset).date();
        review.by == *me || beside.iter().any(|period| period.holds(day))
    };
    Ok(said.into_iter().filter(theirs).collect())
}

/// A goal with what stands around it, for one of the two.
pub async fn goal(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PlanGoalId,
) -> store::Result<Option<(Goal, Opened)>> {
    let Some(goal) = store::goals::get(tx, id).await? else { return Ok(None) };
    let Some(plan) = store::plans::get(tx, &goal.plan).await? else { return Ok(None) };
    let opened = opened(tx, context, &plan.newcomer).await?;
    Ok(opened.map(|opened| (goal, opened)))
}

/// The goals that steps of a plan belong to; of steps that belong to none, nothing.
pub async fn of_steps(tx: &mut Tx, plan: &Plan) -> store::Result<BTreeMap<PlanItemId, Goal>> {
    if plan.kind == Kind::Work {
        return Ok(BTreeMap::new());
    }
    let goals = store::goals::of_plan(tx, plan).await?;
    let steps = store::goals::steps(tx, plan).await?;
    let found = |(item, id): (PlanItemId, PlanGoalId)| {
        goals.iter().find(|goal| goal.id == id).map(|goal| (item, goal.clone()))
    };
    Ok(steps.into_iter().filter_map(found).collect())
}

/// Sets a goal; the development plan begins with the first one. The same goal a second time is the first one: the form
/// came twice.
pub async fn set(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    aim: &Aim,
) -> Result<PlanGoalId, Failed<GoalRefused>> {
    store::change!(context.db, tx => set_in(&mut tx, context, newcomer, aim))
}

async fn set_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &NewcomerId,
    aim: &Aim,
) -> Result<PlanGoalId, Failed<GoalRefused>> {
    let opened = opened(tx, context, newcomer).await?.ok_or(Failed::NotFound)?;
    opened.may_keep(context).map_err(Failed::Refused)?;
    may_say(aim, &opened.programme).map_err(Failed::Refused)?;
    if let Some(known) = opened.goals.iter().find(|goal| goal.is_open() && goal.aim == *aim) {
        return Ok(known.id.clone());
    }
    may_set(&opened.goals).map_err(Failed::Refused)?;
    let plan = match opened.plan {
        Some(plan) => plan,
        None => begin_development(tx, context, &opened.newcomer, &opened.programme).await?,
    };
    let goal = Goal {
        id: context.id(),
        school: plan.school.clone(),
        plan: plan.id.clone(),
        aim: aim.clone(),
        state: State::Open,
        version: 0,
    };
    store::goals::add(tx, &goal).await?;
    note(tx, context, &plan, &goal, Deed::Set, (None, Some(aim.clone()))).await?;
    Ok(goal.id)
}

/// Writes what was done into the history and the log; the log has ids and words alone.
async fn note(
    tx: &mut WriteTx,
    context: &Context<'_>,
    plan: &Plan,
    goal: &Goal,
    deed: Deed,
    (was, became): (Option<Aim>, Option<Aim>),
) -> store::Result<()> {
    let by = context.actor.person.clone();
    let change = Change { goal: goal.id.clone(), at: context.now, by, deed, was, became };
    store::goals::note(tx, plan, &change).await?;
    logged(tx, context, plan).await
}

async fn logged(tx: &mut WriteTx, context: &Context<'_>, plan: &Plan) -> store::Result<()> {
    context.audit(tx, &plan.school, "development-changed", plan.newcomer.as_str(), "").await
}

/// A goal that the actor may change now, with its plan.
async fn keepable(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PlanGoalId,
) -> Result<(Goal, Plan, Opened), Failed<GoalRefused>> {
    let (goal, opened) = goal(tx, context, id).await?.ok_or(Failed::NotFound)?;
    opened.may_keep(context).map_err(Failed::Refused)?;
    let plan = opened.plan.clone().ok_or(Failed::NotFound)?;
    Ok((goal, plan, opened))
}

/// Changes what an open goal says. `seen` is the version that the person saw: what the other one has changed in between is
/// not overwritten unseen. Gives whose goal it is.
pub async fn change(
    context: &Context<'_>,
    id: &PlanGoalId,
    seen: i64,
    aim: &Aim,
) -> Result<NewcomerId, Failed<GoalRefused>> {
    store::change!(context.db, tx => change_in(&mut tx, context, id, seen, aim))
}

async fn change_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanGoalId,
    seen: i64,
    aim: &Aim,
) -> Result<NewcomerId, Failed<GoalRefused>> {
    let (goal, plan, opened) = keepable(tx, context, id).await?;
    if goal.aim == *aim {
        return Ok(plan.newcomer);
    }
    if goal.version != seen {
        return Err(Failed::Changed);
    }
    if !goal.is_open() {
        return Err(Failed::Refused(GoalRefused::Closed));
    }
    may_say(aim, &opened.programme).map_err(Failed::Refused)?;
    let was = goal.aim.clone();
    let changed = Goal { aim: aim.clone(), ..goal };
    store::goals::save(tx, &changed).await?;
    note(tx, context, &plan, &changed, Deed::Reworded, (Some(was), Some(aim.clone()))).await?;
    Ok(plan.newcomer)
}

/// Closes a goal as reached, changed or left, or takes it up again. What stands so already is left alone. `seen` is the
/// version that the person saw: a goal that the other one has reworded is not closed unseen. Gives whose goal it is.
pub async fn turn(
    context: &Context<'_>,
    id: &PlanGoalId,
    seen: i64,
    to: State,
) -> Result<NewcomerId, Failed<GoalRefused>> {
    store::change!(context.db, tx => turn_in(&mut tx, context, id, seen, to))
}

async fn turn_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanGoalId,
    seen: i64,
    to: State,
) -> Result<NewcomerId, Failed<GoalRefused>> {
    let (goal, plan, opened) = keepable(tx, context, id).await?;
    let turned = goal.clone().turn(to, &opened.goals).map_err(Failed::Refused)?;
    if turned != goal {
        if goal.version != seen {
            return Err(Failed::Changed);
        }
        store::goals::save(tx, &turned).await?;
        note(tx, context, &plan, &turned, Deed::of(to), (None, None)).await?;
    }
    Ok(plan.newcomer)
}

/// Lets a step of the development plan belong to an open goal of it, or to none. Gives the step.
pub async fn assign(
    context: &Context<'_>,
    item: &PlanItemId,
    goal: Option<&PlanGoalId>,
) -> Result<Item, Failed<GoalRefused>> {
    store::change!(context.db, tx => assign_in(&mut tx, context, item, goal))
}

async fn assign_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanItemId,
    goal: Option<&PlanGoalId>,
) -> Result<Item, Failed<GoalRefused>> {
    let item = store::plans::item(tx, id).await?.ok_or(Failed::NotFound)?;
    let plan = store::plans::get(tx, &item.plan).await?.ok_or(Failed::NotFound)?;
    let opened = opened(tx, context, &plan.newcomer).await?.ok_or(Failed::NotFound)?;
    opened.may_keep(context).map_err(Failed::Refused)?;
    if plan.kind == Kind::Work {
        return Err(Failed::NotFound);
    }
    let known = store::goals::steps(tx, &plan).await?.remove(id);
    if known.as_ref() == goal {
        return Ok(item);
    }
    match goal {
        Some(goal) => {
            let found = opened.goals.iter().find(|one| one.id == *goal).ok_or(Failed::NotFound)?;
            if !found.is_open() {
                return Err(Failed::Refused(GoalRefused::Closed));
            }
            store::goals::put(tx, &item, goal).await?;
        }
        None => store::goals::take(tx, &item).await?,
    }
    logged(tx, context, &plan).await?;
    Ok(item)
}

/// One of the two says what has changed, the newcomer with a mark of their own where they like; what the same person said
/// of this season before gives way. The other one gets a letter the first time.
pub async fn review(
    context: &Context<'_>,
    newcomer: &NewcomerId,
    said: (&str, Option<SelfMark>),
) -> Result<(), Failed<GoalRefused>> {
    store::change!(context.db, tx => review_in(&mut tx, context, newcomer, said))
}

async fn review_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &NewcomerId,
    (words, mark): (&str, Option<SelfMark>),
) -> Result<(), Failed<GoalRefused>> {
    let opened = opened(tx, context, newcomer).await?.ok_or(Failed::NotFound)?;
    opened.may_keep(context).map_err(Failed::Refused)?;
    let season = may_review(words, &opened.programme, context.today).map_err(Failed::Refused)?;
    let plan = opened.plan.as_ref().ok_or(Failed::Refused(GoalRefused::NoPlan))?;
    let me = &context.actor.person;
    let known = opened.review_of(season, me);
    // A mark is the newcomer's own: nobody marks another one's goals.
    let mark = mark.filter(|_| *me == opened.newcomer.person);
    if known.is_some_and(|known| known.words == words && known.mark == mark) {
        return Ok(());
    }
    let said = Review {
        school: plan.school.clone(),
        plan: plan.id.clone(),
        season,
        by: me.clone(),
        words: words.to_owned(),
        mark,
        at: context.now,
    };
    store::goals::review(tx, &said).await?;
    logged(tx, context, plan).await?;
    let sides = [Some(&opened.newcomer.person), opened.mentor.as_ref()];
    if let Some(other) = sides.into_iter().flatten().find(|person| *person != me)
        && known.is_none()
    {
        promise(context, tx, other, Letter::ReviewWritten, &about(plan, season)).await?;
    }
    Ok(())
}

/// What a letter of a review is about: the plan and the season.
fn about(plan: &Plan, season: Season) -> String {
    format!("{} {}", plan.id, season.word())
}

/// A few days ahead of a review, promises both of each plan with an open goal a letter, once; gives how many plans.
pub async fn remind(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => remind_in(&mut tx, context))
}

async fn remind_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let Some(school) = &context.actor.school else { return Ok(0) };
    let programme = crate::programmes::reminding(tx, school, context.today).await?;
    let Some(programme) = programme else { return Ok(0) };
    let Some(season) = ahead(&programme, context.today) else { return Ok(0) };
    let mut concerned = 0;
    for plan in store::plans::of_programme(tx, school, &programme.id).await? {
        if plan.kind == Kind::Work || !store::goals::of_plan(tx, &plan).await?.iter().any(Goal::is_open) {
            continue;
        }
        let about = about(&plan, season);
        let Some(found) = around(tx, plan, context.today).await? else { continue };
        for person in [Some(&found.newcomer), found.mentor.as_ref()].into_iter().flatten() {
            promise_once(tx, person, Letter::ReviewAhead, &about, context.now).await?;
        }
        concerned += 1;
    }
    Ok(concerned)
}
