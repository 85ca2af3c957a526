//! Sealed rankings: kept by their authors, opened by the deadline (feat:C16, C17; doc:A3).

use crate::courses::Rights;
use crate::people::working;
use crate::{Context, Failed};
use domain::choices::{
    List, Order, RankRefused, Rankable, Ranking, Step, current, rank_mentors, rank_newcomers, room,
};
use domain::mentors::{Mentor, State as MentorState};
use domain::newcomers::Newcomer;
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, MentorId, NewcomerId, PersonId, ProgrammeId};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// Somebody keeps their ranking; the last one saved counts. The list tells which side they write for.
pub async fn keep(
    context: &Context<'_>,
    programme: &ProgrammeId,
    list: &List,
) -> Result<(), Failed<RankRefused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, programme, list))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    list: &List,
) -> Result<(), Failed<RankRefused>> {
    let programme = permitted(tx, context, programme).await?;
    let today = context.today;
    let list = match list.clone() {
        List::Mentors(list) => {
            let newcomer = as_newcomer(tx, context, &programme).await?.ok_or(Failed::Forbidden)?;
            let rankable = rankable_mentors(tx, &programme, &newcomer, today).await?;
            let kept = rankable.still(own(tx, context, &programme, Side::Newcomer).await?.into_mentors());
            rank_mentors(list, kept.len(), &rankable, &programme, today)
        }
        List::Newcomers(list) => {
            let mentor = as_mentor(tx, context, &programme).await?.ok_or(Failed::Forbidden)?;
            let rankable = rankable_newcomers(tx, &programme, &mentor, today).await?;
            rank_newcomers(list, &rankable, &programme, today)
        }
    }
    .map_err(Failed::Refused)?;
    save(tx, context, programme, list).await
}

/// Somebody takes one step in their ranking, and the ranking is kept. Who can no longer be ranked falls off
/// with it. `other` is the mentor or the newcomer whom the step is about.
pub async fn step(
    context: &Context<'_>,
    programme: &ProgrammeId,
    step: Step,
    other: &str,
) -> Result<(), Failed<RankRefused>> {
    store::change!(context.db, tx => step_in(&mut tx, context, programme, step, other))
}

async fn step_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    step: Step,
    other: &str,
) -> Result<(), Failed<RankRefused>> {
    let programme = permitted(tx, context, programme).await?;
    let today = context.today;
    let list = if let Some(newcomer) = as_newcomer(tx, context, &programme).await? {
        let rankable = rankable_mentors(tx, &programme, &newcomer, today).await?;
        let own = own(tx, context, &programme, Side::Newcomer).await?;
        let kept = rankable.still(own.into_mentors());
        let (len, most) = (kept.len(), room(&programme, kept.len()).unwrap_or(usize::MAX));
        rank_mentors(step.take(kept, other.into(), most), len, &rankable, &programme, today)
    } else {
        let mentor = as_mentor(tx, context, &programme).await?.ok_or(Failed::Forbidden)?;
        let rankable = rankable_newcomers(tx, &programme, &mentor, today).await?;
        let own = own(tx, context, &programme, Side::Mentor).await?;
        let kept = rankable.still(own.into_newcomers());
        rank_newcomers(step.take(kept, other.into(), usize::MAX), &rankable, &programme, today)
    }
    .map_err(Failed::Refused)?;
    save(tx, context, programme, list).await
}

async fn permitted(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &ProgrammeId,
) -> Result<Programme, Failed<RankRefused>> {
    may(context.actor, &Action::KeepRanking { author: &context.actor.person })?;
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    store::programmes::get(tx, school, programme).await?.ok_or(Failed::NotFound)
}

async fn as_newcomer(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Newcomer>> {
    store::newcomers::of_person(tx, &programme.id, &context.actor.person).await
}

async fn as_mentor(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Mentor>> {
    store::mentors::of_person(tx, &programme.id, &context.actor.person).await
}

async fn save(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: Programme,
    list: List,
) -> Result<(), Failed<RankRefused>> {
    let ranking = Ranking {
        round: current(&programme),
        school: programme.school,
        programme: programme.id,
        author: context.actor.person.clone(),
        list,
        saved_at: context.now,
    };
    store::choices::keep(tx, &ranking).await?;
    // Whose list is in and whose is not stays sealed: decision 0010.
    context.audit_nameless(tx, &ranking.school, "ranking-kept", ranking.programme.as_str()).await?;
    Ok(())
}

/// What somebody has kept for the programme's last choice. Whoever asks must be the author.
pub async fn of_author(
    tx: &mut Tx,
    programme: &Programme,
    side: Side,
    author: &PersonId,
) -> store::Result<Option<Ranking>> {
    let round = current(programme);
    store::choices::of_author(tx, &programme.school, &programme.id, round, side, author).await
}

/// The author's own list as it was kept; empty before the first step.
async fn own(tx: &mut Tx, context: &Context<'_>, programme: &Programme, side: Side) -> store::Result<List> {
    let own = of_author(tx, programme, side, &context.actor.person).await?;
    Ok(own.map_or_else(|| List::Mentors(Order::default()), |ranking| ranking.list))
}

/// Whom a newcomer may rank: every approved mentor who works here and holds the right where the exam is asked, with or without a free place, so that the
/// list does not tell who has agreed with whom. In a second round only whoever has a place and does not pause: the
/// cards say so to everybody, and a wish for a full mentor could not come true.
pub async fn rankable_mentors(
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &Newcomer,
    today: Day,
) -> store::Result<Rankable<MentorId>> {
    let present = Present::load(tx, programme, today).await?;
    let mut mentors = store::mentors::of_programme(tx, &programme.school, &programme.id).await?;
    match programme.round_on(today) {
        Some(_) => mentors.retain(|mentor| present.takes(mentor)),
        None => mentors.retain(|mentor| present.is_available(mentor)),
    }
    let open = mentors.into_iter().map(|mentor| mentor.id).collect();
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    Ok(Rankable {
        open,
        met: met(tx, programme, newcomer).await?,
        agreed: pairs.iter().any(Pair::is_settled),
    })
}

async fn met(
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &Newcomer,
) -> store::Result<Option<Vec<MentorId>>> {
    if !programme.settings.ranked_after_contact {
        return Ok(None);
    }
    let contacts = store::contacts::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let counted = contacts.into_iter().filter(|contact| contact.state.counts());
    Ok(Some(counted.map(|contact| contact.mentor).collect()))
}

/// Whom a mentor may rank: every newcomer who works here and has no mentor of choice yet.
pub async fn rankable_newcomers(
    tx: &mut Tx,
    programme: &Programme,
    mentor: &Mentor,
    today: Day,
) -> store::Result<Rankable<NewcomerId>> {
    let present = Present::load(tx, programme, today).await?;
    let mut newcomers = store::newcomers::of_programme(tx, &programme.school, &programme.id).await?;
    newcomers.retain(|newcomer| present.looks(newcomer));
    let open = newcomers.into_iter().map(|newcomer| newcomer.id).collect();
    Ok(Rankable { open, met: None, agreed: present.places(mentor) == 0 })
}

/// Who works at a programme's school on a day, and who has whom: read once for whoever goes through everybody.
pub(crate) struct Present {
    today: Day,
    working: BTreeSet<PersonId>,
    pairs: Vec<Pair>,
    rights: Rights,
}

impl Present {
    pub(crate) async fn load(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Self> {
        let working = working(tx, &programme.school, today).await?;
        let pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
        let rights = Rights::load(tx, programme, today).await?;
        Ok(Self { today, working, pairs, rights })
    }

    pub(crate) fn works(&self, newcomer: &Newcomer) -> bool {
        self.working.contains(&newcomer.person)
    }

    /// The pair of choice or of an appointment that a newcomer has.
    pub(crate) fn settled(&self, newcomer: &Newcomer) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.newcomer == newcomer.id && pair.is_settled())
    }

    /// Works here and has no mentor of choice.
    pub(crate) fn looks(&self, newcomer: &Newcomer) -> bool {
        self.works(newcomer) && self.settled(newcomer).is_none()
    }

    /// Approved, works here, and may begin as far as the exam goes.
    pub(crate) fn is_available(&self, mentor: &Mentor) -> bool {
        mentor.state == MentorState::Approved
            && self.working.contains(&mentor.person)
            && self.rights.may_begin(&mentor.person)
    }

    /// Free places of a mentor; none of one who cannot be chosen.
    pub(crate) fn places(&self, mentor: &Mentor) -> u8 {
        if !self.is_available(mentor) {
            return 0;
        }
        let lasts = |pair: &&Pair| !matches!(pair.state, PairState::Ended { .. });
        let own = self.pairs.iter().filter(lasts).filter(|pair| pair.mentor == mentor.id);
        mentor.card.free_places(own.filter(|pair| pair.place.is_some()).count())
    }

    /// Can be asked now: has a free place and does not pause.
    pub(crate) fn takes(&self, mentor: &Mentor) -> bool {
        self.places(mentor) > 0 && mentor.paused_on(self.today).is_none()
    }
}

pub(crate) async fn works(tx: &mut Tx, newcomer: &Newcomer, today: Day) -> store::Result<bool> {
    let person = store::people::get(tx, &newcomer.person).await?;
    Ok(person.is_some_and(|person| person.works_on(today)))
}

/// Approved, and works here.
pub(crate) async fn is_available(tx: &mut Tx, mentor: &Mentor, today: Day) -> store::Result<bool> {
    if mentor.state != MentorState::Approved {
        return Ok(false);
    }
    let person = store::people::get(tx, &mentor.person).await?;
    Ok(person.is_some_and(|person| person.works_on(today)))
}
