//! Records of a file as rows that can be compared.

use super::{Message, messages::no_such_teacher};
use documents::tables::rearm;
use domain::people::Person;
use domain::rosters::{Kind, Row, Standing, Unread, Values, staff};
use exchange::roster::{
    Format, Kind as FileKind, LessonRecord, Opened, PersonName, PupilRecord, Records, SchoolLanguage,
    StaffRecord, Stopped, fold,
};
use std::collections::{BTreeMap, HashMap};

/// Fields of pupils beyond those they share with staff.
pub(super) const CODE: &str = "code";
pub(super) const CLASS: &str = "class";
pub(super) const CLASS_KEY: &str = "class_key";
pub(super) const BORN_ON: &str = "born_on";
pub(super) const LANGUAGE: &str = "language";
pub(super) const ROOM: &str = "room";

pub(super) const fn kind(kind: Kind) -> FileKind {
    match kind {
        Kind::Staff => FileKind::Staff,
        Kind::Pupils => FileKind::Pupils,
        Kind::Timetable => FileKind::Timetable,
    }
}

pub(super) fn email_key(email: &str) -> String {
    format!("email:{email}")
}

pub(super) fn staff_key(number: &str) -> String {
    format!("staff:{}", fold(number))
}

pub(super) fn code_key(code: &str) -> String {
    format!("code:{}", fold(code))
}

/// A key made of what a line without keys says; it counts only once a person decided or the line made a record.
pub(super) const IDENTITY: &str = "line:";

/// The folded name under which spellings meet.
pub(super) fn name_key(family: &str, given: &str, patronymic: Option<&str>) -> String {
    PersonName::from_parts(family, given, patronymic.unwrap_or_default())
        .map_or_else(|_| fold(&format!("{family} {given}")), |name| name.key())
}

/// Rows with their labels, and messages of lines about people who are not there.
pub(super) fn of(
    records: &Records,
    people: &[Person],
    opened: &Opened,
) -> (Vec<(Row, String)>, Vec<Message>) {
    let mut met = Met::default();
    let (mut rows, unknown) = match records {
        Records::Staff(records) => {
            (records.iter().map(|record| of_staff(record, &mut met)).collect(), Vec::new())
        }
        Records::Pupils(records) => {
            (records.iter().map(|record| of_pupil(record, &mut met)).collect(), Vec::new())
        }
        Records::Timetable(records) => of_lessons(records, people, opened),
    };
    if opened.format == Format::Csv {
        for (row, _) in &mut rows {
            rearm_all(&mut row.values);
        }
    }
    (rows, unknown)
}

/// Lines that an error stopped, as far as they say whom they are about.
pub(super) fn unread(
    stopped: &[Stopped],
    kind: Kind,
    people: &[Person],
    standing: &[Standing],
) -> Vec<Unread> {
    let unread = |line: &Stopped, keys, name: &str| Unread { line: line.line, keys, name: name.to_owned() };
    match kind {
        Kind::Staff => stopped
            .iter()
            .map(|line| {
                let number = line.staff_number.as_deref().map(staff_key);
                let email = line.email.as_deref().map(email_key);
                unread(line, number.into_iter().chain(email).collect(), &line.name)
            })
            .collect(),
        Kind::Pupils => stopped
            .iter()
            .map(|line| unread(line, line.code.as_deref().map(code_key).into_iter().collect(), &line.name))
            .collect(),
        // Which lesson a faulty line means is not known: all lessons of its teacher stay.
        Kind::Timetable => stopped
            .iter()
            .filter(|line| !line.repeats)
            .filter_map(|line| {
                let email = line.email.as_deref()?;
                let person = people.iter().find(|person| person.email.as_deref() == Some(email))?;
                let own = format!("{} ", person.id);
                let ids = standing.iter().map(|record| &record.id).filter(|id| id.starts_with(&own));
                Some(unread(line, ids.cloned().collect(), ""))
            })
            .filter(|line| !line.keys.is_empty())
            .collect(),
    }
}

/// Our own CSV puts an apostrophe before what a spreadsheet would run; it is taken off again.
fn rearm_all(values: &mut Values) {
    for value in values.values_mut() {
        let armed = rearm(value);
        if armed.len() < value.len() {
            *value = armed.to_owned();
        }
    }
}

/// Equal lines without keys are told apart by their order.
#[derive(Default)]
struct Met(HashMap<String, u32>);

impl Met {
    fn identity(&mut self, name: &str, more: &[String]) -> String {
        let identity = format!("{IDENTITY}{name}|{}", more.join("|"));
        let count = self.0.entry(identity.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { identity } else { format!("{identity}#{count}") }
    }
}

fn put(values: &mut Values, field: &str, value: Option<impl ToString>) {
    if let Some(value) = value.map(|value| value.to_string()).filter(|value| !value.is_empty()) {
        values.insert(field.to_owned(), value);
    }
}

fn names(values: &mut Values, name: &PersonName) {
    put(values, staff::FAMILY, Some(&name.family));
    put(values, staff::GIVEN, Some(&name.given));
    put(values, staff::PATRONYMIC, name.patronymic.as_ref());
}

fn of_staff(record: &StaffRecord, met: &mut Met) -> (Row, String) {
    let mut values = BTreeMap::new();
    names(&mut values, &record.name);
    let text = |entry: &Option<exchange::roster::Entry>| entry.as_ref().map(|entry| entry.value.clone());
    put(&mut values, staff::STAFF_NUMBER, text(&record.staff_number));
    put(&mut values, staff::EMAIL, text(&record.email));
    put(&mut values, staff::PHONE, text(&record.phone));
    put(&mut values, staff::POSITION, text(&record.position));
    put(&mut values, staff::SUBJECT, text(&record.subject));
    put(&mut values, staff::CATEGORY, record.category.map(category));
    put(&mut values, staff::SERVICE_YEARS, record.service_months.map(|months| months / 12));
    put(&mut values, staff::HIRED_ON, record.hired_on);
    put(&mut values, staff::WEEKLY_LOAD, record.weekly_hours.map(f64::round));
    let name = record.name.key();
    let mut keys: Vec<String> = Vec::new();
    keys.extend(record.staff_number.as_ref().map(|number| staff_key(&number.value)));
    keys.extend(record.email.as_ref().map(|email| email_key(&email.value)));
    if keys.is_empty() {
        let hired = record.hired_on.map(|day| day.to_string()).unwrap_or_default();
        keys.push(met.identity(&name, &[hired]));
    }
    (Row { line: record.line, keys, name, values }, record.name.full())
}

/// The stored word of a category; files and papers name the same ten.
fn category(category: exchange::roster::Category) -> &'static str {
    use domain::people::Category as Stored;
    use exchange::roster::Category as Read;
    match category {
        Read::None => Stored::None,
        Read::Trainee => Stored::Trainee,
        Read::Teacher => Stored::Teacher,
        Read::Moderator => Stored::Moderator,
        Read::Expert => Stored::Expert,
        Read::Researcher => Stored::Researcher,
        Read::Master => Stored::Master,
        Read::LegacySecond => Stored::LegacySecond,
        Read::LegacyFirst => Stored::LegacyFirst,
        Read::LegacyHighest => Stored::LegacyHighest,
    }
    .word()
}

/// Numbers of identification are read to check them and not kept: children's need a consent of their own.
fn of_pupil(record: &PupilRecord, met: &mut Met) -> (Row, String) {
    let mut values = BTreeMap::new();
    names(&mut values, &record.name);
    put(&mut values, CODE, record.code.as_ref().map(|code| &code.value));
    put(&mut values, CLASS, Some(&record.class.typed));
    put(&mut values, CLASS_KEY, Some(record.class.key()));
    put(&mut values, BORN_ON, record.born_on);
    put(&mut values, LANGUAGE, record.language.as_ref().map(language));
    for score in &record.scores {
        let quarter = score.quarter.map(|quarter| quarter.to_string()).unwrap_or_default();
        put(&mut values, &format!("score:{}:{quarter}", score.subject), Some(score.percent));
    }
    put(&mut values, "attendance", record.attendance);
    put(&mut values, "activities", record.activities.as_ref().map(|activities| &activities.value));
    let born = record.born_on.map_or_else(|| record.class.key(), |day| day.to_string());
    let name = format!("{}|{born}", record.name.key());
    let key = record.code.as_ref().map(|code| code_key(&code.value));
    let key = key.unwrap_or_else(|| met.identity(&name, &[]));
    let label = format!("{}, {}", record.name.full(), record.class.typed);
    (Row { line: record.line, keys: vec![key], name, values }, label)
}

fn language(language: &SchoolLanguage) -> String {
    match language {
        SchoolLanguage::Kazakh => "kk".to_owned(),
        SchoolLanguage::Russian => "ru".to_owned(),
        SchoolLanguage::English => "en".to_owned(),
        SchoolLanguage::Other(words) => words.clone(),
    }
}

fn of_lessons(
    records: &[LessonRecord],
    people: &[Person],
    opened: &Opened,
) -> (Vec<(Row, String)>, Vec<Message>) {
    let by_email: HashMap<&str, &Person> =
        people.iter().filter_map(|person| Some((person.email.as_deref()?, person))).collect();
    let mut rows = Vec::with_capacity(records.len());
    let mut unknown = Vec::new();
    for record in records {
        let Some(person) = by_email.get(record.email.as_str()) else {
            unknown.push(no_such_teacher(record.line, &record.email, opened));
            continue;
        };
        let mut values = BTreeMap::new();
        // A lesson without a class still takes the teacher's time.
        put(&mut values, CLASS, Some(record.class.as_ref().map_or("–", |class| class.typed.as_str())));
        put(&mut values, ROOM, record.room.as_ref().map(|room| &room.value));
        let key = lesson_key(person.id.as_str(), record.weekday, record.lesson);
        let label = format!("{}, {}–{}", person.name.brief(), record.weekday, record.lesson);
        rows.push((Row { line: record.line, keys: vec![key], name: String::new(), values }, label));
    }
    (rows, unknown)
}

/// The place of a lesson in the week is its id and its key.
pub(super) fn lesson_key(person: &str, weekday: u8, number: u8) -> String {
    format!("{person} {weekday} {number}")
}
