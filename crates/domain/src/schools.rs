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

impl School {
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

/// Whether this can be a business identification number: twelve digits.
pub fn is_bin(typed: &str) -> bool {
    typed.len() == 12 && typed.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_business_number_has_twelve_digits() {
        assert!(is_bin("000140000047"));
        for wrong in ["", "00014000004", "0001400000471", "00014000004O", "٠٠٠١٤٠٠٠٠٠٤٧", "0001 4000 0047"]
        {
            assert!(!is_bin(wrong), "{wrong}");
        }
    }
}
