//! Acts of deletion, and the counts that they are made from: what stood before and what is left. Whatever a statement deletes
//! for whatever reason is in the difference.

use crate::sql::{day, known, small};
use crate::{Result, Tx, WriteTx};
use domain::deletions::{Act, Record};
use domain::{Day, SchoolId};
use std::collections::BTreeMap;

sql! {
    ADD = "INSERT INTO deletions (school_id, day, record, number) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, day, record) DO UPDATE SET number = deletions.number + excluded.number";
    OF_SCHOOL = "SELECT day, record, number FROM deletions WHERE school_id = $1 ORDER BY day DESC, record";
    CONSENTS = "SELECT school_id, COUNT(*) FROM pupil_consents GROUP BY school_id";
    SCANS = "SELECT school_id, COUNT(*) FROM pupil_scans GROUP BY school_id";
    READS = "SELECT school_id, COUNT(*) FROM pupil_reads GROUP BY school_id";
    READS_APART = "SELECT school_id, COUNT(*) FROM restricted_reads GROUP BY school_id";
    READS_SCAN = "SELECT school_id, COUNT(*) FROM scan_reads GROUP BY school_id";
    READS_SOCIOMETRY = "SELECT school_id, COUNT(*) FROM sociometry_reads GROUP BY school_id";
    REASONS = "SELECT school_id, COUNT(*) FROM referral_reasons GROUP BY school_id";
    REFERRALS = "SELECT school_id, COUNT(*) FROM referrals GROUP BY school_id";
    BLOCKS = "SELECT school_id, COUNT(*) FROM pupil_blocks GROUP BY school_id";
    PROFILES = "SELECT school_id, COUNT(*) FROM peer_profiles GROUP BY school_id";
    PAIRS = "SELECT school_id, COUNT(*) FROM peer_pairs GROUP BY school_id";
    VOICES = "SELECT school_id, COUNT(*) FROM peer_voices GROUP BY school_id";
    MARKS = "SELECT school_id, COUNT(*) FROM peer_sessions GROUP BY school_id";
    SIGNATURES = "SELECT school_id, COUNT(*) FROM journal_signatures GROUP BY school_id";
    NOMINEES = "SELECT school_id, COUNT(*) FROM award_nominees GROUP BY school_id";
    TOPICS = "SELECT school_id, COUNT(*) FROM peer_topics GROUP BY school_id";
    THANKS = "SELECT school_id, COUNT(*) FROM peer_thanks GROUP BY school_id";
    TALKS = "SELECT school_id, COUNT(*) FROM peer_closings GROUP BY school_id";
    PROLONGATIONS = "SELECT school_id, COUNT(*) FROM peer_prolongations GROUP BY school_id";
    VOLUNTEERS = "SELECT school_id, COUNT(*) FROM volunteers GROUP BY school_id";
    LOTS = "SELECT school_id, COUNT(*) FROM lots GROUP BY school_id";
}

const fn counting(record: Record) -> &'static str {
    match record {
        Record::Consents => CONSENTS,
        Record::Scans => SCANS,
        Record::Reads => READS,
        Record::ReadsApart => READS_APART,
        Record::ReadsScan => READS_SCAN,
        Record::ReadsSociometry => READS_SOCIOMETRY,
        Record::Reasons => REASONS,
        Record::Referrals => REFERRALS,
        Record::Blocks => BLOCKS,
        Record::Profiles => PROFILES,
        Record::Pairs => PAIRS,
        Record::Voices => VOICES,
        Record::Marks => MARKS,
        Record::Signatures => SIGNATURES,
        Record::Nominees => NOMINEES,
        Record::Topics => TOPICS,
        Record::Thanks => THANKS,
        Record::Talks => TALKS,
        Record::Prolongations => PROLONGATIONS,
        Record::Lots => LOTS,
        Record::Volunteers => VOLUNTEERS,
    }
}

/// How many there are of each record in each school.
pub async fn counts(tx: &mut Tx) -> Result<BTreeMap<(SchoolId, Record), i64>> {
    let mut counts = BTreeMap::new();
    for record in Record::ALL {
        for (school, number) in rows!(tx, (String, i64), counting(record)) {
            counts.insert((school.into(), record), number);
        }
    }
    Ok(counts)
}

/// Adds a line to the act of a day.
pub async fn add(tx: &mut WriteTx, school: &SchoolId, on: Day, record: Record, number: i64) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(school.as_str())
            .bind(on.to_string())
            .bind(record.word())
            .bind(number)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The acts of a school, newest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Act>> {
    let rows = rows!(tx, (String, String, i64), OF_SCHOOL, school.as_str());
    let read = |(on, record, number): (String, String, i64)| {
        let record = known(Record::from_word(&record), "record of a deletion")?;
        Ok(Act { day: day(&on)?, record, number: small(number)? })
    };
    rows.into_iter().map(read).collect()
}
