//! Proposals of the engine and what a person makes of them (feat:C16, C19–C21).

use crate::sql::{instant, json, known, millis, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::choices::Mode;
use domain::proposals::{Cause, Decision, Line, Lists, Outcome, Proposal, State};
use domain::secrets::Secret;
use domain::{Instant, MentorId, NewcomerId, PairId, PersonId, ProgrammeId, ProposalId, SchoolId};
use serde::{Deserialize, Serialize};

sql! {
    columns "id, school_id, programme_id, round, mode, seed, lists, digest, certificate, made_at, made_by, state, state_at, version";
    ADD = "INSERT INTO proposals (id, school_id, programme_id, round, mode, seed, lists, digest, certificate, made_at, made_by, state, state_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $10)";
    SAVE = "UPDATE proposals SET state = $3, state_at = $4, version = version + 1 WHERE id = $1 AND version = $2";
    ADD_LINE = "INSERT INTO proposal_lines (school_id, proposal_id, newcomer_id, outcome, pair_id, mentor_id, cause, decision, changed_mentor_id, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE_LINE = "UPDATE proposal_lines SET decision = $4, changed_mentor_id = $5, reason = $6 WHERE school_id = $1 AND proposal_id = $2 AND newcomer_id = $3";
    GET = "SELECT " ~ " FROM proposals WHERE id = $1";
    DRAFT = "SELECT " ~ " FROM proposals WHERE school_id = $1 AND programme_id = $2 AND state = 'draft'";
    PUBLISHED = "SELECT " ~ " FROM proposals WHERE school_id = $1 AND programme_id = $2 AND state = 'published' ORDER BY state_at DESC, id DESC";
    HISTORY = "SELECT id, round, made_at, made_by, state, state_at FROM proposals WHERE school_id = $1 AND programme_id = $2 ORDER BY made_at DESC, id DESC";
    DRAWN = "SELECT lists FROM proposals WHERE school_id = $1 AND programme_id = $2 ORDER BY made_at, id";
    LINES = "SELECT newcomer_id, outcome, pair_id, mentor_id, cause, decision, changed_mentor_id, reason FROM proposal_lines WHERE school_id = $1 AND proposal_id = $2 ORDER BY newcomer_id";
}

/// The lists as they are kept, with the secret of their numbers.
#[derive(Serialize)]
struct Kept<'a> {
    #[serde(flatten)]
    lists: &'a Lists,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a str>,
}

/// What stands beside the lists.
#[derive(Deserialize)]
struct Beside {
    secret: Option<String>,
}

/// The secret that is kept with lists; none where they were kept before there was one.
fn secret_of(lists: &str) -> Result<Option<Secret>> {
    Ok(json::<Beside>(lists)?.secret.map(Secret::new))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    round: i64,
    mode: String,
    seed: String,
    lists: String,
    digest: String,
    certificate: String,
    made_at: i64,
    made_by: String,
    state: String,
    state_at: i64,
    version: i64,
}

impl Row {
    fn with_lines(self, lines: Vec<Line>) -> Result<Proposal> {
        let at = instant(self.state_at)?;
        Ok(Proposal {
            id: self.id.into(),
            school: self.school_id.into(),
            programme: self.programme_id.into(),
            round: small(self.round)?,
            mode: known(Mode::from_word(&self.mode), "mode of a proposal")?,
            seed: known(self.seed.parse().ok(), "seed of a proposal")?,
            lists: json(&self.lists)?,
            secret: secret_of(&self.lists)?,
            digest: self.digest,
            certificate: self.certificate,
            made_at: instant(self.made_at)?,
            made_by: self.made_by.into(),
            lines,
            state: state(&self.state, at)?,
            version: self.version,
        })
    }
}

fn state(word: &str, at: Instant) -> Result<State> {
    match word {
        "draft" => Ok(State::Draft),
        "published" => Ok(State::Published { at }),
        "discarded" => Ok(State::Discarded { at }),
        _ => Err(StoreError::Unreadable("state of a proposal")),
    }
}

#[derive(sqlx::FromRow)]
struct LineRow {
    newcomer_id: String,
    outcome: String,
    pair_id: Option<String>,
    mentor_id: Option<String>,
    cause: Option<String>,
    decision: String,
    changed_mentor_id: Option<String>,
    reason: Option<String>,
}

impl TryFrom<LineRow> for Line {
    type Error = StoreError;
    fn try_from(row: LineRow) -> Result<Self> {
        let mentor = || known(row.mentor_id.clone(), "mentor of a line").map(MentorId::from);
        let reason = || known(row.reason.clone(), "reason of a line");
        let outcome = match row.outcome.as_str() {
            "agreed" => Outcome::AlreadyAgreed {
                pair: known(row.pair_id.clone(), "pair of a line")?.into(),
                mentor: mentor()?,
            },
            "proposed" => Outcome::Proposed { mentor: mentor()? },
            "unmatched" => Outcome::Unmatched {
                cause: known(row.cause.as_deref().and_then(Cause::from_word), "cause of a line")?,
            },
            _ => return Err(StoreError::Unreadable("outcome of a line")),
        };
        let decision = match row.decision.as_str() {
            "kept" => Decision::Kept,
            "changed" => Decision::Changed {
                mentor: known(row.changed_mentor_id.clone(), "appointed mentor of a line")?.into(),
                reason: reason()?,
            },
            "left_out" => Decision::LeftOut { reason: reason()? },
            _ => return Err(StoreError::Unreadable("decision of a line")),
        };
        Ok(Self { newcomer: row.newcomer_id.into(), outcome, decision })
    }
}

/// Adds a draft with its lines; `Taken` where the programme has a draft.
pub async fn add(tx: &mut WriteTx, proposal: &Proposal) -> Result<()> {
    let secret = proposal.secret.as_ref().map(Secret::as_str);
    let lists = to_json(&Kept { lists: &proposal.lists, secret })?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(proposal.id.as_str())
            .bind(proposal.school.as_str())
            .bind(proposal.programme.as_str())
            .bind(i64::from(proposal.round))
            .bind(proposal.mode.word())
            .bind(proposal.seed.to_string())
            .bind(lists)
            .bind(&proposal.digest)
            .bind(&proposal.certificate)
            .bind(millis(proposal.made_at))
            .bind(proposal.made_by.as_str())
            .bind(proposal.state.word())
            .execute(c)
            .await?;
    });
    for line in &proposal.lines {
        add_line(tx, proposal, line).await?;
    }
    Ok(())
}

async fn add_line(tx: &mut WriteTx, proposal: &Proposal, line: &Line) -> Result<()> {
    let (outcome, pair, mentor, cause) = match &line.outcome {
        Outcome::AlreadyAgreed { pair, mentor } => ("agreed", Some(pair), Some(mentor), None),
        Outcome::Proposed { mentor } => ("proposed", None, Some(mentor), None),
        Outcome::Unmatched { cause } => ("unmatched", None, None, Some(cause.word())),
    };
    let (decision, changed, reason) = decision(line);
    on!(tx.0, c => {
        sqlx::query(ADD_LINE)
            .bind(proposal.school.as_str())
            .bind(proposal.id.as_str())
            .bind(line.newcomer.as_str())
            .bind(outcome)
            .bind(pair.map(PairId::as_str))
            .bind(mentor.map(MentorId::as_str))
            .bind(cause)
            .bind(decision)
            .bind(changed)
            .bind(reason)
            .execute(c)
            .await?;
    });
    Ok(())
}

fn decision(line: &Line) -> (&'static str, Option<&str>, Option<&str>) {
    match &line.decision {
        Decision::Kept => ("kept", None, None),
        Decision::Changed { mentor, reason } => ("changed", Some(mentor.as_str()), Some(reason.as_str())),
        Decision::LeftOut { reason } => ("left_out", None, Some(reason.as_str())),
    }
}

/// Saves the state.
pub async fn save(tx: &mut WriteTx, proposal: &Proposal) -> Result<()> {
    let at = match proposal.state {
        State::Draft => proposal.made_at,
        State::Published { at } | State::Discarded { at } => at,
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(proposal.id.as_str())
            .bind(proposal.version)
            .bind(proposal.state.word())
            .bind(millis(at))
    )
}

/// Saves what a person did with one line, and with it the version of the proposal.
pub async fn save_line(tx: &mut WriteTx, proposal: &Proposal, newcomer: &NewcomerId) -> Result<()> {
    save(tx, proposal).await?;
    let line = known(proposal.line(newcomer), "line of a proposal")?;
    let (decision, changed, reason) = decision(line);
    save_one!(
        tx,
        sqlx::query(SAVE_LINE)
            .bind(proposal.school.as_str())
            .bind(proposal.id.as_str())
            .bind(newcomer.as_str())
            .bind(decision)
            .bind(changed)
            .bind(reason)
    )
}

async fn complete(tx: &mut Tx, row: Row) -> Result<Proposal> {
    let lines = rows!(tx, LineRow, LINES, &row.school_id, &row.id);
    let lines = lines.into_iter().map(TryInto::try_into).collect::<Result<_>>()?;
    row.with_lines(lines)
}

/// One proposal.
pub async fn get(tx: &mut Tx, id: &ProposalId) -> Result<Option<Proposal>> {
    let row = row!(tx, Row, GET, id.as_str());
    match row {
        Some(row) => complete(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// The programme's draft.
pub async fn draft(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Option<Proposal>> {
    let row = row!(tx, Row, DRAFT, school.as_str(), programme.as_str());
    match row {
        Some(row) => complete(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// What was published in a programme, the latest first: a second round makes a second one.
pub async fn published(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Proposal>> {
    let rows = rows!(tx, Row, PUBLISHED, school.as_str(), programme.as_str());
    let mut proposals = Vec::new();
    for row in rows {
        proposals.push(complete(tx, row).await?);
    }
    Ok(proposals)
}

/// From what the numbers of a programme's people were drawn for its first draft; nothing before it.
pub async fn secret(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Option<Secret>> {
    let rows = rows!(tx, (String,), DRAWN, school.as_str(), programme.as_str());
    for (lists,) in rows {
        if let Some(secret) = secret_of(&lists)? {
            return Ok(Some(secret));
        }
    }
    Ok(None)
}

/// A proposal in the history: when, by whom, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The proposal.
    pub id: ProposalId,
    /// From which choice.
    pub round: u32,
    /// When it was made.
    pub made_at: Instant,
    /// Who let it be made.
    pub made_by: PersonId,
    /// How it stands.
    pub state: State,
}

/// All proposals of a programme, the latest first.
pub async fn history(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Summary>> {
    type Short = (String, i64, i64, String, String, i64);
    let rows = rows!(tx, Short, HISTORY, school.as_str(), programme.as_str());
    let summary = |(id, round, made_at, made_by, word, state_at): Short| {
        let state = state(&word, instant(state_at)?)?;
        let (round, made_at) = (small(round)?, instant(made_at)?);
        Ok(Summary { id: id.into(), round, made_at, made_by: made_by.into(), state })
    };
    rows.into_iter().map(summary).collect()
}
