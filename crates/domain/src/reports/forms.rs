//! Forms as data: who signs, which fields people fill in, on what each stands (feat:F1). A district and a school may add
//! fields to a form; nobody takes one away, and a report keeps the form it was begun with.

use super::{Edition, Kind, MOST_WORDS, Refused, Term};
use crate::EditionId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most characters of a label in one language.
pub const MOST_LABEL: usize = 120;
/// Most fields that one district or one school adds to a form.
pub const MOST_FIELDS: usize = 12;

/// A text in the three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// In Kazakh.
    pub kk: String,
    /// In Russian.
    pub ru: String,
    /// In English.
    pub en: String,
}

/// How much is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// One line.
    Line,
    /// Sentences.
    Text,
}

impl Asked {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Text, Self::Line];

    /// Its word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Text => "text",
        }
    }
}

/// On what a form or a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The law asks for it.
    Law,
    /// The school has chosen it.
    Choice,
}

/// Who brought a field into a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The set that comes with the program.
    Built,
    /// The district, for all its schools.
    District,
    /// The school.
    School,
}

/// Somebody of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signer {
    /// Whoever writes the report.
    Author,
    /// The coordinator.
    Coordinator,
    /// The head.
    Head,
}

impl Signer {
    /// All, in the order of pages.
    pub const ALL: [Self; 3] = [Self::Author, Self::Coordinator, Self::Head];

    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Coordinator => "coordinator",
            Self::Head => "head",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signer| signer.word() == word)
    }
}

/// A field that somebody fills in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its key within the form.
    pub key: String,
    /// What is asked.
    pub label: Label,
    /// How much.
    pub asked: Asked,
    /// On what it stands.
    pub basis: Basis,
    /// Whose place in the chain fills it in, from 0: the author.
    pub by: u8,
    /// True where a report is not ready without it.
    pub needed: bool,
    /// Who brought it in.
    pub origin: Origin,
}

/// Of which set a form is: the program's, with so many fields of the district and of the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Of the set in the program.
    pub built: u16,
    /// Fields that the district has added.
    pub district: u16,
    /// Fields that the school has added.
    pub school: u16,
    /// Number of the edition of its body and its chain; 0 for those of the program.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub edition: u16,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_zero(number: &u16) -> bool {
    *number == 0
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.built, self.district, self.school)?;
        match self.edition {
            0 => Ok(()),
            edition => write!(f, "-{edition}"),
        }
    }
}

/// The description of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Its version.
    pub version: Version,
    /// On what it stands.
    pub basis: Basis,
    /// Who signs, in order.
    pub chain: Vec<Signer>,
    /// What people fill in.
    pub fields: Vec<Field>,
    /// The edition whose body its papers have; without one they have that of the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<EditionId>,
}

/// Version of the set below.
const BUILT: u16 = 1;

fn built(key: &str, by: u8, needed: bool, [kk, ru, en]: [&str; 3]) -> Field {
    Field {
        key: key.to_owned(),
        label: Label { kk: kk.to_owned(), ru: ru.to_owned(), en: en.to_owned() },
        asked: Asked::Text,
        basis: Basis::Choice,
        by,
        needed,
        origin: Origin::Built,
    }
}

impl Form {
    /// The form that comes with the program. None of these reports is required by law (documents.md).
    pub fn usual(kind: Kind, term: Term) -> Self {
        let mut fields = match kind {
            Kind::Mentor => vec![
                built(
                    "result",
                    0,
                    true,
                    ["Нәтижесі: не жақсарды", "Результат: что стало получаться", "Result: what works now"],
                ),
                built("difficulty", 0, false, ["Қиындықтар", "Трудности", "Difficulties"]),
                built("advice", 0, false, ["Ұсыныстар", "Рекомендации", "Recommendations"]),
                built(
                    "conclusion",
                    1,
                    false,
                    ["Үйлестірушінің қорытындысы", "Вывод координатора", "The coordinator's conclusion"],
                ),
            ],
            Kind::Newcomer => vec![
                built("result", 0, true, ["Маған не көмектесті", "Что мне помогло", "What helped me"]),
                built("difficulty", 0, false, ["Әлі не қиын", "Что пока трудно", "What is still hard"]),
                built("wish", 0, false, ["Әрі қарай не керек", "Что нужно дальше", "What I need next"]),
            ],
            Kind::Note => vec![
                built("analysis", 0, true, ["Талдау", "Анализ", "Analysis"]),
                built(
                    "decision",
                    0,
                    true,
                    ["Шешімдер: кім, не, қашан", "Решения: кто, что, когда", "Decisions: who, what, when"],
                ),
            ],
        };
        if kind == Kind::Mentor && term == Term::Year {
            fields.insert(
                1,
                built("goals", 0, false, ["Қол жеткізілген мақсаттар", "Достигнутые цели", "Goals reached"]),
            );
        }
        let chain = match kind {
            Kind::Mentor => vec![Signer::Author, Signer::Coordinator, Signer::Head],
            Kind::Newcomer => vec![Signer::Author],
            Kind::Note => vec![Signer::Author, Signer::Head],
        };
        let version = Version { built: BUILT, district: 0, school: 0, edition: 0 };
        Self { version, basis: Basis::Choice, chain, fields, edition: None }
    }

    /// The same as an edition has it, where one is in force.
    #[must_use]
    pub fn under(self, edition: Option<&Edition>) -> Self {
        match edition {
            Some(edition) => self.edited(edition),
            None => self,
        }
    }

    /// The same with the chain and the body of an edition. A field stays with whoever fills it in; the fields of somebody
    /// who does not sign any more go with their place.
    #[must_use]
    pub fn edited(self, edition: &Edition) -> Self {
        let gone: Vec<Signer> =
            self.chain.iter().copied().filter(|signer| !edition.chain.contains(signer)).collect();
        let mut form = self.without(&gone);
        let before = std::mem::replace(&mut form.chain, edition.chain.clone());
        for field in &mut form.fields {
            let place = before
                .get(usize::from(field.by))
                .and_then(|signer| form.chain.iter().position(|one| one == signer));
            field.by = place.and_then(|place| u8::try_from(place).ok()).unwrap_or_default();
        }
        form.version.edition = edition.number;
        form.edition = Some(edition.id.clone());
        form
    }

    /// The same with what the district and the school have added; they take nothing away.
    #[must_use]
    pub fn with(mut self, added: Vec<Field>) -> Self {
        let count = |origin| added.iter().filter(|field| field.origin == origin).count();
        let number = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
        self.version.district = number(count(Origin::District));
        self.version.school = number(count(Origin::School));
        self.fields.extend(added);
        self
    }

    /// The same without those places of the chain that its author would fill a second time, and without their fields.
    #[must_use]
    pub fn without(mut self, signers: &[Signer]) -> Self {
        for signer in signers {
            let Some(place) = self.chain.iter().position(|known| known == signer) else { continue };
            let place = u8::try_from(place).unwrap_or(u8::MAX);
            self.chain.retain(|known| known != signer);
            self.fields.retain(|field| field.by != place);
            for field in self.fields.iter_mut().filter(|field| field.by > place) {
                field.by -= 1;
            }
        }
        self
    }

    /// The places of the chain in order.
    pub fn places(&self) -> impl Iterator<Item = (u8, Signer)> {
        (0..).zip(self.chain.iter().copied())
    }

    /// Whose place it is.
    pub fn signer(&self, place: u8) -> Option<Signer> {
        self.chain.get(usize::from(place)).copied()
    }

    /// The field with a key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The fields of a place.
    pub fn fields_of(&self, place: u8) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |field| field.by == place)
    }

    /// May these be the words of a place? `whole` where nothing that is needed may be missing.
    pub(super) fn check(
        &self,
        place: u8,
        words: &BTreeMap<String, String>,
        whole: bool,
    ) -> Result<(), Refused> {
        if let Some(key) = words.keys().find(|key| self.field(key).is_none_or(|field| field.by != place)) {
            return Err(Refused::Missing(key.clone()));
        }
        for field in self.fields_of(place) {
            let length = words.get(&field.key).map_or(0, |words| words.trim().chars().count());
            if length > MOST_WORDS {
                return Err(Refused::TooLong(field.key.clone()));
            }
            if whole && field.needed && length == 0 {
                return Err(Refused::Missing(field.key.clone()));
            }
        }
        Ok(())
    }
}

/// Why a field is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldRefused {
    /// A language has no label, or one longer than [`MOST_LABEL`].
    Label,
    /// The form has [`MOST_FIELDS`] of this origin.
    TooMany,
}

/// May a field be added? `label` in the three languages; `added` those of the same origin.
pub fn field(label: &Label, asked: Asked, origin: Origin, added: &[Field]) -> Result<Field, FieldRefused> {
    let fits = |text: &str| (1..=MOST_LABEL).contains(&text.trim().chars().count());
    if ![&label.kk, &label.ru, &label.en].into_iter().all(|text| fits(text)) {
        return Err(FieldRefused::Label);
    }
    if added.len() >= MOST_FIELDS {
        return Err(FieldRefused::TooMany);
    }
    let of = match origin {
        Origin::Built | Origin::District => "district",
        Origin::School => "school",
    };
    let trimmed = |text: &str| text.trim().to_owned();
    Ok(Field {
        key: format!("{of}-{}", added.len() + 1),
        label: Label { kk: trimmed(&label.kk), ru: trimmed(&label.ru), en: trimmed(&label.en) },
        asked,
        basis: Basis::Choice,
        by: 0,
        needed: false,
        origin,
    })
}
