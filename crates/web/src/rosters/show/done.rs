//! What an import has done, and whether it can still be taken back.

use super::lines::Field;
use crate::rosters::words;
use crate::{Page, PageError};
use actions::rosters::Shown;
use domain::rosters::{CREATED, Change, Kind, State, undo_until};
use std::collections::BTreeMap;
use store::Tx;

/// What was written.
pub(super) struct Done {
    pub(super) rows: Vec<Written>,
    /// How many more records there are than shown.
    pub(super) more: usize,
    /// Of an undoing: what it left alone, and the key of why.
    pub(super) left: Vec<(String, &'static str)>,
    /// Last day for taking it back; `None` where it cannot be.
    pub(super) undo_until: Option<String>,
    /// The day on which that ended.
    pub(super) over: Option<String>,
    pub(super) file_kept: bool,
    /// SHA-256 of the file; empty for an undoing, which had none.
    pub(super) hash: String,
}

/// A record and what changed in it.
pub(super) struct Written {
    pub(super) who: String,
    pub(super) created: bool,
    pub(super) fields: Vec<Field>,
}

/// Records shown at most.
const SHOWN: usize = 200;

impl Done {
    pub(super) async fn load(page: &Page, tx: &mut Tx, shown: &Shown) -> Result<Self, PageError> {
        let import = &shown.import;
        let changes = store::rosters::changes(tx, &import.school, &import.id).await?;
        let more = changes.len().saturating_sub(SHOWN);
        let mut rows = Vec::new();
        for (id, changes) in changes.iter().take(SHOWN) {
            rows.push(written(page, tx, import.kind, id, changes).await?);
        }
        let left = match &import.reverts {
            Some(reverted) => {
                let done = store::rosters::changes(tx, &import.school, reverted).await?;
                left_alone(page, tx, import.kind, &done, &changes).await?
            }
            None => Vec::new(),
        };
        let until = undo_until(page.local(import.state_at).date());
        let words = i18n::day(page.lang(), until);
        let (undo, over) = match import.state {
            // There is nothing to take back.
            State::Applied if changes.is_empty() => (None, None),
            State::Applied if page.today() <= until => (Some(words), None),
            State::Applied => (None, Some(words)),
            State::Draft | State::Undone | State::Discarded => (None, None),
        };
        let hash = if import.reverts.is_none() { import.file_hash.clone() } else { String::new() };
        Ok(Self { rows, more, left, undo_until: undo, over, file_kept: shown.assessed.is_some(), hash })
    }
}

/// What an import did and its undoing did not turn round.
async fn left_alone(
    page: &Page,
    tx: &mut Tx,
    kind: Kind,
    done: &BTreeMap<String, Vec<Change>>,
    undone: &BTreeMap<String, Vec<Change>>,
) -> Result<Vec<(String, &'static str)>, PageError> {
    let mut left = Vec::new();
    for (id, changes) in done {
        let back = undone.get(id).map_or(&[][..], Vec::as_slice);
        let who = who(page, tx, kind, id, changes).await?;
        if changes.iter().any(|change| change.field == CREATED) {
            if back.is_empty() {
                left.push((who, "rosters-left-in-use"));
            }
            continue;
        }
        let turned = |change: &&Change| back.iter().any(|turned| turned.field == change.field);
        for change in changes.iter().filter(|change| !turned(change)) {
            let field = words::field(page.lang(), &change.field);
            left.push((format!("{who}, {field}"), "rosters-left-changed-since"));
        }
    }
    Ok(left)
}

async fn written(
    page: &Page,
    tx: &mut Tx,
    kind: Kind,
    id: &str,
    changes: &[Change],
) -> Result<Written, PageError> {
    let who = who(page, tx, kind, id, changes).await?;
    let created = changes.iter().any(|change| change.field == CREATED);
    let shown = |change: &&Change| !created && change.field != "class_key";
    let fields = changes.iter().filter(shown).map(|change| Field::of(page.lang(), change)).collect();
    Ok(Written { who, created, fields })
}

/// Who or what a record is, in words.
async fn who(
    page: &Page,
    tx: &mut Tx,
    kind: Kind,
    id: &str,
    changes: &[Change],
) -> Result<String, PageError> {
    let named = |field: &str| changes.iter().find(|change| change.field == field)?.after.clone();
    let person = match kind {
        Kind::Staff => store::people::get(tx, &id.into()).await?,
        Kind::Pupils => None,
        Kind::Timetable => store::people::get(tx, &id.split(' ').next().unwrap_or_default().into()).await?,
    };
    Ok(match (person, kind) {
        (Some(person), Kind::Timetable) => {
            let place: Vec<&str> = id.split(' ').skip(1).collect();
            format!("{}, {}", person.name.brief(), place.join("–"))
        }
        (Some(person), _) => person.name.full(),
        (None, _) => {
            let name = [named("family"), named("given")].into_iter().flatten().collect::<Vec<_>>().join(" ");
            if name.is_empty() { page.text("rosters-field-created") } else { name }
        }
    })
}
