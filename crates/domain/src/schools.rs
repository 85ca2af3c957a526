//! Schools and the district above them.

use crate::{DistrictId, SchoolId};

/// A district or city department; owns the set of forms and sees aggregates only (rules §17).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    /// Its id.
    pub id: DistrictId,
    /// Full name in Kazakh, as papers have it.
    pub name_kk: String,
    /// Full name in Russian.
    pub name_ru: String,
}

impl District {
    /// True where it was founded without a name.
    pub fn is_nameless(&self) -> bool {
        self.names().iter().all(|name| name.trim().is_empty())
    }

    /// True where another one has a name of this one; case and blanks around do not tell two apart.
    pub fn is_named_like(&self, other: &Self) -> bool {
        share_a_name(&self.names(), &other.names())
    }

    fn names(&self) -> [&str; 2] {
        [&self.name_kk, &self.name_ru]
    }
}

/// A school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Its id.
    pub id: SchoolId,
    /// The district it belongs to.
    pub district: DistrictId,
    /// Full name in Kazakh, as papers have it.
    pub name_kk: String,
    /// Full name in Russian.
    pub name_ru: String,
    /// Name for the head of the page, short enough for a phone, in Kazakh.
    pub short_kk: String,
    /// The same in Russian.
    pub short_ru: String,
    /// Business identification number (БСН/БИН), 12 digits.
    pub bin: String,
    /// Town or village in Kazakh, for the head of papers.
    pub place_kk: String,
    /// The same in Russian.
    pub place_ru: String,
    /// Minutes ahead of UTC; 300 in all Kazakhstan since 1 March 2024.
    pub utc_offset_minutes: i16,
    /// Raised with every change, so that of two writers one sees the other.
    pub version: i64,
}

/// By what a school would be taken for another one of the installation (docs/decisions/0063).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The word of its own field, as in [`School::said`].
    pub field: &'static str,
    /// The full name of the other one in Russian.
    pub other: String,
}

impl School {
    /// What it has of another one: a name, full or short, of a school of its district (case and blanks around do not tell
    /// two apart), or a business number of any school.
    pub fn alike(&self, schools: &[Self]) -> Option<Alike> {
        let others = || schools.iter().filter(|one| one.id != self.id);
        let fields = ["name_kk", "name_ru", "short_kk", "short_ru"];
        let named = fields.into_iter().zip(self.names()).find_map(|(field, name)| {
            let mut neighbours = others().filter(|one| one.district == self.district);
            let other = neighbours.find(|one| share_a_name(&[name], &one.names()))?;
            Some(Alike { field, other: other.name_ru.clone() })
        });
        named.or_else(|| {
            let other = others().find(|one| !self.bin.is_empty() && one.bin == self.bin)?;
            Some(Alike { field: "bin", other: other.name_ru.clone() })
        })
    }

    /// True where a command means it by these words: its id, or one of its names as it stands.
    pub fn is_called(&self, words: &str) -> bool {
        self.id.as_str() == words || self.names().contains(&words)
    }

    /// Everything by which it is called: the full names and the short ones.
    pub fn names(&self) -> [&str; 4] {
        [&self.name_kk, &self.name_ru, &self.short_kk, &self.short_ru]
    }

    /// What papers and pages say of it: each field with its word, as forms and the log name it.
    pub fn said(&self) -> [(&'static str, &str); 7] {
        [
            ("name_kk", &self.name_kk),
            ("name_ru", &self.name_ru),
            ("short_kk", &self.short_kk),
            ("short_ru", &self.short_ru),
            ("bin", &self.bin),
            ("place_kk", &self.place_kk),
            ("place_ru", &self.place_ru),
        ]
    }
}

/// Whether one of these names is one of those; what has no name is like nothing.
fn share_a_name(own: &[&str], others: &[&str]) -> bool {
    let folded = |name: &str| name.trim().to_lowercase();
    let same = |one: &&str| others.iter().any(|other| folded(one) == folded(other));
    own.iter().filter(|one| !one.trim().is_empty()).any(same)
}

/// Whether this can be a business identification number: twelve digits.
pub fn is_bin(typed: &str) -> bool {
    typed.len() == 12 && typed.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name_kk: &str, short_ru: &str) -> School {
        School {
            id: "school".into(),
            district: "district".into(),
            name_kk: name_kk.into(),
            name_ru: String::new(),
            short_kk: String::new(),
            short_ru: short_ru.into(),
            bin: String::new(),
            place_kk: String::new(),
            place_ru: String::new(),
            utc_offset_minutes: 300,
            version: 0,
        }
    }

    #[test]
    fn two_schools_are_alike_by_any_name_or_the_number_and_never_by_a_missing_one() {
        let field = |one: School, other: School| {
            let other = School { id: "other".into(), ..other };
            one.alike(&[one.clone(), other]).map(|alike| alike.field)
        };
        let twelve = || named("№ 12 мектеп", "Школа № 12");
        assert_eq!(field(twelve(), named("Басқа", " ШКОЛА № 12 ")), Some("short_ru"));
        assert_eq!(field(twelve(), named("Школа № 12", "")), Some("short_ru"));
        assert_eq!(field(twelve(), named("№ 12 мектеп", "")), Some("name_kk"));
        assert_eq!(field(twelve(), named("№ 1 мектеп", "Школа № 1")), None);
        assert_eq!(field(named("", "Школа № 1"), named("", "Школа № 7")), None);
        let far = |one: School| School { district: "far".into(), ..one };
        assert_eq!(field(twelve(), far(twelve())), None, "each department has its own № 12");
        let number = |one: School| School { bin: "123456789012".into(), ..one };
        assert_eq!(field(number(twelve()), far(number(twelve()))), Some("bin"));
        assert_eq!(twelve().alike(&[twelve()]), None, "nobody is taken for themselves");
    }

    #[test]
    fn a_command_means_a_school_by_its_id_or_a_whole_name() {
        let twelve = named("№ 12 мектеп", "Школа № 12");
        assert!(twelve.is_called("school") && twelve.is_called("№ 12 мектеп"));
        assert!(!twelve.is_called("Школа № 1"));
    }

    #[test]
    fn a_department_may_have_no_name_and_is_then_like_no_other() {
        let district = |name_kk: &str, name_ru: &str| District {
            id: "district".into(),
            name_kk: name_kk.into(),
            name_ru: name_ru.into(),
        };
        assert!(district("", " ").is_nameless() && !district("", "Отдел").is_nameless());
        assert!(district("Бөлім", "Отдел").is_named_like(&district("", "отдел")));
        assert!(!district("", "").is_named_like(&district("", "")));
    }

    #[test]
    fn a_business_number_has_twelve_digits() {
        assert!(is_bin("000140000047"));
        for wrong in ["", "00014000004", "0001400000471", "00014000004O", "٠٠٠١٤٠٠٠٠٠٤٧", "0001 4000 0047"]
        {
            assert!(!is_bin(wrong), "{wrong}");
        }
    }
}
