//! What is known of those who would ask each other, read before the rule is asked: of two of them in the
//! transaction that decides, of the whole programme at once for a page that asks about many.

use crate::courses::Rights;
use crate::people::working;
use domain::mentors::{Mentor, State as MentorState};
use domain::newcomers::Newcomer;
use domain::pairs::{Origin, Pair, State as PairState};
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
    rights: Rights,
}

impl Known {
    /// Of one newcomer and one mentor.
    pub(super) async fn of_two(
        tx: &mut Tx,
        today: Day,
        programme: &Programme,
        newcomer: &Newcomer,
        mentor: &Mentor,
    ) -> store::Result<Self> {
        let school = &newcomer.school;
        let mut working = BTreeSet::new();
        for id in [&newcomer.person, &mentor.person] {
            let person = store::people::get(tx, id).await?;
            working.extend(person.filter(|person| person.works_on(today)).map(|person| person.id));
        }
        // What the two have with each other is in both lists.
        let mut pairs = store::pairs::of_newcomer(tx, school, &newcomer.id).await?;
        let others = store::pairs::of_mentor(tx, school, &mentor.id).await?.into_iter();
        pairs.extend(others.filter(|pair| pair.newcomer != newcomer.id));
        let mut requests = store::requests::of_newcomer(tx, school, &newcomer.id).await?;
        let others = store::requests::of_mentor(tx, school, &mentor.id).await?.into_iter();
        requests.extend(others.filter(|request| request.newcomer != newcomer.id));
        let rights = Rights::load(tx, programme, today).await?;
        Ok(Self { working, today, pairs, requests, rights })
    }

    /// Of everybody in a programme.
    pub(super) async fn of_programme(tx: &mut Tx, today: Day, programme: &Programme) -> store::Result<Self> {
        let school = &programme.school;
        Ok(Self {
            working: working(tx, school, today).await?,
            today,
            pairs: store::pairs::of_programme(tx, school, &programme.id).await?,
            requests: store::requests::of_programme(tx, school, &programme.id).await?,
            rights: Rights::load(tx, programme, today).await?,
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
        let taken = lasting.filter(|pair| pair.mentor == mentor.id && pair.place.is_some()).count();
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
            free_places: mentor.card.free_places(taken),
            newcomer_agreed,
            open_requests: u8::try_from(own.count()).unwrap_or(u8::MAX),
            paused: mentor.paused_on(self.today),
            may_begin: self.rights.may_begin(&mentor.person),
            already_asked: open.any(|request| request.newcomer == newcomer.id && request.mentor == mentor.id),
        }
    }
}
