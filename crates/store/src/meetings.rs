//! Meetings of pairs, their notes and next steps. Every query that reads notes names the reader: a note that its
//! author keeps for themselves comes to nobody else.

mod answers;
mod themes;

pub(crate) use answers::ALL as ANSWERS;
pub use answers::{answer, answers};
pub(crate) use themes::ALL as THEMES;
pub use themes::{offer_theme, offered_themes};

use crate::sql::{all, day, instant, known, millis, one, optional_day, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::contacts::Kind;
use domain::meetings::{Level, Meeting, NextStep, Note, Said, Span, State};
use domain::sides::Side;
use domain::{Instant, MeetingId, NoteId, PairId, PersonId, ProgrammeId, SchoolId, StepId};
use jiff::civil::Time;

sql! {
    columns "id, school_id, programme_id, pair_id, kind, manner, topic, place, online_link, day, at_time, minutes, set_by, state, by_side, to_day, to_time, to_minutes, said_newcomer, said_mentor, series_id, changed_at, version";
    ADD = "INSERT INTO meetings (id, school_id, programme_id, pair_id, kind, topic, place, day, at_time, minutes, set_by, state, by_side, said_newcomer, said_mentor, series_id, changed_at, manner, online_link) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
    SAVE = "UPDATE meetings SET day = $3, at_time = $4, minutes = $5, state = $6, by_side = $7, to_day = $8, to_time = $9, to_minutes = $10, said_newcomer = $11, said_mentor = $12, changed_at = $13, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM meetings WHERE id = $1";
    OF_PAIR = "SELECT " ~ " FROM meetings WHERE school_id = $1 AND pair_id = $2 ORDER BY day, at_time, id";
    BEGUN = "SELECT DISTINCT pair_id FROM meetings WHERE school_id = $1 AND programme_id = $2 AND state NOT IN ('proposed', 'declined', 'withdrawn', 'cancelled')";
    NOTE = "INSERT INTO meeting_notes (id, school_id, meeting_id, author_id, level, text, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    FORGET_NOTE = "DELETE FROM meeting_notes WHERE school_id = $1 AND id = $2 AND author_id = $3";
    NOTES = "SELECT id, school_id, meeting_id, author_id, level, text, written_at FROM meeting_notes WHERE school_id = $1 AND meeting_id = $2 AND (level <> 'mine' OR author_id = $3) ORDER BY written_at, id";
    DOCUMENT_NOTES = "SELECT meeting_notes.id, meeting_notes.school_id, meeting_id, author_id, level, text, written_at FROM meeting_notes JOIN meetings ON meetings.id = meeting_id WHERE meeting_notes.school_id = $1 AND pair_id = $2 AND level = 'document' ORDER BY written_at, meeting_notes.id";
    OF_PROGRAMME = "SELECT " ~ " FROM meetings WHERE school_id = $1 AND programme_id = $2 ORDER BY day, id";
    ADD_LINK = "INSERT INTO meeting_links (secret_hash, school_id, meeting_id, person_id) VALUES ($1, $2, $3, $4)";
    LINK = "SELECT secret_hash, school_id, meeting_id, person_id, used_at FROM meeting_links WHERE secret_hash = $1";
    USE_LINK = "UPDATE meeting_links SET used_at = $2 WHERE secret_hash = $1 AND used_at IS NULL";
    ADD_STEP = "INSERT INTO meeting_steps (id, school_id, pair_id, meeting_id, whose, text, until_day) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    TICK = "UPDATE meeting_steps SET done_at = $3 WHERE school_id = $1 AND id = $2 AND done_at IS NULL";
    STEPS = "SELECT id, school_id, pair_id, meeting_id, whose, text, until_day, done_at FROM meeting_steps WHERE school_id = $1 AND pair_id = $2 ORDER BY id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    pair_id: String,
    kind: String,
    manner: Option<String>,
    topic: Option<String>,
    place: Option<String>,
    online_link: Option<String>,
    day: String,
    at_time: Option<String>,
    minutes: i64,
    set_by: String,
    state: String,
    by_side: Option<String>,
    to_day: Option<String>,
    to_time: Option<String>,
    to_minutes: Option<i64>,
    said_newcomer: Option<i64>,
    said_mentor: Option<i64>,
    series_id: Option<String>,
    changed_at: i64,
    version: i64,
}

fn time(text: &str) -> Result<Time> {
    text.parse().map_err(|_| StoreError::Unreadable("time of a meeting"))
}

fn side(word: Option<&str>) -> Result<Side> {
    known(word.and_then(Side::from_word), "side of a meeting")
}

impl Row {
    fn state(&self) -> Result<State> {
        let by = || side(self.by_side.as_deref());
        Ok(match self.state.as_str() {
            "proposed" => State::Proposed { by: by()? },
            "agreed" => State::Agreed,
            "moving" => State::Moving { by: by()?, to: self.to()? },
            "held" => State::Held,
            "missed" => State::Missed,
            "disputed" => State::Disputed,
            "declined" => State::Declined,
            "withdrawn" => State::Withdrawn,
            "cancelled" => State::Cancelled { by: by()? },
            _ => return Err(StoreError::Unreadable("state of a meeting")),
        })
    }

    fn to(&self) -> Result<Span> {
        let missing = "another time of a meeting";
        Ok(Span {
            day: known(optional_day(self.to_day.as_deref())?, missing)?,
            at: time(known(self.to_time.as_deref(), missing)?)?,
            minutes: small(known(self.to_minutes, missing)?)?,
        })
    }
}

impl TryFrom<Row> for Meeting {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let said = |word: Option<i64>| word.map(|word| word != 0);
        Ok(Self {
            state: row.state()?,
            kind: known(Kind::from_word(row.manner.as_ref().unwrap_or(&row.kind)), "kind of a meeting")?,
            day: day(&row.day)?,
            at: row.at_time.as_deref().map(time).transpose()?,
            minutes: small(row.minutes)?,
            set_by: side(Some(&row.set_by))?,
            said: Said { newcomer: said(row.said_newcomer), mentor: said(row.said_mentor) },
            changed_at: instant(row.changed_at)?,
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            pair: row.pair_id.into(),
            topic: row.topic,
            place: row.place,
            link: row.online_link,
            series: row.series_id.map(Into::into),
            version: row.version,
        })
    }
}

/// The side that a state names.
fn by_side(state: State) -> Option<&'static str> {
    match state {
        State::Proposed { by } | State::Moving { by, .. } | State::Cancelled { by } => Some(by.word()),
        _ => None,
    }
}

/// How a kind is stored: as one of the first seven, and in what manner where it is another one.
const fn stored(kind: Kind) -> (&'static str, Option<&'static str>) {
    match kind {
        Kind::Online | Kind::Phone => (Kind::Talk.word(), Some(kind.word())),
        Kind::Demonstration => (Kind::VisitToMentor.word(), Some(kind.word())),
        Kind::VisitToMentor
        | Kind::VisitByMentor
        | Kind::CoTeaching
        | Kind::Planning
        | Kind::Talk
        | Kind::Duty
        | Kind::OutsideLessons => (kind.word(), None),
    }
}

/// Adds a meeting that is proposed or was written down.
pub async fn add(tx: &mut WriteTx, meeting: &Meeting) -> Result<()> {
    let (kind, manner) = stored(meeting.kind);
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(meeting.id.as_str())
            .bind(meeting.school.as_str())
            .bind(meeting.programme.as_str())
            .bind(meeting.pair.as_str())
            .bind(kind)
            .bind(meeting.topic.as_deref())
            .bind(meeting.place.as_deref())
            .bind(meeting.day.to_string())
            .bind(meeting.at.map(|at| at.to_string()))
            .bind(i64::from(meeting.minutes))
            .bind(meeting.set_by.word())
            .bind(meeting.state.word())
            .bind(by_side(meeting.state))
            .bind(meeting.said.newcomer.map(i64::from))
            .bind(meeting.said.mentor.map(i64::from))
            .bind(meeting.series.as_ref().map(MeetingId::as_str))
            .bind(millis(meeting.changed_at))
            .bind(manner)
            .bind(meeting.link.as_deref())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves time, state and what the two said; `Stale` where somebody saved in between.
pub async fn save(tx: &mut WriteTx, meeting: &Meeting) -> Result<()> {
    let to = match meeting.state {
        State::Moving { to, .. } => Some(to),
        _ => None,
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(meeting.id.as_str())
            .bind(meeting.version)
            .bind(meeting.day.to_string())
            .bind(meeting.at.map(|at| at.to_string()))
            .bind(i64::from(meeting.minutes))
            .bind(meeting.state.word())
            .bind(by_side(meeting.state))
            .bind(to.map(|to| to.day.to_string()))
            .bind(to.map(|to| to.at.to_string()))
            .bind(to.map(|to| i64::from(to.minutes)))
            .bind(meeting.said.newcomer.map(i64::from))
            .bind(meeting.said.mentor.map(i64::from))
            .bind(millis(meeting.changed_at))
    )
}

/// One meeting.
pub async fn get(tx: &mut Tx, id: &MeetingId) -> Result<Option<Meeting>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All meetings of a programme in the order of their days, in every state.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Meeting>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// All meetings of a pair in the order of time, in every state.
pub async fn of_pair(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<Meeting>> {
    all(rows!(tx, Row, OF_PAIR, school.as_str(), pair.as_str()))
}

/// Pairs of a programme that have agreed on a meeting or had one.
pub async fn begun(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<PairId>> {
    let rows = rows!(tx, (String,), BEGUN, school.as_str(), programme.as_str());
    Ok(rows.into_iter().map(|(pair,)| pair.into()).collect())
}

#[derive(sqlx::FromRow)]
struct NoteRow {
    id: String,
    school_id: String,
    meeting_id: String,
    author_id: String,
    level: String,
    text: String,
    written_at: i64,
}

impl TryFrom<NoteRow> for Note {
    type Error = StoreError;
    fn try_from(row: NoteRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            meeting: row.meeting_id.into(),
            author: row.author_id.into(),
            level: known(Level::from_word(&row.level), "level of a note")?,
            text: row.text,
            written_at: instant(row.written_at)?,
        })
    }
}

/// Keeps a note.
pub async fn note(tx: &mut WriteTx, note: &Note) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(NOTE)
            .bind(note.id.as_str())
            .bind(note.school.as_str())
            .bind(note.meeting.as_str())
            .bind(note.author.as_str())
            .bind(note.level.word())
            .bind(&note.text)
            .bind(millis(note.written_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Deletes a note of this author, if it is there.
pub async fn forget_note(tx: &mut WriteTx, school: &SchoolId, id: &NoteId, author: &PersonId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET_NOTE).bind(school.as_str()).bind(id.as_str()).bind(author.as_str()).execute(c).await?;
    });
    Ok(())
}

/// The notes on a meeting that this reader, one of the two, may read; the oldest first.
pub async fn notes(
    tx: &mut Tx,
    school: &SchoolId,
    meeting: &MeetingId,
    reader: &PersonId,
) -> Result<Vec<Note>> {
    all(rows!(tx, NoteRow, NOTES, school.as_str(), meeting.as_str(), reader.as_str()))
}

#[derive(sqlx::FromRow)]
struct StepRow {
    id: String,
    school_id: String,
    pair_id: String,
    meeting_id: String,
    whose: String,
    text: String,
    until_day: Option<String>,
    done_at: Option<i64>,
}

impl TryFrom<StepRow> for NextStep {
    type Error = StoreError;
    fn try_from(row: StepRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            pair: row.pair_id.into(),
            meeting: row.meeting_id.into(),
            whose: side(Some(&row.whose))?,
            text: row.text,
            until: optional_day(row.until_day.as_deref())?,
            done_at: row.done_at.map(instant).transpose()?,
        })
    }
}

/// The notes of a pair that were written for documents, the oldest first; no other level leaves by this door.
pub async fn document_notes(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<Note>> {
    all(rows!(tx, NoteRow, DOCUMENT_NOTES, school.as_str(), pair.as_str()))
}

/// Writes a next step down.
pub async fn add_step(tx: &mut WriteTx, step: &NextStep) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_STEP)
            .bind(step.id.as_str())
            .bind(step.school.as_str())
            .bind(step.pair.as_str())
            .bind(step.meeting.as_str())
            .bind(step.whose.word())
            .bind(&step.text)
            .bind(step.until.map(|day| day.to_string()))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Ticks a next step off.
pub async fn tick(tx: &mut WriteTx, school: &SchoolId, id: &StepId, now: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(TICK).bind(school.as_str()).bind(id.as_str()).bind(millis(now)).execute(c).await?;
    });
    Ok(())
}

/// All next steps of a pair, the oldest first.
pub async fn steps(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<NextStep>> {
    all(rows!(tx, StepRow, STEPS, school.as_str(), pair.as_str()))
}

/// A link in a letter that is answered once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// SHA-256 of its secret, hexadecimal: the secret itself stands in the promise of the letter and in the letter.
    pub hash: String,
    /// The school; leads every key.
    pub school: SchoolId,
    /// What it answers.
    pub meeting: MeetingId,
    /// Whose answer it is.
    pub person: PersonId,
    /// When it was used.
    pub used_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct LinkRow {
    secret_hash: String,
    school_id: String,
    meeting_id: String,
    person_id: String,
    used_at: Option<i64>,
}

impl TryFrom<LinkRow> for Link {
    type Error = StoreError;
    fn try_from(row: LinkRow) -> Result<Self> {
        Ok(Self {
            hash: row.secret_hash,
            school: row.school_id.into(),
            meeting: row.meeting_id.into(),
            person: row.person_id.into(),
            used_at: row.used_at.map(instant).transpose()?,
        })
    }
}

/// Adds a link.
pub async fn add_link(tx: &mut WriteTx, link: &Link) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_LINK)
            .bind(&link.hash)
            .bind(link.school.as_str())
            .bind(link.meeting.as_str())
            .bind(link.person.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The link with a secret of this hash.
pub async fn link(tx: &mut Tx, hash: &str) -> Result<Option<Link>> {
    one(row!(tx, LinkRow, LINK, hash))
}

/// Uses a link up; `Stale` where it was used in between.
pub async fn use_link(tx: &mut WriteTx, hash: &str, now: Instant) -> Result<()> {
    save_one!(tx, sqlx::query(USE_LINK).bind(hash).bind(millis(now)))
}
