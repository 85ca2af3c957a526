//! What happened to an order: drafted, minutes noted, thrown away, signed; by whom and when. The log says it, and nothing
//! is kept twice. The lines of a draft follow its pairs and are frozen when it is signed, so they have no history.

use domain::audit::Deed;
use domain::orders::{Minutes, Order};
use domain::{Instant, PersonId};
use store::Tx;

/// What the history of an order tells.
const DEEDS: [Deed; 6] = [
    Deed::OrderPrepared,
    Deed::OrderMinutesNoted,
    Deed::OrderDiscarded,
    Deed::OrderSigned,
    Deed::OrderSignedHere,
    Deed::OrderSealed,
];

/// Something that was done to an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub deed: Deed,
    /// When.
    pub at: Instant,
    /// Who; nobody where the schedule did it.
    pub by: Option<PersonId>,
    /// The minutes that were noted before.
    pub was: Option<Minutes>,
    /// The minutes that were noted now.
    pub became: Option<Minutes>,
}

/// What happened to an order, the last first. Whoever asks has asked `Action::ReadOrder`.
pub async fn history(tx: &mut Tx, order: &Order) -> store::Result<Vec<Event>> {
    let mut events: Vec<Event> = Vec::new();
    let mut noted: Option<Minutes> = None;
    for line in store::audit::of_subject(tx, &order.school, order.id.as_str()).await? {
        let Some(deed) = Deed::from_word(&line.what).filter(|deed| DEEDS.contains(deed)) else { continue };
        let became = match deed {
            Deed::OrderMinutesNoted => Minutes::from_noted(&line.detail),
            _ => None,
        };
        // A form that comes twice has changed nothing.
        if became.is_some() && became == noted {
            continue;
        }
        // A signature in the system enters number and date too: one deed, not two.
        if deed == Deed::OrderSignedHere {
            events.retain(|event| event.deed != Deed::OrderSigned);
        }
        let was = noted.clone().filter(|_| became.is_some());
        noted = became.clone().or(noted);
        events.push(Event { deed, at: line.at, by: line.actor, was, became });
    }
    events.reverse();
    Ok(events)
}
