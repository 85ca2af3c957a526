//! Plans, their steps and their history. Whoever reads one asks `domain::plans::Kind::read` about it.

pub mod signings;
pub mod templates;

use crate::sql::{all, day, instant, json, known, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::plans::{Area, Change, Content, Deed, Done, Item, Kind, Plan, Step, Whose};
use domain::{NewcomerId, PairId, PlanId, PlanItemId, ProgrammeId, SchoolId, TemplateStepId};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, programme_id, kind, newcomer_id, pair_id, number, code, made_at, made_by, form, answers, version";
    ADD = "INSERT INTO plans (id, school_id, programme_id, kind, newcomer_id, pair_id, number, code, made_at, made_by, form) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    ANSWER = "UPDATE plans SET answers = $3, version = version + 1 WHERE id = $1 AND version = $2";
    LAST_NUMBER = "SELECT COALESCE(MAX(number), 0) FROM plans WHERE school_id = $1 AND programme_id = $2 AND kind = $3";
    GET = "SELECT " ~ " FROM plans WHERE id = $1";
    BY_CODE = "SELECT " ~ " FROM plans WHERE code = $1";
    OF_PAIR = "SELECT " ~ " FROM plans WHERE school_id = $1 AND pair_id = $2";
    OF_NEWCOMER = "SELECT " ~ " FROM plans WHERE school_id = $1 AND newcomer_id = $2 ORDER BY made_at, id";
    OF_PROGRAMME = "SELECT " ~ " FROM plans WHERE school_id = $1 AND programme_id = $2 ORDER BY kind, number";
    ADD_ITEM = "INSERT INTO plan_items (id, school_id, plan_id, step, area, text, result, whose, due_on, laid_on, own) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SAVE_ITEM = "UPDATE plan_items SET area = $3, text = $4, result = $5, whose = $6, due_on = $7, done_on = $8, done_by = $9, removed = $10, laid_on = $11, version = version + 1 WHERE id = $1 AND version = $2";
    ITEM = "SELECT id, school_id, plan_id, step, area, text, result, whose, due_on, done_on, done_by, removed, laid_on, own, version FROM plan_items WHERE id = $1";
    ITEMS = "SELECT id, school_id, plan_id, step, area, text, result, whose, due_on, done_on, done_by, removed, laid_on, own, version FROM plan_items WHERE school_id = $1 AND plan_id = $2 ORDER BY due_on, id";
    ITEMS_OF_PROGRAMME = "SELECT id, school_id, plan_id, step, area, text, result, whose, due_on, done_on, done_by, removed, laid_on, own, version FROM plan_items WHERE school_id = $1 AND plan_id IN (SELECT id FROM plans WHERE school_id = $1 AND programme_id = $2) ORDER BY due_on, id";
    NOTE = "INSERT INTO plan_changes (school_id, plan_id, number, item_id, at, by_id, deed, was, became) SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, CAST($4 AS BIGINT), $5, $6, $7, $8 FROM plan_changes WHERE school_id = $1 AND plan_id = $2";
    CHANGES = "SELECT item_id, at, by_id, deed, was, became FROM plan_changes WHERE school_id = $1 AND plan_id = $2 ORDER BY number DESC";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    kind: String,
    newcomer_id: String,
    pair_id: Option<String>,
    number: i64,
    code: String,
    made_at: i64,
    made_by: String,
    form: Option<String>,
    answers: String,
    version: i64,
}

impl TryFrom<Row> for Plan {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            kind: known(Kind::from_word(&row.kind), "kind of a plan")?,
            newcomer: row.newcomer_id.into(),
            pair: row.pair_id.map(Into::into),
            number: small(row.number)?,
            code: row.code,
            made_at: instant(row.made_at)?,
            made_by: row.made_by.into(),
            added: row.form.as_deref().map(json).transpose()?.unwrap_or_default(),
            answers: json(&row.answers)?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct ItemRow {
    id: String,
    school_id: String,
    plan_id: String,
    step: Option<String>,
    area: String,
    text: Option<String>,
    result: Option<String>,
    whose: String,
    due_on: String,
    done_on: Option<String>,
    done_by: Option<String>,
    removed: i64,
    laid_on: Option<String>,
    own: Option<String>,
    version: i64,
}

impl TryFrom<ItemRow> for Item {
    type Error = StoreError;
    fn try_from(row: ItemRow) -> Result<Self> {
        let step = |word: String| known(Step::from_word(&word), "step of a plan");
        let done = row.done_on.zip(row.done_by);
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            plan: row.plan_id.into(),
            step: row.step.map(step).transpose()?,
            own: row.own.map(Into::into),
            content: Content {
                area: known(Area::from_word(&row.area), "area of a step")?,
                text: row.text,
                result: row.result,
                whose: known(Whose::from_word(&row.whose), "whose step it is")?,
                due: day(&row.due_on)?,
            },
            done: done
                .map(|(on, by)| Ok::<_, StoreError>(Done { on: day(&on)?, by: by.into() }))
                .transpose()?,
            removed: row.removed != 0,
            laid_on: row.laid_on.as_deref().map(day).transpose()?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    item_id: String,
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
            item: row.item_id.into(),
            at: instant(row.at)?,
            by: row.by_id.into(),
            deed: known(Deed::from_word(&row.deed), "deed of a plan's history")?,
            was: row.was.as_deref().map(json).transpose()?,
            became: row.became.as_deref().map(json).transpose()?,
        })
    }
}

/// Adds a plan; `Taken` where the pair has one, where the newcomer has one, or where the number is taken.
pub async fn add(tx: &mut WriteTx, plan: &Plan) -> Result<()> {
    let form = to_json(&plan.added)?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(plan.id.as_str())
            .bind(plan.school.as_str())
            .bind(plan.programme.as_str())
            .bind(plan.kind.word())
            .bind(plan.newcomer.as_str())
            .bind(plan.pair.as_ref().map(PairId::as_str))
            .bind(i64::from(plan.number))
            .bind(&plan.code)
            .bind(millis(plan.made_at))
            .bind(plan.made_by.as_str())
            .bind(form)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves the answers to the questions that were added to its form; `Stale` where somebody saved in between.
pub async fn answer(tx: &mut WriteTx, plan: &Plan) -> Result<()> {
    let answers = to_json(&plan.answers)?;
    save_one!(tx, sqlx::query(ANSWER).bind(plan.id.as_str()).bind(plan.version).bind(answers))
}

/// The number of the last plan of a kind in a programme; 0 where there is none.
pub async fn last_number(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId, kind: Kind) -> Result<u16> {
    let row = row!(tx, (i64,), LAST_NUMBER, school.as_str(), programme.as_str(), kind.word());
    small(row.map_or(0, |(number,)| number))
}

/// One plan.
pub async fn get(tx: &mut Tx, id: &PlanId) -> Result<Option<Plan>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The plan with a check code.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Plan>> {
    one(row!(tx, Row, BY_CODE, code))
}

/// The work plan of a pair.
pub async fn of_pair(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Option<Plan>> {
    one(row!(tx, Row, OF_PAIR, school.as_str(), pair.as_str()))
}

/// All plans about a newcomer, oldest first: a work plan for each mentor, one development plan.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Plan>> {
    all(rows!(tx, Row, OF_NEWCOMER, school.as_str(), newcomer.as_str()))
}

/// All plans of a programme.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Plan>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// Adds a step.
pub async fn add_item(tx: &mut WriteTx, item: &Item) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_ITEM)
            .bind(item.id.as_str())
            .bind(item.school.as_str())
            .bind(item.plan.as_str())
            .bind(item.step.map(Step::word))
            .bind(item.content.area.word())
            .bind(item.content.text.as_deref())
            .bind(item.content.result.as_deref())
            .bind(item.content.whose.word())
            .bind(item.content.due.to_string())
            .bind(item.laid_on.map(|day| day.to_string()))
            .bind(item.own.as_ref().map(TemplateStepId::as_str))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves a step; `Stale` where somebody saved in between.
pub async fn save_item(tx: &mut WriteTx, item: &Item) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE_ITEM)
            .bind(item.id.as_str())
            .bind(item.version)
            .bind(item.content.area.word())
            .bind(item.content.text.as_deref())
            .bind(item.content.result.as_deref())
            .bind(item.content.whose.word())
            .bind(item.content.due.to_string())
            .bind(item.done.as_ref().map(|done| done.on.to_string()))
            .bind(item.done.as_ref().map(|done| done.by.as_str()))
            .bind(i64::from(item.removed))
            .bind(item.laid_on.map(|day| day.to_string()))
    )
}

/// One step.
pub async fn item(tx: &mut Tx, id: &PlanItemId) -> Result<Option<Item>> {
    one(row!(tx, ItemRow, ITEM, id.as_str()))
}

/// The steps of a plan in the order of their days; those that were taken away included.
pub async fn items(tx: &mut Tx, plan: &Plan) -> Result<Vec<Item>> {
    all(rows!(tx, ItemRow, ITEMS, plan.school.as_str(), plan.id.as_str()))
}

/// The development plan of a newcomer, which begins with the first step that is taken up.
pub async fn development(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Option<Plan>> {
    let plans = of_newcomer(tx, school, newcomer).await?;
    Ok(plans.into_iter().find(|plan| plan.kind == Kind::Development))
}

/// The steps of all plans of a programme, each plan's in the order of their days.
pub async fn items_of_programme(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> Result<BTreeMap<PlanId, Vec<Item>>> {
    let mut of_plans: BTreeMap<PlanId, Vec<Item>> = BTreeMap::new();
    let items: Vec<Item> = all(rows!(tx, ItemRow, ITEMS_OF_PROGRAMME, school.as_str(), programme.as_str()))?;
    for item in items {
        of_plans.entry(item.plan.clone()).or_default().push(item);
    }
    Ok(of_plans)
}

/// Adds a line to a plan's history.
pub async fn note(tx: &mut WriteTx, plan: &Plan, change: &Change) -> Result<()> {
    let was = change.was.as_ref().map(to_json).transpose()?;
    let became = change.became.as_ref().map(to_json).transpose()?;
    on!(tx.0, c => {
        sqlx::query(NOTE)
            .bind(plan.school.as_str())
            .bind(plan.id.as_str())
            .bind(change.item.as_str())
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

/// The history of a plan, the latest first.
pub async fn changes(tx: &mut Tx, plan: &Plan) -> Result<Vec<Change>> {
    all(rows!(tx, ChangeRow, CHANGES, plan.school.as_str(), plan.id.as_str()))
}
