//! Acts of deletion: what is deleted of pupils when its time is over, how many, by which rule, on which day (feat:M5, F10;
//! rules §18). An act names nobody and nothing of what stood there, and stays.
//!
//! Two things have no line. A case of a concern: no list counts it, also when it is gone (neg:N20; docs/decisions/0047). And a
//! pause, because a missing line would tell which pauses were none (docs/decisions/0048).

use crate::Day;

/// A kind of records that are deleted when their time is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// Consents about pupils.
    Consents,
    /// Scans of the papers on which they stood.
    Scans,
    /// Notes of who opened a page about a pupil.
    Reads,
    /// Notes of who opened what is kept apart.
    ReadsApart,
    /// Notes of who opened a scan.
    ReadsScan,
    /// Notes of who opened a sociometry.
    ReadsSociometry,
    /// Why somebody was referred.
    Reasons,
    /// Goals that were offered.
    Referrals,
    /// What the law names. Who reads no line of it in the log reads none here.
    Blocks,
    /// What was written down before a pair was looked for, with the wishes.
    Profiles,
    /// Pairs of pupils.
    Pairs,
    /// What both of a pair said.
    Voices,
    /// Marks of the journal.
    Marks,
    /// Signatures of weeks, with the remarks.
    Signatures,
    /// Nominations for awards.
    Nominees,
    /// What single meetings were about.
    Topics,
    /// Thanks of those who were helped.
    Thanks,
    /// Closing talks.
    Talks,
    /// Why a pair was prolonged.
    Prolongations,
    /// Lots among those who waited, with their lists.
    Lots,
    /// Those who helped, with their training.
    Volunteers,
}

impl Record {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::Consents,
        Self::Scans,
        Self::Reads,
        Self::ReadsApart,
        Self::ReadsScan,
        Self::ReadsSociometry,
        Self::Reasons,
        Self::Referrals,
        Self::Blocks,
        Self::Profiles,
        Self::Pairs,
        Self::Voices,
        Self::Marks,
        Self::Signatures,
        Self::Nominees,
        Self::Topics,
        Self::Thanks,
        Self::Talks,
        Self::Prolongations,
        Self::Lots,
        Self::Volunteers,
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Consents => "consents",
            Self::Scans => "scans",
            Self::Reads => "reads",
            Self::ReadsApart => "reads_apart",
            Self::ReadsScan => "reads_scan",
            Self::ReadsSociometry => "reads_sociometry",
            Self::Reasons => "reasons",
            Self::Referrals => "referrals",
            Self::Blocks => "blocks",
            Self::Profiles => "profiles",
            Self::Pairs => "pairs",
            Self::Voices => "voices",
            Self::Marks => "marks",
            Self::Signatures => "signatures",
            Self::Nominees => "nominees",
            Self::Topics => "topics",
            Self::Thanks => "thanks",
            Self::Talks => "talks",
            Self::Prolongations => "prolongations",
            Self::Lots => "lots",
            Self::Volunteers => "volunteers",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// The rule by which it is deleted.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Consents
            | Self::Scans
            | Self::Reads
            | Self::ReadsApart
            | Self::ReadsScan
            | Self::ReadsSociometry
            | Self::Nominees => Rule::ThreeYears,
            Self::Reasons | Self::Blocks => Rule::SchoolYear,
            Self::Referrals
            | Self::Pairs
            | Self::Voices
            | Self::Marks
            | Self::Signatures
            | Self::Topics
            | Self::Thanks
            | Self::Talks
            | Self::Prolongations
            | Self::Lots
            | Self::Volunteers => Rule::YearAfter,
            Self::Profiles => Rule::Consent,
        }
    }
}

/// By which rule something is deleted (rules §18; the terms are ours).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Three years after the end, the withdrawal or the day itself.
    ThreeYears,
    /// With the school year.
    SchoolYear,
    /// A year after it was over.
    YearAfter,
    /// With the consent to keep data.
    Consent,
}

impl Rule {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ThreeYears => "three_years",
            Self::SchoolYear => "school_year",
            Self::YearAfter => "year_after",
            Self::Consent => "consent",
        }
    }
}

/// A line of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// The day.
    pub day: Day,
    /// What was deleted.
    pub record: Record,
    /// How many of them.
    pub number: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_record_has_a_word_of_its_own_that_reads_back() {
        let words: BTreeSet<&str> = Record::ALL.iter().map(|one| one.word()).collect();
        assert_eq!(words.len(), Record::ALL.len());
        assert!(Record::ALL.into_iter().all(|one| Record::from_word(one.word()) == Some(one)));
    }
}
