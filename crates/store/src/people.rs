//! People and their roles as dated periods.

use crate::sql::{all, day, known, one, optional_day, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::calendar::Period;
use domain::people::{Category, HeldRole, Name, Person, Role};
use domain::{CampId, Day, DistrictId, PersonId, SchoolId};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, family, given, patronymic, email, phone, staff_number, position, subject, category, service_years, hired_on, weekly_load, left_on, lang, version";
    ADD = "INSERT INTO people (id, school_id, district_id, family, given, patronymic, folded, email, phone, staff_number, position, subject, category, service_years, hired_on, weekly_load, left_on, lang) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    SAVE = "UPDATE people SET family = $3, given = $4, patronymic = $5, folded = $6, email = $7, phone = $8, staff_number = $9, position = $10, subject = $11, category = $12, service_years = $13, hired_on = $14, weekly_load = $15, left_on = $16, lang = $17, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM people WHERE id = $1";
    BY_EMAIL = "SELECT " ~ " FROM people WHERE email = $1";
    OF_SCHOOL = "SELECT " ~ " FROM people WHERE school_id = $1 ORDER BY id";
    OF_CAMP = "SELECT " ~ " FROM people WHERE id IN (SELECT person_id FROM camp_people WHERE school_id = $1 AND camp_id = $2) ORDER BY id";
    OFFICERS = "SELECT " ~ " FROM people WHERE district_id = $1 AND EXISTS (SELECT 1 FROM roles WHERE person_id = people.id AND role = 'district_officer' AND from_day <= $2 AND (until_day IS NULL OR until_day > $2)) ORDER BY id";
    DISTRICT_OF = "SELECT district_id FROM people WHERE id = $1";
    OPEN_ROLE = "INSERT INTO roles (person_id, role, from_day, until_day) SELECT $1, $2, $3, NULL WHERE NOT EXISTS (SELECT 1 FROM roles WHERE person_id = $1 AND role = $2 AND until_day IS NULL) ON CONFLICT (person_id, role, from_day) DO UPDATE SET until_day = NULL";
    CLOSE_ROLE = "UPDATE roles SET until_day = CASE WHEN from_day > $3 THEN from_day ELSE $3 END WHERE person_id = $1 AND role = $2 AND until_day IS NULL";
    BOUND_ROLE = "UPDATE roles SET until_day = $4 WHERE person_id = $1 AND role = $2 AND from_day = $3";
    REOPEN_ROLE = "UPDATE roles SET until_day = NULL WHERE person_id = $1 AND role = $2 AND from_day = $3 AND NOT EXISTS (SELECT 1 FROM roles AS open WHERE open.person_id = $1 AND open.role = $2 AND open.until_day IS NULL)";
    ROLES_ON = "SELECT role FROM roles WHERE person_id = $1 AND from_day <= $2 AND (until_day IS NULL OR until_day > $2) ORDER BY role";
    ROLES_OF = "SELECT role, from_day, until_day FROM roles WHERE person_id = $1 ORDER BY from_day, role";
    ROLES_OF_SCHOOL = "SELECT person_id, role, from_day, until_day FROM roles JOIN people ON people.id = roles.person_id WHERE people.school_id = $1 ORDER BY from_day, role";
    WITH_ROLE = "SELECT person_id FROM roles JOIN people ON people.id = roles.person_id WHERE people.school_id = $1 AND role = $2 AND from_day <= $3 AND (until_day IS NULL OR until_day > $3) ORDER BY person_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: Option<String>,
    family: String,
    given: String,
    patronymic: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    staff_number: Option<String>,
    position: Option<String>,
    subject: Option<String>,
    category: String,
    service_years: Option<i64>,
    hired_on: Option<String>,
    weekly_load: Option<i64>,
    left_on: Option<String>,
    lang: String,
    version: i64,
}

impl TryFrom<Row> for Person {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.map(Into::into),
            name: Name { family: row.family, given: row.given, patronymic: row.patronymic },
            email: row.email,
            phone: row.phone,
            staff_number: row.staff_number,
            position: row.position,
            subject: row.subject,
            category: known(Category::from_word(&row.category), "category")?,
            service_years: row.service_years.map(small).transpose()?,
            hired_on: optional_day(row.hired_on.as_deref())?,
            weekly_load: row.weekly_load.map(small).transpose()?,
            left_on: optional_day(row.left_on.as_deref())?,
            lang: row.lang,
            version: row.version,
        })
    }
}

/// Somebody in a part of a programme, with what lists show of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<Id> {
    /// The id of the part: of the mentor or of the newcomer.
    pub id: Id,
    /// The person.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// Their subject, in the school's words.
    pub subject: Option<String>,
}

/// Columns of a [`Named`].
#[derive(sqlx::FromRow)]
pub(crate) struct NamedRow {
    id: String,
    person_id: String,
    family: String,
    given: String,
    patronymic: Option<String>,
    subject: Option<String>,
}

impl<Id: From<String>> From<NamedRow> for Named<Id> {
    fn from(row: NamedRow) -> Self {
        Self {
            id: row.id.into(),
            person: row.person_id.into(),
            name: Name { family: row.family, given: row.given, patronymic: row.patronymic },
            subject: row.subject,
        }
    }
}

/// A name folded for search and comparison: lower case, `ё` as `е`, single spaces. Both databases compare it
/// alike, since neither folds Cyrillic by itself.
pub fn folded(name: &Name) -> String {
    fold(&name.full())
}

/// Folds any text in the way names are folded.
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase().replace('ё', "е");
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a person. People of the district carry the district instead of a school.
pub async fn add(tx: &mut WriteTx, person: &Person, district: Option<&DistrictId>) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(person.id.as_str())
            .bind(person.school.as_ref().map(SchoolId::as_str))
            .bind(district.map(DistrictId::as_str))
            .bind(&person.name.family)
            .bind(&person.name.given)
            .bind(person.name.patronymic.as_deref())
            .bind(folded(&person.name))
            .bind(person.email.as_deref())
            .bind(person.phone.as_deref())
            .bind(person.staff_number.as_deref())
            .bind(person.position.as_deref())
            .bind(person.subject.as_deref())
            .bind(person.category.word())
            .bind(person.service_years.map(i64::from))
            .bind(person.hired_on.map(|day| day.to_string()))
            .bind(person.weekly_load.map(i64::from))
            .bind(person.left_on.map(|day| day.to_string()))
            .bind(&person.lang)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves a person; `Stale` where somebody saved in between.
pub async fn save(tx: &mut WriteTx, person: &Person) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(person.id.as_str())
            .bind(person.version)
            .bind(&person.name.family)
            .bind(&person.name.given)
            .bind(person.name.patronymic.as_deref())
            .bind(folded(&person.name))
            .bind(person.email.as_deref())
            .bind(person.phone.as_deref())
            .bind(person.staff_number.as_deref())
            .bind(person.position.as_deref())
            .bind(person.subject.as_deref())
            .bind(person.category.word())
            .bind(person.service_years.map(i64::from))
            .bind(person.hired_on.map(|day| day.to_string()))
            .bind(person.weekly_load.map(i64::from))
            .bind(person.left_on.map(|day| day.to_string()))
            .bind(&person.lang)
    )
}

/// One person.
pub async fn get(tx: &mut Tx, id: &PersonId) -> Result<Option<Person>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The person with an e-mail, given in lower case.
pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<Person>> {
    one(row!(tx, Row, BY_EMAIL, email))
}

/// Everybody a school ever had, those who left included.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Person>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Everybody who takes part in a camp that a school holds, from whichever school.
pub async fn of_camp(tx: &mut Tx, school: &SchoolId, camp: &CampId) -> Result<Vec<Person>> {
    all(rows!(tx, Row, OF_CAMP, school.as_str(), camp.as_str()))
}

/// The officers of a district on a day.
pub async fn officers(tx: &mut Tx, district: &DistrictId, day: Day) -> Result<Vec<Person>> {
    all(rows!(tx, Row, OFFICERS, district.as_str(), day.to_string()))
}

/// The district a person of the department belongs to.
pub async fn district_of(tx: &mut Tx, id: &PersonId) -> Result<Option<DistrictId>> {
    let row = row!(tx, (Option<String>,), DISTRICT_OF, id.as_str());
    Ok(row.and_then(|(district,)| district).map(Into::into))
}

/// Opens a role from a day; a role that is open already stays as it is, and one that was closed on its first
/// day opens again.
pub async fn open_role(tx: &mut WriteTx, person: &PersonId, role: Role, from: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(OPEN_ROLE).bind(person.as_str()).bind(role.word()).bind(from.to_string()).execute(c).await?;
    });
    Ok(())
}

/// Closes an open role: the day is the first without it. A role that begins later ends before it begins.
pub async fn close_role(tx: &mut WriteTx, person: &PersonId, role: Role, until: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(CLOSE_ROLE).bind(person.as_str()).bind(role.word()).bind(until.to_string()).execute(c).await?;
    });
    Ok(())
}

/// Lets a role that begins on a day end on another, which is the first without it.
pub async fn bound_role(
    tx: &mut WriteTx,
    person: &PersonId,
    role: Role,
    from: Day,
    until: Day,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(BOUND_ROLE)
            .bind(person.as_str())
            .bind(role.word())
            .bind(from.to_string())
            .bind(until.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The roles a person has on a day.
pub async fn roles_on(tx: &mut Tx, person: &PersonId, day: Day) -> Result<Vec<Role>> {
    let rows = rows!(tx, (String,), ROLES_ON, person.as_str(), day.to_string());
    rows.into_iter().map(|(word,)| known(Role::from_word(&word), "role")).collect()
}

/// All roles a person ever had, the earliest first.
pub async fn roles_of(tx: &mut Tx, person: &PersonId) -> Result<Vec<HeldRole>> {
    let rows = rows!(tx, (String, String, Option<String>), ROLES_OF, person.as_str());
    rows.into_iter().map(|(word, from, until)| held(&word, &from, until.as_deref())).collect()
}

fn held(word: &str, from: &str, until: Option<&str>) -> Result<HeldRole> {
    let period = Period { from: day(from)?, until: optional_day(until)? };
    Ok(HeldRole { role: known(Role::from_word(word), "role")?, period })
}

/// All roles that people of a school ever had, by person, the earliest first.
pub async fn roles_of_school(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<PersonId, Vec<HeldRole>>> {
    let rows = rows!(tx, (String, String, String, Option<String>), ROLES_OF_SCHOOL, school.as_str());
    let mut roles: BTreeMap<PersonId, Vec<HeldRole>> = BTreeMap::new();
    for (person, word, from, until) in rows {
        roles.entry(person.into()).or_default().push(held(&word, &from, until.as_deref())?);
    }
    Ok(roles)
}

/// Lets a role that was closed on a day, or before it began, go on as if it had not been closed.
pub async fn reopen_role(tx: &mut WriteTx, person: &PersonId, held: &HeldRole) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REOPEN_ROLE)
            .bind(person.as_str())
            .bind(held.role.word())
            .bind(held.period.from.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who has a role in a school on a day.
pub async fn with_role(tx: &mut Tx, school: &SchoolId, role: Role, day: Day) -> Result<Vec<PersonId>> {
    let rows = rows!(tx, (String,), WITH_ROLE, school.as_str(), role.word(), day.to_string());
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}
