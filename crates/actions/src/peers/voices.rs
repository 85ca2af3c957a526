//! How a pair goes, as both say when an adult asks each alone (feat:I6; docs/decisions/0048).

use super::{Ground, own};
use crate::{Context, Failed, Never};
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use domain::peers::Pair;
use domain::peers::voices::{Said, Took, Voice, VoiceRefused, ask_again, last_meeting, may_note};
use domain::peers::weekly::Whose;
use domain::pupils::Pupil;
use domain::pupils::consents::{Part, may_start};
use domain::{Day, PeerPairId};
use store::{Tx, WriteTx};

/// What both said so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// In the order of time.
    pub voices: Vec<Voice>,
    /// When both had better be asked again, while the pair meets.
    pub ask_again: Option<Day>,
    /// Who of the two may be handed the device today.
    pub may_be_handed: Vec<Whose>,
}

/// One of the two, where they may answer on the device of an adult today: they meet, nothing is paused, and the consents to
/// take part count.
fn handed<'a>(
    ground: &Ground,
    (pair, helper, mentee): (&Pair, &'a Pupil, &'a Pupil),
    whose: Whose,
) -> Option<&'a Pupil> {
    let pupil = match whose {
        Whose::Helper => helper,
        Whose::Mentee => mentee,
    };
    let began = pair.state.agreement().is_some_and(|agreement| agreement.from <= ground.today);
    let consents = ground.consents(&pupil.id);
    let consented = may_start(Part::Participation, consents, pupil.born_on, ground.today).is_ok();
    (pair.is_open() && began && consented && !ground.rests(pair)).then_some(pupil)
}

/// The child to whom the device is handed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Who it is.
    pub pupil: Pupil,
    /// The last day on which the two were to meet.
    pub met_on: Option<Day>,
}

/// The last day on which a pair was to meet, by the clock of its school.
async fn met_on(tx: &mut Tx, context: &Context<'_>, pair: &Pair) -> store::Result<Option<Day>> {
    let Some(agreement) = pair.state.agreement() else { return Ok(None) };
    let school = store::schools::get(tx, &pair.school).await?;
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    Ok(last_meeting(agreement, local(context.now, offset)))
}

/// The child to whom the device is handed; for whoever makes pairs for the child who is helped.
pub async fn hand(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PeerPairId,
    whose: Whose,
) -> Result<Handed, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let two = own(&ground, context, id)?;
    let pupil = handed(&ground, two, whose).cloned().ok_or(Failed::NotFound)?;
    Ok(Handed { pupil, met_on: met_on(tx, context, two.0).await? })
}

/// What one of the two answers on the device of an adult, about today, and whether the last meeting took place. Whoever says
/// nothing leaves nothing.
pub async fn answer(
    context: &Context<'_>,
    id: &PeerPairId,
    whose: Whose,
    told: (&Said, Option<bool>),
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, id, whose, told))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    whose: Whose,
    (said, met): (&Said, Option<bool>),
) -> Result<(), Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let two = own(&ground, context, id)?;
    handed(&ground, two, whose).ok_or(Failed::NotFound)?;
    let took = met_on(tx, context, two.0).await?.zip(met).map(|(day, met)| Took::said(whose, day, met));
    let said = Said { took, ..said.clone().of(whose) };
    Ok(write(tx, context, two.0, ground.today, said).await?)
}

/// What both said, for whoever makes pairs for the child who is helped; nobody else finds it.
pub async fn heard(tx: &mut Tx, context: &Context<'_>, id: &PeerPairId) -> Result<Heard, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let two = own(&ground, context, id)?;
    let pair = two.0;
    let voices = store::voices::of_pair(tx, pair).await?;
    let last = voices.last().map(|voice| voice.day);
    let meets = pair.state.agreement().filter(|_| pair.is_open());
    let may_be_handed = Whose::BOTH.into_iter().filter(|whose| handed(&ground, two, *whose).is_some());
    Ok(Heard {
        ask_again: meets.map(|agreement| ask_again(agreement.from, last)),
        may_be_handed: may_be_handed.collect(),
        voices,
    })
}

/// What both said on a day is written down.
pub async fn note(
    context: &Context<'_>,
    id: &PeerPairId,
    day: Day,
    said: &Said,
) -> Result<(), Failed<VoiceRefused>> {
    store::change!(context.db, tx => note_in(&mut tx, context, id, day, said))
}

async fn note_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    day: Day,
    said: &Said,
) -> Result<(), Failed<VoiceRefused>> {
    let ground = Ground::load(tx, context).await?;
    let (pair, ..) = own(&ground, context, id)?;
    let agreement = pair.state.agreement().filter(|_| pair.is_open()).ok_or(Failed::NotFound)?;
    may_note(said, day, agreement.from, ground.today).map_err(Failed::Refused)?;
    Ok(write(tx, context, pair, day, said.clone()).await?)
}

/// Writes what was said on a day, beside what stands of that day already.
async fn write(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: &Pair,
    day: Day,
    said: Said,
) -> store::Result<()> {
    let voices = store::voices::of_pair(tx, pair).await?;
    let earlier = voices.into_iter().find(|voice| voice.day == day).map(|voice| voice.said);
    let earlier = earlier.unwrap_or_default();
    let said = said.after(&earlier);
    if said == earlier {
        // The form came twice, or nobody said anything.
        return Ok(());
    }
    let by = (context.actor.person.clone(), context.now);
    let voice = Voice { school: pair.school.clone(), pair: pair.id.clone(), day, said, by };
    store::voices::put(tx, &voice).await?;
    context.audit(tx, &voice.school, "peer-heard", voice.pair.as_str(), "").await
}
