//! How a pair goes, as both say when an adult asks each alone (feat:I6; docs/decisions/0048).

use super::{Ground, own};
use crate::{Context, Failed, Never};
use domain::peers::voices::{Said, Voice, VoiceRefused, ask_again, may_note};
use domain::{Day, PeerPairId};
use store::{Tx, WriteTx};

/// What both said so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// In the order of time.
    pub voices: Vec<Voice>,
    /// When both had better be asked again, while the pair meets.
    pub ask_again: Option<Day>,
}

/// What both said, for whoever makes pairs for the child who is helped; nobody else finds it.
pub async fn heard(tx: &mut Tx, context: &Context<'_>, id: &PeerPairId) -> Result<Heard, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let (pair, ..) = own(&ground, context, id)?;
    let voices = store::voices::of_pair(tx, pair).await?;
    let last = voices.last().map(|voice| voice.day);
    let meets = pair.state.agreement().filter(|_| pair.is_open());
    Ok(Heard { ask_again: meets.map(|agreement| ask_again(agreement.from, last)), voices })
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
    let voices = store::voices::of_pair(tx, pair).await?;
    let earlier = voices.into_iter().find(|voice| voice.day == day).map(|voice| voice.said);
    let earlier = earlier.unwrap_or_default();
    let said = said.clone().after(&earlier);
    if said == earlier {
        // The form came twice.
        return Ok(());
    }
    let by = (context.actor.person.clone(), context.now);
    let voice = Voice { school: pair.school.clone(), pair: id.clone(), day, said, by };
    store::voices::put(tx, &voice).await?;
    Ok(context.audit(tx, &voice.school, "peer-heard", id.as_str(), "").await?)
}
