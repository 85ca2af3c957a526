//! The starting material: 120 questions in six topics and three languages (`content/README.md`), in the program itself,
//! so that a school has an exam on its first day.

use super::files::{plain, shelf};
use super::{keeps, save_all};
use crate::{Context, Failed, Never};
use domain::SchoolId;
use domain::questions::{Kept, Language, Question};
use std::collections::{BTreeMap, BTreeSet};
use store::WriteTx;

/// A question of the starting material in its languages.
pub type Starter = BTreeMap<Language, Question>;

macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!("../../../../content/questions/", $language, "/law.gift")),
            include_str!(concat!("../../../../content/questions/", $language, "/learning.gift")),
            include_str!(concat!("../../../../content/questions/", $language, "/adaptation.gift")),
            include_str!(concat!("../../../../content/questions/", $language, "/observation.gift")),
            include_str!(concat!("../../../../content/questions/", $language, "/talks.gift")),
            include_str!(concat!("../../../../content/questions/", $language, "/documents.gift")),
        ]
    };
}

/// The files of a language, in the order of the topics.
const FILES: [(Language, [&str; 6]); 3] =
    [(Language::Kk, files!("kk")), (Language::Ru, files!("ru")), (Language::En, files!("en"))];

/// All of it, in the order of the files: questions of one name are one.
pub fn starter() -> Vec<Starter> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut all: Vec<Starter> = Vec::new();
    for (language, files) in FILES {
        // A test reads them all: a file of our own is never refused.
        let read =
            files.iter().filter_map(|file| exchange::questions::gift::read(file.as_bytes(), None).ok());
        for reading in read {
            for (category, _, question) in reading.questions() {
                let place = *places.entry(question.name.clone()).or_insert(all.len());
                if place == all.len() {
                    all.push(Starter::new());
                }
                all[place].insert(language, plain(question, shelf(category, None)));
            }
        }
    }
    all
}

/// Takes the starting material in, without what the bank has under the same name. Gives how many questions came.
pub async fn take_starter(context: &Context<'_>, school: &SchoolId) -> Result<usize, Failed<Never>> {
    store::change!(context.db, tx => take_starter_in(&mut tx, context, school))
}

async fn take_starter_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
) -> Result<usize, Failed<Never>> {
    keeps(tx, context, school).await?;
    let standing = store::questions::of_school(tx, school).await?;
    let words = standing.iter().flat_map(|edition| edition.kept.words().values());
    let names: BTreeSet<&str> = words.map(|question| question.name.as_str()).collect();
    let is_new = |one: &Starter| one.values().all(|question| !names.contains(question.name.as_str()));
    let first = store::questions::highest(tx, school).await? + 1;
    let new = (first..).zip(starter().into_iter().filter(is_new));
    // A test compares their keys: none is left out.
    let new: Vec<Kept> = new.filter_map(|(number, words)| Kept::of(number, false, words).ok()).collect();
    save_all(tx, context, school, &new, "starter").await?;
    Ok(new.len())
}
