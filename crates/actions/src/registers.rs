//! The registers of mentors and of newcomers: one list, which the page shows, the paper prints and the table holds, so
//! that no total can differ from its list (doc:A19; neg:N18).

mod printing;
mod words;

pub use printing::list;
pub use words::{caption, said};

use crate::Context;
use domain::consents::Consent;
use domain::mentors::{Mentor, State as MentorState};
use domain::newcomers::Newcomer;
use domain::orders::Order;
use domain::pairs::{Pair, State as PairState};
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::registers::Kind;
use domain::{Day, MentorId, NewcomerId, OrderId, PersonId};
use std::collections::BTreeMap;
use store::Tx;

/// A pair in a line of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct With {
    /// The full name of the other one.
    pub other: String,
    /// Number and day of the order.
    pub order: Option<(String, Day)>,
    /// How many of the two have consented, where there is no order yet.
    pub consents: usize,
    /// Until the choice is made.
    pub provisional: bool,
    /// The last day, where the pair has ended.
    pub until: Option<Day>,
}

/// Somebody in a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The person.
    pub person: Person,
    /// The id in the programme: of the mentor, or of the newcomer.
    pub id: String,
    /// Tags of the languages in which a mentor mentors.
    pub languages: Vec<String>,
    /// A mentor's places: taken, all.
    pub places: Option<(usize, u8)>,
    /// A newcomer's first day of work.
    pub hired_on: Option<Day>,
    /// Pairs of today.
    pub now: Vec<With>,
    /// Pairs that have ended after an order.
    pub past: Vec<With>,
}

/// What stands of a programme, loaded once.
struct Loaded {
    people: BTreeMap<PersonId, Person>,
    mentors: Vec<Mentor>,
    newcomers: Vec<Newcomer>,
    pairs: Vec<Pair>,
    consents: Vec<Consent>,
    orders: BTreeMap<OrderId, Order>,
}

/// Pairs that those who lead the programme see: published ones, and those that were under an order. Whoever has agreed
/// and waits for the others is not told of here.
fn is_open(pair: &Pair) -> bool {
    match &pair.state {
        PairState::Published | PairState::Assigned(_) => true,
        PairState::Agreed => false,
        PairState::Ended { was, .. } => was.is_some(),
    }
}

impl Loaded {
    async fn of(tx: &mut Tx, programme: &Programme) -> store::Result<Self> {
        let (school, id) = (&programme.school, &programme.id);
        let people = store::people::of_school(tx, school).await?;
        let orders = store::orders::of_programme(tx, school, id).await?;
        let mut pairs = store::pairs::of_programme(tx, school, id).await?;
        pairs.retain(is_open);
        Ok(Self {
            people: people.into_iter().map(|person| (person.id.clone(), person)).collect(),
            mentors: store::mentors::of_programme(tx, school, id).await?,
            newcomers: store::newcomers::of_programme(tx, school, id).await?,
            pairs,
            consents: store::consents::of_programme(tx, school, id).await?,
            orders: orders.into_iter().map(|order| (order.id.clone(), order)).collect(),
        })
    }

    fn name(&self, person: Option<&PersonId>) -> String {
        person.and_then(|id| self.people.get(id)).map(|person| person.name.full()).unwrap_or_default()
    }

    fn of_mentor(&self, id: &MentorId) -> Option<&PersonId> {
        self.mentors.iter().find(|one| one.id == *id).map(|one| &one.person)
    }

    fn of_newcomer(&self, id: &NewcomerId) -> Option<&PersonId> {
        self.newcomers.iter().find(|one| one.id == *id).map(|one| &one.person)
    }

    /// A pair as it stands in the line of one of its two.
    fn with(&self, pair: &Pair, other: Option<&PersonId>) -> With {
        let assignment = match &pair.state {
            PairState::Assigned(assignment) | PairState::Ended { was: Some(assignment), .. } => {
                Some(assignment)
            }
            PairState::Agreed | PairState::Published | PairState::Ended { was: None, .. } => None,
        };
        let order = assignment.and_then(|one| self.orders.get(&one.order));
        With {
            other: self.name(other),
            order: order.and_then(Order::signature).map(|signed| (signed.number.clone(), signed.on)),
            consents: self.consents.iter().filter(|one| one.pair == pair.id).count(),
            provisional: pair.is_provisional(),
            until: match &pair.state {
                PairState::Ended { was: Some(was), .. } => was.period.last_day(),
                _ => None,
            },
        }
    }

    /// Those that stand and those that have ended.
    fn parted<'a>(
        &self,
        pairs: impl Iterator<Item = &'a Pair>,
        other: impl Fn(&Pair) -> Option<PersonId>,
    ) -> (Vec<With>, Vec<With>) {
        let (past, now): (Vec<&Pair>, Vec<&Pair>) =
            pairs.partition(|pair| matches!(pair.state, PairState::Ended { .. }));
        let lines = |pairs: Vec<&Pair>| -> Vec<With> {
            pairs.into_iter().map(|pair| self.with(pair, other(pair).as_ref())).collect()
        };
        (lines(now), lines(past))
    }

    fn mentor(&self, mentor: &Mentor, person: &Person) -> Row {
        let own = self.pairs.iter().filter(|pair| pair.mentor == mentor.id);
        let taken = own.clone().filter(|pair| pair.place.is_some()).count();
        let (now, past) = self.parted(own, |pair| self.of_newcomer(&pair.newcomer).cloned());
        let approved = mentor.state == MentorState::Approved;
        Row {
            person: person.clone(),
            id: mentor.id.to_string(),
            languages: mentor.card.languages.clone(),
            places: approved.then_some((taken, mentor.card.places)),
            hired_on: None,
            now,
            past,
        }
    }

    fn newcomer(&self, newcomer: &Newcomer, person: &Person) -> Row {
        let own = self.pairs.iter().filter(|pair| pair.newcomer == newcomer.id);
        let (now, past) = self.parted(own, |pair| self.of_mentor(&pair.mentor).cloned());
        Row {
            person: person.clone(),
            id: newcomer.id.to_string(),
            languages: Vec::new(),
            places: None,
            hired_on: Some(newcomer.hired_on),
            now,
            past,
        }
    }

    /// Everybody of a register who works here on a day.
    fn rows(&self, kind: Kind, today: Day) -> Vec<Row> {
        let working = |id: &PersonId| self.people.get(id).filter(|person| person.works_on(today));
        match kind {
            Kind::Mentors => self
                .mentors
                .iter()
                .filter_map(|one| working(&one.person).map(|person| (one.state, self.mentor(one, person))))
                .filter(|(state, row)| *state == MentorState::Approved || !row.now.is_empty())
                .map(|(_, row)| row)
                .collect(),
            Kind::Newcomers => {
                let row = |one: &Newcomer| working(&one.person).map(|person| self.newcomer(one, person));
                self.newcomers.iter().filter_map(row).collect()
            }
        }
    }
}

/// A register of today, in no order; `None` for whoever may not see it.
pub async fn rows(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    kind: Kind,
) -> store::Result<Option<Vec<Row>>> {
    if may(context.actor, &Action::SeeRegisters(&programme.school)).is_err() {
        return Ok(None);
    }
    Ok(Some(Loaded::of(tx, programme).await?.rows(kind, context.today)))
}
