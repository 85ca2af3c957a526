//! Help that is offered to pupils, and the reasons, which stand apart.

use crate::sql::{all, day, instant, known, millis, optional_day};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::pupils::Pupil;
use domain::referrals::{About, Goal, Reason, Referral, State};
use domain::{Day, PupilId, SchoolId};

sql! {
    columns "id, school_id, pupil_id, goal, own_goal, state, answered_on, closed_on, referred_by, referred_at, last_day, version";
    ADD = "INSERT INTO referrals (id, school_id, pupil_id, goal, own_goal, state, answered_on, closed_on, referred_by, referred_at, last_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SAVE = "UPDATE referrals SET state = $3, answered_on = $4, closed_on = $5, version = version + 1 WHERE id = $1 AND version = $2";
    OF_PUPIL = "SELECT " ~ " FROM referrals WHERE school_id = $1 AND pupil_id = $2 ORDER BY referred_at, id";
    OF_SCHOOL = "SELECT " ~ " FROM referrals WHERE school_id = $1 ORDER BY pupil_id, referred_at, id";
    ADD_REASON = "INSERT INTO referral_reasons (school_id, referral_id, about, words) VALUES ($1, $2, $3, $4)";
    REASON = "SELECT about, words FROM referral_reasons WHERE school_id = $1 AND referral_id = $2";
    FORGET_REASON = "DELETE FROM referral_reasons WHERE school_id = $1 AND referral_id = $2";
    FORGET_REASONS = "DELETE FROM referral_reasons WHERE EXISTS (SELECT 1 FROM referrals WHERE referrals.school_id = referral_reasons.school_id AND referrals.id = referral_reasons.referral_id AND referrals.last_day < $1)";
    ABOUTS = "SELECT referrals.pupil_id, referral_reasons.about FROM referrals JOIN referral_reasons ON referral_reasons.school_id = referrals.school_id AND referral_reasons.referral_id = referrals.id WHERE referrals.school_id = $1 AND referrals.state = 'accepted' ORDER BY referrals.pupil_id";
    FORGET_SERVED = "UPDATE peer_pairs SET referral_id = NULL WHERE referral_id IN (SELECT id FROM referrals WHERE last_day < $1)";
    FORGET = "DELETE FROM referrals WHERE last_day < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    pupil_id: String,
    goal: String,
    own_goal: Option<String>,
    state: String,
    answered_on: Option<String>,
    closed_on: Option<String>,
    referred_by: String,
    referred_at: i64,
    last_day: String,
    version: i64,
}

impl TryFrom<Row> for Referral {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let answered = optional_day(row.answered_on.as_deref())?;
        let closed = optional_day(row.closed_on.as_deref())?;
        let state = match (row.state.as_str(), answered, closed) {
            ("offered", None, None) => Some(State::Offered),
            ("accepted", Some(on), None) => Some(State::Accepted(on)),
            ("declined", Some(on), None) => Some(State::Declined(on)),
            ("closed", accepted, Some(on)) => Some(State::Closed { accepted, on }),
            _ => None,
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            pupil: row.pupil_id.into(),
            goal: known(Goal::from_words(&row.goal, row.own_goal), "goal of a referral")?,
            state: known(state, "state of a referral")?,
            referred: (row.referred_by.into(), instant(row.referred_at)?),
            last_day: day(&row.last_day)?,
            version: row.version,
        })
    }
}

/// The days of a state: when the child answered, when it was closed.
fn days(state: State) -> [Option<String>; 2] {
    let (answered, closed) = match state {
        State::Offered => (None, None),
        State::Accepted(on) | State::Declined(on) => (Some(on), None),
        State::Closed { accepted, on } => (accepted, Some(on)),
    };
    [answered, closed].map(|day| day.map(|day| day.to_string()))
}

/// Adds one that was just offered, with why.
pub async fn add(tx: &mut WriteTx, referral: &Referral, reason: &Reason) -> Result<()> {
    let [answered, closed] = days(referral.state);
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(referral.id.as_str())
            .bind(referral.school.as_str())
            .bind(referral.pupil.as_str())
            .bind(referral.goal.word())
            .bind(referral.goal.own())
            .bind(referral.state.word())
            .bind(answered)
            .bind(closed)
            .bind(referral.referred.0.as_str())
            .bind(millis(referral.referred.1))
            .bind(referral.last_day.to_string())
            .execute(c)
            .await?;
    });
    on!(tx.0, c => {
        sqlx::query(ADD_REASON)
            .bind(referral.school.as_str())
            .bind(referral.id.as_str())
            .bind(reason.about.word())
            .bind(reason.words.as_deref())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves where it stands; `Stale` where somebody was faster. The reason goes where it does not count any more.
pub async fn save(tx: &mut WriteTx, referral: &Referral) -> Result<()> {
    if !referral.state.is_open() {
        on!(tx.0, c => {
            sqlx::query(FORGET_REASON)
                .bind(referral.school.as_str())
                .bind(referral.id.as_str())
                .execute(c)
                .await?;
        });
    }
    let [answered, closed] = days(referral.state);
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(referral.id.as_str())
            .bind(referral.version)
            .bind(referral.state.word())
            .bind(answered)
            .bind(closed)
    )
}

/// Those of a pupil, in the order of time.
pub async fn of_pupil(tx: &mut Tx, pupil: &Pupil) -> Result<Vec<Referral>> {
    all(rows!(tx, Row, OF_PUPIL, pupil.school.as_str(), pupil.id.as_str()))
}

/// Those of a school, by pupil.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Referral>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Why somebody was referred, as long as that is kept.
pub async fn reason(tx: &mut Tx, referral: &Referral) -> Result<Option<Reason>> {
    let row = row!(tx, (String, Option<String>), REASON, referral.school.as_str(), referral.id.as_str());
    let Some((about, words)) = row else { return Ok(None) };
    Ok(Some(Reason { about: known(About::from_word(&about), "reason of a referral")?, words }))
}

/// What the accepted ones of a school are about, by pupil and without words. For rules that say it to nobody; for readers
/// there is [`reason`].
pub async fn abouts(tx: &mut Tx, school: &SchoolId) -> Result<Vec<(PupilId, About)>> {
    let read = |(pupil, about): (String, String)| {
        Ok((pupil.into(), known(About::from_word(&about), "reason of a referral")?))
    };
    rows!(tx, (String, String), ABOUTS, school.as_str()).into_iter().map(read).collect()
}

/// Forgets the reasons of those whose last day was before today, and those whose last day was before `before`, in every
/// school.
pub async fn forget(tx: &mut WriteTx, today: Day, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET_REASONS).bind(today.to_string()).execute(c).await?;
    });
    for statement in [FORGET_SERVED, FORGET] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(before.to_string()).execute(c).await?;
        });
    }
    Ok(())
}
