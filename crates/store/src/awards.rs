//! Awards to pupils who help pupils: rules, who is named, appeals. What is private in them is shown by the actions.

use crate::sql::{all, day, instant, known, millis, one, optional_day, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::awards::{
    Answered, Appeal, Award, Drawn, Entry, Frozen, Nominee, Ordered, State, Vote, read_rule, read_wishes,
    rule_text, wishes_text,
};
use domain::pupils::Pupil;
use domain::{AwardId, Instant, PersonId, PupilId, SchoolId};

sql! {
    columns "id, school_id, title, rule_text, rule_hash, state, list_hash, frozen_on, seed, drawn_on, votes_for, votes_against, protocol, voted_on, members, order_number, ordered_on, handed_on, published_by, published_at, version";
    ADD = "INSERT INTO awards (id, school_id, title, rule_text, rule_hash, state, published_by, published_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    SAVE = "UPDATE awards SET state = $3, list_hash = $4, frozen_on = $5, seed = $6, drawn_on = $7, votes_for = $8, votes_against = $9, protocol = $10, voted_on = $11, order_number = $12, ordered_on = $13, handed_on = $14, members = $15, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM awards WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM awards WHERE school_id = $1 ORDER BY published_at DESC, id";
    NAME = "INSERT INTO award_nominees (school_id, award_id, pupil_id, code, recent, hours, weeks, training, wishes, grounds) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (school_id, award_id, pupil_id) DO UPDATE SET recent = excluded.recent, hours = excluded.hours, weeks = excluded.weeks, training = excluded.training, wishes = excluded.wishes, grounds = excluded.grounds";
    NOMINEES = "SELECT pupil_id, code, recent, hours, weeks, training, wishes, grounds FROM award_nominees WHERE school_id = $1 AND award_id = $2 ORDER BY pupil_id";
    DECLINE = "UPDATE award_nominees SET declined = $4 WHERE school_id = $1 AND award_id = $2 AND pupil_id = $3 AND declined IS NULL";
    DECLINED = "SELECT code FROM award_nominees WHERE school_id = $1 AND award_id = $2 AND declined IS NOT NULL ORDER BY declined";
    APPEAL = "INSERT INTO award_appeals (id, school_id, award_id, pupil_id, grounds, filed_by, filed_on) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ANSWER = "UPDATE award_appeals SET upheld = $2, words = $3, answered_by = $4, answered_on = $5 WHERE id = $1 AND upheld IS NULL";
    APPEALS = "SELECT id, award_id, pupil_id, grounds, filed_by, filed_on, upheld, words, answered_by, answered_on FROM award_appeals WHERE school_id = $1 AND award_id = $2 ORDER BY filed_on, id";
    UNNAME = "DELETE FROM award_nominees WHERE school_id = $1 AND pupil_id = $2 AND award_id IN (SELECT id FROM awards WHERE awards.school_id = $1 AND state = 'published')";
    HUSH = "UPDATE award_nominees SET grounds = '' WHERE school_id = $1 AND pupil_id = $2";
    FORGET_APPEALS = "DELETE FROM award_appeals WHERE award_id IN (SELECT id FROM awards WHERE published_at < $1)";
    FORGET_NOMINEES = "DELETE FROM award_nominees WHERE award_id IN (SELECT id FROM awards WHERE published_at < $1)";
    FORGET = "DELETE FROM awards WHERE published_at < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    title: String,
    rule_text: String,
    rule_hash: String,
    state: String,
    list_hash: Option<String>,
    frozen_on: Option<String>,
    seed: Option<String>,
    drawn_on: Option<String>,
    votes_for: Option<i64>,
    votes_against: Option<i64>,
    protocol: Option<String>,
    voted_on: Option<String>,
    members: Option<String>,
    order_number: Option<String>,
    ordered_on: Option<String>,
    handed_on: Option<String>,
    published_by: String,
    published_at: i64,
    version: i64,
}

impl Row {
    fn frozen(&self) -> Result<Option<Frozen>> {
        let on = optional_day(self.frozen_on.as_deref())?;
        Ok(self.list_hash.clone().zip(on).map(|(hash, on)| Frozen { hash, on }))
    }

    fn drawn(&self) -> Result<Option<Drawn>> {
        let on = optional_day(self.drawn_on.as_deref())?;
        let lot = self.seed.clone().zip(on);
        Ok(self.frozen()?.zip(lot).map(|(frozen, (seed, on))| Drawn { frozen, seed, on }))
    }

    fn vote(&self) -> Result<Option<Vote>> {
        let votes = self.votes_for.zip(self.votes_against);
        let paper = self.protocol.clone().zip(optional_day(self.voted_on.as_deref())?);
        let Some(((yes, no), (protocol, on))) = votes.zip(paper) else { return Ok(None) };
        let members = self.members.as_deref().unwrap_or_default().split_whitespace().map(PersonId::from);
        Ok(Some(Vote { yes: small(yes)?, no: small(no)?, protocol, on, members: members.collect() }))
    }

    fn ordered(&self) -> Result<Option<Ordered>> {
        let paper = self.order_number.clone().zip(optional_day(self.ordered_on.as_deref())?);
        let before = self.drawn()?.zip(self.vote()?);
        Ok(before.zip(paper).map(|((drawn, vote), (number, on))| Ordered { drawn, vote, number, on }))
    }

    fn state(&self) -> Result<State> {
        let state = match self.state.as_str() {
            "published" => Some(State::Published),
            "frozen" => self.frozen()?.map(State::Frozen),
            "drawn" => self.drawn()?.map(State::Drawn),
            "confirmed" => self.drawn()?.zip(self.vote()?).map(|(drawn, vote)| State::Confirmed(drawn, vote)),
            "annulled" => self.drawn()?.zip(self.vote()?).map(|(drawn, vote)| State::Annulled(drawn, vote)),
            "ordered" => self.ordered()?.map(State::Ordered),
            "handed" => {
                let on = optional_day(self.handed_on.as_deref())?;
                self.ordered()?.zip(on).map(|(ordered, on)| State::Handed(ordered, on))
            }
            _ => None,
        };
        known(state, "state of an award")
    }
}

impl TryFrom<Row> for Award {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            state: row.state()?,
            rule: known(read_rule(&row.rule_text), "rule of an award")?,
            id: row.id.into(),
            school: row.school_id.into(),
            title: row.title,
            rule_hash: row.rule_hash,
            published: (row.published_by.into(), instant(row.published_at)?),
            version: row.version,
        })
    }
}

/// Adds one whose rule was just published.
pub async fn add(tx: &mut WriteTx, award: &Award) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(award.id.as_str())
            .bind(award.school.as_str())
            .bind(award.title.as_str())
            .bind(rule_text(&award.rule))
            .bind(award.rule_hash.as_str())
            .bind(award.state.word())
            .bind(award.published.0.as_str())
            .bind(millis(award.published.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who sat in the commission, as it is stored.
fn members_text(vote: &Vote) -> String {
    vote.members.iter().map(PersonId::as_str).collect::<Vec<&str>>().join(" ")
}

/// Saves where it stands; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, award: &Award) -> Result<()> {
    let state = &award.state;
    let (frozen, drawn, vote) = (state.frozen(), state.drawn(), state.vote());
    let (ordered, handed) = match state {
        State::Ordered(ordered) => (Some(ordered), None),
        State::Handed(ordered, on) => (Some(ordered), Some(on.to_string())),
        _ => (None, None),
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(award.id.as_str())
            .bind(award.version)
            .bind(state.word())
            .bind(frozen.map(|one| one.hash.as_str()))
            .bind(frozen.map(|one| one.on.to_string()))
            .bind(drawn.map(|one| one.seed.as_str()))
            .bind(drawn.map(|one| one.on.to_string()))
            .bind(vote.map(|one| i64::from(one.yes)))
            .bind(vote.map(|one| i64::from(one.no)))
            .bind(vote.map(|one| one.protocol.as_str()))
            .bind(vote.map(|one| one.on.to_string()))
            .bind(ordered.map(|one| one.number.as_str()))
            .bind(ordered.map(|one| one.on.to_string()))
            .bind(handed)
            .bind(vote.map(members_text))
    )
}

/// One by its id.
pub async fn get(tx: &mut Tx, id: &AwardId) -> Result<Option<Award>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Those of a school, the newest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Award>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

#[derive(sqlx::FromRow)]
struct NomineeRow {
    pupil_id: String,
    code: String,
    recent: i64,
    hours: i64,
    weeks: i64,
    training: i64,
    wishes: String,
    grounds: String,
}

impl TryFrom<NomineeRow> for Nominee {
    type Error = StoreError;
    fn try_from(row: NomineeRow) -> Result<Self> {
        Ok(Self {
            pupil: row.pupil_id.into(),
            entry: Entry {
                code: row.code,
                recent: row.recent != 0,
                hours: small(row.hours)?,
                weeks: small(row.weeks)?,
                training: small(row.training)?,
                wishes: known(read_wishes(&row.wishes), "wishes")?,
            },
            grounds: row.grounds,
        })
    }
}

/// Keeps somebody who is named; named anew, the code stays.
pub async fn name(tx: &mut WriteTx, award: &Award, nominee: &Nominee) -> Result<()> {
    let entry = &nominee.entry;
    on!(tx.0, c => {
        sqlx::query(NAME)
            .bind(award.school.as_str())
            .bind(award.id.as_str())
            .bind(nominee.pupil.as_str())
            .bind(entry.code.as_str())
            .bind(i64::from(entry.recent))
            .bind(i64::from(entry.hours))
            .bind(i64::from(entry.weeks))
            .bind(i64::from(entry.training))
            .bind(wishes_text(&entry.wishes))
            .bind(nominee.grounds.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who is named for an award, by pupil.
pub async fn nominees(tx: &mut Tx, award: &Award) -> Result<Vec<Nominee>> {
    all(rows!(tx, NomineeRow, NOMINEES, award.school.as_str(), award.id.as_str()))
}

/// Keeps that somebody gives a prize back, as the nth who does, from 1 on; `Stale` where somebody was faster.
pub async fn decline(tx: &mut WriteTx, award: &Award, pupil: &PupilId, nth: usize) -> Result<()> {
    let nth = i64::try_from(nth).map_err(|_| StoreError::Unreadable("number"))?;
    save_one!(
        tx,
        sqlx::query(DECLINE)
            .bind(award.school.as_str())
            .bind(award.id.as_str())
            .bind(pupil.as_str())
            .bind(nth)
    )
}

/// The codes of those who gave a prize back, in that order.
pub async fn declined(tx: &mut Tx, award: &Award) -> Result<Vec<String>> {
    let rows = rows!(tx, (String,), DECLINED, award.school.as_str(), award.id.as_str());
    Ok(rows.into_iter().map(|(code,)| code).collect())
}

#[derive(sqlx::FromRow)]
struct AppealRow {
    id: String,
    award_id: String,
    pupil_id: String,
    grounds: String,
    filed_by: String,
    filed_on: String,
    upheld: Option<i64>,
    words: Option<String>,
    answered_by: Option<String>,
    answered_on: Option<String>,
}

impl TryFrom<AppealRow> for Appeal {
    type Error = StoreError;
    fn try_from(row: AppealRow) -> Result<Self> {
        let by = row.answered_by.zip(optional_day(row.answered_on.as_deref())?);
        let said = row.upheld.zip(row.words).zip(by);
        Ok(Self {
            id: row.id.into(),
            award: row.award_id.into(),
            pupil: row.pupil_id.into(),
            grounds: row.grounds,
            filed: (row.filed_by.into(), day(&row.filed_on)?),
            answer: said.map(|((upheld, words), (by, on))| Answered {
                upheld: upheld != 0,
                words,
                by: (by.into(), on),
            }),
        })
    }
}

/// Files an appeal.
pub async fn appeal(tx: &mut WriteTx, award: &Award, appeal: &Appeal) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(APPEAL)
            .bind(appeal.id.as_str())
            .bind(award.school.as_str())
            .bind(award.id.as_str())
            .bind(appeal.pupil.as_str())
            .bind(appeal.grounds.as_str())
            .bind(appeal.filed.0.as_str())
            .bind(appeal.filed.1.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Keeps the answer to an appeal; `Stale` where somebody has answered it.
pub async fn answer(tx: &mut WriteTx, appeal: &Appeal, answer: &Answered) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(ANSWER)
            .bind(appeal.id.as_str())
            .bind(i64::from(answer.upheld))
            .bind(answer.words.as_str())
            .bind(answer.by.0.as_str())
            .bind(answer.by.1.to_string())
    )
}

/// The appeals against the list of an award, in the order of time.
pub async fn appeals(tx: &mut Tx, award: &Award) -> Result<Vec<Appeal>> {
    all(rows!(tx, AppealRow, APPEALS, award.school.as_str(), award.id.as_str()))
}

/// Takes a pupil from the lists that are not frozen, and what was written about them from those that are: there the figures
/// stay under their code, because the published hash is of them.
pub async fn take_off(tx: &mut WriteTx, pupil: &Pupil) -> Result<()> {
    for statement in [UNNAME, HUSH] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(pupil.school.as_str()).bind(pupil.id.as_str()).execute(c).await?;
        });
    }
    Ok(())
}

/// Deletes awards whose rule was published before an instant, with everything about pupils in them.
pub async fn forget(tx: &mut WriteTx, before: Instant) -> Result<()> {
    for statement in [FORGET_APPEALS, FORGET_NOMINEES, FORGET] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(millis(before)).execute(c).await?;
        });
    }
    Ok(())
}
