//! How a pair is prolonged, and the closing talk with both (feat:I10; docs/decisions/0060).

use super::{AgreeRefused, Ground, fits, own, side};
use crate::{Context, Failed, Never};
use domain::calendar::instant_of;
use domain::peers::closings::{Closing, ProlongRefused as TooEarlyOrLate, Prolongation, Talk};
use domain::peers::fits::{Obstacle, obstacles};
use domain::peers::weekly::{WeeklyRefused, Whose, are_consented};
use domain::peers::{Agreement, Pair};
use domain::pupils::Pupil;
use domain::pupils::consents::Missing;
use domain::{Day, PeerPairId};
use jiff::ToSpan;
use store::{Tx, WriteTx};

/// How a pair ends, for those who keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parting {
    /// How it was prolonged so far.
    pub prolongations: Vec<Prolongation>,
    /// The last day to which it is usually prolonged, where it may be today.
    pub prolongs_to: Option<Day>,
    /// The closing talk, once it was written down.
    pub closing: Option<Closing>,
    /// The closing talk is written down in these days.
    pub is_closing: bool,
}

/// How a pair is to be prolonged.
#[derive(Clone, Copy, Debug)]
pub struct Prolonging<'a> {
    /// Its new last day.
    pub last_day: Day,
    /// Why; for adults alone.
    pub reason: &'a str,
    /// Both children, each asked alone, have said yes anew.
    pub both_said_yes: bool,
}

/// Why a pair is not prolonged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProlongRefused {
    /// One of the two has not said yes anew.
    Children,
    /// Not now, or not to that day.
    When(TooEarlyOrLate),
    /// The pair was over, and the child who was helped waits for none: is in another, has said yes to no goal of this school
    /// year, or a consent is missing.
    NotWaiting,
    /// Something stands between the two since.
    Obstacle(Obstacle),
    /// The two do not meet so any more: it needs another meeting of the week, or another pair.
    Meeting(AgreeRefused),
    /// The consents about one of the two do not last to that day.
    Consent(Whose, Missing),
}

/// Why the closing talk is not written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TalkRefused {
    /// Nobody said anything.
    Nothing,
    /// Somebody else wrote meanwhile; this stands.
    Newer(Talk),
}

/// The closing talk is written down in the days around the end, as long as words of both may be kept.
fn may_talk(ground: &Ground, (pair, helper, mentee): (&Pair, &Pupil, &Pupil)) -> bool {
    pair.is_closing(ground.today) && ground.keeps_data(helper) && ground.keeps_data(mentee)
}

/// How a pair ends, for whoever makes pairs for the child who is helped; nobody else finds it.
pub async fn parting(tx: &mut Tx, context: &Context<'_>, id: &PeerPairId) -> Result<Parting, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let two = own(&ground, context, id)?;
    let pair = two.0;
    Ok(Parting {
        prolongations: store::closings::prolongations(tx, pair).await?,
        prolongs_to: pair.prolongs_to(ground.today),
        closing: store::closings::of_pair(tx, pair).await?,
        is_closing: may_talk(&ground, two),
    })
}

/// A pair that ends soon, while its closing talk is not written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The pair.
    pub pair: PeerPairId,
    /// Who helps, and who is helped.
    pub two: (Pupil, Pupil),
    /// Its last day.
    pub last: Day,
}

/// The pairs that end soon, the first to end first, for whoever makes pairs for the child who is helped. Little is loaded
/// where none does.
pub async fn ending(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Ending>, Failed<Never>> {
    let Some(school) = context.actor.school.clone() else { return Ok(Vec::new()) };
    let ends = |pair: &Pair| pair.is_open() && pair.is_closing(context.today);
    if !store::peers::of_school(tx, &school).await?.iter().any(ends) {
        return Ok(Vec::new());
    }
    let ground = match Ground::load::<Never>(tx, context).await {
        Ok(ground) => ground,
        // Whoever may see no pairs has none that ends.
        Err(Failed::NotFound) => return Ok(Vec::new()),
        Err(other) => return Err(other),
    };
    let talks = store::closings::of_school(tx, &school).await?;
    // Of a pair that was taken up again an earlier talk is that of its earlier end.
    let is_talked = |pair: &Pair, from: Day| {
        talks.iter().any(|talk| talk.pair == pair.id && talk.by.1 >= instant_of(from, 0, 0))
    };
    let one = |pair: &Pair| {
        let agreement = pair.state.agreement().filter(|_| ends(pair))?;
        let (helper, mentee) = ground.two(pair)?;
        let waits = ground.keeps(context, mentee) && !is_talked(pair, agreement.from);
        let last = agreement.ends.yesterday().ok().filter(|last| waits && *last >= ground.today)?;
        Some(Ending { pair: pair.id.clone(), two: (helper.clone(), mentee.clone()), last })
    };
    let mut ending: Vec<Ending> = ground.pairs.iter().filter_map(one).collect();
    ending.sort_by_key(|one| one.last);
    Ok(ending)
}

/// An adult decides that a pair ends later, with a reason and with both children's word.
pub async fn prolong(
    context: &Context<'_>,
    id: &PeerPairId,
    how: &Prolonging<'_>,
) -> Result<(), Failed<ProlongRefused>> {
    store::change!(context.db, tx => prolong_in(&mut tx, context, id, how))
}

async fn prolong_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    how: &Prolonging<'_>,
) -> Result<(), Failed<ProlongRefused>> {
    let ground = Ground::load(tx, context).await?;
    let (pair, helper, mentee) = own(&ground, context, id)?;
    let agreement = pair.state.agreement().ok_or(Failed::NotFound)?;
    let ends = how.last_day.saturating_add(1.days());
    if pair.is_open() && agreement.ends == ends {
        // The form came twice.
        return Ok(());
    }
    if !how.both_said_yes {
        return Err(Failed::Refused(ProlongRefused::Children));
    }
    let prolonged = pair.clone().prolong(ends, ground.today);
    let mut prolonged = prolonged.map_err(|why| Failed::Refused(ProlongRefused::When(why)))?;
    if !pair.is_open() {
        taken_up(&ground, &mut prolonged, mentee).map_err(Failed::Refused)?;
    }
    may_last(tx, &ground, (pair, helper, mentee), (agreement, how.last_day)).await?;
    store::peers::save(tx, &prolonged).await?;
    let by = (context.actor.person.clone(), context.now);
    let (school, reason) = (prolonged.school, how.reason.to_owned());
    let prolongation = Prolongation { school, pair: prolonged.id, ends, reason, by };
    store::closings::prolong(tx, &prolongation).await?;
    Ok(context.audit(tx, &prolongation.school, "peer-prolonged", id.as_str(), "").await?)
}

/// A pair that was over is taken up again by the rules of a pair that begins: the child waits for one, and the pair serves the
/// goal that counts now.
fn taken_up(ground: &Ground, pair: &mut Pair, mentee: &Pupil) -> Result<(), ProlongRefused> {
    let accepted = ground.accepted(&mentee.id).filter(|_| ground.waits(mentee));
    pair.serves = Some(accepted.ok_or(ProlongRefused::NotWaiting)?.id.clone());
    let helpers = ground.helpers();
    let helper = helpers.iter().find(|one| one.pupil == pair.helper);
    let helper = helper.ok_or(ProlongRefused::Meeting(AgreeRefused::Helper))?;
    // Grades, subjects and days were looked at when they were put together, and they know each other.
    let between =
        |one: &Obstacle| matches!(one, Obstacle::Apart | Obstacle::Full { .. } | Obstacle::Heightened { .. });
    let obstacle = obstacles(helper, &ground.mentee(mentee)).into_iter().find(between);
    if let Some(one) = obstacle {
        return Err(ProlongRefused::Obstacle(one));
    }
    // Since their last day another child may have come into their group.
    let pair: &Pair = pair;
    let is_full =
        pair.state.agreement().is_some_and(|agreement| ground.is_group_full(pair, &agreement.weekly));
    if is_full { Err(ProlongRefused::Meeting(AgreeRefused::Full)) } else { Ok(()) }
}

/// May the two go on as they meet, today and to a day?
async fn may_last(
    tx: &mut Tx,
    ground: &Ground,
    (pair, helper, mentee): (&Pair, &Pupil, &Pupil),
    (agreement, last_day): (&Agreement, Day),
) -> Result<(), Failed<ProlongRefused>> {
    let refused = |why| Failed::Refused(ProlongRefused::Meeting(why));
    if ground.rests(pair) {
        return Err(refused(AgreeRefused::Paused));
    }
    if !ground.helpers().iter().any(|one| one.pupil == helper.id) {
        return Err(refused(AgreeRefused::Helper));
    }
    let meets = fits(tx, ground, (pair, helper, mentee), &agreement.weekly).await;
    meets.map_err(|failed| failed.map(ProlongRefused::Meeting))?;
    let two = [side(ground, Whose::Helper, helper), side(ground, Whose::Mentee, mentee)];
    are_consented(&agreement.weekly, &two, last_day).map_err(|why| match why {
        WeeklyRefused::Missing(whose, missing) => Failed::Refused(ProlongRefused::Consent(whose, missing)),
        other => refused(AgreeRefused::Weekly(other)),
    })
}

/// What both said in the closing talk is written down; `known` is what the page had there, where it says so.
pub async fn talk(
    context: &Context<'_>,
    id: &PeerPairId,
    said: &Talk,
    known: Option<&Talk>,
) -> Result<(), Failed<TalkRefused>> {
    store::change!(context.db, tx => talk_in(&mut tx, context, id, (said, known)))
}

async fn talk_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    (said, known): (&Talk, Option<&Talk>),
) -> Result<(), Failed<TalkRefused>> {
    let ground = Ground::load(tx, context).await?;
    let two = own(&ground, context, id)?;
    let pair = two.0;
    if !may_talk(&ground, two) {
        return Err(Failed::NotFound);
    }
    if *said == Talk::default() {
        return Err(Failed::Refused(TalkRefused::Nothing));
    }
    let stands = store::closings::of_pair(tx, pair).await?.map(|closing| closing.said).unwrap_or_default();
    if stands == *said {
        // The form came twice.
        return Ok(());
    }
    if known.is_some_and(|known| *known != stands) {
        return Err(Failed::Refused(TalkRefused::Newer(stands)));
    }
    let by = (context.actor.person.clone(), context.now);
    let closing = Closing { school: pair.school.clone(), pair: id.clone(), said: said.clone(), by };
    store::closings::put(tx, &closing).await?;
    Ok(context.audit(tx, &closing.school, "peer-closing", id.as_str(), "").await?)
}
