//! Camps of young specialists and who takes part in them.

pub mod voices;

use crate::sql::{all, day, json, known, one, optional_day, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::camps::{Camp, Kind, Member, State};
use domain::{CampId, Day, DistrictId, PersonId, SchoolId};

sql! {
    columns "id, school_id, district_id, kind, title, place, first_day, last_day, packing, slots, camp_groups, seed, words, changes, state, version";
    ADD = "INSERT INTO camps (id, school_id, district_id, title, place, first_day, last_day, packing, slots, camp_groups, seed, words, state, kind) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    SAVE = "UPDATE camps SET slots = $3, camp_groups = $4, seed = $5, words = $6, state = $7, changes = $8, title = $9, place = $10, first_day = $11, last_day = $12, packing = $13, kind = $14, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM camps WHERE id = $1";
    OF_DISTRICT = "SELECT " ~ " FROM camps WHERE district_id = $1 ORDER BY first_day DESC, id";
    OF_SCHOOL = "SELECT " ~ " FROM camps WHERE school_id = $1 ORDER BY first_day DESC, id";
    OF_PERSON = "SELECT " ~ " FROM camps WHERE EXISTS (SELECT 1 FROM camp_people WHERE camp_people.school_id = camps.school_id AND camp_id = camps.id AND home_id = $1 AND person_id = $2) ORDER BY first_day DESC, id";
    JOIN = "INSERT INTO camp_people (school_id, camp_id, person_id, home_id, wishes, got, present) VALUES ($1, $2, $3, $4, $5, '[]', '[]') ON CONFLICT (school_id, camp_id, person_id) DO UPDATE SET wishes = $5";
    LEAVE = "DELETE FROM camp_people WHERE school_id = $1 AND camp_id = $2 AND person_id = $3";
    GIVE = "UPDATE camp_people SET got = $4 WHERE school_id = $1 AND camp_id = $2 AND person_id = $3";
    PHOTO = "UPDATE camp_people SET photo = $4 WHERE school_id = $1 AND camp_id = $2 AND person_id = $3";
    MARK = "UPDATE camp_people SET present = $4 WHERE school_id = $1 AND camp_id = $2 AND person_id = $3";
    MEMBERS = "SELECT school_id, camp_id, person_id, home_id, wishes, got, photo, present FROM camp_people WHERE school_id = $1 AND camp_id = $2 ORDER BY person_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    district_id: String,
    kind: String,
    title: String,
    place: String,
    first_day: String,
    last_day: String,
    packing: String,
    slots: String,
    camp_groups: String,
    seed: String,
    words: String,
    changes: String,
    state: String,
    version: i64,
}

impl TryFrom<Row> for Camp {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            district: row.district_id.into(),
            kind: known(Kind::from_word(&row.kind), "kind of a camp")?,
            title: row.title,
            place: row.place,
            first: day(&row.first_day)?,
            last: day(&row.last_day)?,
            packing: row.packing,
            slots: json(&row.slots)?,
            groups: json(&row.camp_groups)?,
            seed: row.seed,
            words: row.words,
            changes: json(&row.changes)?,
            state: known(State::from_word(&row.state), "state of a camp")?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    school_id: String,
    camp_id: String,
    person_id: String,
    home_id: String,
    wishes: String,
    got: String,
    photo: Option<String>,
    present: String,
}

impl TryFrom<MemberRow> for Member {
    type Error = StoreError;
    fn try_from(row: MemberRow) -> Result<Self> {
        Ok(Self {
            camp: row.camp_id.into(),
            school: row.school_id.into(),
            person: row.person_id.into(),
            home: row.home_id.into(),
            wishes: json(&row.wishes)?,
            got: json(&row.got)?,
            photo: optional_day(row.photo.as_deref())?,
            present: json(&row.present)?,
        })
    }
}

/// Adds a camp that was just planned.
pub async fn add(tx: &mut WriteTx, camp: &Camp) -> Result<()> {
    let (slots, groups) = (to_json(&camp.slots)?, to_json(&camp.groups)?);
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(camp.id.as_str())
            .bind(camp.school.as_str())
            .bind(camp.district.as_str())
            .bind(camp.title.as_str())
            .bind(camp.place.as_str())
            .bind(camp.first.to_string())
            .bind(camp.last.to_string())
            .bind(camp.packing.as_str())
            .bind(slots)
            .bind(groups)
            .bind(camp.seed.as_str())
            .bind(camp.words.as_str())
            .bind(camp.state.word())
            .bind(camp.kind.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves what it is, grid, groups, words, who stepped back and how it stands; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, camp: &Camp) -> Result<()> {
    let (slots, groups) = (to_json(&camp.slots)?, to_json(&camp.groups)?);
    let changes = to_json(&camp.changes)?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(camp.id.as_str())
            .bind(camp.version)
            .bind(slots.as_str())
            .bind(groups.as_str())
            .bind(camp.seed.as_str())
            .bind(camp.words.as_str())
            .bind(camp.state.word())
            .bind(changes.as_str())
            .bind(camp.title.as_str())
            .bind(camp.place.as_str())
            .bind(camp.first.to_string())
            .bind(camp.last.to_string())
            .bind(camp.packing.as_str())
            .bind(camp.kind.word())
    )
}

/// One camp.
pub async fn get(tx: &mut Tx, id: &CampId) -> Result<Option<Camp>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Those that the schools of a district hold, the latest first.
pub async fn of_district(tx: &mut Tx, district: &DistrictId) -> Result<Vec<Camp>> {
    all(rows!(tx, Row, OF_DISTRICT, district.as_str()))
}

/// Those that a school holds, the latest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Camp>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Those in which somebody of a school takes part, whichever school holds them, the latest first.
pub async fn of_person(tx: &mut Tx, home: &SchoolId, person: &PersonId) -> Result<Vec<Camp>> {
    all(rows!(tx, Row, OF_PERSON, home.as_str(), person.as_str()))
}

/// Signs somebody up with their order; whoever is signed up changes it.
pub async fn join(tx: &mut WriteTx, member: &Member) -> Result<()> {
    let wishes = to_json(&member.wishes)?;
    on!(tx.0, c => {
        sqlx::query(JOIN)
            .bind(member.school.as_str())
            .bind(member.camp.as_str())
            .bind(member.person.as_str())
            .bind(member.home.as_str())
            .bind(wishes)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes somebody out.
pub async fn leave(tx: &mut WriteTx, camp: &Camp, person: &PersonId) -> Result<()> {
    save_one!(tx, sqlx::query(LEAVE).bind(camp.school.as_str()).bind(camp.id.as_str()).bind(person.as_str()))
}

async fn set(
    tx: &mut WriteTx,
    statement: &'static str,
    member: &Member,
    value: Option<String>,
) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(statement)
            .bind(member.school.as_str())
            .bind(member.camp.as_str())
            .bind(member.person.as_str())
            .bind(value.as_deref())
    )
}

/// Keeps what somebody got.
pub async fn give(tx: &mut WriteTx, member: &Member) -> Result<()> {
    set(tx, GIVE, member, Some(to_json(&member.got)?)).await
}

/// Keeps since when somebody agrees to be photographed, or that they do not.
pub async fn photograph(tx: &mut WriteTx, member: &Member) -> Result<()> {
    set(tx, PHOTO, member, member.photo.map(|day: Day| day.to_string())).await
}

/// Keeps on which days somebody was there.
pub async fn mark(tx: &mut WriteTx, member: &Member) -> Result<()> {
    set(tx, MARK, member, Some(to_json(&member.present)?)).await
}

/// Who takes part, and who stepped back after workshops were given out: their place in the draw stays.
pub async fn members(tx: &mut Tx, camp: &Camp) -> Result<Vec<Member>> {
    all(rows!(tx, MemberRow, MEMBERS, camp.school.as_str(), camp.id.as_str()))
}
