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
}
