//! Consents of both sides of a published pair.

use crate::sql::{instant, json, known, millis, to_json};
use crate::{Result, Tx, WriteTx};
use domain::consents::{Consent, Shown};
use domain::ids::check_code;
use domain::pairs::Pair;
use domain::sides::Side;
use domain::{Instant, PairId, ProgrammeId, SchoolId};
use sha2::{Digest, Sha256};

sql! {
    GIVE = "INSERT INTO consents (school_id, pair_id, side, given_at, code) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, pair_id, side) DO UPDATE SET given_at = CASE WHEN consents.withdrawn_at IS NULL THEN consents.given_at ELSE excluded.given_at END, code = CASE WHEN consents.withdrawn_at IS NULL THEN consents.code ELSE excluded.code END, shown = CASE WHEN consents.withdrawn_at IS NULL THEN consents.shown ELSE NULL END, withdrawn_at = NULL";
    KEEP_SHOWN = "UPDATE consents SET shown = $4 WHERE school_id = $1 AND pair_id = $2 AND side = $3 AND given_at = $5 AND shown IS NULL AND withdrawn_at IS NULL";
    SHOWN = "SELECT shown FROM consents WHERE school_id = $1 AND pair_id = $2 AND side = $3 AND withdrawn_at IS NULL";
    WITHDRAW = "UPDATE consents SET withdrawn_at = $4, shown = NULL WHERE school_id = $1 AND pair_id = $2 AND side = $3 AND withdrawn_at IS NULL";
    OF_PAIR = "SELECT pair_id, side, given_at FROM consents WHERE school_id = $1 AND pair_id = $2 AND withdrawn_at IS NULL ORDER BY side";
    CODE = "SELECT code FROM consents WHERE school_id = $1 AND pair_id = $2 AND side = $3 AND withdrawn_at IS NULL";
    BY_CODE = "SELECT pair_id, side, given_at FROM consents WHERE code = $1 AND withdrawn_at IS NULL";
    OF_PROGRAMME = "SELECT pair_id, side, given_at FROM consents JOIN pairs ON pairs.school_id = consents.school_id AND pairs.id = consents.pair_id WHERE consents.school_id = $1 AND pairs.programme_id = $2 AND withdrawn_at IS NULL ORDER BY pair_id, side";
}

type Row = (String, String, i64);

fn consent((pair, side, given_at): Row) -> Result<Consent> {
    Ok(Consent {
        pair: PairId::from(pair),
        side: known(Side::from_word(&side), "side of a consent")?,
        given_at: instant(given_at)?,
    })
}

/// Keeps a consent; one that holds already keeps its time.
pub async fn give(tx: &mut WriteTx, pair: &Pair, side: Side, now: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(GIVE)
            .bind(pair.school.as_str())
            .bind(pair.id.as_str())
            .bind(side.word())
            .bind(millis(now))
            .bind(code(pair, side, millis(now)))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps what the paper of a consent says that is given at this moment; one that was given before keeps its own.
pub async fn keep_shown(
    tx: &mut WriteTx,
    pair: &Pair,
    side: Side,
    shown: &Shown,
    now: Instant,
) -> Result<()> {
    let shown = to_json(shown)?;
    on!(tx.0, c => {
        sqlx::query(KEEP_SHOWN)
            .bind(pair.school.as_str())
            .bind(pair.id.as_str())
            .bind(side.word())
            .bind(shown)
            .bind(millis(now))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What the paper of a consent that holds says; none of one that was given before this was kept.
pub async fn shown(tx: &mut Tx, pair: &Pair, side: Side) -> Result<Option<Shown>> {
    let row = row!(tx, (Option<String>,), SHOWN, pair.school.as_str(), pair.id.as_str(), side.word());
    row.and_then(|(shown,)| shown).as_deref().map(json).transpose()
}

/// The check code of a consent, out of what the consent is, so that one given anew has another.
fn code(pair: &Pair, side: Side, given_at: i64) -> String {
    let digest = Sha256::digest(format!("{}:{}:{}:{given_at}", pair.school, pair.id, side.word()));
    let mut bytes = [0; 10];
    for (byte, of_digest) in bytes.iter_mut().zip(digest.iter()) {
        *byte = *of_digest;
    }
    check_code(bytes)
}

/// Takes a consent back; nothing happens where there is none.
pub async fn withdraw(tx: &mut WriteTx, pair: &Pair, side: Side, now: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(WITHDRAW)
            .bind(pair.school.as_str())
            .bind(pair.id.as_str())
            .bind(side.word())
            .bind(millis(now))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The consents of a pair that hold.
pub async fn of_pair(tx: &mut Tx, pair: &Pair) -> Result<Vec<Consent>> {
    let rows = rows!(tx, Row, OF_PAIR, pair.school.as_str(), pair.id.as_str());
    rows.into_iter().map(consent).collect()
}

/// All consents of a programme that hold.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Consent>> {
    let rows = rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str());
    rows.into_iter().map(consent).collect()
}

/// The code of a consent that holds; none where it does not.
pub async fn code_of(tx: &mut Tx, pair: &Pair, side: Side) -> Result<Option<String>> {
    let row = row!(tx, (Option<String>,), CODE, pair.school.as_str(), pair.id.as_str(), side.word());
    Ok(row.and_then(|(code,)| code))
}

/// The consent with a check code, while it holds.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Consent>> {
    row!(tx, Row, BY_CODE, code).map(consent).transpose()
}
