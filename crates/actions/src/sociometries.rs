//! The specialist asks a class whom they choose, one pupil after another, and reads what came of it
//! (docs/decisions/0046). Nobody else learns that it exists.

mod classes;
mod reading;
mod vault;

pub(crate) use classes::changed;
pub use classes::{ClassChange, Indices};
pub use measure::gates::{Figure, NotShown};
pub use measure::sociometry::{Counts, Group, Point, Status, wellbeing, wellbeing_share};
pub use reading::{Before, Found, Line, Shown, shown};
pub use vault::{KEY_BYTES, Vault};

use crate::{Context, Failed, Never};
use domain::duties::carers;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::{Part, may_start};
use domain::sociometries::{
    AnswerRefused, Ballot, KEPT_YEARS, Member, OpenRefused, Questions, Sociometry, State, Turn, forget_on,
    may_open,
};
use domain::visibility::Child;
use domain::{Day, PupilId, SchoolId, SociometryId};
use jiff::ToSpan;
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// What the form asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which class.
    pub class: String,
    /// What it is asked.
    pub questions: Questions,
    /// A negative question is switched on.
    pub negative: bool,
}

/// A class of today, and how many of it have the consent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// Those with consent.
    pub consented: Vec<Pupil>,
    /// All of them.
    pub size: u32,
}

/// True where the actor asks classes of their school.
pub async fn asks(tx: &mut Tx, context: &Context<'_>) -> store::Result<bool> {
    let Some(school) = &context.actor.school else { return Ok(false) };
    // Whose class it is does not matter: class teachers do not ask.
    let carers = carers(&store::duties::of_school(tx, school).await?, "", context.today);
    let child = Child {
        school,
        class_teachers: &carers.class_teachers,
        specialists: &carers.specialists,
        named_by_head: &carers.named_by_head,
    };
    Ok(may(context.actor, &Action::AskSociometry(child)).is_ok())
}

/// Of the actor's own school, which is the only one whose classes they can ask.
async fn permit<R>(tx: &mut Tx, context: &Context<'_>, school: &SchoolId) -> Result<(), Failed<R>> {
    let is_own = context.actor.school.as_ref() == Some(school);
    if is_own && asks(tx, context).await? { Ok(()) } else { Err(Failed::NotFound) }
}

/// One with its pupils, for whoever asks classes of its school; for everybody else there is none.
async fn found<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &SociometryId,
) -> Result<(Sociometry, Vec<Member>), Failed<R>> {
    let one = store::sociometries::get(tx, id).await?.ok_or(Failed::NotFound)?;
    permit(tx, context, &one.school).await?;
    let members = store::sociometries::members(tx, &one).await?;
    Ok((one, members))
}

/// The classes of today by name, with those who have the consent.
async fn by_class(
    tx: &mut Tx,
    context: &Context<'_>,
    school: &SchoolId,
) -> store::Result<BTreeMap<String, Class>> {
    let consents = store::pupils::consents::of_school(tx, school).await?;
    let mut classes: BTreeMap<String, Class> = BTreeMap::new();
    for pupil in store::pupils::of_school(tx, school).await? {
        if !pupil.is_here(context.today) {
            continue;
        }
        let class = classes.entry(pupil.class_key.clone()).or_default();
        class.size += 1;
        let given = consents.get(&pupil.id).map(Vec::as_slice).unwrap_or_default();
        if may_start(Part::Diagnostics, given, pupil.born_on, context.today).is_ok() {
            class.consented.push(pupil);
        }
    }
    Ok(classes)
}

/// The classes that can be asked, and what was asked before, the newest first.
pub async fn list(
    tx: &mut Tx,
    context: &Context<'_>,
) -> Result<(BTreeMap<String, Class>, Vec<Sociometry>), Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    permit(tx, context, &school).await?;
    let classes = by_class(tx, context, &school).await?;
    Ok((classes, store::sociometries::of_school(tx, &school).await?))
}

/// Opens a sociometry of a class for those with consent.
pub async fn open(context: &Context<'_>, asked: &Asked) -> Result<SociometryId, Failed<OpenRefused>> {
    store::change!(context.db, tx => open_in(&mut tx, context, asked))
}

async fn open_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    asked: &Asked,
) -> Result<SociometryId, Failed<OpenRefused>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    permit(tx, context, &school).await?;
    let mut before = store::sociometries::of_school(tx, &school).await?;
    before.retain(|one| one.class == asked.class);
    if let Some(standing) = before.iter().find(|one| one.state == State::Open) {
        // The form came twice.
        return Ok(standing.id.clone());
    }
    let mut classes = by_class(tx, context, &school).await?;
    let class = classes.remove(&asked.class).ok_or(Failed::Refused(OpenRefused::Class))?;
    let mut last = None;
    for one in &before {
        // Where nobody answered, the class was not asked: it was opened by mistake.
        let members = store::sociometries::members(tx, one).await?;
        if members.iter().any(|member| member.turn == Turn::Answered) {
            last = last.max(Some(one.opened_on));
        }
    }
    may_open(&asked.questions, asked.negative, class.consented.len(), last, context.today)
        .map_err(Failed::Refused)?;
    let opened = Sociometry {
        id: context.id(),
        school,
        class: asked.class.clone(),
        questions: asked.questions.clone(),
        class_size: class.size,
        state: State::Open,
        opened_on: context.today,
        forget_on: forget_on(context.today),
        forgotten: None,
        opened: (context.actor.person.clone(), context.now),
        version: 0,
    };
    store::sociometries::add(tx, &opened).await?;
    for (place, pupil) in class.consented.into_iter().enumerate() {
        let member = Member { pupil: pupil.id, place, turn: Turn::Waiting, sealed: None, version: 0 };
        store::sociometries::add_member(tx, &opened, &member).await?;
    }
    context.audit(tx, &opened.school, "sociometry-opened", opened.id.as_str(), "").await?;
    Ok(opened.id)
}

/// Behind what the choices of a pupil are sealed: in another row they do not open.
fn about(one: &Sociometry, pupil: &PupilId) -> String {
    format!("{} {pupil}", one.id)
}

/// A pupil has chosen, by question in the order in which they are asked. The log says nothing of it: who answered when is
/// nobody's business.
pub async fn answer(
    context: &Context<'_>,
    vault: &Vault,
    id: &SociometryId,
    pupil: &PupilId,
    chosen: &[Vec<PupilId>],
) -> Result<(), Failed<AnswerRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, vault, id, (pupil, chosen)))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    vault: &Vault,
    id: &SociometryId,
    (pupil, chosen): (&PupilId, &[Vec<PupilId>]),
) -> Result<(), Failed<AnswerRefused>> {
    let (one, members) = found(tx, context, id).await?;
    let own = members.iter().find(|member| member.pupil == *pupil).ok_or(Failed::NotFound)?;
    if own.turn == Turn::Answered {
        // The form came twice.
        return Ok(());
    }
    if one.state != State::Open || !own.turn.may_answer() {
        return Err(Failed::Refused(AnswerRefused::Closed));
    }
    let there: Vec<&Member> = members.iter().filter(|member| member.turn != Turn::Removed).collect();
    // Whoever withdrew while the form was open is passed over; the child's other choices count.
    let left =
        |whom: &PupilId| members.iter().any(|member| member.turn == Turn::Removed && member.pupil == *whom);
    let place = |whom: &PupilId| there.iter().find(|member| member.pupil == *whom).map(|member| member.place);
    let by_place = |asked: &Vec<PupilId>| {
        asked.iter().filter(|whom| !left(whom)).map(place).collect::<Option<Vec<usize>>>()
    };
    let chosen: Option<Vec<Vec<usize>>> = chosen.iter().map(by_place).collect();
    // An answer to each question, though it be nobody: ballots are of one length.
    let chosen = chosen.filter(|chosen| chosen.len() == one.questions.list().len());
    let chosen = chosen.ok_or(Failed::Refused(AnswerRefused::Nobody))?;
    let places: Vec<usize> = there.iter().map(|member| member.place).collect();
    let ballot = Ballot::new(own.place, &places, members.len(), &chosen).map_err(Failed::Refused)?;
    let sealed = vault.seal(context.ids.bytes(), &about(&one, pupil), &ballot.text());
    let sealed = sealed.ok_or(Failed::Refused(AnswerRefused::Key))?;
    let answered = Member { turn: Turn::Answered, sealed: Some(sealed), ..own.clone() };
    store::sociometries::save_member(tx, &one, &answered).await?;
    Ok(())
}

/// A pupil is not here, or does not want to answer today.
pub async fn pass(
    context: &Context<'_>,
    id: &SociometryId,
    pupil: &PupilId,
    declined: bool,
) -> Result<(), Failed<AnswerRefused>> {
    store::change!(context.db, tx => pass_in(&mut tx, context, id, pupil, declined))
}

async fn pass_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SociometryId,
    pupil: &PupilId,
    declined: bool,
) -> Result<(), Failed<AnswerRefused>> {
    let (one, members) = found(tx, context, id).await?;
    let own = members.into_iter().find(|member| member.pupil == *pupil).ok_or(Failed::NotFound)?;
    if one.state != State::Open {
        return Err(Failed::Refused(AnswerRefused::Closed));
    }
    let turn = if declined { Turn::Declined } else { Turn::Absent };
    // Where they have answered, or it says so already, nothing changes.
    if !own.turn.may_answer() || own.turn == turn {
        return Ok(());
    }
    store::sociometries::save_member(tx, &one, &Member { turn, ..own }).await?;
    Ok(())
}

/// Closes it and counts. Whoever was not asked by then is as if absent.
pub async fn close(
    context: &Context<'_>,
    vault: &Vault,
    id: &SociometryId,
) -> Result<(), Failed<AnswerRefused>> {
    store::change!(context.db, tx => close_in(&mut tx, context, vault, id))
}

async fn close_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    vault: &Vault,
    id: &SociometryId,
) -> Result<(), Failed<AnswerRefused>> {
    let (one, members) = found(tx, context, id).await?;
    // Where it is closed, the form came twice.
    let Some(closed) = one.clone().close() else { return Ok(()) };
    let kept = reading::counted(vault, &one, &members).ok_or(Failed::Refused(AnswerRefused::Key))?;
    for counts in &kept {
        store::sociometries::keep(tx, &one, counts).await?;
    }
    store::sociometries::save(tx, &closed).await?;
    context.audit(tx, &closed.school, "sociometry-closed", closed.id.as_str(), "").await?;
    Ok(())
}

/// Counts anew what a withdrawal has emptied, without whoever withdrew, as long as the choices of the others are there
/// (methods/measurement.md §5: answers of a pupil whose consent is withdrawn are removed from later computations). Whoever
/// entered the withdrawal reads nothing of it, and no line of the log tells that there was a sociometry.
pub async fn recount(context: &Context<'_>, vault: &Vault, pupil: &PupilId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => recount_in(&mut tx, context, vault, pupil))
}

async fn recount_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    vault: &Vault,
    pupil: &PupilId,
) -> Result<(), Failed<Never>> {
    let (pupil, carers) = crate::pupils::found(tx, context, pupil).await?;
    may(context.actor, &Action::KeepPupilConsents(crate::pupils::child(&pupil, &carers)))?;
    for one in store::sociometries::of_school(tx, &pupil.school).await? {
        let has_choices = one.state == State::Closed && one.forgotten.is_none();
        if !has_choices || !store::sociometries::kept(tx, &one).await?.is_empty() {
            continue;
        }
        let members = store::sociometries::members(tx, &one).await?;
        for counts in reading::counted(vault, &one, &members).unwrap_or_default() {
            store::sociometries::keep(tx, &one, &counts).await?;
        }
    }
    Ok(())
}

/// The schedule deletes the choices of the school year that is over, and counts that were kept for [`KEPT_YEARS`] more;
/// gives of how many sociometries the choices were deleted. What it did stands on the page and in the log.
pub async fn forget(context: &Context<'_>) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => forget_in(&mut tx, context))
}

async fn forget_in(tx: &mut WriteTx, context: &Context<'_>) -> Result<usize, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let mut due = store::sociometries::due(tx, context.today).await?;
    due.retain(|one| one.school == school);
    for one in &due {
        let answers = store::sociometries::unseal(tx, one).await?;
        store::sociometries::save(tx, &one.clone().forget(context.today, answers)).await?;
        context.audit_nameless(tx, &school, "sociometry-forgotten", one.id.as_str()).await?;
    }
    let before = context.today.checked_sub(KEPT_YEARS.years()).unwrap_or(Day::MIN);
    store::sociometries::forget(tx, before).await?;
    Ok(due.len())
}
