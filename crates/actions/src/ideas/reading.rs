//! What is handed out of ideas: never the author of one without a name but to the author, and to the coordinator once it was
//! disclosed (neg:N24).

use super::own::is_touched;
use super::reminding::answering;
use super::{found, moderates, school_of, unnamed_authors, young};
use crate::{Context, Failed, Never};
use domain::ideas::{Comment, Idea, Said, State, Step};
use domain::people::Actor;
use domain::permissions::{Action, may};
use domain::settings::Settings;
use domain::{Day, IdeaCommentId, IdeaId, PersonId, SchoolId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// An idea as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its id.
    pub id: IdeaId,
    /// In a line.
    pub title: String,
    /// What it is.
    pub words: String,
    /// Who wrote it, as far as the reader may read it.
    pub author: Option<PersonId>,
    /// The reader wrote it.
    pub mine: bool,
    /// It has no name on the board.
    pub unnamed: bool,
    /// From when on others see it.
    pub shown_on: Day,
    /// Who is named to answer.
    pub answerer: Option<PersonId>,
    /// How it stands.
    pub state: State,
    /// The last answer.
    pub answer: Option<Said>,
    /// Why it was taken off the board; for its author and the coordinator.
    pub removed: Option<Said>,
    /// Why the coordinator looked who wrote it; for its author and the coordinator.
    pub disclosed: Option<Said>,
    /// Of which one it is a double.
    pub merged: Option<IdeaId>,
    /// Until when an answer, or the next word, is promised.
    pub due: Option<Day>,
    /// How many voted for it.
    pub votes: usize,
    /// The reader did.
    pub voted: bool,
}

/// The board of a school.
#[derive(Clone, Debug)]
pub struct Board {
    /// The ideas on it, those with most votes first; the own ones too that others do not see, and for the coordinator those
    /// that were taken off.
    pub ideas: Vec<Seen>,
    /// The reader may share, vote and comment.
    pub shares: bool,
}

/// A comment as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its id.
    pub id: IdeaCommentId,
    /// Who wrote it, as far as the reader may read it.
    pub author: Option<PersonId>,
    /// The reader wrote it.
    pub mine: bool,
    /// From when on others see it.
    pub shown_on: Day,
    /// What it says.
    pub words: String,
    /// Why it was taken off; for its author.
    pub removed: Option<Said>,
}

/// One idea with what stands under it, and what the reader may do.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "one for each thing that the page offers")]
pub struct Opened {
    /// The idea.
    pub idea: Seen,
    /// The comments.
    pub remarks: Vec<Remark>,
    /// Who does it.
    pub team: BTreeSet<PersonId>,
    /// The steps, in the order of their days.
    pub steps: Vec<Step>,
    /// Others that are open, with their titles: it may be a double of one of them.
    pub others: Vec<(IdeaId, String)>,
    /// Who is to say the next word; nobody where it is over.
    pub asked: Vec<PersonId>,
    /// The reader may vote and comment.
    pub shares: bool,
    /// The reader comments without a name.
    pub nameless: bool,
    /// The reader answers.
    pub answers: bool,
    /// The reader leads the board.
    pub manages: bool,
    /// The reader plans the steps.
    pub works: bool,
    /// The reader wrote it and may still change it or take it back.
    pub changes: bool,
}

/// What a board is made of.
struct Scene {
    votes: BTreeMap<IdeaId, BTreeSet<PersonId>>,
    promised: Promised,
}

/// What says until when the next word on an idea is promised.
pub(super) struct Promised {
    today: Day,
    /// Days until a word, as the programme of the day sets them.
    days: u16,
    /// All steps of the school.
    pub(super) steps: Vec<Step>,
}

impl Promised {
    pub(super) async fn load(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Self> {
        let running = store::programmes::running(tx, school, today).await?;
        let days = running.map_or_else(Settings::default, |programme| programme.settings).idea_days;
        Ok(Self { today, days, steps: store::ideas::steps(tx, school).await? })
    }

    /// Until when, where somebody is to act on it: on a new idea at once, on one that was answered when its day has come.
    pub(super) fn due(&self, idea: &Idea) -> Option<Day> {
        let due = idea.due_on(self.days, &self.steps)?;
        let waits = idea.state == State::New || due <= self.today;
        (waits && idea.is_shown(self.today)).then_some(due)
    }
}

impl Scene {
    async fn load(tx: &mut Tx, context: &Context<'_>, school: &SchoolId) -> store::Result<Self> {
        let votes = store::ideas::votes(tx, school).await?;
        Ok(Self { votes, promised: Promised::load(tx, school, context.today).await? })
    }

    fn seen(&self, context: &Context<'_>, idea: Idea) -> Seen {
        let actor = context.actor;
        let mine = idea.author == actor.person;
        let leads = may(actor, &Action::ManageIdeas(&idea.school)).is_ok();
        let author = may(
            actor,
            &Action::SeeIdeaAuthor {
                school: &idea.school,
                author: &idea.author,
                unnamed: idea.unnamed,
                disclosed: idea.disclosed.is_some(),
            },
        );
        let due = idea.due_on(self.promised.days, &self.promised.steps);
        let voters = self.votes.get(&idea.id);
        Seen {
            author: author.is_ok().then(|| idea.author.clone()),
            mine,
            due,
            votes: voters.map_or(0, BTreeSet::len),
            voted: voters.is_some_and(|voters| voters.contains(&actor.person)),
            removed: idea.removed.filter(|_| mine || leads),
            disclosed: idea.disclosed.filter(|_| mine || leads),
            id: idea.id,
            title: idea.title,
            words: idea.words,
            unnamed: idea.unnamed,
            shown_on: idea.shown_on,
            answerer: idea.answerer,
            state: idea.state,
            answer: idea.answer,
            merged: idea.merged,
        }
    }
}

/// The board of the actor's school.
pub async fn board(tx: &mut Tx, context: &Context<'_>) -> Result<Board, Failed<Never>> {
    let school = school_of::<Never>(context)?;
    let scene = Scene::load(tx, context, &school).await?;
    let me = &context.actor.person;
    let there = |idea: &Idea| {
        let seen = idea.is_shown(context.today) || idea.author == *me || moderates(context, idea);
        idea.state != State::Merged && seen
    };
    let all = store::ideas::of_school(tx, &school).await?.into_iter().filter(there);
    let mut ideas: Vec<Seen> = all.map(|idea| scene.seen(context, idea)).collect();
    ideas.sort_by_key(|idea| Reverse(idea.votes));
    let young = young(tx, context).await?;
    let shares = may(context.actor, &Action::ShareIdeas { school: &school, young }).is_ok();
    Ok(Board { ideas, shares })
}

/// Who is named to answer an idea, as long as they work here.
pub(super) async fn named(tx: &mut Tx, idea: &Idea, today: Day) -> store::Result<Option<PersonId>> {
    let Some(id) = &idea.answerer else { return Ok(None) };
    let person = store::people::get(tx, id).await?;
    Ok(person.filter(|person| person.works_on(today)).map(|person| person.id))
}

/// Until when the actor is to say a word on an idea; nothing where it does not wait, or not for them.
pub(crate) async fn due(tx: &mut Tx, actor: &Actor, idea: &Idea, today: Day) -> store::Result<Option<Day>> {
    let promised = Promised::load(tx, &idea.school, today).await?;
    due_within(tx, actor, idea, &promised).await
}

/// The same where it is known what was promised.
async fn due_within(
    tx: &mut Tx,
    actor: &Actor,
    idea: &Idea,
    promised: &Promised,
) -> store::Result<Option<Day>> {
    let Some(due) = promised.due(idea) else { return Ok(None) };
    let answerer = named(tx, idea, promised.today).await?;
    let asked = answerer.as_ref().is_none_or(|person| *person == actor.person);
    let answers = may(actor, &Action::AnswerIdea { school: &idea.school, named: answerer.as_ref() }).is_ok();
    Ok((asked && answers).then_some(due))
}

/// Did somebody write an idea, or a comment on it that was taken off?
pub(crate) async fn has_part(tx: &mut Tx, idea: &Idea, person: &PersonId) -> store::Result<bool> {
    let comments = store::ideas::comments(tx, &idea.school).await?;
    let theirs = |one: &Comment| one.idea == idea.id && one.author == *person && one.removed.is_some();
    Ok(idea.author == *person || comments.iter().any(theirs))
}

/// An idea that waits for somebody's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: IdeaId,
    /// In a line.
    pub title: String,
    /// Until when the word is promised.
    pub due: Day,
    /// It was answered before, and there has been no word since.
    pub again: bool,
}

/// Ideas that wait for the actor's word, the earliest first. Nothing for whoever has no board.
pub async fn waiting(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Waiting>> {
    let Some(school) = context.actor.school.clone() else { return Ok(Vec::new()) };
    let promised = Promised::load(tx, &school, context.today).await?;
    let mut waiting = Vec::new();
    for idea in store::ideas::of_school(tx, &school).await? {
        if let Some(due) = due_within(tx, context.actor, &idea, &promised).await? {
            waiting.push(Waiting { id: idea.id, title: idea.title, due, again: idea.state != State::New });
        }
    }
    waiting.sort_by_key(|one| one.due);
    Ok(waiting)
}

/// The steps that the actor took on and that are open, by their day. Nothing for whoever has no board.
pub async fn own_steps(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Step>> {
    let Some(school) = context.actor.school.as_ref() else { return Ok(Vec::new()) };
    if may(context.actor, &Action::ReadIdeas(school)).is_err() {
        return Ok(Vec::new());
    }
    let mut steps = store::ideas::steps(tx, school).await?;
    steps.retain(|step| step.owner == context.actor.person && step.done_on.is_none());
    if steps.is_empty() {
        return Ok(steps);
    }
    let ideas = store::ideas::of_school(tx, school).await?;
    steps.retain(|step| is_worked_on(step, &ideas, context.today));
    Ok(steps)
}

/// Is a step one of an idea that is being done?
pub(super) fn is_worked_on(step: &Step, ideas: &[Idea], today: Day) -> bool {
    ideas.iter().any(|idea| idea.id == step.idea && is_worked(idea, today))
}

/// Is an idea on the board being done?
pub(crate) fn is_worked(idea: &Idea, today: Day) -> bool {
    idea.state == State::Taken && idea.is_shown(today)
}

/// A comment as the actor sees it; nothing where it is not there for them.
fn remark(context: &Context<'_>, comment: Comment) -> Option<Remark> {
    let mine = comment.author == context.actor.person;
    let there = comment.shown_on <= context.today && comment.removed.is_none();
    let author = may(
        context.actor,
        &Action::SeeIdeaAuthor {
            school: &comment.school,
            author: &comment.author,
            unnamed: comment.unnamed,
            disclosed: false,
        },
    );
    (mine || there).then(|| Remark {
        author: author.is_ok().then(|| comment.author.clone()),
        id: comment.id,
        mine,
        shown_on: comment.shown_on,
        words: comment.words,
        removed: comment.removed,
    })
}

/// One idea with what stands under it.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &IdeaId) -> Result<Opened, Failed<Never>> {
    let idea = found::<Never>(tx, context, id).await?;
    let school = idea.school.clone();
    let scene = Scene::load(tx, context, &school).await?;
    let comments = store::ideas::comments(tx, &school).await?.into_iter();
    let comments = comments.filter(|comment| comment.idea == idea.id);
    let team = store::ideas::members(tx, &idea).await?;
    let mut steps = scene.promised.steps.clone();
    steps.retain(|step| step.idea == idea.id);
    let asked = if idea.is_open() { answering(tx, &school, &idea, context.today).await? } else { Vec::new() };
    let all = store::ideas::of_school(tx, &school).await?.into_iter();
    let other = |one: &Idea| one.id != idea.id && one.is_open() && one.is_shown(context.today);
    let others = all.filter(other).map(|one| (one.id, one.title)).collect();
    let (actor, young) = (context.actor, young(tx, context).await?);
    let named = idea.answerer.as_ref();
    let keep = Action::KeepIdea { school: &school, person: &idea.author };
    let fresh = idea.may_change(context.today, is_touched(tx, &idea).await?).is_ok();
    Ok(Opened {
        changes: fresh && may(actor, &keep).is_ok(),
        remarks: comments.filter_map(|comment| remark(context, comment)).collect(),
        others,
        asked,
        shares: may(actor, &Action::ShareIdeas { school: &school, young }).is_ok(),
        nameless: unnamed_authors(tx, &idea).await?.contains(&actor.person),
        answers: may(actor, &Action::AnswerIdea { school: &school, named }).is_ok(),
        manages: may(actor, &Action::ManageIdeas(&school)).is_ok(),
        works: may(actor, &Action::WorkOnIdea { school: &school, team: team.contains(&actor.person) })
            .is_ok(),
        team,
        steps,
        idea: scene.seen(context, idea),
    })
}
