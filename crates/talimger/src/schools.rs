//! Which school and which department a command means, where the database has several.

use domain::schools::{District, School};
use store::Tx;

/// The schools that words mean: by id or a whole name, else by a part of a name.
pub(crate) fn named(schools: Vec<School>, words: &str) -> Vec<School> {
    let wanted = words.to_lowercase();
    let (called, mut others): (Vec<School>, Vec<School>) =
        schools.into_iter().partition(|school| school.is_called(words));
    if !called.is_empty() {
        return called;
    }
    others.retain(|school| school.names().iter().any(|name| name.to_lowercase().contains(&wanted)));
    others
}

/// Each school in a line of its own: the id, which no other one has, and its full names.
pub(crate) fn lines(schools: &[School]) -> String {
    let line = |school: &School| format!("\n  {}  {} / {}", school.id, school.name_kk, school.name_ru);
    schools.iter().map(line).collect()
}

/// The one department that is meant: by its id or a whole name, else by words of a name.
pub(crate) async fn district(tx: &mut Tx, words: &str) -> Result<District, String> {
    let every = store::schools::districts(tx).await.map_err(|error| error.to_string())?;
    let wanted = words.trim().to_lowercase();
    let names = |one: &District| [one.name_kk.to_lowercase(), one.name_ru.to_lowercase()];
    let is =
        |one: &&District| !wanted.is_empty() && (one.id.as_str() == words || names(one).contains(&wanted));
    let has = |one: &&District| names(one).iter().any(|name| name.contains(&wanted));
    let mut found: Vec<&District> = every.iter().filter(is).collect();
    if found.is_empty() {
        found = every.iter().filter(has).collect();
    }
    if let [one] = found[..] {
        return Ok(one.clone());
    }
    let line = |one: &District| format!("\n  {}  {}", one.id, one.name_ru);
    let all: String = every.iter().map(line).collect();
    Err(format!("--district must name one department of the database:{all}"))
}
