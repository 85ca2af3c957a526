//! Who may begin with a newcomer, as far as the exam goes (feat:G9). What has begun goes on, and a provisional mentor is
//! named without a look at it.

use domain::courses::{Mode, Standing, State, Work, may_mentor, standing};
use domain::programmes::Programme;
use domain::{Day, PersonId};
use std::collections::BTreeMap;
use store::Tx;

/// How people of a school stand by the mentor exam on a day, read once for whoever goes through many.
#[derive(Clone, Debug)]
pub struct Rights {
    mode: Mode,
    day: Day,
    states: BTreeMap<PersonId, Vec<State>>,
}

impl Rights {
    /// Of the school of a programme. Where the programme asks for no exam nothing is read.
    pub async fn load(tx: &mut Tx, programme: &Programme, day: Day) -> store::Result<Self> {
        let mode = programme.settings.exam;
        let mut states: BTreeMap<PersonId, Vec<State>> = BTreeMap::new();
        if mode == Mode::Required {
            for course in store::courses::candidates(tx, &programme.school).await? {
                let candidate = course.candidate;
                states.entry(candidate.person).or_default().push(candidate.state);
            }
            // What another school granted stands as it stands there.
            for (person, state) in crate::recognitions::states(tx, &programme.school).await? {
                states.entry(person).or_default().push(state);
            }
        }
        Ok(Self { mode, day, states })
    }

    /// How somebody stands; never passed where the programme asks for no exam.
    pub fn standing(&self, person: &PersonId) -> Standing {
        standing(self.states.get(person).into_iter().flatten(), self.day)
    }

    /// May somebody begin with a newcomer?
    pub fn may_begin(&self, person: &PersonId) -> bool {
        may_mentor(self.mode, self.standing(person), Work::NewPair).is_ok()
    }
}
