//! Goals of development plans, the steps that belong to them, their history, and the reviews of both. Whoever reads them
//! asks `Action::KeepDevelopment`.

use crate::sql::{all, day, instant, json, known, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::difficulties::{Season, Topic};
use domain::goals::{Aim, Change, Deed, Goal, Review, SelfMark, State};
use domain::plans::{Item, Plan};
use domain::{PlanGoalId, PlanItemId};
use std::collections::BTreeMap;

sql! {
    ADD = "INSERT INTO plan_goals (id, school_id, plan_id, topic, text, seen, by_day, state, strengths, support) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "UPDATE plan_goals SET topic = $3, text = $4, seen = $5, by_day = $6, state = $7, strengths = $8, support = $9, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT id, school_id, plan_id, topic, text, seen, by_day, state, strengths, support, version FROM plan_goals WHERE id = $1";
    OF_PLAN = "SELECT id, school_id, plan_id, topic, text, seen, by_day, state, strengths, support, version FROM plan_goals WHERE school_id = $1 AND plan_id = $2 ORDER BY by_day, id";
    PUT = "INSERT INTO plan_goal_steps (school_id, item_id, goal_id) VALUES ($1, $2, $3) ON CONFLICT (school_id, item_id) DO UPDATE SET goal_id = excluded.goal_id";
    TAKE = "DELETE FROM plan_goal_steps WHERE school_id = $1 AND item_id = $2";
    STEPS = "SELECT item_id, goal_id FROM plan_goal_steps WHERE school_id = $1 AND goal_id IN (SELECT id FROM plan_goals WHERE school_id = $1 AND plan_id = $2) ORDER BY item_id";
    NOTE = "INSERT INTO plan_goal_changes (school_id, plan_id, number, goal_id, at, by_id, deed, was, became) SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, CAST($4 AS BIGINT), $5, $6, $7, $8 FROM plan_goal_changes WHERE school_id = $1 AND plan_id = $2";
    CHANGES = "SELECT goal_id, at, by_id, deed, was, became FROM plan_goal_changes WHERE school_id = $1 AND plan_id = $2 ORDER BY number DESC";
    REVIEW = "INSERT INTO plan_reviews (school_id, plan_id, season, by_id, words, at, mark) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (school_id, plan_id, season, by_id) DO UPDATE SET words = excluded.words, mark = excluded.mark, at = excluded.at";
    REVIEWS = "SELECT school_id, plan_id, season, by_id, words, at, mark FROM plan_reviews WHERE school_id = $1 AND plan_id = $2 ORDER BY season, at, by_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    plan_id: String,
    topic: Option<String>,
    text: String,
    seen: String,
    by_day: String,
    state: String,
    strengths: Option<String>,
    support: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Goal {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let topic = |word: String| known(Topic::from_word(&word), "topic of a goal");
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            plan: row.plan_id.into(),
            aim: Aim {
                topic: row.topic.map(topic).transpose()?,
                text: row.text,
                seen: row.seen,
                by: day(&row.by_day)?,
                strengths: row.strengths,
                support: row.support,
            },
            state: known(State::from_word(&row.state), "state of a goal")?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    goal_id: String,
    at: i64,
    by_id: String,
    deed: String,
    was: Option<String>,
    became: Option<String>,
}

impl TryFrom<ChangeRow> for Change {
    type Error = StoreError;
    fn try_from(row: ChangeRow) -> Result<Self> {
        Ok(Self {
            goal: row.goal_id.into(),
            at: instant(row.at)?,
            by: row.by_id.into(),
            deed: known(Deed::from_word(&row.deed), "deed of a goal's history")?,
            was: row.was.as_deref().map(json).transpose()?,
            became: row.became.as_deref().map(json).transpose()?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct ReviewRow {
    school_id: String,
    plan_id: String,
    season: String,
    by_id: String,
    words: String,
    at: i64,
    mark: Option<i64>,
}

impl TryFrom<ReviewRow> for Review {
    type Error = StoreError;
    fn try_from(row: ReviewRow) -> Result<Self> {
        let mark = |mark: i64| known(SelfMark::new(small(mark)?), "mark of a review");
        Ok(Self {
            school: row.school_id.into(),
            plan: row.plan_id.into(),
            season: known(Season::from_word(&row.season), "season of a review")?,
            by: row.by_id.into(),
            words: row.words,
            mark: row.mark.map(mark).transpose()?,
            at: instant(row.at)?,
        })
    }
}

/// Adds a goal.
pub async fn add(tx: &mut WriteTx, goal: &Goal) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(goal.id.as_str())
            .bind(goal.school.as_str())
            .bind(goal.plan.as_str())
            .bind(goal.aim.topic.map(Topic::word))
            .bind(goal.aim.text.as_str())
            .bind(goal.aim.seen.as_str())
            .bind(goal.aim.by.to_string())
            .bind(goal.state.word())
            .bind(goal.aim.strengths.as_deref())
            .bind(goal.aim.support.as_deref())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves a goal; `Stale` where somebody saved in between.
pub async fn save(tx: &mut WriteTx, goal: &Goal) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(goal.id.as_str())
            .bind(goal.version)
            .bind(goal.aim.topic.map(Topic::word))
            .bind(goal.aim.text.as_str())
            .bind(goal.aim.seen.as_str())
            .bind(goal.aim.by.to_string())
            .bind(goal.state.word())
            .bind(goal.aim.strengths.as_deref())
            .bind(goal.aim.support.as_deref())
    )
}

/// One goal.
pub async fn get(tx: &mut Tx, id: &PlanGoalId) -> Result<Option<Goal>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The goals of a plan in the order of their days, those that are closed included.
pub async fn of_plan(tx: &mut Tx, plan: &Plan) -> Result<Vec<Goal>> {
    all(rows!(tx, Row, OF_PLAN, plan.school.as_str(), plan.id.as_str()))
}

/// Lets a step belong to a goal, in the place of another one.
pub async fn put(tx: &mut WriteTx, item: &Item, goal: &PlanGoalId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(item.school.as_str())
            .bind(item.id.as_str())
            .bind(goal.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Lets a step belong to no goal; the caller knows that it belongs to one.
pub async fn take(tx: &mut WriteTx, item: &Item) -> Result<()> {
    save_one!(tx, sqlx::query(TAKE).bind(item.school.as_str()).bind(item.id.as_str()))
}

/// Which steps of a plan belong to which goal.
pub async fn steps(tx: &mut Tx, plan: &Plan) -> Result<BTreeMap<PlanItemId, PlanGoalId>> {
    let rows = rows!(tx, (String, String), STEPS, plan.school.as_str(), plan.id.as_str());
    Ok(rows.into_iter().map(|(item, goal)| (item.into(), goal.into())).collect())
}

/// Adds a line to the history of a plan's goals.
pub async fn note(tx: &mut WriteTx, plan: &Plan, change: &Change) -> Result<()> {
    let was = change.was.as_ref().map(to_json).transpose()?;
    let became = change.became.as_ref().map(to_json).transpose()?;
    on!(tx.0, c => {
        sqlx::query(NOTE)
            .bind(plan.school.as_str())
            .bind(plan.id.as_str())
            .bind(change.goal.as_str())
            .bind(millis(change.at))
            .bind(change.by.as_str())
            .bind(change.deed.word())
            .bind(was)
            .bind(became)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The history of a plan's goals, the latest first.
pub async fn changes(tx: &mut Tx, plan: &Plan) -> Result<Vec<Change>> {
    all(rows!(tx, ChangeRow, CHANGES, plan.school.as_str(), plan.id.as_str()))
}

/// Keeps a review in the place of what the same person said of the season before.
pub async fn review(tx: &mut WriteTx, review: &Review) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REVIEW)
            .bind(review.school.as_str())
            .bind(review.plan.as_str())
            .bind(review.season.word())
            .bind(review.by.as_str())
            .bind(review.words.as_str())
            .bind(millis(review.at))
            .bind(review.mark.map(|mark| i64::from(mark.number())))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The reviews of a plan in the order of the year.
pub async fn reviews(tx: &mut Tx, plan: &Plan) -> Result<Vec<Review>> {
    all(rows!(tx, ReviewRow, REVIEWS, plan.school.as_str(), plan.id.as_str()))
}
