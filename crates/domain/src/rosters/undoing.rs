//! Taking an import back: what it did is reverted where nothing has changed since; the rest is left alone and
//! named.

use super::{CREATED, Change, LEFT_ON, Values, taken};
use std::collections::{BTreeMap, BTreeSet};

/// Why something is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyLeft {
    /// Changed since, by hand or by another import.
    ChangedSince,
    /// The person takes part in a programme or signs in.
    InUse,
}

impl WhyLeft {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ChangedSince => "changed-since",
            Self::InUse => "in-use",
        }
    }
}

/// What an undoing does not touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftAlone {
    /// The record.
    pub id: String,
    /// The field; [`CREATED`] where the whole record stays.
    pub field: String,
    /// Why.
    pub why: WhyLeft,
}

/// What an undoing does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// Changes by record.
    pub changes: BTreeMap<String, Vec<Change>>,
    /// Records among them that the import had made: they end as if they had never been there.
    pub unmade: BTreeSet<String>,
    /// What stays as it is.
    pub left_alone: Vec<LeftAlone>,
}

/// Turns what an import did round. `done` holds its changes by record, `stands` what the records hold now,
/// `in_use` the records that others rely on, `runs` those of people who run the school and never end by a list.
/// A record that was made is not deleted: it ends on `today`. What a leaving [took](super::taken) is not looked
/// at here: it is given back by whoever knows pairs and requests.
pub fn undo(
    done: &BTreeMap<String, Vec<Change>>,
    stands: &BTreeMap<String, Values>,
    in_use: &BTreeSet<String>,
    runs: &BTreeSet<String>,
    today: &str,
) -> Undone {
    let mut undone = Undone::default();
    let nothing = Values::new();
    for (id, changes) in done {
        let now = stands.get(id).unwrap_or(&nothing);
        let (touched, same): (Vec<&Change>, Vec<&Change>) = changes
            .iter()
            .filter(|change| change.field != CREATED && taken::thing(&change.field).is_none())
            .partition(|change| now.get(&change.field) != change.after.as_ref());
        if changes.iter().any(|change| change.field == CREATED) {
            let relied_on = in_use.contains(id) || runs.contains(id);
            end_made(&mut undone, id, touched.is_empty(), relied_on, now, today);
            continue;
        }
        let (ends, same): (Vec<&Change>, Vec<&Change>) =
            same.into_iter().partition(|change| runs.contains(id) && ends(change));
        let stays =
            |why| move |change: &Change| LeftAlone { id: id.clone(), field: change.field.clone(), why };
        undone.left_alone.extend(ends.into_iter().map(stays(WhyLeft::InUse)));
        undone.left_alone.extend(touched.into_iter().map(stays(WhyLeft::ChangedSince)));
        let back = |change: &&Change| Change {
            field: change.field.clone(),
            before: change.after.clone(),
            after: change.before.clone(),
        };
        let back: Vec<Change> = same.iter().map(back).collect();
        if !back.is_empty() {
            undone.changes.insert(id.clone(), back);
        }
    }
    undone
}

/// True where turning the change round ends the record.
fn ends(change: &Change) -> bool {
    change.field == LEFT_ON && change.before.is_some()
}

fn end_made(undone: &mut Undone, id: &str, untouched: bool, in_use: bool, now: &Values, today: &str) {
    let why = match (untouched, in_use) {
        (true, false) => None,
        (false, _) => Some(WhyLeft::ChangedSince),
        (true, true) => Some(WhyLeft::InUse),
    };
    if let Some(why) = why {
        undone.left_alone.push(LeftAlone { id: id.to_owned(), field: CREATED.to_owned(), why });
    } else if !now.contains_key(LEFT_ON) {
        let end = Change { field: LEFT_ON.to_owned(), before: None, after: Some(today.to_owned()) };
        undone.changes.insert(id.to_owned(), vec![end]);
        undone.unmade.insert(id.to_owned());
    }
}
