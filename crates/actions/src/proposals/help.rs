//! What would give one newcomer more a mentor, by id: for the coordinator's page, which puts it into words
//! (feat:C19).

use super::numbers::Numbers;
use domain::proposals::Proposal;
use domain::{MentorId, NewcomerId};
use pairing::{BuildError, Opening, Relief, relief};

/// One change to what people have said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The mentor gives one place more.
    Place {
        /// Who.
        mentor: MentorId,
    },
    /// A mentor with a free place also names a newcomer who has named them.
    MentorNames {
        /// Who.
        mentor: MentorId,
        /// Whom.
        newcomer: NewcomerId,
    },
    /// A newcomer without a mentor also names one with a free place who has named them.
    NewcomerNames {
        /// Who.
        newcomer: NewcomerId,
        /// Whom.
        mentor: MentorId,
    },
}

/// What a change would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// The change.
    pub change: Change,
    /// Who would have a mentor.
    pub placed: NewcomerId,
    /// How many others would move to a mentor they would rather have. Nobody loses anything.
    pub moved: u32,
}

/// Every single change that would give one newcomer more a mentor; those that move fewest others first.
pub fn helps(proposal: &Proposal) -> Result<Vec<Help>, BuildError> {
    let numbers = Numbers::of(&proposal.lists, proposal.secret.as_ref());
    let instance = numbers.instance(&proposal.lists)?;
    let found = relief(&instance, &numbers.matching(proposal));
    Ok(found.iter().filter_map(|relief| help(&numbers, relief)).collect())
}

fn help(numbers: &Numbers, relief: &Relief) -> Option<Help> {
    let mentor = |index| numbers.mentor(index).cloned();
    let newcomer = |index| numbers.newcomer(index).cloned();
    let change = match relief.opening {
        Opening::Place { hospital } => Change::Place { mentor: mentor(hospital)? },
        Opening::HospitalAccepts { hospital, resident } => {
            Change::MentorNames { mentor: mentor(hospital)?, newcomer: newcomer(resident)? }
        }
        Opening::ResidentAccepts { resident, hospital } => {
            Change::NewcomerNames { newcomer: newcomer(resident)?, mentor: mentor(hospital)? }
        }
    };
    Some(Help { change, placed: newcomer(relief.placed)?, moved: relief.moved })
}
