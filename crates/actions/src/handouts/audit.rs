//! The latest lines of the log, as far as the reader may read their kinds: when, what, who did it, whom it concerns.

use super::{Heading, Rows, Scene};
use crate::lists::Cell;
use documents::tables::Kind as CellKind;
use domain::audit::{Deed, Kind, may_read};
use domain::people::{Actor, COMMAND_LINE};
use domain::{Instant, PersonId, SchoolId};
use i18n::t;
use std::collections::BTreeMap;
use store::Tx;
use store::audit::{Chosen, Told, chosen};

/// Most lines: some forty sheets, more nobody reads on paper.
const LINES: i64 = 1000;

pub(super) const TITLE: &str = "audit-title";
pub(super) const HEADINGS: &[Heading] = &[
    ("handouts-column-when", 18, CellKind::Text),
    ("handouts-column-deed", 34, CellKind::Text),
    ("handouts-column-who", 22, CellKind::Text),
    ("handouts-column-about", 26, CellKind::Text),
];

/// What the log leaves out for a reader, as the key of a sentence: the coordinator misses what only the head keeps, the head
/// others.
pub fn hides(actor: &Actor, school: &SchoolId) -> Option<&'static str> {
    let hidden = |kind: Kind| may_read(actor, school, kind).is_err();
    match () {
        () if hidden(Kind::Sanctions) => Some("audit-hides-sanctions"),
        () if Kind::ALL.into_iter().any(hidden) => Some("audit-hides"),
        () => None,
    }
}

/// What stands above the table: how far back it goes, and what is not in it.
pub(super) fn about(scene: &Scene<'_>) -> Vec<String> {
    let latest = t(scene.lang, "handouts-audit-latest", &[("count", LINES.into())]);
    let hides = hides(scene.context.actor, &scene.programme.school).map(|key| format!("{}.", scene.say(key)));
    [Some(latest), hides].into_iter().flatten().collect()
}

pub(super) async fn rows(tx: &mut Tx, scene: &Scene<'_>) -> store::Result<Rows> {
    let (school, actor) = (&scene.programme.school, scene.context.actor);
    let kinds = Kind::ALL.into_iter().filter(|kind| !kind.is_everyday());
    let kinds = kinds.filter(|kind| may_read(actor, school, *kind).is_ok());
    let deeds: Vec<Deed> = kinds.flat_map(Kind::deeds).collect();
    let newest = Chosen { deeds: &deeds, person: None, before: (Instant::MAX, i64::MAX) };
    let lines = chosen(tx, school, &newest, LINES).await?;
    let lines = crate::handovers::without_hidden(tx, scene.context, lines).await?;
    let people = store::people::of_school(tx, school).await?;
    let names: BTreeMap<PersonId, String> =
        people.into_iter().map(|person| (person.id, person.name.brief())).collect();
    Ok(lines.iter().filter_map(|told| row(scene, &names, told)).collect())
}

fn row(scene: &Scene<'_>, names: &BTreeMap<PersonId, String>, told: &Told) -> Option<Vec<Cell>> {
    let line = &told.line;
    let deed = Deed::from_word(&line.what)?;
    let who = line.actor.as_ref().filter(|_| !deed.hides_who()).map(|id| match id.as_str() {
        COMMAND_LINE => scene.say("audit-command-line"),
        _ => names.get(id).cloned().unwrap_or_default(),
    });
    let others = concerned(deed, told).into_iter().filter(|person| Some(person) != line.actor.as_ref());
    let about = others.filter_map(|person| names.get(&person).cloned()).collect();
    let at = domain::calendar::local(line.at, scene.offset_minutes);
    Some(vec![
        Cell::Lines(vec![i18n::day(scene.lang, at.date()), i18n::time(at.time())]),
        Cell::words(scene.say(&format!("audit-{}", line.what))),
        Cell::words(who.unwrap_or_default()),
        Cell::Lines(about),
    ])
}

/// The people of a line: whoever it is about, or the two of its pair; nobody where a list or the whole school is meant.
fn concerned(deed: Deed, told: &Told) -> Vec<PersonId> {
    match deed.kind() {
        Kind::People => vec![told.line.subject.as_str().into()],
        Kind::Courses if is_of_a_candidate(deed) => vec![told.line.subject.as_str().into()],
        // What is gone with its newcomer is about nobody.
        Kind::Contacts if told.newcomer.is_none() => Vec::new(),
        Kind::Accounts | Kind::Rosters | Kind::Programmes | Kind::Orders | Kind::Choices => Vec::new(),
        _ => [&told.newcomer, &told.mentor].into_iter().flatten().cloned().collect(),
    }
}

/// True where the subject of a line is the person whose course it is.
const fn is_of_a_candidate(deed: Deed) -> bool {
    matches!(
        deed,
        Deed::CourseAsked | Deed::CourseUnasked | Deed::CourseBegun | Deed::CourseAdvanced | Deed::CourseLeft
    )
}
