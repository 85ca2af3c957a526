//! Proposals: the engine drafts pairs from the rankings, a person looks, changes with a reason, publishes
//! (feat:C16, C19–C21).

mod certificate;
mod draws;
mod engine;
mod help;
mod numbers;
mod own;
mod reasons;

pub use certificate::{Bound, Files, bound, files};
pub(crate) use draws::begin as begin_draw;
pub use draws::{Draw, draw};
pub use engine::{Explained, explain, own_intake, own_outcome};
pub use help::{Change, Help, helps};
pub use own::{How, MentorResult, NewcomerResult, Otherwise, With, mentor_result, newcomer_result};
pub use reasons::{Between, Reasons, WhyNot, Wish, reasons};

use crate::choices::Present;
use crate::letters::{Letter, promise};
use crate::pairs::{put_together, tell_published};
use crate::{Context, Failed, apart};
use domain::choices::{List, Order, current, open};
use domain::pairs::{State as PairState, free_place};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::proposals::{
    Basis, DecideRefused, Decision, Lists, MakeRefused, Outcome, Proposal, PublishRefused, State, may_make,
};
use domain::secrets::Secret;
use domain::{Day, NewcomerId, PairId, PersonId, ProgrammeId, ProposalId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// The seed of a programme that has no [draw](Draw) of its own, being of earlier days: the first eight bytes of the SHA-256 of
/// its id. It is fixed before anybody writes a list, everybody can work it out again, and nobody can steer it. Tickets go by
/// the numbers under which people stand in the files; those are drawn once for a programme, so that nobody draws until they
/// like the outcome.
pub fn seed(programme: &ProgrammeId) -> u64 {
    let digest: [u8; 32] = Sha256::digest(programme.as_str()).into();
    draws::leading(&digest)
}

/// The engine drafts a proposal; a draft that stands is discarded.
///
/// The search takes as long as it takes, so nobody's change waits for it: it runs between a transaction that reads
/// and one that writes. Where something has changed meanwhile there is one fresh search, and then [`Failed::Changed`]
/// (docs/decisions/0023).
pub async fn make(context: &Context<'_>, programme: &ProgrammeId) -> Result<ProposalId, Failed<MakeRefused>> {
    let found = search(context, programme).await?;
    keep_or_repeat(context, programme, &found).await
}

async fn keep_or_repeat(
    context: &Context<'_>,
    programme: &ProgrammeId,
    found: &Found,
) -> Result<ProposalId, Failed<MakeRefused>> {
    match keep(context, programme, found).await {
        Err(Failed::Changed) => keep(context, programme, &search(context, programme).await?).await,
        done => done,
    }
}

/// What a search starts from: the draft stands for as long as this does.
#[derive(Debug, PartialEq)]
struct Start {
    programme: Programme,
    basis: Basis,
    /// By what number ties are drawn.
    seed: u64,
    /// From what the numbers of people are drawn: the programme's own draw, or an earlier draft.
    secret: Option<Secret>,
}

/// What a search gave, and from what.
struct Found {
    start: Start,
    seed: u64,
    secret: Secret,
    drafted: engine::Drafted,
}

async fn start(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &ProgrammeId,
) -> Result<Start, Failed<MakeRefused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageProposals(school))?;
    let programme = store::programmes::get(tx, school, programme).await?.ok_or(Failed::NotFound)?;
    let basis = basis(tx, &programme, context.today).await?;
    may_make(&basis, &programme, context.today).map_err(Failed::Refused)?;
    let opened = open(&programme, context.today).is_ok();
    may(context.actor, &Action::SeeRankings { school, opened })?;
    let (seed, secret) = draws::source(tx, &programme).await?;
    Ok(Start { programme, basis, seed, secret })
}

async fn search(context: &Context<'_>, programme: &ProgrammeId) -> Result<Found, Failed<MakeRefused>> {
    let mut tx = context.db.read().await?;
    let start = start(&mut tx, context, programme).await?;
    drop(tx);
    let (mode, seed) = (start.programme.settings.choice_mode, start.seed);
    let secret = start.secret.clone().unwrap_or_else(|| context.secret());
    let work = move || {
        let drafted = engine::draft(&start.basis, mode, seed, &secret)?;
        Some(Found { start, seed, secret, drafted })
    };
    apart("lists of a proposal", work).await?.ok_or(Failed::Refused(MakeRefused::Uncertain))
}

async fn keep(
    context: &Context<'_>,
    programme: &ProgrammeId,
    found: &Found,
) -> Result<ProposalId, Failed<MakeRefused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, programme, found))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    found: &Found,
) -> Result<ProposalId, Failed<MakeRefused>> {
    let now = start(tx, context, programme).await?;
    if now != found.start {
        return Err(Failed::Changed);
    }
    let Start { programme, basis, .. } = now;
    if let Some(old) = store::proposals::draft(tx, &programme.school, &programme.id).await? {
        throw_away(tx, context, old).await?;
    }
    let proposal = Proposal {
        id: context.id(),
        round: current(&programme),
        school: programme.school,
        programme: programme.id,
        mode: programme.settings.choice_mode,
        seed: found.seed,
        secret: Some(found.secret.clone()),
        digest: found.drafted.digest.clone(),
        certificate: found.drafted.certificate.clone(),
        lines: found.drafted.lines.clone(),
        lists: basis.lists,
        made_at: context.now,
        made_by: context.actor.person.clone(),
        state: State::Draft,
        version: 0,
    };
    store::proposals::add(tx, &proposal).await?;
    context.audit(tx, &proposal.school, "proposal-made", proposal.id.as_str(), &proposal.digest).await?;
    Ok(proposal.id)
}

/// Everything a draft stands on, as it is now. Before the deadline nobody's list is read.
async fn basis(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Basis> {
    let Ok(opened) = open(programme, today) else {
        return Ok(Basis { lists: Lists::default(), agreed: BTreeMap::new() });
    };
    let rankings = store::choices::of_programme(tx, programme, opened).await?;
    let mut wishes = BTreeMap::new();
    let mut takes = BTreeMap::new();
    for ranking in rankings {
        match ranking.list {
            List::Mentors(list) => drop(wishes.insert(ranking.author, list)),
            List::Newcomers(list) => drop(takes.insert(ranking.author, list)),
        }
    }
    let present = Present::load(tx, programme, today).await?;
    let (agreed, newcomers) = standing(tx, programme, &present, &mut wishes).await?;
    let mut mentors = Vec::new();
    for mentor in store::mentors::of_programme(tx, &programme.school, &programme.id).await? {
        let places = present.places(&mentor);
        let list = takes.remove(&mentor.person).unwrap_or_default();
        mentors.push((mentor.id, places, list));
    }
    Ok(Basis { lists: Lists::gather(newcomers, mentors), agreed })
}

type Agreed = BTreeMap<NewcomerId, (PairId, domain::MentorId)>;

/// Newcomers who work here: those who have agreed, and those who are to be placed, with their wishes. Who has
/// a published pair is no matter of a proposal any more.
async fn standing(
    tx: &mut Tx,
    programme: &Programme,
    present: &Present,
    wishes: &mut BTreeMap<PersonId, Order<domain::MentorId>>,
) -> store::Result<(Agreed, Vec<(NewcomerId, Order<domain::MentorId>)>)> {
    let (mut agreed, mut open) = (Agreed::new(), Vec::new());
    for newcomer in store::newcomers::of_programme(tx, &programme.school, &programme.id).await? {
        if !present.works(&newcomer) {
            continue;
        }
        match present.settled(&newcomer) {
            None => open.push((newcomer.id, wishes.remove(&newcomer.person).unwrap_or_default())),
            Some(pair) if pair.state == PairState::Agreed => {
                agreed.insert(newcomer.id, (pair.id.clone(), pair.mentor.clone()));
            }
            Some(_) => {}
        }
    }
    Ok((agreed, open))
}

/// How many newcomers a draft would speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Those who have agreed with a mentor by a request.
    pub agreed: usize,
    /// Those who are to be placed.
    pub open: usize,
}

/// How many newcomers a draft made now would speak of. No list is read.
pub async fn outlook(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Outlook> {
    let present = Present::load(tx, programme, today).await?;
    let (agreed, open) = standing(tx, programme, &present, &mut BTreeMap::new()).await?;
    Ok(Outlook { agreed: agreed.len(), open: open.len() })
}

/// True once a proposal from the programme's last choice was published.
pub async fn is_published(tx: &mut Tx, programme: &Programme) -> store::Result<bool> {
    let history = store::proposals::history(tx, &programme.school, &programme.id).await?;
    let last = history.iter().filter(|one| one.round == current(programme));
    Ok(last.into_iter().any(|one| matches!(one.state, State::Published { .. })))
}

async fn load<R>(tx: &mut Tx, context: &Context<'_>, id: &ProposalId) -> Result<Proposal, Failed<R>> {
    let proposal = store::proposals::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageProposals(&proposal.school))?;
    Ok(proposal)
}

/// A person decides one line: keeps the draft, appoints another mentor, or leaves the pair out.
pub async fn decide(
    context: &Context<'_>,
    id: &ProposalId,
    newcomer: &NewcomerId,
    decision: Decision,
) -> Result<(), Failed<DecideRefused>> {
    store::change!(context.db, tx => decide_in(&mut tx, context, id, newcomer, decision.clone()))
}

async fn decide_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProposalId,
    newcomer: &NewcomerId,
    decision: Decision,
) -> Result<(), Failed<DecideRefused>> {
    let proposal = load(tx, context, id).await?;
    may(context.actor, &Action::Appoint(&proposal.school))?;
    let decided = proposal.decide(newcomer, decision).map_err(Failed::Refused)?;
    store::proposals::save_line(tx, &decided, newcomer).await?;
    let word = match decided.line(newcomer).map(|line| &line.decision) {
        Some(Decision::Changed { .. }) => "proposal-line-changed",
        Some(Decision::LeftOut { .. }) => "proposal-line-left-out",
        Some(Decision::Kept) | None => "proposal-line-kept",
    };
    context.audit(tx, &decided.school, word, id.as_str(), newcomer.as_str()).await?;
    Ok(())
}

/// A draft is thrown away.
pub async fn discard(context: &Context<'_>, id: &ProposalId) -> Result<(), Failed<DecideRefused>> {
    store::change!(context.db, tx => discard_in(&mut tx, context, id))
}

async fn discard_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProposalId,
) -> Result<(), Failed<DecideRefused>> {
    let proposal = load(tx, context, id).await?;
    throw_away(tx, context, proposal).await
}

async fn throw_away<R>(tx: &mut WriteTx, context: &Context<'_>, draft: Proposal) -> Result<(), Failed<R>> {
    let discarded = draft.discard(context.now).map_err(|_| Failed::Changed)?;
    store::proposals::save(tx, &discarded).await?;
    context.audit(tx, &discarded.school, "proposal-discarded", discarded.id.as_str(), "").await?;
    Ok(())
}

/// A person publishes: pairs are made, agreed pairs are published, everybody is told, also those without a
/// pair. Where anything has changed since the draft, nothing happens and the newcomers concerned are named.
pub async fn publish(context: &Context<'_>, id: &ProposalId) -> Result<(), Failed<PublishRefused>> {
    store::change!(context.db, tx => publish_in(&mut tx, context, id))
}

async fn publish_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProposalId,
) -> Result<(), Failed<PublishRefused>> {
    let proposal = load(tx, context, id).await?;
    let programme =
        store::programmes::get(tx, &proposal.school, &proposal.programme).await?.ok_or(Failed::NotFound)?;
    let stands = basis(tx, &programme, context.today).await?;
    let published =
        proposal.publish(&stands, &programme, context.now, context.today).map_err(Failed::Refused)?;
    // The proposal first: whoever publishes the same one at once waits here and then finds it published.
    store::proposals::save(tx, &published).await?;
    context.audit(tx, &published.school, "proposal-published", id.as_str(), "").await?;
    for line in &published.lines {
        realise(tx, context, line).await?;
    }
    Ok(())
}

async fn realise(
    tx: &mut WriteTx,
    context: &Context<'_>,
    line: &domain::proposals::Line,
) -> Result<(), Failed<PublishRefused>> {
    let newcomer = store::newcomers::get(tx, &line.newcomer).await?.ok_or(Failed::NotFound)?;
    let Some(mentor) = line.mentor() else {
        promise(context, tx, &newcomer.person, Letter::PairPending, newcomer.id.as_str()).await?;
        return Ok(());
    };
    let mentor = store::mentors::get(tx, mentor).await?.ok_or(Failed::NotFound)?;
    if let Some((_, origin)) = line.new_pair() {
        let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?;
        let full = || Failed::Refused(PublishRefused::MentorFull(vec![line.newcomer.clone()]));
        let place = free_place(mentor.card.places, &taken).ok_or_else(full)?;
        put_together(tx, context, &newcomer, &mentor, place, origin).await?;
    } else if let Outcome::AlreadyAgreed { pair, .. } = &line.outcome {
        let pair = store::pairs::get(tx, pair).await?.ok_or(Failed::NotFound)?;
        let published = pair.publish().map_err(|_| Failed::Changed)?;
        store::pairs::save(tx, &published).await?;
        tell_published(tx, context, &newcomer, &mentor, &published).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
