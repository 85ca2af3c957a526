//! Thanks of whoever was helped: written down, opened by whoever looks after the one who helps, shown where that pupil allows it
//! (feat:J4; docs/decisions/0060).

use super::Ground;
use crate::{Context, Failed, Never};
use domain::PeerPairId;
use domain::peers::Pair;
use domain::peers::thanks::Thanks;
use domain::pupils::consents::{Part, may_start};
use store::{Tx, WriteTx};

/// What the reader may do with the thanks of a pair.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The words, for whoever wrote them down and, once they are opened, for whoever looks after the one who helps.
    pub note: Option<String>,
    /// Writes them down, or changes them.
    pub writes: bool,
    /// Opens them.
    pub opens: bool,
    /// Says whether they are shown; what stands.
    pub allows: Option<bool>,
}

/// A pair that began, and on which side the actor looks after a child.
struct Sides<'a> {
    pair: &'a Pair,
    /// Of whoever was helped; of whom something may be kept.
    writes: bool,
    of_mentee: bool,
    of_helper: bool,
}

fn sides<'a, R>(ground: &'a Ground, context: &Context<'_>, id: &PeerPairId) -> Result<Sides<'a>, Failed<R>> {
    let pair = ground.pairs.iter().find(|pair| pair.id == *id).ok_or(Failed::NotFound)?;
    let (helper, mentee) = ground.two(pair).ok_or(Failed::NotFound)?;
    let (of_helper, of_mentee) = (ground.keeps(context, helper), ground.keeps(context, mentee));
    if pair.state.agreement().is_none() || !(of_helper || of_mentee) {
        return Err(Failed::NotFound);
    }
    let kept = may_start(Part::Data, ground.consents(&mentee.id), mentee.born_on, ground.today);
    Ok(Sides { pair, writes: of_mentee && kept.is_ok(), of_mentee, of_helper })
}

/// How thanks stand, for whoever looks after one of the two; for everybody else, and before the pair began, there are none.
pub async fn standing(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PeerPairId,
) -> Result<Standing, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let sides = sides(&ground, context, id)?;
    let Some(thanks) = store::thanks::of_pair(tx, sides.pair).await? else {
        return Ok(Standing { writes: sides.writes, ..Standing::default() });
    };
    let is_open = thanks.opened.is_some();
    Ok(Standing {
        note: (sides.of_mentee || is_open).then_some(thanks.note),
        writes: sides.writes && !is_open,
        opens: sides.of_helper && !is_open,
        allows: (sides.of_helper && is_open).then_some(thanks.is_allowed),
    })
}

/// Somebody else wrote the words down or took them away meanwhile; this stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newer(pub Option<String>);

/// The words of the child are written down, changed or taken away, as long as nobody has opened them. `known` is what the
/// page had there, where it says so; empty where nothing stood.
pub async fn write(
    context: &Context<'_>,
    id: &PeerPairId,
    note: Option<&str>,
    known: Option<&str>,
) -> Result<(), Failed<Newer>> {
    store::change!(context.db, tx => write_in(&mut tx, context, id, (note, known)))
}

async fn write_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    (note, known): (Option<&str>, Option<&str>),
) -> Result<(), Failed<Newer>> {
    let ground = Ground::load(tx, context).await?;
    let sides = sides(&ground, context, id)?;
    let stands = store::thanks::of_pair(tx, sides.pair).await?;
    if !sides.writes {
        return Err(Failed::NotFound);
    }
    if stands.as_ref().map(|thanks| thanks.note.as_str()) == note {
        // The form came twice.
        return Ok(());
    }
    if stands.as_ref().is_some_and(|thanks| thanks.opened.is_some()) {
        return Err(Failed::NotFound);
    }
    let stood = stands.map(|thanks| thanks.note);
    if known.is_some_and(|known| known != stood.as_deref().unwrap_or_default()) {
        return Err(Failed::Refused(Newer(stood)));
    }
    let school = sides.pair.school.clone();
    match note {
        None => store::thanks::remove(tx, sides.pair).await?,
        Some(note) => {
            let by = (context.actor.person.clone(), context.now);
            let (pair, note) = (id.clone(), note.to_owned());
            let thanks = Thanks { school: school.clone(), pair, note, by, opened: None, is_allowed: false };
            store::thanks::put(tx, &thanks).await?;
        }
    }
    Ok(context.audit(tx, &school, "peer-thanked", id.as_str(), "").await?)
}

/// Thanks that are there, for whoever looks after the one who helps.
async fn waiting(tx: &mut Tx, context: &Context<'_>, id: &PeerPairId) -> Result<Thanks, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let sides = sides(&ground, context, id)?;
    let thanks = store::thanks::of_pair(tx, sides.pair).await?;
    thanks.filter(|_| sides.of_helper).ok_or(Failed::NotFound)
}

/// Whoever looks after the one who helps opens them.
pub async fn open(context: &Context<'_>, id: &PeerPairId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => open_in(&mut tx, context, id))
}

async fn open_in(tx: &mut WriteTx, context: &Context<'_>, id: &PeerPairId) -> Result<(), Failed<Never>> {
    let thanks = waiting(tx, context, id).await?;
    if thanks.opened.is_some() {
        // The form came twice.
        return Ok(());
    }
    let opened = thanks.open((context.actor.person.clone(), context.now));
    store::thanks::put(tx, &opened).await?;
    Ok(context.audit(tx, &opened.school, "peer-thanks-opened", id.as_str(), "").await?)
}

/// Whoever helps was asked whether they are shown.
pub async fn allow(context: &Context<'_>, id: &PeerPairId, is_allowed: bool) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => allow_in(&mut tx, context, id, is_allowed))
}

async fn allow_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    is_allowed: bool,
) -> Result<(), Failed<Never>> {
    let thanks = waiting(tx, context, id).await?;
    if thanks.is_allowed == is_allowed {
        // The form came twice, or says what stands.
        return Ok(());
    }
    let allowed = thanks.allow(is_allowed).ok_or(Failed::NotFound)?;
    store::thanks::put(tx, &allowed).await?;
    Ok(context.audit(tx, &allowed.school, "peer-thanks-shown", id.as_str(), "").await?)
}
