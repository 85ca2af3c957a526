//! Ideas of young specialists with votes, comments, team and steps. Rows hold who wrote what: whoever hands them out asks
//! `Action::SeeIdeaAuthor` first (neg:N24).

use crate::sql::{all, day, json, known, one, optional_day, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::ideas::{Comment, Idea, Said, State, Step};
use domain::{Day, IdeaId, PersonId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};

sql! {
    ADD = "INSERT INTO ideas (id, school_id, title, words, author_id, unnamed, shown_on, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    SAVE = "UPDATE ideas SET answerer_id = $3, state = $4, answer = $5, removed = $6, disclosed = $7, merged_id = $8, version = version + 1 WHERE id = $1 AND version = $2";
    REWORD = "UPDATE ideas SET title = $3, words = $4, version = version + 1 WHERE id = $1 AND version = $2";
    DELETE = "DELETE FROM ideas WHERE school_id = $1 AND id = $2";
    DELETE_COMMENTS = "DELETE FROM idea_comments WHERE school_id = $1 AND idea_id = $2";
    GET = "SELECT id, school_id, title, words, author_id, unnamed, shown_on, answerer_id, state, answer, removed, disclosed, merged_id, version FROM ideas WHERE id = $1";
    OF_SCHOOL = "SELECT id, school_id, title, words, author_id, unnamed, shown_on, answerer_id, state, answer, removed, disclosed, merged_id, version FROM ideas WHERE school_id = $1 ORDER BY shown_on DESC, id";
    FOLLOW = "UPDATE ideas SET merged_id = $3 WHERE school_id = $1 AND merged_id = $2";
    VOTE = "INSERT INTO idea_votes (school_id, idea_id, person_id) VALUES ($1, $2, $3) ON CONFLICT (school_id, idea_id, person_id) DO NOTHING";
    UNVOTE = "DELETE FROM idea_votes WHERE school_id = $1 AND idea_id = $2 AND person_id = $3";
    UNVOTE_ALL = "DELETE FROM idea_votes WHERE school_id = $1 AND idea_id = $2";
    VOTES = "SELECT idea_id, person_id FROM idea_votes WHERE school_id = $1 ORDER BY idea_id, person_id";
    COMMENT = "INSERT INTO idea_comments (id, school_id, number, idea_id, author_id, unnamed, shown_on, words) VALUES ($1, $2, (SELECT COALESCE(MAX(number), 0) + 1 FROM idea_comments WHERE school_id = $2), $3, $4, $5, $6, $7)";
    REMOVE_COMMENT = "UPDATE idea_comments SET removed = $3 WHERE school_id = $1 AND id = $2 AND removed IS NULL";
    MOVE_COMMENTS = "UPDATE idea_comments SET idea_id = $3 WHERE school_id = $1 AND idea_id = $2";
    COMMENTS = "SELECT id, school_id, idea_id, author_id, unnamed, shown_on, words, removed FROM idea_comments WHERE school_id = $1 ORDER BY shown_on, unnamed DESC, number";
    JOIN = "INSERT INTO idea_members (school_id, idea_id, person_id) VALUES ($1, $2, $3) ON CONFLICT (school_id, idea_id, person_id) DO NOTHING";
    MEMBERS = "SELECT person_id FROM idea_members WHERE school_id = $1 AND idea_id = $2 ORDER BY person_id";
    PLAN = "INSERT INTO idea_steps (id, school_id, idea_id, text, owner_id, by_day) VALUES ($1, $2, $3, $4, $5, $6)";
    TICK = "UPDATE idea_steps SET done_on = $3 WHERE school_id = $1 AND id = $2";
    STEPS = "SELECT id, school_id, idea_id, text, owner_id, by_day, done_on FROM idea_steps WHERE school_id = $1 ORDER BY by_day, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    title: String,
    words: String,
    author_id: String,
    unnamed: i64,
    shown_on: String,
    answerer_id: Option<String>,
    state: String,
    answer: Option<String>,
    removed: Option<String>,
    disclosed: Option<String>,
    merged_id: Option<String>,
    version: i64,
}

fn said(stored: Option<&str>) -> Result<Option<Said>> {
    stored.map(json).transpose()
}

impl TryFrom<Row> for Idea {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            title: row.title,
            words: row.words,
            author: row.author_id.into(),
            unnamed: row.unnamed != 0,
            shown_on: day(&row.shown_on)?,
            answerer: row.answerer_id.map(Into::into),
            state: known(State::from_word(&row.state), "state of an idea")?,
            answer: said(row.answer.as_deref())?,
            removed: said(row.removed.as_deref())?,
            disclosed: said(row.disclosed.as_deref())?,
            merged: row.merged_id.map(Into::into),
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct CommentRow {
    id: String,
    school_id: String,
    idea_id: String,
    author_id: String,
    unnamed: i64,
    shown_on: String,
    words: String,
    removed: Option<String>,
}

impl TryFrom<CommentRow> for Comment {
    type Error = StoreError;
    fn try_from(row: CommentRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            idea: row.idea_id.into(),
            author: row.author_id.into(),
            unnamed: row.unnamed != 0,
            shown_on: day(&row.shown_on)?,
            words: row.words,
            removed: said(row.removed.as_deref())?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct StepRow {
    id: String,
    school_id: String,
    idea_id: String,
    text: String,
    owner_id: String,
    by_day: String,
    done_on: Option<String>,
}

impl TryFrom<StepRow> for Step {
    type Error = StoreError;
    fn try_from(row: StepRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            idea: row.idea_id.into(),
            text: row.text,
            owner: row.owner_id.into(),
            by: day(&row.by_day)?,
            done_on: optional_day(row.done_on.as_deref())?,
        })
    }
}

/// Adds an idea that was just shared.
pub async fn add(tx: &mut WriteTx, idea: &Idea) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(idea.id.as_str())
            .bind(idea.school.as_str())
            .bind(idea.title.as_str())
            .bind(idea.words.as_str())
            .bind(idea.author.as_str())
            .bind(i64::from(idea.unnamed))
            .bind(idea.shown_on.to_string())
            .bind(idea.state.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves where an idea stands; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, idea: &Idea) -> Result<()> {
    let answer = idea.answer.as_ref().map(to_json).transpose()?;
    let removed = idea.removed.as_ref().map(to_json).transpose()?;
    let disclosed = idea.disclosed.as_ref().map(to_json).transpose()?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(idea.id.as_str())
            .bind(idea.version)
            .bind(idea.answerer.as_ref().map(PersonId::as_str))
            .bind(idea.state.word())
            .bind(answer.as_deref())
            .bind(removed.as_deref())
            .bind(disclosed.as_deref())
            .bind(idea.merged.as_ref().map(IdeaId::as_str))
    )
}

/// Saves an idea that its author says in other words; `Stale` where somebody was faster.
pub async fn reword(tx: &mut WriteTx, idea: &Idea) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(REWORD)
            .bind(idea.id.as_str())
            .bind(idea.version)
            .bind(idea.title.as_str())
            .bind(idea.words.as_str())
    )
}

/// Deletes an idea that its author takes back, with what the author said and how they voted.
pub async fn take_back(tx: &mut WriteTx, idea: &Idea) -> Result<()> {
    for statement in [UNVOTE_ALL, DELETE_COMMENTS, DELETE] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(idea.school.as_str()).bind(idea.id.as_str()).execute(c).await?;
        });
    }
    Ok(())
}

/// One idea.
pub async fn get(tx: &mut Tx, id: &IdeaId) -> Result<Option<Idea>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The ideas of a school, those seen last first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Idea>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Votes for an idea; a second vote of the same person is the first one.
pub async fn vote(tx: &mut WriteTx, idea: &Idea, person: &PersonId) -> Result<()> {
    linked(tx, VOTE, idea, person).await
}

/// Takes a vote back, if there is one.
pub async fn unvote(tx: &mut WriteTx, idea: &Idea, person: &PersonId) -> Result<()> {
    linked(tx, UNVOTE, idea, person).await
}

async fn linked(tx: &mut WriteTx, statement: &'static str, idea: &Idea, person: &PersonId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(idea.school.as_str())
            .bind(idea.id.as_str())
            .bind(person.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who voted for which idea of a school.
pub async fn votes(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<IdeaId, BTreeSet<PersonId>>> {
    let mut votes: BTreeMap<IdeaId, BTreeSet<PersonId>> = BTreeMap::new();
    for (idea, person) in rows!(tx, (String, String), VOTES, school.as_str()) {
        votes.entry(idea.into()).or_default().insert(person.into());
    }
    Ok(votes)
}

/// Gives votes and comments of a double, and its own doubles, to the idea that it is part of from now on. Whoever voted for
/// both has one vote.
pub async fn hand_over(tx: &mut WriteTx, from: &Idea, to: &Idea) -> Result<()> {
    let voters = votes(tx, &from.school).await?.remove(&from.id).unwrap_or_default();
    for person in &voters {
        vote(tx, to, person).await?;
    }
    on!(tx.0, c => {
        sqlx::query(UNVOTE_ALL).bind(from.school.as_str()).bind(from.id.as_str()).execute(c).await?;
    });
    for statement in [MOVE_COMMENTS, FOLLOW] {
        on!(tx.0, c => {
            sqlx::query(statement)
                .bind(from.school.as_str())
                .bind(from.id.as_str())
                .bind(to.id.as_str())
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// Adds a comment behind all others.
pub async fn comment(tx: &mut WriteTx, comment: &Comment) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(COMMENT)
            .bind(comment.id.as_str())
            .bind(comment.school.as_str())
            .bind(comment.idea.as_str())
            .bind(comment.author.as_str())
            .bind(i64::from(comment.unnamed))
            .bind(comment.shown_on.to_string())
            .bind(comment.words.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a comment off; `Stale` where it is off already.
pub async fn remove_comment(tx: &mut WriteTx, comment: &Comment, why: &Said) -> Result<()> {
    let why = to_json(why)?;
    save_one!(
        tx,
        sqlx::query(REMOVE_COMMENT)
            .bind(comment.school.as_str())
            .bind(comment.id.as_str())
            .bind(why.as_str())
    )
}

/// All comments of a school: by the day on which they were first seen, those without a name first on each.
pub async fn comments(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Comment>> {
    all(rows!(tx, CommentRow, COMMENTS, school.as_str()))
}

/// Somebody joins the team of an idea.
pub async fn join(tx: &mut WriteTx, idea: &Idea, person: &PersonId) -> Result<()> {
    linked(tx, JOIN, idea, person).await
}

/// The team of an idea.
pub async fn members(tx: &mut Tx, idea: &Idea) -> Result<BTreeSet<PersonId>> {
    let rows = rows!(tx, (String,), MEMBERS, idea.school.as_str(), idea.id.as_str());
    Ok(rows.into_iter().map(|(person,)| person.into()).collect())
}

/// Adds a step.
pub async fn plan(tx: &mut WriteTx, step: &Step) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PLAN)
            .bind(step.id.as_str())
            .bind(step.school.as_str())
            .bind(step.idea.as_str())
            .bind(step.text.as_str())
            .bind(step.owner.as_str())
            .bind(step.by.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Says that a step is done, or is not.
pub async fn tick(tx: &mut WriteTx, step: &Step, done: Option<Day>) -> Result<()> {
    let done = done.map(|day| day.to_string());
    on!(tx.0, c => {
        sqlx::query(TICK)
            .bind(step.school.as_str())
            .bind(step.id.as_str())
            .bind(done.as_deref())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The steps of all ideas of a school, in the order of their days.
pub async fn steps(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Step>> {
    all(rows!(tx, StepRow, STEPS, school.as_str()))
}
