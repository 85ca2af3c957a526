//! Cards of planned meetings: beside the topic of the week, which they share with the journal.

use crate::sql::{known, millis};
use crate::{Result, Tx, WriteTx};
use domain::Day;
use domain::journals::cards::{Card, Starter};
use domain::journals::topics::Noted;
use domain::peers::Pair;

sql! {
    OF_WEEK = "SELECT starter, topic, aim, materials FROM peer_topics WHERE school_id = $1 AND pair_id = $2 AND week = $3";
    PUT = "INSERT INTO peer_topics (school_id, pair_id, week, kind, topic, noted_by, noted_at, starter, aim, materials) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (school_id, pair_id, week) DO UPDATE SET topic = excluded.topic, noted_by = excluded.noted_by, noted_at = excluded.noted_at, starter = excluded.starter, aim = excluded.aim, materials = excluded.materials";
}

/// Starter, topic, aim, materials.
type Row = (Option<String>, Option<String>, Option<String>, Option<String>);

/// What is planned for the meeting of a pair in a week.
pub async fn of_week(tx: &mut Tx, pair: &Pair, week: Day) -> Result<Option<Card>> {
    let row = row!(tx, Row, OF_WEEK, pair.school.as_str(), pair.id.as_str(), week.to_string());
    let Some((starter, topic, aim, materials)) = row else { return Ok(None) };
    let read = |word: String| known(Starter::from_word(&word), "activity of the starter set");
    Ok(Some(Card { starter: starter.map(read).transpose()?, topic, aim, materials }))
}

/// Writes a card in the place of what was planned; what the meeting was stays as somebody said it, where somebody has. The topic
/// is that of `noted`.
pub async fn put(tx: &mut WriteTx, noted: &Noted, card: &Card) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(noted.school.as_str())
            .bind(noted.pair.as_str())
            .bind(noted.week.to_string())
            .bind(noted.about.kind.word())
            .bind(noted.about.topic.as_deref())
            .bind(noted.by.0.as_str())
            .bind(millis(noted.by.1))
            .bind(card.starter.map(Starter::word))
            .bind(card.aim.as_deref())
            .bind(card.materials.as_deref())
            .execute(c)
            .await?;
    });
    Ok(())
}
