//! What those who take part say at a camp (doc:A22; docs/decisions/0068): ideas with a name or without, one vote of each, and at
//! the end what helped and what to change. None of it writes a line into the log, so that a log tells no author (neg:N24).

use super::{led, seen};
use crate::ideas;
use crate::{Context, Failed};
use domain::camps::voices::{Answer, Idea, shown_on};
use domain::camps::{Camp, CampRefused, Member};
use domain::ideas::{Draft, IdeaRefused};
use domain::permissions::{Action, may};
use domain::{CampId, CampIdeaId, Day, IdeaId, PersonId, SchoolId};
use std::cmp::Reverse;
use store::{Tx, WriteTx};

/// What a school makes of an idea that went to its board: of the board nothing else is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The school's short name in Kazakh and in Russian.
    pub school: [String; 2],
    /// How it stands there.
    pub state: domain::ideas::State,
    /// What came of it, once it is done.
    pub result: Option<String>,
    /// It is the reader's own school.
    pub here: bool,
}

/// An idea of a camp as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voiced {
    /// Its id.
    pub id: CampIdeaId,
    /// In a line.
    pub title: String,
    /// What it is.
    pub words: String,
    /// Who wrote it; nobody where they want no name, whoever reads.
    pub author: Option<PersonId>,
    /// The reader wrote it.
    pub mine: bool,
    /// From when on others see it.
    pub shown_on: Day,
    /// It was taken off; for its author.
    pub removed: bool,
    /// How many voted for it.
    pub votes: usize,
    /// The reader did.
    pub voted: bool,
    /// What became of it at schools that took it, in the order of their names.
    pub taken: Vec<Taken>,
}

/// What is said at a camp, for whoever takes part and for those who lead it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "one for each thing that the page offers")]
pub struct Voices {
    /// The ideas, those with most votes first.
    pub ideas: Vec<Voiced>,
    /// The reader may put one to it.
    pub shares: bool,
    /// The reader may vote.
    pub votes: bool,
    /// The reader may bring one to the board of their own school.
    pub takes: bool,
    /// The reader may say what helped and what to change.
    pub answers: bool,
    /// The reader has done so.
    pub answered: bool,
    /// How many have, once the camp is closed; for those who lead it.
    pub heard: Option<usize>,
    /// What they said, for those who lead it; nothing where they are too few.
    pub said: Vec<Answer>,
}

/// What is printed of it: ideas as everybody sees them, how many said what they think, and what, where they are enough.
pub(super) struct Told {
    pub(super) ideas: Vec<Voiced>,
    pub(super) answers: usize,
    pub(super) said: Vec<Answer>,
}

/// What stands on the boards of schools that took an idea; nothing of one that was taken off its board or is gone from it.
async fn boards(
    tx: &mut Tx,
    went: &[(SchoolId, IdeaId)],
    reads: Option<&SchoolId>,
) -> store::Result<Vec<Taken>> {
    let mut boards = Vec::new();
    for (home, board) in went {
        let idea = store::ideas::get(tx, board).await?.filter(|idea| idea.removed.is_none());
        let school = store::schools::get(tx, home).await?;
        let (Some(idea), Some(school)) = (idea, school) else { continue };
        let result = idea.answer.filter(|_| idea.state == domain::ideas::State::Done);
        boards.push(Taken {
            school: [school.short_kk, school.short_ru],
            state: idea.state,
            result: result.map(|said| said.words),
            here: Some(home) == reads,
        });
    }
    boards.sort_by(|one, other| one.school.cmp(&other.school));
    Ok(boards)
}

/// The ideas that a reader of a school sees: those that are shown, and the own ones.
async fn ideas_for(
    tx: &mut Tx,
    camp: &Camp,
    (reader, home): (Option<&PersonId>, Option<&SchoolId>),
    today: Day,
) -> store::Result<Vec<Voiced>> {
    let mut votes = store::camps::voices::votes(tx, camp).await?;
    let mut taken = store::camps::voices::taken(tx, camp).await?;
    let mut ideas = Vec::new();
    for idea in store::camps::voices::ideas(tx, camp).await? {
        let mine = reader == Some(&idea.author);
        if !mine && !idea.is_shown(camp, today) {
            continue;
        }
        let by = votes.remove(&idea.id).unwrap_or_default();
        let taken = boards(tx, &taken.remove(&idea.id).unwrap_or_default(), home).await?;
        ideas.push(Voiced {
            id: idea.id,
            title: idea.title,
            words: idea.words,
            author: (!idea.unnamed).then_some(idea.author),
            mine,
            shown_on: idea.shown_on,
            removed: idea.removed,
            votes: by.len(),
            voted: reader.is_some_and(|reader| by.contains(reader)),
            taken,
        });
    }
    // Behind the votes their random ids: the order tells nothing.
    ideas.sort_by_key(|idea| Reverse(idea.votes));
    Ok(ideas)
}

/// What is said at a camp; nothing for whoever neither takes part nor leads it.
pub(super) async fn read(
    tx: &mut Tx,
    context: &Context<'_>,
    camp: &Camp,
    (me, manages): (Option<&Member>, bool),
) -> store::Result<Option<Voices>> {
    if me.is_none() && !manages {
        return Ok(None);
    }
    let reader = &context.actor.person;
    let home = context.actor.school.as_ref();
    let ideas = ideas_for(tx, camp, (Some(reader), home), context.today).await?;
    let own = ideas.iter().filter(|idea| idea.mine).count();
    let young = ideas::young(tx, context).await?;
    let school = context.actor.school.as_ref();
    let board =
        school.is_some_and(|school| may(context.actor, &Action::ShareIdeas { school, young }).is_ok());
    let answered = match me {
        Some(me) => store::camps::voices::has_answered(tx, me).await?,
        None => false,
    };
    let said = if manages { store::camps::voices::answers(tx, camp).await? } else { Vec::new() };
    let closed = camp.state == domain::camps::State::Closed;
    Ok(Some(Voices {
        shares: me.is_some() && camp.may_share(own, context.today).is_ok(),
        votes: me.is_some() && camp.may_vote().is_ok(),
        takes: me.is_some() && board,
        answers: me.is_some() && !answered && camp.may_answer(context.today).is_ok(),
        answered,
        heard: (manages && closed).then_some(said.len()),
        said: if camp.is_heard(said.len()) { said } else { Vec::new() },
        ideas,
    }))
}

/// What is printed of a camp that is closed: of an idea without a name nobody's, whoever prints it.
pub(super) async fn told(tx: &mut Tx, camp: &Camp, today: Day) -> store::Result<Told> {
    let ideas = ideas_for(tx, camp, (None, None), today).await?;
    let said = store::camps::voices::answers(tx, camp).await?;
    let answers = said.len();
    Ok(Told { ideas, answers, said: if camp.is_heard(answers) { said } else { Vec::new() } })
}

/// The camp, and the actor who takes part in it.
async fn takes_part<R>(tx: &mut Tx, context: &Context<'_>, id: &CampId) -> Result<(Camp, Member), Failed<R>> {
    let camp = seen::<R>(tx, context, id).await?;
    let me = super::joining::mine(tx, context, &camp).await?.ok_or(Failed::NotFound)?;
    Ok((camp, me))
}

/// An idea of a camp that others see.
async fn shown<R>(tx: &mut Tx, camp: &Camp, (id, today): (&CampIdeaId, Day)) -> Result<Idea, Failed<R>> {
    let ideas = store::camps::voices::ideas(tx, camp).await?;
    let idea = ideas.into_iter().find(|idea| idea.id == *id && idea.is_shown(camp, today));
    idea.ok_or(Failed::NotFound)
}

/// Puts an idea to a camp. The same one a second time is the first one: the form came twice.
pub async fn share(context: &Context<'_>, id: &CampId, draft: &Draft) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => share_in(&mut tx, context, id, draft))
}

async fn share_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    draft: &Draft,
) -> Result<(), Failed<CampRefused>> {
    let (camp, me) = takes_part::<CampRefused>(tx, context, id).await?;
    let mut own = store::camps::voices::ideas(tx, &camp).await?;
    own.retain(|idea| idea.author == me.person);
    let same = |idea: &Idea| {
        (idea.title.as_str(), idea.words.as_str(), idea.unnamed)
            == (draft.title.as_str(), draft.words.as_str(), draft.unnamed)
    };
    if own.iter().any(same) {
        return Ok(());
    }
    camp.may_share(own.len(), context.today).map_err(Failed::Refused)?;
    let idea = Idea {
        id: context.ids.random().into(),
        camp: camp.id,
        school: camp.school,
        title: draft.title.clone(),
        words: draft.words.clone(),
        author: me.person,
        home: me.home,
        unnamed: draft.unnamed,
        shown_on: shown_on(camp.kind, draft.unnamed, context.today),
        removed: false,
    };
    store::camps::voices::add(tx, &idea).await?;
    Ok(())
}

/// Votes for an idea of a camp, or takes the vote back. Either a second time changes nothing.
pub async fn vote(
    context: &Context<'_>,
    id: &CampId,
    (idea, on): (&CampIdeaId, bool),
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => vote_in(&mut tx, context, id, (idea, on)))
}

async fn vote_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    (idea, on): (&CampIdeaId, bool),
) -> Result<(), Failed<CampRefused>> {
    let (camp, me) = takes_part::<CampRefused>(tx, context, id).await?;
    let idea = shown::<CampRefused>(tx, &camp, (idea, context.today)).await?;
    camp.may_vote().map_err(Failed::Refused)?;
    store::camps::voices::vote(tx, &idea, &me, on).await?;
    Ok(())
}

/// Takes an idea off: those who lead the camp. Once is all.
pub async fn remove_idea(
    context: &Context<'_>,
    id: &CampId,
    idea: &CampIdeaId,
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => remove_idea_in(&mut tx, context, id, idea))
}

async fn remove_idea_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    idea: &CampIdeaId,
) -> Result<(), Failed<CampRefused>> {
    let camp = led::<CampRefused>(tx, context, id).await?;
    let idea = shown::<CampRefused>(tx, &camp, (idea, context.today)).await?;
    store::camps::voices::remove(tx, &idea).await?;
    context.audit(tx, &camp.school, "camp-idea-removed", camp.id.as_str(), idea.id.as_str()).await?;
    Ok(())
}

/// Brings an idea of a camp to the board of the actor's own school, as something that the actor shares there. `source` says
/// from where it comes; of who put it to the camp nothing goes along.
pub async fn take_idea(
    context: &Context<'_>,
    id: &CampId,
    (idea, source): (&CampIdeaId, &str),
) -> Result<IdeaId, Failed<IdeaRefused>> {
    store::change!(context.db, tx => take_idea_in(&mut tx, context, id, (idea, source)))
}

async fn take_idea_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    (idea, source): (&CampIdeaId, &str),
) -> Result<IdeaId, Failed<IdeaRefused>> {
    let (camp, me) = takes_part::<IdeaRefused>(tx, context, id).await?;
    let idea = shown::<IdeaRefused>(tx, &camp, (idea, context.today)).await?;
    let went = store::camps::voices::taken(tx, &camp).await?.remove(&idea.id).unwrap_or_default();
    if let Some((_, board)) = went.into_iter().find(|(home, _)| *home == me.home)
        && store::ideas::get(tx, &board).await?.is_some_and(|there| there.removed.is_none())
    {
        // A colleague was faster, or the form came twice: a school has it once.
        return Ok(board);
    }
    let draft =
        Draft { title: idea.title.clone(), words: format!("{}\n\n{source}", idea.words), unnamed: false };
    let board = ideas::share_in(tx, context, &draft).await?;
    store::camps::voices::take(tx, &idea, &me.home, &board).await?;
    Ok(board)
}

/// Says what helped and what to change; once, and without a name.
pub async fn answer(
    context: &Context<'_>,
    id: &CampId,
    (helped, change): (&str, &str),
) -> Result<(), Failed<CampRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, (helped, change)))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &CampId,
    (helped, change): (&str, &str),
) -> Result<(), Failed<CampRefused>> {
    let (camp, me) = takes_part::<CampRefused>(tx, context, id).await?;
    if store::camps::voices::has_answered(tx, &me).await? {
        // The form came twice.
        return Ok(());
    }
    camp.may_answer(context.today).map_err(Failed::Refused)?;
    if helped.is_empty() && change.is_empty() {
        return Err(Failed::Refused(CampRefused::Silent));
    }
    let answer =
        Answer { id: context.ids.random().into(), helped: helped.to_owned(), change: change.to_owned() };
    store::camps::voices::answer(tx, &me, &answer).await?;
    Ok(())
}
