//! Pairs of pupils, and what was written down before they were looked for.

use crate::sql::{all, day, instant, json, known, millis, one, optional_day, small, time, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::peers::fits::Profile;
use domain::peers::weekly::{Form, Weekly};
use domain::peers::{Agreement, Pair, Pause, State};
use domain::{Day, Instant, PeerPairId, PupilId, SchoolId};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, helper_id, mentee_id, referral_id, state, from_day, form, weekday, at_time, minutes, place, adult_id, off_site, ends_on, over_on, confirmed_by, confirmed_at, reason, version";
    ADD = "INSERT INTO peer_pairs (id, school_id, helper_id, mentee_id, referral_id, state, confirmed_by, confirmed_at, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    SAVE = "UPDATE peer_pairs SET state = $3, from_day = $4, form = $5, weekday = $6, at_time = $7, minutes = $8, place = $9, adult_id = $10, off_site = $11, ends_on = $12, over_on = $13, referral_id = $14, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM peer_pairs WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM peer_pairs WHERE school_id = $1 ORDER BY confirmed_at, id";
    CLOSE_AGREED = "UPDATE peer_pairs SET state = 'ended', over_on = ends_on, version = version + 1 WHERE state = 'agreed' AND ends_on <= $1";
    CLOSE_CONFIRMED = "UPDATE peer_pairs SET state = 'declined', over_on = $1, version = version + 1 WHERE state = 'confirmed' AND confirmed_at < $2";
    CLOSE_LEFT = "UPDATE peer_pairs SET state = CASE state WHEN 'agreed' THEN 'ended' ELSE 'declined' END, over_on = $1, version = version + 1 WHERE over_on IS NULL AND EXISTS (SELECT 1 FROM pupils WHERE pupils.school_id = peer_pairs.school_id AND pupils.id IN (peer_pairs.helper_id, peer_pairs.mentee_id) AND pupils.left_on <= $1)";
    FORGET = "DELETE FROM peer_pairs WHERE over_on < $1";
    PAUSE = "INSERT INTO peer_pauses (school_id, pupil_id, person_id, paused_at, until_day) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, pupil_id, person_id) DO UPDATE SET paused_at = excluded.paused_at, until_day = excluded.until_day";
    RESUME = "DELETE FROM peer_pauses WHERE school_id = $1 AND pupil_id = $2 AND person_id = $3";
    PAUSES = "SELECT school_id, pupil_id, person_id, paused_at, until_day FROM peer_pauses WHERE school_id = $1 ORDER BY pupil_id, person_id";
    FORGET_PAUSES = "DELETE FROM peer_pauses WHERE until_day <= $1";
    FORGET_WISHES = "DELETE FROM peer_wishes WHERE NOT EXISTS (SELECT 1 FROM pupil_consents WHERE pupil_consents.school_id = peer_wishes.school_id AND pupil_consents.pupil_id = peer_wishes.pupil_id AND part = 'data' AND last_day >= $1 AND (withdrawn_on IS NULL OR withdrawn_on > $1))";
    FORGET_PROFILES = "DELETE FROM peer_profiles WHERE NOT EXISTS (SELECT 1 FROM pupil_consents WHERE pupil_consents.school_id = peer_profiles.school_id AND pupil_consents.pupil_id = peer_profiles.pupil_id AND part = 'data' AND last_day >= $1 AND (withdrawn_on IS NULL OR withdrawn_on > $1))";
    PUT_PROFILE = "INSERT INTO peer_profiles (school_id, pupil_id, subjects, languages, days, version) VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (school_id, pupil_id) DO UPDATE SET subjects = excluded.subjects, languages = excluded.languages, days = excluded.days, version = peer_profiles.version + 1 WHERE peer_profiles.version = $6";
    PROFILES = "SELECT pupil_id, subjects, languages, days, version FROM peer_profiles WHERE school_id = $1";
    CLEAR_WISHES = "DELETE FROM peer_wishes WHERE school_id = $1 AND pupil_id = $2";
    ADD_WISH = "INSERT INTO peer_wishes (school_id, pupil_id, other_id, wish) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, pupil_id, other_id) DO UPDATE SET wish = excluded.wish";
    WISHES = "SELECT pupil_id, other_id, wish FROM peer_wishes WHERE school_id = $1 ORDER BY pupil_id, other_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    helper_id: String,
    mentee_id: String,
    referral_id: Option<String>,
    state: String,
    from_day: Option<String>,
    form: Option<String>,
    weekday: Option<i64>,
    at_time: Option<String>,
    minutes: Option<i64>,
    place: Option<String>,
    adult_id: Option<String>,
    off_site: Option<i64>,
    ends_on: Option<String>,
    over_on: Option<String>,
    confirmed_by: String,
    confirmed_at: i64,
    reason: Option<String>,
    version: i64,
}

impl Row {
    /// What the two agreed on.
    fn agreement(&self) -> Result<Agreement> {
        let missing = "agreement of a pair";
        Ok(Agreement {
            from: day(known(self.from_day.as_deref(), missing)?)?,
            ends: day(known(self.ends_on.as_deref(), missing)?)?,
            weekly: Weekly {
                form: known(self.form.as_deref().and_then(Form::from_word), "form of a meeting")?,
                weekday: small(known(self.weekday, missing)?)?,
                at: time(known(self.at_time.as_deref(), missing)?)?,
                minutes: small(known(self.minutes, missing)?)?,
                place: known(self.place.clone(), missing)?,
                adult: known(self.adult_id.clone(), missing)?.into(),
                off_site: known(self.off_site, missing)? != 0,
            },
        })
    }

    fn state(&self) -> Result<State> {
        match (self.state.as_str(), optional_day(self.over_on.as_deref())?) {
            ("confirmed", None) => Ok(State::Confirmed),
            ("agreed", None) => Ok(State::Agreed(self.agreement()?)),
            ("declined", Some(on)) => Ok(State::Declined(on)),
            ("ended", Some(on)) => Ok(State::Ended { was: self.agreement()?, on }),
            _ => Err(StoreError::Unreadable("state of a pair of pupils")),
        }
    }
}

impl TryFrom<Row> for Pair {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            state: row.state()?,
            id: row.id.into(),
            school: row.school_id.into(),
            helper: row.helper_id.into(),
            mentee: row.mentee_id.into(),
            serves: row.referral_id.map(Into::into),
            confirmed: (row.confirmed_by.into(), instant(row.confirmed_at)?),
            reason: row.reason,
            version: row.version,
        })
    }
}

/// Adds one that was just decided on; `Taken` where the child who is helped has a pair.
pub async fn add(tx: &mut WriteTx, pair: &Pair) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(pair.id.as_str())
            .bind(pair.school.as_str())
            .bind(pair.helper.as_str())
            .bind(pair.mentee.as_str())
            .bind(pair.serves.as_ref().map(domain::ReferralId::as_str))
            .bind(pair.state.word())
            .bind(pair.confirmed.0.as_str())
            .bind(millis(pair.confirmed.1))
            .bind(pair.reason.as_deref())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves where it stands; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, pair: &Pair) -> Result<()> {
    let agreement = pair.state.agreement();
    let weekly = agreement.map(|agreement| &agreement.weekly);
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(pair.id.as_str())
            .bind(pair.version)
            .bind(pair.state.word())
            .bind(agreement.map(|agreement| agreement.from.to_string()))
            .bind(weekly.map(|weekly| weekly.form.word()))
            .bind(weekly.map(|weekly| i64::from(weekly.weekday)))
            .bind(weekly.map(|weekly| weekly.at.to_string()))
            .bind(weekly.map(|weekly| i64::from(weekly.minutes)))
            .bind(weekly.map(|weekly| weekly.place.as_str()))
            .bind(weekly.map(|weekly| weekly.adult.as_str()))
            .bind(weekly.map(|weekly| i64::from(weekly.off_site)))
            .bind(agreement.map(|agreement| agreement.ends.to_string()))
            .bind(pair.state.over().map(|on| on.to_string()))
            .bind(pair.serves.as_ref().map(domain::ReferralId::as_str))
    )
}

/// One by its id.
pub async fn get(tx: &mut Tx, id: &PeerPairId) -> Result<Option<Pair>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Those of a school, those that are over included, in the order in which they were decided on.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Pair>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Ends the pairs whose last day is over, in every school, and those of earlier school years that never began; `year` is the
/// first day of this one, with its first moment.
pub async fn close(tx: &mut WriteTx, today: Day, (year, began): (Day, Instant)) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(CLOSE_AGREED).bind(today.to_string()).execute(c).await?;
    });
    on!(tx.0, c => {
        sqlx::query(CLOSE_CONFIRMED).bind(year.to_string()).bind(millis(began)).execute(c).await?;
    });
    Ok(())
}

/// Ends the pairs of those who have left by a day, in every school.
pub async fn close_left(tx: &mut WriteTx, today: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(CLOSE_LEFT).bind(today.to_string()).execute(c).await?;
    });
    Ok(())
}

/// Pauses a pupil, or says anew until when.
pub async fn pause(tx: &mut WriteTx, pause: &Pause) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PAUSE)
            .bind(pause.school.as_str())
            .bind(pause.pupil.as_str())
            .bind(pause.paused.0.as_str())
            .bind(millis(pause.paused.1))
            .bind(pause.until.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a pause back.
pub async fn resume(tx: &mut WriteTx, pause: &Pause) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(RESUME)
            .bind(pause.school.as_str())
            .bind(pause.pupil.as_str())
            .bind(pause.paused.0.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The pauses of a school, those that are over included until they are forgotten.
pub async fn pauses(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Pause>> {
    let rows = rows!(tx, (String, String, String, i64, String), PAUSES, school.as_str());
    let read = |(school, pupil, person, at, until): (String, String, String, i64, String)| {
        Ok(Pause {
            school: school.into(),
            pupil: pupil.into(),
            paused: (person.into(), instant(at)?),
            until: day(&until)?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Forgets pauses that are over, in every school.
pub async fn forget_pauses(tx: &mut WriteTx, today: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET_PAUSES).bind(today.to_string()).execute(c).await?;
    });
    Ok(())
}

/// Forgets pairs that were over before a day, in every school; their sessions are forgotten first.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(before.to_string()).execute(c).await?;
    });
    Ok(())
}

/// Forgets what was written down for pupils about whom nothing may be kept on a day, in every school.
pub async fn forget_profiles(tx: &mut WriteTx, today: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET_WISHES).bind(today.to_string()).execute(c).await?;
    });
    on!(tx.0, c => {
        sqlx::query(FORGET_PROFILES).bind(today.to_string()).execute(c).await?;
    });
    Ok(())
}

/// Writes down what is known of a pupil, in the place of what stood there; `Stale` where somebody was faster.
pub async fn put_profile(
    tx: &mut WriteTx,
    school: &SchoolId,
    pupil: &PupilId,
    profile: &Profile,
) -> Result<()> {
    let lists = [to_json(&profile.subjects)?, to_json(&profile.languages)?, to_json(&profile.days)?];
    let [subjects, languages, days] = lists;
    save_one!(
        tx,
        sqlx::query(PUT_PROFILE)
            .bind(school.as_str())
            .bind(pupil.as_str())
            .bind(subjects.as_str())
            .bind(languages.as_str())
            .bind(days.as_str())
            .bind(profile.version)
    )?;
    on!(tx.0, c => {
        sqlx::query(CLEAR_WISHES).bind(school.as_str()).bind(pupil.as_str()).execute(c).await?;
    });
    let with = profile.with.iter().map(|other| (other, "with"));
    for (other, wish) in with.chain(profile.apart.iter().map(|other| (other, "apart"))) {
        on!(tx.0, c => {
            sqlx::query(ADD_WISH)
                .bind(school.as_str())
                .bind(pupil.as_str())
                .bind(other.as_str())
                .bind(wish)
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// What was written down for the pupils of a school.
pub async fn profiles(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<PupilId, Profile>> {
    let mut profiles: BTreeMap<PupilId, Profile> = BTreeMap::new();
    for (pupil, subjects, languages, days, version) in
        rows!(tx, (String, String, String, String, i64), PROFILES, school.as_str())
    {
        let profile = Profile {
            subjects: json(&subjects)?,
            languages: json(&languages)?,
            days: json(&days)?,
            version,
            ..Profile::default()
        };
        profiles.insert(pupil.into(), profile);
    }
    for (pupil, other, wish) in rows!(tx, (String, String, String), WISHES, school.as_str()) {
        let profile = profiles.entry(pupil.into()).or_default();
        match wish.as_str() {
            "with" => profile.with.push(other.into()),
            "apart" => profile.apart.push(other.into()),
            _ => return Err(StoreError::Unreadable("wish")),
        }
    }
    Ok(profiles)
}
