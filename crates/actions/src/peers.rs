//! Pupils who help pupils, pair by pair: what was written down before, what the engine proposes, what an adult decides, what
//! the two agree on, and the end (feat:I3, I4; docs/decisions/0048).

pub mod cards;
pub mod closings;
mod ground;
mod notes;
mod ordering;
mod pausing;
mod printing;
pub mod thanks;
pub mod voices;

pub(crate) use ground::Ground;
pub use notes::print_note;
pub use ordering::print_order;
pub(crate) use pausing::paused;
pub use pausing::{pause, resume};
pub use printing::print_agreement;

use crate::lots::Ticket;
use crate::{Context, Failed, Never};
use domain::calendar::instant_of;
use domain::duties::year_end;
use domain::lots::Waits;
use domain::peers::fits::{Obstacle, Profile, best_first, obstacles};
use domain::peers::weekly::{Child, Weekly, WeeklyRefused, Whose, may_meet};
use domain::peers::{Pair, State};
use domain::people::Person;
use domain::pupils::Pupil;
use domain::pupils::consents::Part;
use domain::referrals::Goal;
use domain::timetables::Bells;
use domain::visibility::Data;
use domain::{Day, PeerPairId, PupilId, ReferralId, SchoolId};
use jiff::ToSpan;
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// A pair with the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The pair.
    pub pair: Pair,
    /// Who helps.
    pub helper: Pupil,
    /// Who is helped.
    pub mentee: Pupil,
    /// The reader changes it.
    pub keeps: bool,
    /// Minutes of help that are confirmed.
    pub minutes: u32,
    /// The goal that it serves, for whoever sees the card of whoever is helped.
    pub goal: Option<Goal>,
    /// They do not meet for now.
    pub paused: bool,
}

/// A pupil who waits for a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who it is.
    pub pupil: Pupil,
    /// Whom the engine proposes.
    pub proposed: Option<Pupil>,
    /// Where a pair of theirs ended: from when on an adult may decide on another.
    pub rests_until: Option<Day>,
    /// Nothing begins for now.
    pub paused: bool,
    /// How a lot lets them wait.
    pub by_lot: Option<Waits>,
}

/// The pairs that the reader may see, and those for whom they look for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Pairs, those that are over last.
    pub pairs: Vec<Seen>,
    /// Who waits.
    pub waiting: Vec<Waiting>,
}

/// As what a pupil stands before pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Helps others, or wants to.
    Helps,
    /// Is helped in this pair.
    Paired(PeerPairId),
    /// The law excludes it; which and why is read elsewhere, by others.
    NotEligible,
    /// Has not said yes to a goal, has not the consents to take part, or has left.
    NotYet,
    /// Waits for a pair.
    Waits {
        /// Where a pair of theirs ended: from when on an adult may decide on another.
        rests_until: Option<Day>,
        /// Whom the engine proposes.
        proposed: Option<PupilId>,
        /// Everybody who helps, the best possible first, with what stands between.
        helpers: Vec<(Pupil, Vec<Obstacle>)>,
    },
}

/// A pupil before a pair is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who it is.
    pub pupil: Pupil,
    /// What was written down.
    pub profile: Profile,
    /// With whom they can be, for their wishes.
    pub others: Vec<Pupil>,
    /// As what they stand.
    pub standing: Standing,
    /// How many one can help at a time.
    pub places: u32,
    /// The goal to which they said yes.
    pub goal: Option<Goal>,
    /// Nothing begins for now.
    pub paused: bool,
    /// Until when the reader paused it.
    pub own_pause: Option<Day>,
    /// How a lot lets them wait.
    pub by_lot: Option<Waits>,
    /// With what the family can draw the lot again.
    pub ticket: Option<Ticket>,
}

/// Why nobody decides on a pair so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfirmRefused {
    /// The pupil does not wait for a pair.
    NotWaiting,
    /// A pair of theirs ended; an adult may decide on another from this day on.
    Rests(Day),
    /// Nothing begins for now.
    Paused,
    /// Nobody of this id may help today.
    Helper,
    /// Something stands between the two.
    Obstacle(Obstacle),
    /// It is another than was proposed, or comes after one that ended, and nobody said why.
    Reason,
}

/// Why two do not agree so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgreeRefused {
    /// One of the two has not said yes.
    Children,
    /// The pair is over.
    Over,
    /// Nothing begins for now.
    Paused,
    /// The group that meets there and then can take nobody else. Which children it is about is told to nobody.
    Full,
    /// Nobody of this id works at the school today.
    Adult,
    /// Whoever is to help may not today: training, recommendation or a consent is missing by now.
    Helper,
    /// The meeting of the week.
    Weekly(WeeklyRefused),
}

fn seen(ground: &Ground, context: &Context<'_>, pair: &Pair, minutes: u32) -> Option<Seen> {
    let (helper, mentee) = ground.two(pair)?;
    let sees = [mentee, helper].into_iter().any(|pupil| ground.sees(context, pupil, Data::Sessions));
    sees.then(|| Seen {
        pair: pair.clone(),
        helper: helper.clone(),
        mentee: mentee.clone(),
        keeps: ground.keeps(context, mentee),
        minutes,
        goal: ground
            .served(pair)
            .filter(|_| ground.sees(context, mentee, Data::Card))
            .map(|referral| referral.goal.clone()),
        paused: pair.is_open() && ground.rests(pair),
    })
}

/// The pairs that the reader may see, and those for whom they look for one.
pub async fn overview(tx: &mut Tx, context: &Context<'_>) -> Result<Overview, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let minutes = crate::journals::minutes(tx, &ground).await?;
    let of = |pair: &Pair| minutes.get(&pair.id).copied().unwrap_or_default();
    let all = ground.pairs.iter().filter_map(|pair| seen(&ground, context, pair, of(pair)));
    let mut pairs: Vec<Seen> = all.collect();
    pairs.sort_by_key(|one| one.pair.state.over());
    let proposals = ground.proposals();
    let waiting = ground.mentees().filter(|pupil| ground.keeps(context, pupil)).map(|pupil| Waiting {
        pupil: pupil.clone(),
        proposed: proposals.get(&pupil.id).and_then(|helper| ground.pupil(helper)).cloned(),
        rests_until: ground.rests_until(&pupil.id),
        paused: ground.is_paused(&pupil.id),
        by_lot: ground.waits_by_lot(&pupil.id),
    });
    Ok(Overview { waiting: waiting.collect(), pairs })
}

/// A pupil whose pairs the actor makes; for everybody else there is no such pupil.
fn kept<R>(ground: &Ground, context: &Context<'_>, id: &PupilId) -> Result<Pupil, Failed<R>> {
    let pupil = ground.pupil(id).filter(|pupil| ground.keeps(context, pupil));
    pupil.cloned().ok_or(Failed::NotFound)
}

fn standing(ground: &Ground, pupil: &Pupil) -> Standing {
    if let Some(pair) = ground.open_pair(&pupil.id) {
        return Standing::Paired(pair.id.clone());
    }
    if ground.is_volunteer(&pupil.id) {
        return Standing::Helps;
    }
    if ground.is_excluded(&pupil.id) {
        return Standing::NotEligible;
    }
    if !ground.waits(pupil) {
        return Standing::NotYet;
    }
    let (mentee, mut helpers) = (ground.mentee(pupil), ground.helpers());
    best_first(&mut helpers, &mentee);
    let line = |helper: &domain::peers::fits::Helper| {
        Some((ground.pupil(&helper.pupil)?.clone(), obstacles(helper, &mentee)))
    };
    Standing::Waits {
        rests_until: ground.rests_until(&pupil.id),
        proposed: ground.proposals().get(&pupil.id).cloned(),
        helpers: helpers.iter().filter_map(line).collect(),
    }
}

/// With whom a pupil can be, as far as the actor may know of them: who helps is known by name and class, who is helped
/// only to those who look after them.
fn others(ground: &Ground, context: &Context<'_>, pupil: &Pupil) -> Vec<Pupil> {
    if ground.is_volunteer(&pupil.id) {
        return ground.mentees().filter(|one| ground.keeps(context, one)).cloned().collect();
    }
    let helpers = ground.helpers();
    helpers.iter().filter_map(|one| ground.pupil(&one.pupil)).cloned().collect()
}

/// Opens what stands about a pupil before a pair is looked for. That the reader did so is noted, as on the pupil's page.
pub async fn asked(context: &Context<'_>, id: &PupilId) -> Result<Asked, Failed<Never>> {
    store::change!(context.db, tx => asked_in(&mut tx, context, id))
}

async fn asked_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<Asked, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let pupil = kept(&ground, context, id)?;
    store::pupils::reads::add(tx, What::Page, &pupil, &context.actor.person, context.today).await?;
    Ok(Asked {
        profile: ground.profile(id),
        others: others(&ground, context, &pupil),
        standing: standing(&ground, &pupil),
        places: ground.limits.mentees,
        goal: ground.accepted(id).map(|referral| referral.goal.clone()),
        paused: ground.is_paused(id),
        by_lot: ground.waits_by_lot(id),
        ticket: ground.ticket_of(id),
        own_pause: pausing::own(tx, context, &pupil.school, id).await?.map(|pause| pause.until),
        pupil,
    })
}

/// Writes down what is known of a pupil before a pair is looked for, over what the page had; [`Failed::Changed`] where
/// somebody else saved something else meanwhile.
pub async fn keep(context: &Context<'_>, id: &PupilId, profile: &Profile) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, id, profile))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    profile: &Profile,
) -> Result<(), Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let pupil = kept(&ground, context, id)?;
    // Nothing is written down about a child of whom nothing may be kept; the page has no form then.
    if !ground.keeps_data(&pupil) {
        return Err(Failed::NotFound);
    }
    let (stands, known) = (ground.profile(id), others(&ground, context, &pupil));
    let is_known = |other: &PupilId| known.iter().any(|one| one.id == *other);
    // Wishes about somebody whom this reader may not know of stay as they are.
    let merged = |said: &[PupilId], stood: &[PupilId]| -> Vec<PupilId> {
        let mut all: Vec<PupilId> = said.iter().filter(|other| is_known(other)).cloned().collect();
        all.extend(stood.iter().filter(|other| !is_known(other)).cloned());
        all.sort();
        all
    };
    let apart = merged(&profile.apart, &stands.apart);
    let mut with = merged(&profile.with, &stands.with);
    with.retain(|other| !apart.contains(other));
    let kept = Profile { with, apart, version: stands.version, ..profile.clone() };
    if kept == stands {
        // It stands already, whoever wrote it down.
        return Ok(());
    }
    if profile.version != stands.version {
        return Err(Failed::Changed);
    }
    store::peers::put_profile(tx, &pupil.school, id, &kept).await?;
    Ok(context.audit(tx, &pupil.school, "peer-asked", id.as_str(), "").await?)
}

/// An adult decides on a pair: the one that was proposed, or another possible one with a reason.
pub async fn confirm(
    context: &Context<'_>,
    mentee: &PupilId,
    helper: &PupilId,
    reason: Option<&str>,
) -> Result<PeerPairId, Failed<ConfirmRefused>> {
    store::change!(context.db, tx => confirm_in(&mut tx, context, mentee, helper, reason))
}

/// May this adult decide so today? Gives the referral that the pair serves.
fn may_confirm(
    ground: &Ground,
    pupil: &Pupil,
    helper: &PupilId,
    reason: Option<&str>,
) -> Result<ReferralId, ConfirmRefused> {
    let accepted = ground.accepted(&pupil.id).filter(|_| ground.waits(pupil));
    let accepted = accepted.ok_or(ConfirmRefused::NotWaiting)?;
    if ground.is_paused(&pupil.id) {
        return Err(ConfirmRefused::Paused);
    }
    let rest = ground.rests_until(&pupil.id);
    if let Some(until) = rest.filter(|until| ground.today < *until) {
        return Err(ConfirmRefused::Rests(until));
    }
    let helpers = ground.helpers();
    let chosen = helpers.iter().find(|one| one.pupil == *helper).ok_or(ConfirmRefused::Helper)?;
    if let Some(obstacle) = obstacles(chosen, &ground.mentee(pupil)).first() {
        return Err(ConfirmRefused::Obstacle(*obstacle));
    }
    let as_proposed = rest.is_none() && ground.proposals().get(&pupil.id) == Some(helper);
    if as_proposed || reason.is_some() { Ok(accepted.id.clone()) } else { Err(ConfirmRefused::Reason) }
}

async fn confirm_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    mentee: &PupilId,
    helper: &PupilId,
    reason: Option<&str>,
) -> Result<PeerPairId, Failed<ConfirmRefused>> {
    let ground = Ground::load(tx, context).await?;
    let pupil = kept(&ground, context, mentee)?;
    if let Some(pair) = ground.open_pair(mentee).filter(|pair| pair.helper == *helper) {
        // The form came twice.
        return Ok(pair.id.clone());
    }
    let serves = may_confirm(&ground, &pupil, helper, reason).map_err(Failed::Refused)?;
    let pair = Pair {
        id: context.id(),
        school: pupil.school.clone(),
        helper: helper.clone(),
        mentee: mentee.clone(),
        serves: Some(serves),
        state: State::Confirmed,
        confirmed: (context.actor.person.clone(), context.now),
        reason: reason.map(str::to_owned),
        version: 0,
    };
    store::peers::add(tx, &pair).await?;
    context.audit(tx, &pair.school, "peer-confirmed", pair.id.as_str(), "").await?;
    Ok(pair.id)
}

/// A pair, for whoever looks after one of the two. That the reader opened it is noted with both: either family may ask.
pub async fn open(context: &Context<'_>, id: &PeerPairId) -> Result<Seen, Failed<Never>> {
    store::change!(context.db, tx => open_in(&mut tx, context, id))
}

async fn open_in(tx: &mut WriteTx, context: &Context<'_>, id: &PeerPairId) -> Result<Seen, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let minutes = crate::journals::minutes(tx, &ground).await?;
    let pair = ground.pairs.iter().find(|pair| pair.id == *id).ok_or(Failed::NotFound)?;
    let minutes = minutes.get(id).copied().unwrap_or_default();
    let seen = seen(&ground, context, pair, minutes).ok_or(Failed::NotFound)?;
    for pupil in [&seen.helper, &seen.mentee] {
        store::pupils::reads::add(tx, What::Page, pupil, &context.actor.person, context.today).await?;
    }
    Ok(seen)
}

/// A pair that the actor keeps, with the two.
fn own<'a, R>(
    ground: &'a Ground,
    context: &Context<'_>,
    id: &PeerPairId,
) -> Result<(&'a Pair, &'a Pupil, &'a Pupil), Failed<R>> {
    let pair = ground.pairs.iter().find(|pair| pair.id == *id).ok_or(Failed::NotFound)?;
    let (helper, mentee) = ground.two(pair).ok_or(Failed::NotFound)?;
    if ground.keeps(context, mentee) { Ok((pair, helper, mentee)) } else { Err(Failed::NotFound) }
}

/// The meetings of other pairs in which the two or the adult on duty take part.
fn beside<'a>(ground: &'a Ground, pair: &Pair, weekly: &Weekly) -> Vec<&'a Weekly> {
    let others = ground.pairs.iter().filter(|other| other.is_open() && other.id != pair.id);
    others
        .filter_map(|other| {
            let met = &other.state.agreement()?.weekly;
            let shares = other.has(&pair.helper) || other.has(&pair.mentee) || met.adult == weekly.adult;
            shares.then_some(met)
        })
        .collect()
}

/// The adult on duty at the meetings of a pair; whoever has left the school is on duty no more.
async fn on_duty(tx: &mut Tx, ground: &Ground, weekly: &Weekly) -> store::Result<Option<Person>> {
    let adult = store::people::get(tx, &weekly.adult).await?;
    Ok(adult.filter(|one| one.works_at(&ground.school, ground.today)))
}

/// May the two of a pair meet so from today on, with this adult?
async fn fits(
    tx: &mut Tx,
    ground: &Ground,
    (pair, helper, mentee): (&Pair, &Pupil, &Pupil),
    weekly: &Weekly,
) -> Result<(), Failed<AgreeRefused>> {
    if on_duty(tx, ground, weekly).await?.is_none() {
        return Err(Failed::Refused(AgreeRefused::Adult));
    }
    let programme = store::programmes::running(tx, &ground.school, ground.today).await?;
    let bells = programme.map_or_else(Bells::default, |one| Bells::of_settings(&one.settings));
    let lessons = store::timetables::of_school(tx, &ground.school).await?;
    let two = [side(ground, Whose::Helper, helper), side(ground, Whose::Mentee, mentee)];
    let beside = beside(ground, pair, weekly);
    let met = may_meet(weekly, two, &beside, &lessons, bells, ground.today);
    met.map_err(|why| Failed::Refused(AgreeRefused::Weekly(why)))
}

fn side<'a>(ground: &'a Ground, whose: Whose, pupil: &'a Pupil) -> Child<'a> {
    Child { whose, pupil, consents: ground.consents(&pupil.id) }
}

/// Both children say yes to each other and to the meeting of the week.
pub async fn agree(
    context: &Context<'_>,
    id: &PeerPairId,
    weekly: &Weekly,
    both_said_yes: bool,
) -> Result<(), Failed<AgreeRefused>> {
    store::change!(context.db, tx => agree_in(&mut tx, context, id, weekly, both_said_yes))
}

async fn agree_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    weekly: &Weekly,
    both_said_yes: bool,
) -> Result<(), Failed<AgreeRefused>> {
    let ground = Ground::load(tx, context).await?;
    let (pair, helper, mentee) = own(&ground, context, id)?;
    if !both_said_yes {
        return Err(Failed::Refused(AgreeRefused::Children));
    }
    // Sent twice before the pause, it stands already.
    let stands = pair.state.agreement().is_some_and(|agreement| agreement.weekly == *weekly);
    if ground.rests(pair) && pair.is_open() && !stands {
        return Err(Failed::Refused(AgreeRefused::Paused));
    }
    fits(tx, &ground, (pair, helper, mentee), weekly).await?;
    if !stands && ground.is_group_full(pair, weekly) {
        return Err(Failed::Refused(AgreeRefused::Full));
    }
    let agreed = pair.clone().agree(weekly.clone(), ground.today);
    let agreed = agreed.map_err(|domain::peers::Over| Failed::Refused(AgreeRefused::Over))?;
    if agreed.state == pair.state {
        // The form came twice.
        return Ok(());
    }
    if !ground.helpers().iter().any(|one| one.pupil == pair.helper) {
        return Err(Failed::Refused(AgreeRefused::Helper));
    }
    store::peers::save(tx, &agreed).await?;
    Ok(context.audit(tx, &agreed.school, "peer-agreed", id.as_str(), "").await?)
}

/// A pair does not come about, or is over. Nobody asks why.
pub async fn end(context: &Context<'_>, id: &PeerPairId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => end_in(&mut tx, context, id))
}

async fn end_in(tx: &mut WriteTx, context: &Context<'_>, id: &PeerPairId) -> Result<(), Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let (pair, ..) = own(&ground, context, id)?;
    Ok(ended(tx, context, pair.clone()).await?)
}

async fn ended(tx: &mut WriteTx, context: &Context<'_>, pair: Pair) -> store::Result<()> {
    // Where it is over, the form came twice.
    let Some(ended) = pair.end(context.today) else { return Ok(()) };
    store::peers::save(tx, &ended).await?;
    context.audit(tx, &ended.school, "peer-ended", ended.id.as_str(), "").await
}

/// Ends pairs of a school: of whoever stops helping or has left, of a referral that is over.
pub(crate) async fn end_where(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    which: impl Fn(&Pair) -> bool + Send,
) -> store::Result<()> {
    let mut pairs = store::peers::of_school(tx, school).await?;
    pairs.retain(which);
    for pair in pairs {
        ended(tx, context, pair).await?;
    }
    Ok(())
}

/// What a withdrawn consent stops: without the one to data, nothing stays of what was said in the pairs of the pupil; without
/// the one to take part, these end; without the one to leave the grounds, their walks stay inside from today on.
pub(crate) async fn after_withdrawal(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pupil: &Pupil,
    part: Part,
) -> store::Result<()> {
    let stops: Vec<Part> = part.stops().collect();
    if stops.contains(&Part::Data) {
        store::closings::remove_of(tx, pupil).await?;
        store::voices::remove_of(tx, pupil).await?;
    }
    if stops.contains(&Part::Participation) {
        store::thanks::remove_of(tx, pupil).await?;
        return end_where(tx, context, &pupil.school, |pair| pair.has(&pupil.id)).await;
    }
    if !stops.contains(&Part::OffSite) {
        return Ok(());
    }
    for pair in store::peers::of_school(tx, &pupil.school).await? {
        let State::Agreed(agreement) = &pair.state else { continue };
        if !pair.has(&pupil.id) || !agreement.weekly.off_site {
            continue;
        }
        let inside = Weekly { off_site: false, ..agreement.weekly.clone() };
        let Ok(inside) = pair.clone().agree(inside, context.today) else { continue };
        store::peers::save(tx, &inside).await?;
        context.audit(tx, &inside.school, "peer-agreed", inside.id.as_str(), "").await?;
    }
    Ok(())
}

/// The schedule ends the pairs whose last day is over, those of earlier school years that never began, and those of whoever
/// has left.
pub(crate) async fn close(tx: &mut WriteTx, today: Day) -> store::Result<()> {
    store::peers::close_left(tx, today).await?;
    store::peers::forget_pauses(tx, today).await?;
    let year = year_end(today).checked_sub(1.year()).unwrap_or(Day::MIN);
    // Which hour of that day does not matter.
    store::peers::close(tx, today, (year, instant_of(year, 0, 0))).await
}
