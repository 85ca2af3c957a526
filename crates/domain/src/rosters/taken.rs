//! What somebody's leaving took with it, kept among the changes of the list that recorded it: undoing the list
//! gives it back, as far as nothing else has come about since.

use super::Change;
use crate::pairs::Pair;
use crate::requests::Request;

const PAIR: &str = "pair:";
const REQUEST: &str = "request:";
/// What a pair is once a leaving took it.
const ENDED: &str = "ended";
/// What a request is once a leaving took it.
const CLOSED: &str = "closed";

/// Something that a leaving took: its id, and how it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken<'a> {
    /// A pair ended.
    Pair {
        /// Its id.
        id: &'a str,
        /// See [`crate::pairs::State::held`].
        held: &'a str,
    },
    /// An open request closed.
    Request {
        /// Its id.
        id: &'a str,
        /// See [`crate::requests::State::held`].
        held: &'a str,
    },
}

/// The change that keeps what a leaving does to a pair.
pub fn of_pair(pair: &Pair) -> Change {
    Change {
        field: format!("{PAIR}{}", pair.id),
        before: Some(pair.state.held()),
        after: Some(ENDED.to_owned()),
    }
}

/// The change that keeps what a leaving does to a request.
pub fn of_request(request: &Request) -> Change {
    Change {
        field: format!("{REQUEST}{}", request.id),
        before: Some(request.state.held()),
        after: Some(CLOSED.to_owned()),
    }
}

/// Text key of what a change is about, where it is no field of a record but something a leaving took or an
/// undoing gave back.
pub fn thing(field: &str) -> Option<&'static str> {
    match () {
        () if field.starts_with(PAIR) => Some("pair"),
        () if field.starts_with(REQUEST) => Some("request"),
        () => None,
    }
}

/// True for the value of something that a leaving took; otherwise it stands open.
pub fn is_over(value: &str) -> bool {
    [ENDED, CLOSED].contains(&value)
}

impl Change {
    /// What this change says that a leaving took; `None` for a field, and for what an undoing gave back.
    pub fn taken(&self) -> Option<Taken<'_>> {
        let held = self.before.as_deref()?;
        if self.after.as_deref().is_none_or(|after| !is_over(after)) {
            return None;
        }
        match (self.field.strip_prefix(PAIR), self.field.strip_prefix(REQUEST)) {
            (Some(id), _) => Some(Taken::Pair { id, held }),
            (_, Some(id)) => Some(Taken::Request { id, held }),
            (None, None) => None,
        }
    }
}
