//! A lot decides who is helped first, where more children wait than can be helped (feat:I9): announced by the coordinator with the
//! hash of its list, drawn by the number of a public event, kept until its last day.

use crate::peers::Ground;
use crate::pupils::looks_after;
use crate::{Context, Failed};
use domain::duties::year_end;
use domain::lots::{Announced, Entry, Lot, LotRefused, Waits, list_text};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::{Day, LotId, PupilId, SchoolId};
use exchange::awards::{digest, ticket};
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// How a school stands before a lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The children who could begin and wait.
    pub waiting: Vec<Pupil>,
    /// How many more those who help can help.
    pub places: u32,
    /// The last lot, as long as it holds.
    pub lot: Option<Lot>,
    /// One that has lapsed, until its last day.
    pub lapsed: Option<Lot>,
    /// The codes of its list: sorted, as they are hashed, and by their tickets once it is drawn. Whoever has them draws again.
    pub codes: Vec<String>,
}

/// With what a family can draw a lot again: the code of their child, and what was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The code.
    pub code: String,
    /// SHA-256 of the list of codes.
    pub list_hash: String,
    /// The number, and the day on which it was entered.
    pub drawn: Option<(String, Day)>,
}

/// What a lot asks of somebody, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Its number is known, and is entered by whoever draws.
    Number(Day),
    /// It is drawn: whoever looks after children of its list tells them who begins and who waits.
    Tell(Day),
}

/// What a lot that holds says of the order in which pairs are proposed.
pub(crate) struct Held {
    lot: Lot,
    /// Codes of its list, by pupil.
    codes: BTreeMap<PupilId, String>,
    /// All of its list by their tickets; nobody before it is drawn.
    order: Vec<PupilId>,
    /// So many of them begin.
    first: usize,
}

impl Held {
    /// How a pupil waits by it. Until it is drawn nobody is proposed: whoever is not in its list would take the places that it
    /// gives.
    pub(crate) fn waits(&self, pupil: &PupilId) -> Option<Waits> {
        if self.lot.drawn.is_none() {
            return Some(Waits::ForLot(self.lot.draw_on));
        }
        let waits = self.order.iter().skip(self.first).any(|one| one == pupil);
        waits.then_some(Waits::Until(self.lot.until))
    }

    /// True where a pupil comes before whoever is in no list.
    pub(crate) fn begins(&self, pupil: &PupilId) -> bool {
        self.order.iter().take(self.first).any(|one| one == pupil)
    }

    /// The places of those who are gone before they began are those of the next by ticket: none stays empty while others wait.
    pub(crate) fn move_up(&mut self, is_gone: impl Fn(&PupilId) -> bool) {
        let mut left = self.lot.places;
        let places = self.order.iter().take_while(|pupil| {
            let is_left = left > 0;
            left -= u32::from(is_left && !is_gone(pupil));
            is_left
        });
        self.first = places.count();
    }

    /// With what a family can draw it again.
    pub(crate) fn ticket_of(&self, pupil: &PupilId) -> Option<Ticket> {
        let code = self.codes.get(pupil)?.clone();
        Some(Ticket { code, list_hash: self.lot.list_hash.clone(), drawn: self.lot.drawn.clone() })
    }
}

/// The lot of a school that holds on a day.
async fn holding(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Option<Lot>> {
    Ok(store::lots::of_school(tx, school).await?.into_iter().find(|lot| lot.holds_on(today)))
}

/// The lot of a school that has lapsed, until its last day.
async fn lapsed(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Option<Lot>> {
    Ok(store::lots::of_school(tx, school).await?.into_iter().find(|lot| lot.is_lapsed_on(today)))
}

/// How the school stands before a lot, for whoever reads pairs of all pupils.
pub(crate) async fn standing(tx: &mut Tx, ground: &Ground) -> store::Result<Standing> {
    let places = ground.helpers().iter().map(domain::peers::fits::Helper::free).sum();
    let lot = holding(tx, &ground.school, ground.today).await?;
    let lapsed = lapsed(tx, &ground.school, ground.today).await?;
    let codes = match &lot {
        Some(lot) => codes(lot, store::lots::entries(tx, lot).await?),
        None => Vec::new(),
    };
    Ok(Standing { waiting: ground.beginning().cloned().collect(), places, lot, lapsed, codes })
}

fn codes(lot: &Lot, entries: Vec<Entry>) -> Vec<String> {
    let code = |entries: Vec<Entry>| -> Vec<String> { entries.into_iter().map(|one| one.code).collect() };
    if let Some(both) = lot.parted(entries.clone(), ticket) {
        return code(both.concat());
    }
    let mut codes = code(entries);
    codes.sort_unstable();
    codes
}

/// Those of a lot who are helped first and those who wait; nothing before it is drawn.
pub(crate) async fn parted(tx: &mut Tx, lot: &Lot) -> store::Result<Option<[Vec<Entry>; 2]>> {
    Ok(lot.parted(store::lots::entries(tx, lot).await?, ticket))
}

/// The last lot of this school year that was drawn, whether or not it still holds: what came of it is read afterwards.
pub(crate) async fn drawn(tx: &mut Tx, ground: &Ground) -> store::Result<Option<Lot>> {
    let counts = |lot: &Lot| lot.drawn.is_some() && year_end(lot.draw_on) == year_end(ground.today);
    Ok(store::lots::of_school(tx, &ground.school).await?.into_iter().find(counts))
}

/// What the lot that holds on a day says, where one does.
pub(crate) async fn held(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Option<Held>> {
    let Some(lot) = holding(tx, school, today).await? else { return Ok(None) };
    let entries = store::lots::entries(tx, &lot).await?;
    let both = lot.parted(entries.clone(), ticket).unwrap_or_default();
    let first = both[0].len();
    let order = both.concat().into_iter().map(|one| one.pupil).collect();
    let codes = entries.into_iter().map(|one| (one.pupil, one.code)).collect();
    Ok(Some(Held { lot, codes, order, first }))
}

/// What the lot that holds asks of the actor; nothing of whoever neither draws nor looks after a child of its list.
pub async fn due(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Due>> {
    let Some(school) = context.actor.school.clone() else { return Ok(None) };
    let Some(lot) = holding(tx, &school, context.today).await? else { return Ok(None) };
    if may(context.actor, &Action::DrawLots(&school)).is_ok() {
        let known = lot.drawn.is_none() && lot.draw_on <= context.today;
        return Ok(known.then(|| Due::Number(lot.enter_until())));
    }
    let Some(until) = lot.tell_until(context.today) else { return Ok(None) };
    let listed = store::lots::entries(tx, &lot).await?.into_iter().map(|one| one.pupil).collect();
    let theirs = looks_after(tx, context, (&school, &listed)).await?;
    Ok(theirs.then_some(Due::Tell(until)))
}

/// Announces a lot among those who wait today and want it; sent twice, there is one.
pub async fn announce(context: &Context<'_>, announced: &Announced) -> Result<LotId, Failed<LotRefused>> {
    store::change!(context.db, tx => announce_in(&mut tx, context, announced))
}

async fn announce_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    announced: &Announced,
) -> Result<LotId, Failed<LotRefused>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::DrawLots(&school))?;
    if let Some(lot) = holding(tx, &school, context.today).await? {
        let said = |one: &Lot| (one.places, one.draw_on, one.until);
        let same = lot.source == announced.source
            && said(&lot) == (announced.places, announced.draw_on, announced.until);
        return if same { Ok(lot.id) } else { Err(Failed::Refused(LotRefused::Standing)) };
    }
    if lapsed(tx, &school, context.today).await?.is_some() {
        return Err(Failed::Refused(LotRefused::Lapsed));
    }
    let ground = Ground::gather(tx, context).await?;
    let waiting = ground.beginning().map(|pupil| pupil.id.clone());
    let waiting: Vec<PupilId> = waiting.filter(|pupil| !announced.apart.contains(pupil)).collect();
    announced.may_be(waiting.len(), context.today).map_err(Failed::Refused)?;
    let entry = |pupil: PupilId| Entry { pupil, code: context.ids.random() };
    let entries: Vec<Entry> = waiting.into_iter().map(entry).collect();
    let lot = Lot {
        id: context.id(),
        school,
        places: announced.places,
        source: announced.source.clone(),
        draw_on: announced.draw_on,
        until: announced.until,
        list_hash: digest(&list_text(&entries)),
        drawn: None,
        announced: (context.actor.person.clone(), context.now),
        version: 0,
    };
    store::lots::add(tx, &lot, &entries).await?;
    context.audit(tx, &lot.school, "lot-announced", lot.id.as_str(), "").await?;
    Ok(lot.id)
}

/// Enters the number of the lot that holds.
pub async fn draw(context: &Context<'_>, typed: &str) -> Result<(), Failed<LotRefused>> {
    store::change!(context.db, tx => draw_in(&mut tx, context, typed))
}

async fn draw_in(tx: &mut WriteTx, context: &Context<'_>, typed: &str) -> Result<(), Failed<LotRefused>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::DrawLots(&school))?;
    let lot = holding(tx, &school, context.today).await?.ok_or(Failed::NotFound)?;
    let number = domain::awards::lot_number(typed);
    if number.is_some() && lot.drawn.as_ref().map(|(standing, _)| standing) == number.as_ref() {
        // The form came twice.
        return Ok(());
    }
    let drawn = lot.draw(typed, context.today).map_err(Failed::Refused)?;
    store::lots::save(tx, &drawn).await?;
    context.audit(tx, &school, "lot-drawn", drawn.id.as_str(), "").await?;
    Ok(())
}
