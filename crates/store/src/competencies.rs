//! What schools add to the frame of competencies, and the evidence of newcomers. Whoever reads evidence asks
//! `Action::KeepCompetencies`, or `Action::SeeCompetencies` and whether it is shared.

use crate::sql::{all, instant, known, millis, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::competencies::{Addition, Evidence, Fact, Field, Item, Proof, State};
use domain::regulations::Words;
use domain::{CompetencyItemId, EvidenceId, NewcomerId, ProgrammeId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};

sql! {
    ADD = "INSERT INTO competency_items (id, school_id, field, kk, ru, from_year, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    REMOVE = "DELETE FROM competency_items WHERE school_id = $1 AND id = $2";
    ADDITIONS = "SELECT id, school_id, field, kk, ru, from_year, added_by, added_at FROM competency_items WHERE school_id = $1 ORDER BY added_at, id";
    KEEP = "INSERT INTO competency_evidence (id, school_id, newcomer_id, item, fact, words, state, by_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ACCEPT = "UPDATE competency_evidence SET state = $3, by_id = $4, at = $5 WHERE school_id = $1 AND id = $2";
    FORGET = "DELETE FROM competency_evidence WHERE school_id = $1 AND id = $2";
    EVIDENCE = "SELECT id, school_id, newcomer_id, item, fact, words, state, by_id, at FROM competency_evidence WHERE school_id = $1 AND newcomer_id = $2 ORDER BY at, id";
    ATTACHED = "SELECT DISTINCT newcomer_id, item FROM competency_evidence JOIN newcomers ON newcomers.school_id = competency_evidence.school_id AND newcomers.id = newcomer_id WHERE competency_evidence.school_id = $1 AND programme_id = $2 AND state = 'attached' ORDER BY newcomer_id, item";
    SHARE = "INSERT INTO competency_shares (school_id, newcomer_id) VALUES ($1, $2)";
    UNSHARE = "DELETE FROM competency_shares WHERE school_id = $1 AND newcomer_id = $2";
    SHARED = "SELECT newcomer_id FROM competency_shares WHERE school_id = $1 AND newcomer_id = $2";
}

#[derive(sqlx::FromRow)]
struct AdditionRow {
    id: String,
    school_id: String,
    field: String,
    kk: String,
    ru: String,
    from_year: i64,
    added_by: String,
    added_at: i64,
}

impl TryFrom<AdditionRow> for Addition {
    type Error = StoreError;
    fn try_from(row: AdditionRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            field: known(Field::from_word(&row.field), "field of a competency")?,
            words: Words { kk: row.kk, ru: row.ru },
            from_year: small(row.from_year)?,
            added: (row.added_by.into(), instant(row.added_at)?),
        })
    }
}

#[derive(sqlx::FromRow)]
struct EvidenceRow {
    id: String,
    school_id: String,
    newcomer_id: String,
    item: String,
    fact: Option<String>,
    words: Option<String>,
    state: String,
    by_id: String,
    at: i64,
}

impl TryFrom<EvidenceRow> for Evidence {
    type Error = StoreError;
    fn try_from(row: EvidenceRow) -> Result<Self> {
        let proof = match (row.fact, row.words) {
            (Some(fact), None) => Proof::Fact(known(Fact::from_word(&fact), "fact of evidence")?),
            (None, Some(words)) => Proof::Words(words),
            _ => return Err(StoreError::Unreadable("evidence")),
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            newcomer: row.newcomer_id.into(),
            item: Item::from_word(&row.item),
            proof,
            state: known(State::from_word(&row.state), "state of evidence")?,
            by: row.by_id.into(),
            at: instant(row.at)?,
        })
    }
}

/// Adds a line to the school's frame.
pub async fn add(tx: &mut WriteTx, addition: &Addition) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(addition.id.as_str())
            .bind(addition.school.as_str())
            .bind(addition.field.word())
            .bind(addition.words.kk.as_str())
            .bind(addition.words.ru.as_str())
            .bind(i64::from(addition.from_year))
            .bind(addition.added.0.as_str())
            .bind(millis(addition.added.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a line off that does not hold yet.
pub async fn remove(tx: &mut WriteTx, school: &SchoolId, id: &CompetencyItemId) -> Result<()> {
    save_one!(tx, sqlx::query(REMOVE).bind(school.as_str()).bind(id.as_str()))
}

/// What a school added, in its order.
pub async fn additions(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Addition>> {
    all(rows!(tx, AdditionRow, ADDITIONS, school.as_str()))
}

/// Keeps new evidence; `Taken` where the same stands there.
pub async fn keep(tx: &mut WriteTx, evidence: &Evidence) -> Result<()> {
    let (fact, words) = match &evidence.proof {
        Proof::Fact(fact) => (Some(fact.word()), None),
        Proof::Words(words) => (None, Some(words.as_str())),
    };
    on!(tx.0, c => {
        sqlx::query(KEEP)
            .bind(evidence.id.as_str())
            .bind(evidence.school.as_str())
            .bind(evidence.newcomer.as_str())
            .bind(evidence.item.word())
            .bind(fact)
            .bind(words)
            .bind(evidence.state.word())
            .bind(evidence.by.as_str())
            .bind(millis(evidence.at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps that something suggested is attached now.
pub async fn accept(tx: &mut WriteTx, evidence: &Evidence) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(ACCEPT)
            .bind(evidence.school.as_str())
            .bind(evidence.id.as_str())
            .bind(evidence.state.word())
            .bind(evidence.by.as_str())
            .bind(millis(evidence.at))
    )
}

/// Forgets evidence.
pub async fn forget(tx: &mut WriteTx, school: &SchoolId, id: &EvidenceId) -> Result<()> {
    save_one!(tx, sqlx::query(FORGET).bind(school.as_str()).bind(id.as_str()))
}

/// All evidence of a newcomer, what is only suggested too, the earliest first.
pub async fn evidence(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Evidence>> {
    all(rows!(tx, EvidenceRow, EVIDENCE, school.as_str(), newcomer.as_str()))
}

/// The lines with evidence of each newcomer of a programme, without the evidence. Whoever reads them asks
/// `Action::CountCompetencies` and shows counts alone.
pub async fn attached(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> Result<BTreeMap<NewcomerId, BTreeSet<Item>>> {
    let rows = rows!(tx, (String, String), ATTACHED, school.as_str(), programme.as_str());
    let mut attached: BTreeMap<NewcomerId, BTreeSet<Item>> = BTreeMap::new();
    for (newcomer, item) in rows {
        attached.entry(newcomer.into()).or_default().insert(Item::from_word(&item));
    }
    Ok(attached)
}

/// Shows the frame to the mentor of now, or does so no longer. What stands so already, the caller leaves alone.
pub async fn share(tx: &mut WriteTx, school: &SchoolId, newcomer: &NewcomerId, shared: bool) -> Result<()> {
    let statement = if shared { SHARE } else { UNSHARE };
    save_one!(tx, sqlx::query(statement).bind(school.as_str()).bind(newcomer.as_str()))
}

/// Does the newcomer show it?
pub async fn is_shared(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<bool> {
    Ok(row!(tx, (String,), SHARED, school.as_str(), newcomer.as_str()).is_some())
}
