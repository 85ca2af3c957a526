//! A person as values by field, and back: the form in which lists are compared, kept and undone.

use super::{LEFT_ON, Values};
use crate::people::{Category, Person};
use crate::terms;

/// Family name.
pub const FAMILY: &str = "family";
/// Given name.
pub const GIVEN: &str = "given";
/// Patronymic.
pub const PATRONYMIC: &str = "patronymic";
/// E-mail, lower case.
pub const EMAIL: &str = "email";
/// Phone as `+7…`.
pub const PHONE: &str = "phone";
/// The school's own number.
pub const STAFF_NUMBER: &str = "staff_number";
/// Post.
pub const POSITION: &str = "position";
/// Subject.
pub const SUBJECT: &str = "subject";
/// Category, as its stored word.
pub const CATEGORY: &str = "category";
/// Full years of service.
pub const SERVICE_YEARS: &str = "service_years";
/// First day of work here, ISO.
pub const HIRED_ON: &str = "hired_on";
/// Hours a week.
pub const WEEKLY_LOAD: &str = "weekly_load";

/// All fields in the order of the template.
pub const FIELDS: [&str; 12] = [
    STAFF_NUMBER,
    FAMILY,
    GIVEN,
    PATRONYMIC,
    POSITION,
    SUBJECT,
    CATEGORY,
    SERVICE_YEARS,
    HIRED_ON,
    EMAIL,
    PHONE,
    WEEKLY_LOAD,
];

/// True where two values of a field mean the same in two languages: a list in Kazakh after one in Russian
/// changes nothing.
pub fn means_the_same(field: &str, one: &str, other: &str) -> bool {
    matches!(field, POSITION | SUBJECT) && terms::mean_the_same(one, other)
}

/// What a person holds.
pub fn values(person: &Person) -> Values {
    let text = |text: &Option<String>| text.clone();
    let fields = [
        (FAMILY, Some(person.name.family.clone())),
        (GIVEN, Some(person.name.given.clone())),
        (PATRONYMIC, text(&person.name.patronymic)),
        (EMAIL, text(&person.email)),
        (PHONE, text(&person.phone)),
        (STAFF_NUMBER, text(&person.staff_number)),
        (POSITION, text(&person.position)),
        (SUBJECT, text(&person.subject)),
        (CATEGORY, Some(person.category.word().to_owned())),
        (SERVICE_YEARS, person.service_years.map(|years| years.to_string())),
        (HIRED_ON, person.hired_on.map(|day| day.to_string())),
        (WEEKLY_LOAD, person.weekly_load.map(|hours| hours.to_string())),
        (LEFT_ON, person.left_on.map(|day| day.to_string())),
    ];
    let held = fields.into_iter().filter_map(|(field, value)| Some((field.to_owned(), value?)));
    held.filter(|(_, value)| !value.is_empty()).collect()
}

/// Puts a value into a field. Gives `false`, with the person as before, where the value is none of the field's.
pub fn set(person: &mut Person, field: &str, value: Option<&str>) -> bool {
    let text = || value.map(str::to_owned);
    match field {
        FAMILY => person.name.family = text().unwrap_or_default(),
        GIVEN => person.name.given = text().unwrap_or_default(),
        PATRONYMIC => person.name.patronymic = text(),
        EMAIL => person.email = text(),
        PHONE => person.phone = text(),
        STAFF_NUMBER => person.staff_number = text(),
        POSITION => person.position = text(),
        SUBJECT => person.subject = text(),
        CATEGORY => match value.map_or(Some(Category::None), Category::from_word) {
            Some(category) => person.category = category,
            None => return false,
        },
        SERVICE_YEARS => return read(&mut person.service_years, value),
        HIRED_ON => return read(&mut person.hired_on, value),
        WEEKLY_LOAD => return read(&mut person.weekly_load, value),
        LEFT_ON => return read(&mut person.left_on, value),
        _ => return false,
    }
    true
}

fn read<T: std::str::FromStr>(place: &mut Option<T>, value: Option<&str>) -> bool {
    match value.map(str::parse).transpose() {
        Ok(read) => {
            *place = read;
            true
        }
        Err(_) => false,
    }
}
