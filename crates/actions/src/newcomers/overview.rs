//! What the coordinator looks at before acting: where each newcomer stands, who may be enrolled, who may be
//! named. The same rules decide as in the acts themselves.

use super::acts_as_mentor;
use crate::programmes::calendar;
use crate::proposals::is_published;
use domain::endings::State as EndingState;
use domain::newcomers::{
    EnrolRefused, Newcomer, ProvisionalRefused, Standing, Unpaired, enrol, is_first_time, may_name,
};
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::Person;
use domain::programmes::Programme;
use domain::{Day, NewcomerId, PairId, SchoolId};
use std::collections::BTreeSet;
use store::Tx;

/// A newcomer with what is known of them.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The newcomer.
    pub newcomer: Newcomer,
    /// The person.
    pub person: Person,
    /// Pairs that have not ended.
    pub pairs: Vec<Pair>,
    /// Where the newcomer stands.
    pub standing: Standing,
    /// The last day for the first order.
    pub due: Day,
    /// Why there is no pair although the choice is over (feat:C19).
    pub unpaired: Option<Unpaired>,
    /// Came when the lists were sealed: no choice to take part in.
    pub after_choice: bool,
}

impl Overview {
    /// The provisional pair that runs.
    pub fn provisional(&self) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.origin == Origin::Provisional)
    }

    /// The pair that was chosen or appointed.
    pub fn settled(&self) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.is_settled())
    }
}

/// Everybody enrolled in a programme, what needs somebody first.
pub async fn overview(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Vec<Overview>> {
    let calendar = calendar(tx, &programme.school).await?;
    let people = store::people::of_school(tx, &programme.school).await?;
    let pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
    let published = is_published(tx, programme).await?;
    let ends = store::endings::of_school(tx, &programme.school).await?.into_iter();
    let closed: BTreeSet<PairId> =
        ends.filter(|end| end.state == EndingState::Closed).map(|end| end.pair).collect();
    let mut all = Vec::new();
    for newcomer in store::newcomers::of_programme(tx, &programme.school, &programme.id).await? {
        let Some(person) = people.iter().find(|person| person.id == newcomer.person) else { continue };
        let mut own: Vec<Pair> = pairs.iter().filter(|pair| pair.newcomer == newcomer.id).cloned().collect();
        let ended = own.iter().any(|pair| closed.contains(&pair.id));
        let standing = newcomer
            .standing(person.works_on(today), &own, programme, &calendar, today)
            .after_planned_end(ended);
        let unpaired = newcomer
            .unpaired(&own, programme, published, today)
            .filter(|_| !matches!(standing, Standing::Left | Standing::Finished));
        own.retain(|pair| !matches!(pair.state, PairState::Ended { .. }));
        let due = newcomer.order_due(&programme.settings, &calendar);
        let after_choice = newcomer.came_after_choice(programme);
        all.push(Overview {
            person: person.clone(),
            pairs: own,
            standing,
            due,
            unpaired,
            after_choice,
            newcomer,
        });
    }
    all.sort_by_key(|one| one.standing);
    Ok(all)
}

/// Who is with a newcomer until there is a pair: the provisional mentor, also while people choose once more.
pub async fn for_now(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> store::Result<Option<Person>> {
    let pairs = store::pairs::of_newcomer(tx, school, newcomer).await?;
    let Some(pair) = pairs.into_iter().find(Pair::is_provisional) else { return Ok(None) };
    let Some(mentor) = store::mentors::get(tx, &pair.mentor).await? else { return Ok(None) };
    store::people::get(tx, &mentor.person).await
}

/// Somebody of the staff who is not enrolled.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The person.
    pub person: Person,
    /// Starts work as a teacher for the first time: the law gives them a mentor.
    pub first_time: bool,
    /// Why the person cannot be enrolled, where it is so.
    pub refusal: Option<EnrolRefused>,
}

/// Everybody who works at the school and is not enrolled, those first who start work for the first time.
pub async fn candidates(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Vec<Candidate>> {
    let newcomers = store::newcomers::of_programme(tx, &programme.school, &programme.id).await?;
    let mentors = store::mentors::of_programme(tx, &programme.school, &programme.id).await?;
    let pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
    let mut people = store::people::of_school(tx, &programme.school).await?;
    people.retain(|person| person.works_on(today));
    people.retain(|person| !newcomers.iter().any(|newcomer| newcomer.person == person.id));
    let candidate = |person: Person| {
        let mentor = mentors.iter().find(|mentor| mentor.person == person.id);
        let mentors = mentor.is_some_and(|mentor| acts_as_mentor(mentor, &pairs));
        Candidate {
            first_time: is_first_time(&person, programme.first_year),
            refusal: enrol(&person, mentors, programme, today).err(),
            person,
        }
    };
    let mut all: Vec<Candidate> = people.into_iter().map(candidate).collect();
    all.sort_by_key(|one| !one.first_time);
    Ok(all)
}

/// Somebody who may, or may not, be named provisional mentor.
#[derive(Clone, Debug)]
pub struct Nameable {
    /// The person.
    pub person: Person,
    /// How many newcomers are with the person now.
    pub newcomers: usize,
    /// Why the person cannot be named, where it is so.
    pub refusal: Option<ProvisionalRefused>,
}

/// Everybody who works at the school beside the newcomer, with whether they may be named provisional mentor.
pub async fn nameable(
    tx: &mut Tx,
    newcomer: &Newcomer,
    programme: &Programme,
    today: Day,
) -> store::Result<Vec<Nameable>> {
    let newcomers = store::newcomers::of_programme(tx, &programme.school, &programme.id).await?;
    let mentors = store::mentors::of_programme(tx, &programme.school, &programme.id).await?;
    let mut pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
    pairs.retain(|pair| !matches!(pair.state, PairState::Ended { .. }));
    let own: Vec<Pair> = pairs.iter().filter(|pair| pair.newcomer == newcomer.id).cloned().collect();
    let people = store::people::of_school(tx, &programme.school).await?;
    let others = people.into_iter().filter(|person| person.id != newcomer.person && person.works_on(today));
    let one = |person: Person| {
        let is_newcomer = newcomers.iter().any(|newcomer| newcomer.person == person.id);
        let mentor = mentors.iter().find(|mentor| mentor.person == person.id);
        let with = |pair: &&Pair| mentor.is_some_and(|mentor| mentor.id == pair.mentor);
        Nameable {
            newcomers: pairs.iter().filter(with).count(),
            refusal: may_name(&person, is_newcomer, &own, programme, today).err(),
            person,
        }
    };
    Ok(others.map(one).collect())
}
