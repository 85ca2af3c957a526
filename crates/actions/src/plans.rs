//! Plans: made from the template, changed by both with a history of who changed what (feat:E1, E4; doc:A4, A5).

mod advancing;
mod printing;
mod signing;
mod templates;

pub(crate) use advancing::advance;
pub use printing::{list, print};
pub use signing::{
    Chain, approved_at, chain, content_hash, folder, give_back, is_left_to_paper, mark_read, ready, sign,
};
pub(crate) use signing::{canonical, sign_in, whose_turn};
pub use templates::{Planned, add_own, apply, kept, lay_into, lay_own, planned, seen, starting};

use crate::consents::persons;
use crate::formsets::begun;
use crate::milestones::{take_back, ticks};
use crate::orders::code;
use crate::{Context, Failed};
use domain::formsets::Answers;
use domain::milestones::{Milestone, with_ticks};
use domain::newcomers::Newcomer;
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, Two, may};
use domain::plans::{
    Area, Change, Content, Deed, Done, Item, Kind, Line, MOST_ITEMS, Plan, PlanRefused, Step, Whose,
    first_steps, may_keep, may_say, taken_up_until, untouched,
};
use domain::programmes::Programme;
use domain::{Day, NewcomerId, PairId, PersonId, PlanId, PlanItemId, SchoolId};
use i18n::Lang;
use store::{Tx, WriteTx};

/// A plan with what stands around it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// The pair of a work plan; the pair of today of a development plan, if there is one.
    pub pair: Option<Pair>,
    /// The programme.
    pub programme: Programme,
    /// The newcomer.
    pub newcomer: PersonId,
    /// The mentor of the pair.
    pub mentor: Option<PersonId>,
}

impl Opened {
    /// The two; where nobody stands beside the newcomer, the newcomer alone.
    pub(crate) fn two(&self) -> Two<'_> {
        let mentor = self.mentor.as_ref().unwrap_or(&self.newcomer);
        Two { school: &self.plan.school, newcomer: &self.newcomer, mentor }
    }

    /// May the actor change it, and is it time to?
    pub fn may_keep(&self, context: &Context<'_>) -> Result<(), Failed<PlanRefused>> {
        may(context.actor, &self.plan.kind.keep(self.two()))?;
        let pair = self.pair.as_ref().filter(|_| self.plan.kind == Kind::Work);
        may_keep(pair, &self.programme, context.today).map_err(Failed::Refused)
    }
}

/// The pair by order that a newcomer has on a day.
pub async fn pair_of_today(
    tx: &mut Tx,
    school: &SchoolId,
    newcomer: &NewcomerId,
    today: Day,
) -> store::Result<Option<Pair>> {
    let holds = |pair: &Pair| match &pair.state {
        PairState::Assigned(assignment) => assignment.period.holds(today),
        PairState::Agreed | PairState::Published | PairState::Ended { .. } => false,
    };
    Ok(store::pairs::of_newcomer(tx, school, newcomer).await?.into_iter().rfind(holds))
}

/// The mentor of a newcomer on a day.
pub async fn mentor_of_today(
    tx: &mut Tx,
    school: &SchoolId,
    newcomer: &NewcomerId,
    today: Day,
) -> store::Result<Option<PersonId>> {
    let Some(pair) = pair_of_today(tx, school, newcomer, today).await? else { return Ok(None) };
    Ok(store::mentors::get(tx, &pair.mentor).await?.map(|mentor| mentor.person))
}

/// A plan that the actor may read.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &PlanId) -> store::Result<Option<Opened>> {
    let Some(plan) = store::plans::get(tx, id).await? else { return Ok(None) };
    let opened = around(tx, plan, context.today).await?;
    Ok(opened.filter(|opened| may(context.actor, &opened.plan.kind.read(opened.two())).is_ok()))
}

/// A plan with what stands around it, whoever asks.
pub(crate) async fn around(tx: &mut Tx, plan: Plan, today: Day) -> store::Result<Option<Opened>> {
    let Some(programme) = store::programmes::get(tx, &plan.school, &plan.programme).await? else {
        return Ok(None);
    };
    let Some(newcomer) = store::newcomers::get(tx, &plan.newcomer).await? else { return Ok(None) };
    let pair = match &plan.pair {
        Some(pair) => store::pairs::get(tx, pair).await?,
        None => pair_of_today(tx, &plan.school, &plan.newcomer, today).await?,
    };
    let mentor = match &pair {
        Some(pair) => store::mentors::get(tx, &pair.mentor).await?.map(|mentor| mentor.person),
        None => None,
    };
    Ok(Some(Opened { plan, pair, programme, newcomer: newcomer.person, mentor }))
}

/// The steps of a plan in the order of their days, those that were taken away included. A step of the work plan is
/// done where the newcomer's checklist has the same thing ticked.
pub async fn items(tx: &mut Tx, plan: &Plan) -> store::Result<Vec<Item>> {
    let items = store::plans::items(tx, plan).await?;
    let Some(pair) = &plan.pair else { return Ok(items) };
    let pair = store::pairs::get(tx, pair).await?;
    let last = pair.as_ref().and_then(Pair::assignment).and_then(|assigned| assigned.period.last_day());
    let ticks = ticks(tx, &plan.school, &plan.newcomer).await?;
    Ok(with_ticks(items, &ticks, last))
}

/// How a step is done, here or in the checklist.
async fn done(tx: &mut Tx, plan: &Plan, id: &PlanItemId) -> store::Result<Option<Done>> {
    Ok(items(tx, plan).await?.into_iter().find(|item| item.id == *id).and_then(|item| item.done))
}

/// What a step says in a language, and what is to come of it: own words, else the template's.
pub fn words(lang: Lang, step: Option<Step>, content: &Content) -> (String, String) {
    let of_template = |part: &str| {
        step.map_or_else(String::new, |step| i18n::t(lang, &format!("plans-{part}-{}", step.word()), &[]))
    };
    (
        content.text.clone().unwrap_or_else(|| of_template("step")),
        content.result.clone().unwrap_or_else(|| of_template("result")),
    )
}

/// What somebody typed, as it is kept: words that are the template's in their language stay the template's in all.
pub fn typed(lang: Lang, step: Option<Step>, typed: Content) -> Content {
    if step.is_none() {
        return Content { result: typed.result.filter(|result| !result.is_empty()), ..typed };
    }
    let nothing = Content { text: None, result: None, ..typed.clone() };
    let (text, result) = words(lang, step, &nothing);
    let said = typed.result.clone().unwrap_or_default();
    Content {
        text: typed.text.filter(|typed| *typed != text),
        result: (said != result).then_some(said),
        ..nothing
    }
}

/// One of the two makes the pair's work plan from the template. Where there is one already, it is that one.
pub async fn make(context: &Context<'_>, pair: &PairId) -> Result<PlanId, Failed<PlanRefused>> {
    store::change!(context.db, tx => make_in(&mut tx, context, pair))
}

async fn make_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
) -> Result<PlanId, Failed<PlanRefused>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let (newcomer, mentor) = persons(tx, &pair).await?.ok_or(Failed::NotFound)?;
    may(
        context.actor,
        &Action::KeepPlan(Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor }),
    )?;
    if let Some(plan) = store::plans::of_pair(tx, &pair.school, &pair.id).await? {
        return Ok(plan.id);
    }
    let programme =
        store::programmes::get(tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)?;
    let calendar = crate::programmes::calendar(tx, &pair.school).await?;
    let (_, template) = store::plans::templates::latest(tx, &pair.school).await?;
    let steps =
        first_steps(&template, &pair, &programme, &calendar, context.today).map_err(Failed::Refused)?;
    let plan = begin(tx, context, Kind::Work, &pair.newcomer, &programme, Some(&pair.id)).await?;
    for (line, due) in steps {
        store::plans::add_item(tx, &laid(context, &plan, &line, due)).await?;
    }
    context.audit(tx, &plan.school, "plan-made", plan.id.as_str(), "").await?;
    Ok(plan.id)
}

/// A new plan without steps.
async fn begin(
    tx: &mut WriteTx,
    context: &Context<'_>,
    kind: Kind,
    newcomer: &NewcomerId,
    programme: &Programme,
    pair: Option<&PairId>,
) -> store::Result<Plan> {
    let number = store::plans::last_number(tx, &programme.school, &programme.id, kind).await?;
    let plan = Plan {
        id: context.id(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        kind,
        newcomer: newcomer.clone(),
        pair: pair.cloned(),
        number: number.saturating_add(1),
        code: code(context),
        made_at: context.now,
        made_by: context.actor.person.clone(),
        added: begun(tx, &programme.school, kind.form(), context.today).await?,
        answers: Answers::new(),
        version: 0,
    };
    store::plans::add(tx, &plan).await?;
    Ok(plan)
}

/// A step of a plan as the template lays it.
fn laid(context: &Context<'_>, plan: &Plan, line: &Line, due: Day) -> Item {
    let made = item(context, plan, line.step(), line.says(due));
    Item { own: line.own().cloned(), laid_on: Some(due), ..made }
}

fn item(context: &Context<'_>, plan: &Plan, step: Option<Step>, said: Content) -> Item {
    Item {
        id: context.id(),
        school: plan.school.clone(),
        plan: plan.id.clone(),
        step,
        content: said,
        done: None,
        removed: false,
        own: None,
        laid_on: None,
        version: 0,
    }
}

/// Keeps the answers to the questions that were added to the form of a plan. `seen` is the version that the person saw: what the
/// other one has answered in between is not overwritten unseen.
pub async fn answer(
    context: &Context<'_>,
    id: &PlanId,
    seen: i64,
    answers: &Answers,
) -> Result<(), Failed<PlanRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, seen, answers))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanId,
    seen: i64,
    answers: &Answers,
) -> Result<(), Failed<PlanRefused>> {
    let opened = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    opened.may_keep(context)?;
    let plan = Plan { answers: answers.clone(), ..opened.plan.clone() };
    if plan.answers == opened.plan.answers {
        return Ok(());
    }
    if plan.version != seen {
        return Err(Failed::Changed);
    }
    plan.added.check(answers).map_err(|why| Failed::Refused(PlanRefused::Unfit(why)))?;
    store::plans::answer(tx, &plan).await?;
    signing::edited(tx, context, &plan).await?;
    let (what, subject) = match plan.kind {
        Kind::Work => ("plan-answered", plan.id.as_str()),
        Kind::Development => ("development-changed", plan.newcomer.as_str()),
    };
    Ok(context.audit(tx, &plan.school, what, subject, "").await?)
}

/// Adds a step in own words. The same step a second time is the first one: the form came twice.
pub async fn add(
    context: &Context<'_>,
    plan: &PlanId,
    said: &Content,
) -> Result<PlanItemId, Failed<PlanRefused>> {
    store::change!(context.db, tx => add_in(&mut tx, context, plan, said))
}

async fn add_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanId,
    said: &Content,
) -> Result<PlanItemId, Failed<PlanRefused>> {
    let opened = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    opened.may_keep(context)?;
    add_to(tx, context, &opened.plan, &opened.programme, None, said).await
}

/// Adds a step to a plan that the actor may change.
async fn add_to(
    tx: &mut WriteTx,
    context: &Context<'_>,
    plan: &Plan,
    programme: &Programme,
    step: Option<Step>,
    said: &Content,
) -> Result<PlanItemId, Failed<PlanRefused>> {
    may_say(step, said, programme).map_err(Failed::Refused)?;
    let items = store::plans::items(tx, plan).await?;
    let same = |known: &&Item| known.step == step && !known.removed && known.content == *said;
    if let Some(known) = items.iter().find(same) {
        return Ok(known.id.clone());
    }
    if items.len() >= MOST_ITEMS {
        return Err(Failed::Refused(PlanRefused::TooMany));
    }
    let new = item(context, plan, step, said.clone());
    store::plans::add_item(tx, &new).await?;
    note(tx, context, plan, &new, Deed::Added, (None, Some(said.clone()))).await?;
    Ok(new.id)
}

/// The newcomer takes a proposed step into the development plan, which begins with the first of them. A step that
/// stands there is not added again.
pub(crate) async fn take_up(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    programme: &Programme,
    step: Step,
) -> Result<PlanId, Failed<PlanRefused>> {
    let plan = development(tx, context, newcomer, programme).await?;
    let items = store::plans::items(tx, &plan).await?;
    if items.iter().any(|item| item.step == Some(step) && !item.removed) {
        return Ok(plan.id);
    }
    let calendar = crate::programmes::calendar(tx, &newcomer.school).await?;
    let due = taken_up_until(programme, &calendar, context.today);
    let said = untouched(step, due);
    add_to(tx, context, &plan, programme, Some(step), &said).await?;
    Ok(plan.id)
}

/// The newcomer takes a step in somebody's words into the development plan. The same words are not added again.
pub(crate) async fn take_up_words(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    programme: &Programme,
    words: String,
) -> Result<PlanId, Failed<PlanRefused>> {
    let plan = development(tx, context, newcomer, programme).await?;
    let items = store::plans::items(tx, &plan).await?;
    if items.iter().any(|item| item.content.text.as_ref() == Some(&words) && !item.removed) {
        return Ok(plan.id);
    }
    let calendar = crate::programmes::calendar(tx, &newcomer.school).await?;
    let due = taken_up_until(programme, &calendar, context.today);
    let (area, whose) = (Area::Lessons, Whose::Newcomer);
    let said = Content { area, text: Some(words), result: None, whose, due };
    add_to(tx, context, &plan, programme, None, &said).await?;
    Ok(plan.id)
}

/// The newcomer's development plan, which begins with the first step that is taken up.
async fn development(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    programme: &Programme,
) -> Result<Plan, Failed<PlanRefused>> {
    may_keep(None, programme, context.today).map_err(Failed::Refused)?;
    match store::plans::development(tx, &newcomer.school, &newcomer.id).await? {
        Some(plan) => Ok(plan),
        None => Ok(begin_development(tx, context, newcomer, programme).await?),
    }
}

/// The development plan of a newcomer who has none.
pub(crate) async fn begin_development(
    tx: &mut WriteTx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    programme: &Programme,
) -> store::Result<Plan> {
    begin(tx, context, Kind::Development, &newcomer.id, programme, None).await
}

/// Writes what was done into the plan's history and the log; the log has ids and words alone.
async fn note(
    tx: &mut WriteTx,
    context: &Context<'_>,
    plan: &Plan,
    item: &Item,
    deed: Deed,
    (was, became): (Option<Content>, Option<Content>),
) -> store::Result<()> {
    let by = context.actor.person.clone();
    let change = Change { item: item.id.clone(), at: context.now, by, deed, was, became };
    store::plans::note(tx, plan, &change).await?;
    if deed.is_edit() {
        signing::edited(tx, context, plan).await?;
    }
    let (what, subject) = match plan.kind {
        Kind::Work => (format!("plan-item-{}", deed.word()), plan.id.as_str()),
        Kind::Development => ("development-changed".to_owned(), plan.newcomer.as_str()),
    };
    context.audit(tx, &plan.school, &what, subject, "").await
}

/// A step of a plan that the actor may change now.
async fn keepable(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PlanItemId,
) -> Result<(Item, Opened), Failed<PlanRefused>> {
    let item = store::plans::item(tx, id).await?.ok_or(Failed::NotFound)?;
    let opened = opened(tx, context, &item.plan).await?.ok_or(Failed::NotFound)?;
    opened.may_keep(context)?;
    Ok((item, opened))
}

/// Changes what a step says. `seen` is the version that the person saw: what the other one has changed in between
/// is not overwritten unseen. Gives the plan.
pub async fn change(
    context: &Context<'_>,
    id: &PlanItemId,
    seen: i64,
    said: &Content,
) -> Result<PlanId, Failed<PlanRefused>> {
    store::change!(context.db, tx => change_in(&mut tx, context, id, seen, said))
}

async fn change_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanItemId,
    seen: i64,
    said: &Content,
) -> Result<PlanId, Failed<PlanRefused>> {
    let (item, opened) = keepable(tx, context, id).await?;
    if item.content == *said {
        return Ok(item.plan);
    }
    if item.version != seen {
        return Err(Failed::Changed);
    }
    may_say(item.step, said, &opened.programme).map_err(Failed::Refused)?;
    let was = item.content.clone();
    // In own words it is no line of the checklist any more; that it was done stays true.
    let done = match &said.text {
        Some(_) => done(tx, &opened.plan, id).await?,
        None => item.done.clone(),
    };
    let changed = Item { content: said.clone(), done, ..item };
    store::plans::save_item(tx, &changed).await?;
    let both = (Some(was), Some(said.clone()));
    note(tx, context, &opened.plan, &changed, Deed::Changed, both).await?;
    Ok(changed.plan)
}

/// What is done to a step beside changing its words; each can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Ticks it.
    Done,
    /// Takes the tick back.
    Reopen,
    /// Takes it away.
    Remove,
    /// Puts it back.
    Restore,
}

impl Turn {
    const fn deed(self) -> Deed {
        match self {
            Self::Done => Deed::Done,
            Self::Reopen => Deed::Reopened,
            Self::Remove => Deed::Removed,
            Self::Restore => Deed::Restored,
        }
    }

    fn of(self, item: &Item, by: &PersonId, today: Day) -> Item {
        let item = item.clone();
        match self {
            Self::Done => Item { done: item.done.or(Some(Done { on: today, by: by.clone() })), ..item },
            Self::Reopen => Item { done: None, ..item },
            Self::Remove => Item { removed: true, ..item },
            Self::Restore => Item { removed: false, ..item },
        }
    }
}

/// Ticks a step, takes it away, or undoes either. Gives the plan. What stands so already is left alone.
pub async fn turn(context: &Context<'_>, id: &PlanItemId, turn: Turn) -> Result<PlanId, Failed<PlanRefused>> {
    store::change!(context.db, tx => turn_in(&mut tx, context, id, turn))
}

async fn turn_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanItemId,
    turn: Turn,
) -> Result<PlanId, Failed<PlanRefused>> {
    let (item, opened) = keepable(tx, context, id).await?;
    match (turn, Milestone::of_item(&item)) {
        (Turn::Done, Some(_)) if done(tx, &opened.plan, id).await?.is_some() => return Ok(item.plan),
        (Turn::Reopen, Some(milestone)) => {
            let newcomer = store::newcomers::get(tx, &opened.plan.newcomer).await?.ok_or(Failed::NotFound)?;
            let taken = take_back(tx, context, &newcomer, milestone).await;
            taken.map_err(|failed| failed.map(|never| match never {}))?;
            return Ok(item.plan);
        }
        _ => {}
    }
    let turned = turn.of(&item, &context.actor.person, context.today);
    if turned != item {
        store::plans::save_item(tx, &turned).await?;
        note(tx, context, &opened.plan, &turned, turn.deed(), (None, None)).await?;
    }
    Ok(item.plan)
}

/// Takes the tick of a step back.
pub(crate) async fn reopen(
    tx: &mut WriteTx,
    context: &Context<'_>,
    plan: &Plan,
    item: Item,
) -> store::Result<()> {
    let open = Item { done: None, ..item };
    store::plans::save_item(tx, &open).await?;
    note(tx, context, plan, &open, Deed::Reopened, (None, None)).await
}
