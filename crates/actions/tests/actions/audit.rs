//! The log: every deed that is written has its place in the closed list, and lines are chosen on both databases.

use crate::stage::{Stage, actor};
use domain::Instant;
use domain::audit::{Deed, Kind};
use domain::people::{Actor, Role};
use std::collections::BTreeSet;
use std::path::Path;
use store::audit::{Chosen, chosen};
use store::testing::on_both;

/// After every line.
const LAST: (Instant, i64) = (Instant::MAX, i64::MAX);

/// Words like `request-sent` between quotation marks in a source file.
fn words(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').filter(|piece| {
        piece.contains('-') && piece.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
    })
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // Letters have names of their own, which are not deeds.
        if path.ends_with("letters") {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_deed_that_actions_write_is_in_the_closed_list() {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    let first = |word: &'static str| word.split('-').next().unwrap();
    let things: BTreeSet<&str> = Deed::ALL.iter().map(|deed| first(deed.word())).collect();
    let unknown: BTreeSet<&str> = texts
        .iter()
        .flat_map(|text| words(text))
        .filter(|word| things.contains(word.split('-').next().unwrap()))
        .filter(|word| Deed::from_word(word).is_none())
        // A text that is shown is not a deed.
        .filter(|word| !i18n::has(word))
        .collect();
    assert_eq!(unknown, BTreeSet::new(), "add them to domain::audit and their texts to audit.ftl");
}

async fn write(stage: &Stage, who: &Actor, what: Deed, subject: &str) {
    let mut tx = stage.db.write().await.unwrap();
    let school = "school-12".into();
    stage.context(who).audit(&mut tx, &school, what.word(), subject, "").await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn lines_are_chosen_by_kind_and_by_person_newest_first() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (coordinator, head) = (actor("gulnafisa", &[Role::Coordinator]), actor("serik", &[Role::Head]));
        write(&stage, &coordinator, Deed::PersonCorrected, "dana").await;
        write(&stage, &head, Deed::RoleGiven, "aigul").await;
        write(&stage, &coordinator, Deed::RosterApplied, "import").await;
        let mut tx = stage.db.read().await.unwrap();
        let school = "school-12".into();
        let people: Vec<Deed> = Kind::People.deeds().collect();
        let by_kind = Chosen { deeds: &people, person: None, before: LAST };
        let lines = chosen(&mut tx, &school, &by_kind, 10).await.unwrap();
        let whats: Vec<&str> = lines.iter().map(|told| told.line.what.as_str()).collect();
        assert_eq!(whats, ["role-given", "person-corrected"]);
        let before = (lines[0].line.at, lines[0].line.id);
        let earlier = chosen(&mut tx, &school, &Chosen { before, ..by_kind }, 10).await.unwrap();
        assert_eq!(earlier, lines[1..]);
        for (person, count) in [("gulnafisa", 2), ("dana", 1), ("zere", 0)] {
            let id = person.into();
            let of_person = Chosen { deeds: Deed::ALL, person: Some(&id), before: LAST };
            let lines = chosen(&mut tx, &school, &of_person, 10).await.unwrap();
            assert_eq!(lines.len(), count, "{person}");
        }
        let elsewhere = "school-7".into();
        assert!(chosen(&mut tx, &elsewhere, &by_kind, 10).await.unwrap().is_empty());
    })
    .await;
}
