//! Forms of reports as data: who signs, which fields people fill in, on what each stands (feat:F1). A district and a school
//! may add fields to a form; nobody takes one away, and a report keeps the form it was begun with.

use super::{Edition, Kind, MOST_WORDS, Refused, Term};
use crate::EditionId;
use crate::formsets::{Added, Asked, Basis, Field, Label, Origin, Version};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

fn built(key: &str, by: u8, needed: bool, [kk, ru, en]: [&str; 3]) -> Field {
    Field {
        key: key.to_owned(),
        label: Label { kk: kk.to_owned(), ru: ru.to_owned(), en: en.to_owned() },
        asked: Asked::Text,
        options: Vec::new(),
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
            Kind::Peers => vec![
                built(
                    "judgement",
                    0,
                    true,
                    ["Бағдарлама қалай өтті", "Как прошла программа", "How the programme went"],
                ),
                built(
                    "next",
                    0,
                    false,
                    ["Келесі жылы не өзгереді", "Что изменим в следующем году", "What changes next year"],
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
            Kind::Newcomer | Kind::Peers => vec![Signer::Author],
            Kind::Note => vec![Signer::Author, Signer::Head],
        };
        Self { version: Version::BUILT, basis: Basis::Choice, chain, fields, edition: None }
    }

    /// The form of a document that nobody signs in a chain: what was added to it, and its body.
    pub fn plain(added: Added, basis: Basis) -> Self {
        let Added { version, fields, edition } = added;
        Self { version, basis, chain: Vec::new(), fields, edition }
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
        self.version = self.version.with(&added);
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
            if let Some(Err(why)) = words.get(&field.key).map(|words| field.fits(words)) {
                return Err(Refused::Unfit(field.key.clone(), why));
            }
            if whole && field.needed && length == 0 {
                return Err(Refused::Missing(field.key.clone()));
            }
        }
        Ok(())
    }
}
