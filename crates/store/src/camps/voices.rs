//! Ideas put to a camp with their votes, and what those who took part say of it. Rows of ideas hold who wrote them: of one
//! without a name that is handed out to nobody (neg:N24). Whose an answer is stands in no row.

use crate::sql::{all, day};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::camps::voices::{Answer, Idea};
use domain::camps::{Camp, Member};
use domain::{CampIdeaId, IdeaId, PersonId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};

sql! {
    ADD = "INSERT INTO camp_ideas (id, school_id, camp_id, title, words, author_id, home_id, unnamed, shown_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    IDEAS = "SELECT id, school_id, camp_id, title, words, author_id, home_id, unnamed, shown_on, removed FROM camp_ideas WHERE school_id = $1 AND camp_id = $2 ORDER BY id";
    REMOVE = "UPDATE camp_ideas SET removed = 1 WHERE school_id = $1 AND id = $2";
    VOTE = "INSERT INTO camp_idea_votes (school_id, idea_id, person_id, home_id) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, idea_id, person_id) DO NOTHING";
    UNVOTE = "DELETE FROM camp_idea_votes WHERE school_id = $1 AND idea_id = $2 AND person_id = $3 AND home_id = $4";
    VOTES = "SELECT idea_id, person_id FROM camp_idea_votes WHERE school_id = $1 AND idea_id IN (SELECT id FROM camp_ideas WHERE school_id = $1 AND camp_id = $2) ORDER BY idea_id, person_id";
    TAKE = "INSERT INTO camp_ideas_taken (school_id, idea_id, home_id, board_id) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, idea_id, home_id) DO UPDATE SET board_id = excluded.board_id";
    TAKEN = "SELECT idea_id, home_id, board_id FROM camp_ideas_taken WHERE school_id = $1 AND idea_id IN (SELECT id FROM camp_ideas WHERE school_id = $1 AND camp_id = $2) ORDER BY idea_id, home_id";
    ANSWER = "INSERT INTO camp_answers (id, school_id, camp_id, helped, change) VALUES ($1, $2, $3, $4, $5)";
    ANSWERED = "UPDATE camp_people SET answered = 1 WHERE school_id = $1 AND camp_id = $2 AND person_id = $3 AND answered = 0";
    HAS_ANSWERED = "SELECT answered FROM camp_people WHERE school_id = $1 AND camp_id = $2 AND person_id = $3";
    ANSWERS = "SELECT id, helped, change FROM camp_answers WHERE school_id = $1 AND camp_id = $2 ORDER BY id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    camp_id: String,
    title: String,
    words: String,
    author_id: String,
    home_id: String,
    unnamed: i64,
    shown_on: String,
    removed: i64,
}

impl TryFrom<Row> for Idea {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            camp: row.camp_id.into(),
            school: row.school_id.into(),
            title: row.title,
            words: row.words,
            author: row.author_id.into(),
            home: row.home_id.into(),
            unnamed: row.unnamed != 0,
            shown_on: day(&row.shown_on)?,
            removed: row.removed != 0,
        })
    }
}

/// Adds an idea.
pub async fn add(tx: &mut WriteTx, idea: &Idea) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(idea.id.as_str())
            .bind(idea.school.as_str())
            .bind(idea.camp.as_str())
            .bind(idea.title.as_str())
            .bind(idea.words.as_str())
            .bind(idea.author.as_str())
            .bind(idea.home.as_str())
            .bind(i64::from(idea.unnamed))
            .bind(idea.shown_on.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The ideas put to a camp, in the order of their random ids.
pub async fn ideas(tx: &mut Tx, camp: &Camp) -> Result<Vec<Idea>> {
    all(rows!(tx, Row, IDEAS, camp.school.as_str(), camp.id.as_str()))
}

/// Takes an idea off.
pub async fn remove(tx: &mut WriteTx, idea: &Idea) -> Result<()> {
    save_one!(tx, sqlx::query(REMOVE).bind(idea.school.as_str()).bind(idea.id.as_str()))
}

/// Votes for an idea, or takes the vote back; either a second time changes nothing.
pub async fn vote(tx: &mut WriteTx, idea: &Idea, by: &Member, on: bool) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(if on { VOTE } else { UNVOTE })
            .bind(idea.school.as_str())
            .bind(idea.id.as_str())
            .bind(by.person.as_str())
            .bind(by.home.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who voted for which idea of a camp.
pub async fn votes(tx: &mut Tx, camp: &Camp) -> Result<BTreeMap<CampIdeaId, BTreeSet<PersonId>>> {
    let mut votes: BTreeMap<CampIdeaId, BTreeSet<PersonId>> = BTreeMap::new();
    for (idea, person) in rows!(tx, (String, String), VOTES, camp.school.as_str(), camp.id.as_str()) {
        votes.entry(idea.into()).or_default().insert(person.into());
    }
    Ok(votes)
}

/// Keeps that an idea went to the board of a school, as which one of it.
pub async fn take(tx: &mut WriteTx, idea: &Idea, home: &SchoolId, board: &IdeaId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(TAKE)
            .bind(idea.school.as_str())
            .bind(idea.id.as_str())
            .bind(home.as_str())
            .bind(board.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// To the boards of which schools ideas of a camp went, and as which ones of theirs.
pub async fn taken(tx: &mut Tx, camp: &Camp) -> Result<BTreeMap<CampIdeaId, Vec<(SchoolId, IdeaId)>>> {
    let mut taken: BTreeMap<CampIdeaId, Vec<(SchoolId, IdeaId)>> = BTreeMap::new();
    for (idea, home, board) in
        rows!(tx, (String, String, String), TAKEN, camp.school.as_str(), camp.id.as_str())
    {
        taken.entry(idea.into()).or_default().push((home.into(), board.into()));
    }
    Ok(taken)
}

/// Keeps an answer, and that somebody has given one; nothing leads from one to the other. `Stale` where they had answered.
pub async fn answer(tx: &mut WriteTx, by: &Member, answer: &Answer) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ANSWER)
            .bind(answer.id.as_str())
            .bind(by.school.as_str())
            .bind(by.camp.as_str())
            .bind(answer.helped.as_str())
            .bind(answer.change.as_str())
            .execute(c)
            .await?;
    });
    save_one!(
        tx,
        sqlx::query(ANSWERED).bind(by.school.as_str()).bind(by.camp.as_str()).bind(by.person.as_str())
    )
}

/// Has somebody said what they think of it?
pub async fn has_answered(tx: &mut Tx, by: &Member) -> Result<bool> {
    let row = row!(tx, (i64,), HAS_ANSWERED, by.school.as_str(), by.camp.as_str(), by.person.as_str());
    Ok(row.is_some_and(|(answered,)| answered != 0))
}

/// What was answered, in the order of random ids.
pub async fn answers(tx: &mut Tx, camp: &Camp) -> Result<Vec<Answer>> {
    let rows = rows!(tx, (String, String, String), ANSWERS, camp.school.as_str(), camp.id.as_str());
    Ok(rows.into_iter().map(|(id, helped, change)| Answer { id: id.into(), helped, change }).collect())
}
