//! Orders of the head, and what each says.

use crate::sql::{all, day, instant, json, known, millis, one, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::orders::{Kind, Minutes, Order, Sheet, Signature, State};
use domain::{OrderId, PairId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, programme_id, kind, former_id, minutes, code, state, number, on_day, state_at, signed_by, version";
    ADD = "INSERT INTO orders (id, school_id, programme_id, kind, former_id, minutes, code, state) VALUES ($1, $2, $3, $4, $5, $6, $7, 'draft')";
    ADD_LINE = "INSERT INTO order_lines (school_id, order_id, pair_id) VALUES ($1, $2, $3)";
    SAVE = "UPDATE orders SET minutes = $3, state = $4, number = $5, on_day = $6, state_at = $7, signed_by = $8, sheet = COALESCE($9, sheet), version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM orders WHERE id = $1";
    BY_CODE = "SELECT " ~ " FROM orders WHERE code = $1";
    OF_PROGRAMME = "SELECT " ~ " FROM orders WHERE school_id = $1 AND programme_id = $2 AND state <> 'discarded' ORDER BY id";
    DISCARDED = "SELECT " ~ " FROM orders WHERE school_id = $1 AND programme_id = $2 AND state = 'discarded' ORDER BY state_at DESC, id";
    LINES = "SELECT pair_id FROM order_lines WHERE school_id = $1 AND order_id = $2 ORDER BY pair_id";
    IN_OPEN_ORDER = "SELECT order_lines.pair_id FROM order_lines JOIN orders ON orders.school_id = order_lines.school_id AND orders.id = order_lines.order_id WHERE orders.school_id = $1 AND orders.programme_id = $2 AND orders.state = 'draft'";
    SHEET = "SELECT sheet FROM orders WHERE id = $1";
    ENDS = "SELECT sheet FROM orders WHERE school_id = $1 AND programme_id = $2 AND kind = 'ending' AND state = 'signed' ORDER BY state_at, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    kind: String,
    former_id: Option<String>,
    minutes: Option<String>,
    code: String,
    state: String,
    number: Option<String>,
    on_day: Option<String>,
    state_at: Option<i64>,
    signed_by: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Order {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let state = state(&row)?;
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            kind: known(Kind::from_word(&row.kind), "kind of an order")?,
            former: row.former_id.map(Into::into),
            minutes: row.minutes.as_deref().map(json::<Minutes>).transpose()?,
            code: row.code,
            state,
            version: row.version,
        })
    }
}

fn state(row: &Row) -> Result<State> {
    let at = || known(row.state_at, "time of an order").and_then(instant);
    Ok(match row.state.as_str() {
        "draft" => State::Draft,
        "discarded" => State::Discarded { at: at()? },
        "signed" => State::Signed(Signature {
            number: known(row.number.clone(), "number of an order")?,
            on: day(known(row.on_day.as_deref(), "date of an order")?)?,
            at: at()?,
            by: known(row.signed_by.clone(), "signer of an order")?.into(),
        }),
        _ => return Err(StoreError::Unreadable("state of an order")),
    })
}

/// Adds a draft with its pairs.
pub async fn add(tx: &mut WriteTx, order: &Order, pairs: &[PairId]) -> Result<()> {
    let minutes = order.minutes.as_ref().map(to_json).transpose()?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(order.id.as_str())
            .bind(order.school.as_str())
            .bind(order.programme.as_str())
            .bind(order.kind.word())
            .bind(order.former.as_ref().map(OrderId::as_str))
            .bind(minutes)
            .bind(&order.code)
            .execute(c)
            .await?;
    });
    for pair in pairs {
        on!(tx.0, c => {
            sqlx::query(ADD_LINE)
                .bind(order.school.as_str())
                .bind(order.id.as_str())
                .bind(pair.as_str())
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// Saves minutes and state; a signed order is saved with what it says. `Taken` where the number is taken.
pub async fn save(tx: &mut WriteTx, order: &Order, sheet: Option<&Sheet>) -> Result<()> {
    let minutes = order.minutes.as_ref().map(to_json).transpose()?;
    let sheet = sheet.map(to_json).transpose()?;
    let (number, on_day, at, by) = match &order.state {
        State::Draft => (None, None, None, None),
        State::Discarded { at } => (None, None, Some(millis(*at)), None),
        State::Signed(signature) => (
            Some(signature.number.as_str()),
            Some(signature.on.to_string()),
            Some(millis(signature.at)),
            Some(signature.by.as_str()),
        ),
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(order.id.as_str())
            .bind(order.version)
            .bind(minutes)
            .bind(order.state.word())
            .bind(number)
            .bind(on_day)
            .bind(at)
            .bind(by)
            .bind(sheet)
    )
}

/// One order.
pub async fn get(tx: &mut Tx, id: &OrderId) -> Result<Option<Order>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The order with a check code.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Order>> {
    one(row!(tx, Row, BY_CODE, code))
}

/// Drafts and signed orders of a programme, oldest first.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Order>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// Discarded drafts of a programme, the last one first.
pub async fn discarded(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Order>> {
    all(rows!(tx, Row, DISCARDED, school.as_str(), programme.as_str()))
}

/// The pairs of an order.
pub async fn lines(tx: &mut Tx, order: &Order) -> Result<Vec<PairId>> {
    let rows = rows!(tx, (String,), LINES, order.school.as_str(), order.id.as_str());
    Ok(rows.into_iter().map(|(pair,)| pair.into()).collect())
}

/// Pairs that stand in a draft already.
pub async fn in_open_order(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<PairId>> {
    let rows = rows!(tx, (String,), IN_OPEN_ORDER, school.as_str(), programme.as_str());
    Ok(rows.into_iter().map(|(pair,)| pair.into()).collect())
}

/// What a signed order says.
pub async fn sheet(tx: &mut Tx, order: &Order) -> Result<Option<Sheet>> {
    let row = row!(tx, (Option<String>,), SHEET, order.id.as_str());
    row.and_then(|(sheet,)| sheet).as_deref().map(json).transpose()
}

/// What the signed orders of a programme say that end pairs, oldest first.
pub async fn ends(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Sheet>> {
    let rows = rows!(tx, (String,), ENDS, school.as_str(), programme.as_str());
    rows.iter().map(|(sheet,)| json(sheet)).collect()
}
