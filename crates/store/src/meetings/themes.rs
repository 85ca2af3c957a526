//! Themes of meetings that were offered to the reports.

use crate::{Result, Tx, WriteTx};
use domain::meetings::Meeting;
use domain::{MeetingId, PairId, SchoolId};

sql! {
    OFFER = "INSERT INTO meeting_themes (school_id, meeting_id) VALUES ($1, $2) ON CONFLICT (school_id, meeting_id) DO NOTHING";
    TAKE_BACK = "DELETE FROM meeting_themes WHERE school_id = $1 AND meeting_id = $2";
    OF_PAIR = "SELECT meeting_id FROM meeting_themes JOIN meetings ON meetings.school_id = meeting_themes.school_id AND meetings.id = meeting_id WHERE meeting_themes.school_id = $1 AND pair_id = $2 ORDER BY meeting_id";
}

/// Offers the theme of a meeting, or takes it back.
pub async fn offer_theme(tx: &mut WriteTx, meeting: &Meeting, offered: bool) -> Result<()> {
    let statement = if offered { OFFER } else { TAKE_BACK };
    on!(tx.0, c => {
        sqlx::query(statement).bind(meeting.school.as_str()).bind(meeting.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// The meetings of a pair whose themes are offered.
pub async fn offered_themes(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<MeetingId>> {
    let rows = rows!(tx, (String,), OF_PAIR, school.as_str(), pair.as_str());
    Ok(rows.into_iter().map(|(meeting,)| meeting.into()).collect())
}
