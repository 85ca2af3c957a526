//! The registers of mentors and of newcomers (doc:A19): always of today, made from what stands anyway. Practice, no form
//! of the law. What the program does not keep, the term of a category and courses, is no column: an empty one would say
//! that somebody has none.

/// Which register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Those with the right to mentor, and those whom a pair makes a mentor.
    Mentors,
    /// Those who work as a teacher for the first time.
    Newcomers,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Full name.
    Name,
    /// Post and subject.
    Work,
    /// Qualification category.
    Category,
    /// Languages in which they mentor.
    Languages,
    /// Lessons a week.
    Load,
    /// Places: taken of all.
    Places,
    /// First day of work.
    HiredOn,
    /// Whom they work with now, with the order or how far the consents are.
    Now,
    /// Whom they worked with before.
    Past,
}

impl Column {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Work => "work",
            Self::Category => "category",
            Self::Languages => "languages",
            Self::Load => "load",
            Self::Places => "places",
            Self::HiredOn => "hired_on",
            Self::Now => "now",
            Self::Past => "past",
        }
    }
}

impl Kind {
    /// Both, in the order of pages.
    pub const ALL: [Self; 2] = [Self::Mentors, Self::Newcomers];

    /// The word in addresses; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mentors => "mentors",
            Self::Newcomers => "newcomers",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Its columns from left to right.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Mentors => &[
                Column::Name,
                Column::Work,
                Column::Category,
                Column::Languages,
                Column::Load,
                Column::Places,
                Column::Now,
                Column::Past,
            ],
            Self::Newcomers => &[
                Column::Name,
                Column::Work,
                Column::Category,
                Column::HiredOn,
                Column::Load,
                Column::Now,
                Column::Past,
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_registers_begin_with_the_name_and_end_with_the_pairs() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
            let columns = kind.columns();
            assert_eq!(columns.first(), Some(&Column::Name));
            assert_eq!(columns[columns.len() - 2..], [Column::Now, Column::Past]);
        }
        assert_eq!(Kind::from_word("pupils"), None);
    }
}
