//! What is handed out of messages: templates and what was sent to whoever manages them, a preview before sending, and to each
//! reader what was sent to them.

use super::own::Own;
use super::{Values, managed, school_of};
use crate::accounts;
use crate::{Context, Failed, Never};
use domain::meetings::Unmet;
use domain::mentors::Mentor;
use domain::messages::{Audience, Broadcast, Delivery, Message, Target, Text};
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::{Person, Role};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{BroadcastId, Day, Instant, MessageId, PersonId, SchoolId};
use i18n::Lang;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// Messages on one page of a reader.
const PAGE: i64 = 20;

/// Templates, and what was sent, the latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Templates in use, by name.
    pub messages: Vec<Message>,
    /// What was sent.
    pub sent: Vec<Broadcast>,
}

/// What would happen if a template was sent now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// To whom.
    pub to: Target,
    /// Which edition.
    pub edition: i64,
    /// Who would get it.
    pub people: Vec<PersonId>,
    /// The mark of this list of people, for the form to say back.
    pub list: String,
    /// How many of them would get no letter and read it on the page.
    pub on_page: usize,
    /// How many of the audience have got this edition.
    pub had: usize,
    /// This edition was sent to the same today.
    pub sent: Option<BroadcastId>,
}

/// What was sent, with what became of it for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What was sent.
    pub broadcast: Broadcast,
    /// To whom, and what became of it.
    pub deliveries: Vec<Delivery>,
}

/// What somebody has got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// What it says to them.
    pub words: Text,
    /// Who sent it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// What the school has.
pub async fn standing(tx: &mut Tx, context: &Context<'_>) -> Result<Standing, Failed<Never>> {
    let school = school_of::<Never>(context)?;
    let mut messages = store::messages::of_school(tx, &school).await?;
    messages.retain(|message| message.used);
    Ok(Standing { messages, sent: store::messages::broadcasts(tx, &school).await? })
}

/// A template, and what it says to the actor in each language where it is written.
pub async fn opened(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &MessageId,
) -> Result<(Message, Vec<(Lang, Text)>), Failed<Never>> {
    let message = managed::<Never>(tx, context, id).await?;
    let me = &context.actor.person;
    let reader = store::people::get(tx, me).await?.ok_or(Failed::NotFound)?;
    let first_year = first_year(tx, &message.school, context.today).await?;
    let mut shown = Vec::new();
    for lang in Lang::ALL {
        let values = Values::load(tx, lang, &reader, (first_year, context.today), me).await?;
        let words = values.words(lang, &message.texts);
        if words.is_whole() {
            shown.push((lang, words));
        }
    }
    Ok((message, shown))
}

/// Whom a template would reach.
pub async fn preview(
    tx: &mut Tx,
    context: &Context<'_>,
    message: &Message,
    to: impl Into<Target>,
) -> Result<Preview, Failed<Never>> {
    may(context.actor, &Action::ManageMessages(&message.school))?;
    let to = to.into();
    let (people, had) = fresh(tx, context, message, &to).await?;
    let takers = takers(tx, &message.school).await?;
    let on_page = people.iter().filter(|person| !takers.contains(*person)).count();
    let same = |one: &Broadcast| {
        let edition = (&one.message, one.edition) == (&message.id, message.version);
        edition && one.to == to && one.on == context.today
    };
    let sent = store::messages::broadcasts(tx, &message.school).await?.into_iter().find(same);
    let (edition, list, sent) = (message.version, mark(&people), sent.map(|sent| sent.id));
    Ok(Preview { to, edition, people, list, on_page, had, sent })
}

/// A mark of everybody on a list, in its order: sixteen digits of a SHA-256.
pub(super) fn mark(people: &[PersonId]) -> String {
    let ids: Vec<&str> = people.iter().flat_map(|person| [person.as_str(), "/"]).collect();
    accounts::mark(ids.concat().as_bytes())
}

/// One that was sent.
pub async fn sent(tx: &mut Tx, context: &Context<'_>, id: &BroadcastId) -> Result<Sent, Failed<Never>> {
    let broadcast = store::messages::broadcast(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageMessages(&broadcast.school))?;
    let deliveries = store::messages::deliveries(tx, &broadcast).await?;
    Ok(Sent { broadcast, deliveries })
}

/// Where in the order of messages somebody reads on: after the one that was sent then, of this id.
pub type Place = (Instant, BroadcastId);

/// What was sent to the actor, the latest first, in a language: a page of it, and where the next one begins.
pub async fn received(
    tx: &mut Tx,
    context: &Context<'_>,
    lang: Lang,
    after: Option<Place>,
) -> Result<(Vec<Received>, Option<Place>), Failed<Never>> {
    let me = &context.actor.person;
    may(context.actor, &Action::ReadMessages { person: me })?;
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let reader = store::people::get(tx, me).await?.ok_or(Failed::NotFound)?;
    let (at, id) = after.unwrap_or_else(|| (Instant::MAX, "".into()));
    // One more than is shown tells whether there are older ones.
    let mut sent = store::messages::to_person(tx, school, me, (at, id.as_str()), PAGE + 1).await?;
    let shown = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = sent.len() > shown;
    sent.truncate(shown);
    let next = sent.last().filter(|_| more).map(|last| (last.at, last.id.clone()));
    let school = store::schools::get(tx, school).await?;
    let ids: BTreeSet<&PersonId> = sent.iter().map(|one| &one.by).collect();
    let mut senders: BTreeMap<PersonId, Person> = BTreeMap::new();
    for id in ids {
        if let Some(sender) = store::people::get(tx, id).await? {
            senders.insert(id.clone(), sender);
        }
    }
    let mut received = Vec::new();
    for one in sent {
        let sender = senders.get(&one.by);
        let own = Own::load(tx, &reader, one.on).await?;
        let values = Values::known(lang, &reader, (school.as_ref(), sender), one.first_year, &own);
        received.push(Received { words: values.words(lang, &one.texts), by: one.by, at: one.at });
    }
    Ok((received, next))
}

/// The calendar year in which the school year of a message begins.
pub(crate) async fn first_year(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<i16> {
    let programme = store::programmes::running(tx, school, today).await?;
    Ok(programme.map_or_else(|| domain::certificates::first_year(today), |programme| programme.first_year))
}

/// Who of a school has an address and takes letters of this kind.
pub(super) async fn takers(tx: &mut Tx, school: &SchoolId) -> store::Result<BTreeSet<PersonId>> {
    let wishes = store::deliveries::of_school(tx, school).await?;
    let mut people = store::people::of_school(tx, school).await?;
    people.retain(|one| one.email.is_some() && wishes.get(&one.id).is_none_or(|wishes| wishes.messages));
    Ok(people.into_iter().map(|one| one.id).collect())
}

/// Who of those who are meant has not got the present edition of a template, and how many have.
pub(super) async fn fresh(
    tx: &mut Tx,
    context: &Context<'_>,
    message: &Message,
    to: &Target,
) -> store::Result<(Vec<PersonId>, usize)> {
    let mut all = members(tx, &message.school, to.audience, context.today).await?;
    let mut meant = store::people::of_school(tx, &message.school).await?;
    meant.retain(|person| person.works_on(context.today) && to.takes(person));
    let meant: BTreeSet<PersonId> = meant.into_iter().map(|person| person.id).collect();
    all.retain(|person| meant.contains(person));
    if let Some(unmet) = to.unmet {
        let apart = unmet_for(tx, (&message.school, context.today), unmet).await?;
        all.retain(|person| apart.contains(person));
    }
    let reached = store::messages::reached(tx, message).await?;
    let (had, fresh): (Vec<_>, Vec<_>) = all.into_iter().partition(|person| reached.contains(person));
    Ok((fresh, had.len()))
}

/// Both of every pair that has not met for so many weeks on a day.
async fn unmet_for(
    tx: &mut Tx,
    (school, today): (&SchoolId, Day),
    unmet: Unmet,
) -> store::Result<BTreeSet<PersonId>> {
    let Some(programme) = store::programmes::running(tx, school, today).await? else {
        return Ok(BTreeSet::new());
    };
    let since = crate::meetings::unmet_since(tx, &programme, today).await?;
    let roster = Roster::load(tx, &programme).await?;
    let apart = |pair: &&Pair| since.get(&pair.id).is_some_and(|since| unmet.is_over(*since, today));
    let pairs = roster.pairs.iter().filter(apart);
    Ok(pairs.flat_map(|pair| [roster.newcomer(pair), roster.mentor(pair)]).flatten().collect())
}

/// Who belongs to an audience today.
async fn members(
    tx: &mut Tx,
    school: &SchoolId,
    audience: Audience,
    today: Day,
) -> store::Result<BTreeSet<PersonId>> {
    match audience {
        Audience::Everybody => return everybody(tx, school, today).await,
        Audience::Data => {
            let fresh = crate::data_checks::fresh(tx, school, today).await?;
            let mut people = everybody(tx, school, today).await?;
            people.retain(|person| !fresh.contains(person));
            return Ok(people);
        }
        Audience::Mentors => {
            let mentors = store::people::with_role(tx, school, Role::Mentor, today).await?;
            return Ok(mentors.into_iter().collect());
        }
        _ => {}
    }
    match store::programmes::running(tx, school, today).await? {
        Some(programme) => of_programme(tx, &programme, audience).await,
        None => Ok(BTreeSet::new()),
    }
}

/// Who has a role in a school today.
pub(crate) async fn everybody(
    tx: &mut Tx,
    school: &SchoolId,
    today: Day,
) -> store::Result<BTreeSet<PersonId>> {
    let held = store::people::roles_of_school(tx, school).await?.into_iter();
    let holds = held.filter(|(_, roles)| roles.iter().any(|held| held.period.holds(today)));
    Ok(holds.map(|(person, _)| person).collect())
}

/// The people of a programme and its pairs that have not ended.
struct Roster {
    newcomers: Vec<Newcomer>,
    mentors: Vec<Mentor>,
    pairs: Vec<Pair>,
}

impl Roster {
    async fn load(tx: &mut Tx, programme: &Programme) -> store::Result<Self> {
        let (school, id) = (&programme.school, &programme.id);
        let mut pairs = store::pairs::of_programme(tx, school, id).await?;
        pairs.retain(|pair| !matches!(pair.state, PairState::Ended { .. }));
        Ok(Self {
            newcomers: store::newcomers::of_programme(tx, school, id).await?,
            mentors: store::mentors::of_programme(tx, school, id).await?,
            pairs,
        })
    }

    fn newcomer(&self, pair: &Pair) -> Option<PersonId> {
        self.newcomers.iter().find(|one| one.id == pair.newcomer).map(|one| one.person.clone())
    }

    fn mentor(&self, pair: &Pair) -> Option<PersonId> {
        self.mentors.iter().find(|one| one.id == pair.mentor).map(|one| one.person.clone())
    }
}

async fn of_programme(
    tx: &mut Tx,
    programme: &Programme,
    audience: Audience,
) -> store::Result<BTreeSet<PersonId>> {
    let roster = Roster::load(tx, programme).await?;
    let newcomers = || roster.newcomers.iter().map(|one| one.person.clone());
    let settled = || roster.pairs.iter().filter(|pair| pair.is_settled());
    Ok(match audience {
        // These are asked of the school, not of the programme.
        Audience::Everybody | Audience::Mentors | Audience::Data => BTreeSet::new(),
        Audience::Newcomers => newcomers().collect(),
        Audience::Waiting => {
            let with: BTreeSet<PersonId> = settled().filter_map(|pair| roster.newcomer(pair)).collect();
            newcomers().filter(|person| !with.contains(person)).collect()
        }
        Audience::Paired => {
            settled().flat_map(|pair| [roster.newcomer(pair), roster.mentor(pair)]).flatten().collect()
        }
        Audience::Consent => without_consent(tx, programme, &roster).await?,
        Audience::Plan => without_plan(tx, programme, &roster).await?,
    })
}

/// Whose consent to a published pair is missing.
async fn without_consent(
    tx: &mut Tx,
    programme: &Programme,
    roster: &Roster,
) -> store::Result<BTreeSet<PersonId>> {
    let consents = store::consents::of_programme(tx, &programme.school, &programme.id).await?;
    let given = |pair: &Pair, side: Side| consents.iter().any(|one| one.pair == pair.id && one.side == side);
    let awaited = roster
        .pairs
        .iter()
        .filter(|pair| pair.state == PairState::Published && pair.origin != Origin::Provisional);
    let missing = |pair: &Pair| {
        let newcomer = roster.newcomer(pair).filter(|_| !given(pair, Side::Newcomer));
        let mentor = roster.mentor(pair).filter(|_| !given(pair, Side::Mentor));
        [newcomer, mentor]
    };
    Ok(awaited.flat_map(missing).flatten().collect())
}

/// Mentors of an assigned pair without a work plan.
async fn without_plan(
    tx: &mut Tx,
    programme: &Programme,
    roster: &Roster,
) -> store::Result<BTreeSet<PersonId>> {
    let plans = store::plans::of_programme(tx, &programme.school, &programme.id).await?;
    let planned = |pair: &&Pair| plans.iter().any(|plan| plan.pair.as_ref() == Some(&pair.id));
    let assigned = roster.pairs.iter().filter(|pair| matches!(pair.state, PairState::Assigned(_)));
    Ok(assigned.filter(|pair| !planned(pair)).filter_map(|pair| roster.mentor(pair)).collect())
}
