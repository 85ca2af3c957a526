//! What is known of those who would ask each other, read before the rule is asked: of two of them in the
//! transaction that decides, of the whole programme at once for a page that asks about many.

use domain::mentors::{Mentor, State as MentorState};
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State as PairState};
use domain::people::Person;
use domain::programmes::Programme;
use domain::requests::{Request, Sides};
use domain::sides::{Side, There};
use domain::{Day, PersonId};
use std::collections::BTreeSet;
use store::Tx;

pub(super) struct Known {
    /// Who of them works at the school today.
    working: BTreeSet<PersonId>,
    today: Day,
    pairs: Vec<Pair>,
    requests: Vec<Request>,
}

impl Known {
    /// Of one newcomer and one mentor.
    pub(super) async fn of_two(
        tx: &mut Tx,
        today: Day,
        newcomer: &Newcomer,
        mentor: &Mentor,
    ) -> store::Result<Self> {
        let school = &newcomer.school;
        let people =
            [store::people::get(tx, &newcomer.person).await?, store::people::get(tx, &mentor.person).await?];
        let mut pairs = store::pairs::of_newcomer(tx, school, &newcomer.id).await?;
        pairs.extend(store::pairs::of_mentor(tx, school, &mentor.id).await?);
        let mut requests = store::requests::of_newcomer(tx, school, &newcomer.id).await?;
        // What the two sent each other is there already.
        let of_mentor = store::requests::of_mentor(tx, school, &mentor.id).await?;
        requests.extend(of_mentor.into_iter().filter(|request| request.newcomer != newcomer.id));
        Ok(Self { working: working(people.into_iter().flatten(), today), today, pairs, requests })
    }

    /// Of everybody in a programme.
    pub(super) async fn of_programme(tx: &mut Tx, today: Day, programme: &Programme) -> store::Result<Self> {
        let school = &programme.school;
        let people = store::people::of_school(tx, school).await?;
        Ok(Self {
            working: working(people.into_iter(), today),
            today,
            pairs: store::pairs::of_programme(tx, school, &programme.id).await?,
            requests: store::requests::of_programme(tx, school, &programme.id).await?,
        })
    }

    /// The two of them, for the rule.
    pub(super) fn sides(&self, newcomer: &Newcomer, mentor: &Mentor, asker: Side) -> Sides {
        let approved = mentor.state == MentorState::Approved;
        let there = There {
            newcomer: self.working.contains(&newcomer.person),
            mentor: approved && self.working.contains(&mentor.person),
        };
        let lasts = |pair: &&Pair| !matches!(pair.state, PairState::Ended { .. });
        let lasting = self.pairs.iter().filter(lasts);
        let newcomer_agreed =
            lasting.clone().any(|pair| pair.newcomer == newcomer.id && pair.origin != Origin::Provisional);
        // A set: a pair of the two is in both lists.
        let taken: BTreeSet<u8> =
            lasting.filter(|pair| pair.mentor == mentor.id).filter_map(|pair| pair.place).collect();
        let mut open = self.requests.iter().filter(|request| request.state.is_open());
        let own = open.clone().filter(|request| {
            request.asked_by == asker
                && match asker {
                    Side::Newcomer => request.newcomer == newcomer.id,
                    Side::Mentor => request.mentor == mentor.id,
                }
        });
        Sides {
            there,
            free_places: mentor.card.places.saturating_sub(u8::try_from(taken.len()).unwrap_or(u8::MAX)),
            newcomer_agreed,
            open_requests: u8::try_from(own.count()).unwrap_or(u8::MAX),
            paused: mentor.paused_on(self.today),
            already_asked: open.any(|request| request.newcomer == newcomer.id && request.mentor == mentor.id),
        }
    }
}

fn working(people: impl Iterator<Item = Person>, today: Day) -> BTreeSet<PersonId> {
    people.filter(|person| person.works_on(today)).map(|person| person.id).collect()
}
