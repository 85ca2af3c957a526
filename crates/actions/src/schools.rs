//! Schools: what papers say of one is corrected.

use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::schools::School;
use domain::{Instant, SchoolId};
use store::WriteTx;

/// What papers and pages say of a school. Signed orders keep what they said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Full name in Kazakh, as papers have it.
    pub name_kk: String,
    /// Full name in Russian.
    pub name_ru: String,
    /// Name for the head of the page, in Kazakh.
    pub short_kk: String,
    /// The same in Russian.
    pub short_ru: String,
    /// Business identification number ([`domain::schools::is_bin`]); empty where papers go without.
    pub bin: String,
    /// Town or village in Kazakh.
    pub place_kk: String,
    /// The same in Russian.
    pub place_ru: String,
}

impl Said {
    /// What stands now.
    pub fn of(school: &School) -> Self {
        Self {
            name_kk: school.name_kk.clone(),
            name_ru: school.name_ru.clone(),
            short_kk: school.short_kk.clone(),
            short_ru: school.short_ru.clone(),
            bin: school.bin.clone(),
            place_kk: school.place_kk.clone(),
            place_ru: school.place_ru.clone(),
        }
    }

    /// Each field with its word, as forms and the log name it.
    pub fn fields(&self) -> [(&'static str, &str); 7] {
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

    fn on(self, school: School) -> School {
        School {
            name_kk: self.name_kk,
            name_ru: self.name_ru,
            short_kk: self.short_kk,
            short_ru: self.short_ru,
            bin: self.bin,
            place_kk: self.place_kk,
            place_ru: self.place_ru,
            ..school
        }
    }
}

/// Corrects what papers say of a school; `version` is the one that was on the screen.
pub async fn correct(
    context: &Context<'_>,
    id: &SchoolId,
    version: i64,
    said: &Said,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => correct_in(&mut tx, context, id, version, said))
}

async fn correct_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SchoolId,
    version: i64,
    said: &Said,
) -> Result<(), Failed<Never>> {
    may(context.actor, &Action::ManageSchool(id))?;
    let school = store::schools::get(tx, id).await?.ok_or(Failed::NotFound)?;
    if school.version != version {
        return Err(Failed::Changed);
    }
    let before = Said::of(&school);
    let pairs = before.fields().into_iter().zip(said.fields());
    let differing: Vec<&str> = pairs.filter(|(was, is)| was != is).map(|(_, (word, _))| word).collect();
    if differing.is_empty() {
        return Ok(());
    }
    store::schools::save(tx, &said.clone().on(school)).await?;
    context.audit(tx, id, "school-corrected", id.as_str(), &differing.join(" ")).await?;
    Ok(())
}

/// Writes into the log of a school that the database was brought back from an archive, and when that was made.
pub async fn note_restored(
    context: &Context<'_>,
    id: &SchoolId,
    made_at: Instant,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => note_restored_in(&mut tx, context, id, made_at))
}

async fn note_restored_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &SchoolId,
    made_at: Instant,
) -> Result<(), Failed<Never>> {
    // Only the machine itself restores.
    may(context.actor, &Action::GiveRoles(id))?;
    context.audit(tx, id, "database-restored", id.as_str(), &made_at.to_string()).await?;
    Ok(())
}
