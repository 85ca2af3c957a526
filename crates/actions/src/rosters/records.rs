//! What stands, in the form in which it is compared.

use super::rows::{
    self, BORN_ON, CLASS, CLASS_KEY, CODE, LANGUAGE, ROOM, code_key, email_key, lesson_key, staff_key,
};
use domain::people::{Category, Name, Person, Role};
use domain::pupils::Pupil;
use domain::rosters::{Absence, Kind, LEFT_ON, Standing, Values, staff};
use domain::timetables::Lesson;
use domain::{Day, SchoolId};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// A person with nothing but these values: for rules that look at people.
pub(super) fn person_of(values: &Values) -> Person {
    let mut person = Person {
        id: "".into(),
        school: None,
        name: Name { family: String::new(), given: String::new(), patronymic: None },
        email: None,
        phone: None,
        staff_number: None,
        position: None,
        subject: None,
        category: Category::None,
        service_years: None,
        hired_on: None,
        weekly_load: None,
        left_on: None,
        lang: "kk".to_owned(),
        version: 0,
    };
    for (field, value) in values {
        staff::set(&mut person, field, Some(value));
    }
    person
}

/// A pupil as values by field, figures included.
pub(super) fn pupil_values(pupil: &Pupil, figures: Option<&Values>) -> Values {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let fields = [
        (CODE, pupil.code.clone()),
        (staff::FAMILY, Some(pupil.family.clone())),
        (staff::GIVEN, Some(pupil.given.clone())),
        (staff::PATRONYMIC, pupil.patronymic.clone()),
        (CLASS, Some(pupil.class.clone())),
        (CLASS_KEY, Some(pupil.class_key.clone())),
        (BORN_ON, day(pupil.born_on)),
        (LANGUAGE, pupil.language.clone()),
        (LEFT_ON, day(pupil.left_on)),
    ];
    let mut values = figures.cloned().unwrap_or_default();
    values.extend(fields.into_iter().filter_map(|(field, value)| Some((field.to_owned(), value?))));
    values
}

/// A lesson as values by field.
fn lesson_values(lesson: &Lesson) -> Values {
    let mut values = Values::from([(CLASS.to_owned(), lesson.class.clone())]);
    values.extend(lesson.room.clone().map(|room| (ROOM.to_owned(), room)));
    values
}

fn id_of(lesson: &Lesson) -> String {
    lesson_key(lesson.person.as_str(), lesson.weekday, lesson.number)
}

/// All records of a kind by id, as values.
pub(super) async fn values(
    tx: &mut Tx,
    school: &SchoolId,
    kind: Kind,
) -> store::Result<BTreeMap<String, Values>> {
    Ok(match kind {
        Kind::Staff => {
            let people = store::people::of_school(tx, school).await?;
            people.iter().map(|person| (person.id.to_string(), staff::values(person))).collect()
        }
        Kind::Pupils => {
            let figures = store::pupils::figures(tx, school).await?;
            let pupils = store::pupils::of_school(tx, school).await?;
            let valued =
                |pupil: &Pupil| (pupil.id.to_string(), pupil_values(pupil, figures.get(pupil.id.as_str())));
            pupils.iter().map(valued).collect()
        }
        Kind::Timetable => {
            let lessons = store::timetables::of_school(tx, school).await?;
            lessons.iter().map(|lesson| (id_of(lesson), lesson_values(lesson))).collect()
        }
    })
}

/// All records of a kind as they are compared, each with its label.
pub(super) async fn standing(
    tx: &mut Tx,
    school: &SchoolId,
    kind: Kind,
    today: Day,
) -> store::Result<Vec<(Standing, String)>> {
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (identity, subject) in store::rosters::remembered(tx, school, kind).await? {
        keys.entry(subject).or_default().push(identity);
    }
    let keyed = |(mut record, label): (Standing, String)| {
        record.keys.extend(keys.remove(&record.id).unwrap_or_default());
        (record, label)
    };
    Ok(match kind {
        Kind::Staff => people(tx, school, today).await?.into_iter().map(keyed).collect(),
        Kind::Pupils => {
            let figures = store::pupils::figures(tx, school).await?;
            let pupils = store::pupils::of_school(tx, school).await?;
            pupils.iter().map(|pupil| of_pupil(pupil, figures.get(pupil.id.as_str()))).map(keyed).collect()
        }
        Kind::Timetable => {
            let lessons = store::timetables::of_school(tx, school).await?;
            lessons.iter().map(of_lesson).collect()
        }
    })
}

/// People who run the school: no list ends their work.
pub(super) async fn runs(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<BTreeSet<String>> {
    let mut runs = BTreeSet::new();
    for role in [Role::Administrator, Role::Head, Role::Coordinator] {
        let with_role = store::people::with_role(tx, school, role, today).await?;
        runs.extend(with_role.iter().map(ToString::to_string));
    }
    Ok(runs)
}

async fn people(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Vec<(Standing, String)>> {
    let mut edited = store::rosters::edited(tx, school).await?;
    let paired = store::rosters::with_pairs(tx, school).await?;
    let runs = runs(tx, school, today).await?;
    let people = store::people::of_school(tx, school).await?;
    Ok(people
        .iter()
        .map(|person| {
            let id = person.id.to_string();
            let absence = match (runs.contains(&id), paired.contains(&id)) {
                (true, _) => Absence::Stays,
                (false, true) => Absence::Asks,
                (false, false) => Absence::Ends,
            };
            of_person(person, edited.remove(&id).unwrap_or_default(), absence)
        })
        .collect())
}

fn of_person(person: &Person, edited: BTreeSet<String>, absence: Absence) -> (Standing, String) {
    let mut keys: Vec<String> = Vec::new();
    keys.extend(person.staff_number.as_deref().map(staff_key));
    keys.extend(person.email.as_deref().map(email_key));
    let name = &person.name;
    let record = Standing {
        id: person.id.to_string(),
        keys,
        name: rows::name_key(&name.family, &name.given, name.patronymic.as_deref()),
        values: staff::values(person),
        edited,
        absence,
    };
    (record, name.full())
}

fn of_pupil(pupil: &Pupil, figures: Option<&Values>) -> (Standing, String) {
    let name = rows::name_key(&pupil.family, &pupil.given, pupil.patronymic.as_deref());
    let born = pupil.born_on.map_or_else(|| pupil.class_key.clone(), |day| day.to_string());
    let record = Standing {
        id: pupil.id.to_string(),
        keys: pupil.code.as_deref().map(code_key).into_iter().collect(),
        name: format!("{name}|{born}"),
        values: pupil_values(pupil, figures),
        edited: BTreeSet::new(),
        absence: Absence::Ends,
    };
    (record, format!("{} {}, {}", pupil.family, pupil.given, pupil.class))
}

fn of_lesson(lesson: &Lesson) -> (Standing, String) {
    let id = id_of(lesson);
    let label = format!("{}, {}–{}", lesson.class, lesson.weekday, lesson.number);
    let record = Standing {
        keys: vec![id.clone()],
        id,
        name: String::new(),
        values: lesson_values(lesson),
        edited: BTreeSet::new(),
        absence: Absence::Ends,
    };
    (record, label)
}
