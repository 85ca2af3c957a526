//! The certificate of a school's proposal, as whoever is handed the two files by the coordinator checks it.

use crate::{said, talimger, wait};
use actions::choices::keep;
use actions::programmes::change_setting;
use actions::proposals::{files, make};
use actions::{Context, Ids};
use domain::Instant;
use domain::choices::{List, Mode, Order};
use domain::people::{Actor, Role};
use domain::proposals::Proposal;
use domain::settings::Key;
use jiff::civil::date;
use store::Db;

fn actor(person: &str, role: Role) -> Actor {
    Actor { person: person.into(), school: Some("school-12".into()), district: None, roles: vec![role] }
}

/// Айгүл has one place, and Дана and Зере are equal to her; Дана would go to Бекжан as well, whom Зере does not
/// name.
async fn proposed(db: &Db, mode: Mode) -> Proposal {
    store::testing::school_12(db).await;
    let ids = Ids::counting(0);
    let (coordinator, programme) = (actor("gulnafisa", Role::Coordinator), "programme".into());
    let (selection, opened) = (date(2026, 10, 5), date(2026, 11, 2));
    let (key, reason) = (Key::ChoiceMode, "Протокол № 4");
    let context = Context { db, actor: &coordinator, now: Instant::UNIX_EPOCH, today: selection, ids: &ids };
    change_setting(&context, &programme, key, mode.word(), reason).await.unwrap();
    let lists = [
        ("dana", Role::Newcomer, List::Mentors(Order::of([["aigul", "bekzhan"]]).unwrap())),
        ("zere", Role::Newcomer, List::Mentors(Order::strict(["aigul"]))),
        ("aigul", Role::Mentor, List::Newcomers(Order::of([["dana", "zere"]]).unwrap())),
        ("bekzhan", Role::Mentor, List::Newcomers(Order::strict(["dana"]))),
    ];
    for (who, role, list) in lists {
        let actor = actor(who, role);
        keep(&Context { actor: &actor, ..context }, &programme, &list).await.unwrap();
    }
    let id = make(&Context { today: opened, ..context }, &programme).await.unwrap();
    let mut tx = db.read().await.unwrap();
    store::proposals::get(&mut tx, &id).await.unwrap().unwrap()
}

/// The same on every kind of database.
async fn everywhere(mode: Mode) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for db in store::testing::fresh().await {
        proposals.push(proposed(&db, mode).await);
    }
    proposals
}

#[test]
fn what_a_school_hands_out_is_verified_and_comes_out_the_same_again() {
    for (mode, how, told) in [
        (Mode::Truthful, &[][..], "valid and stable\n"),
        (Mode::MostPairs, &["--exact"][..], "valid and stable; no stable matching is larger\n"),
    ] {
        for proposal in wait(everywhere(mode)) {
            let folder = tempfile::tempdir().unwrap();
            let file = |name: &str, text: &str| {
                let path = folder.path().join(name);
                std::fs::write(&path, text).unwrap();
                path.display().to_string()
            };
            let files = files(&proposal).unwrap();
            for person in ["dana", "zere", "aigul", "bekzhan"] {
                assert!(!files.instance.contains(person) && !files.matching.contains(person), "{files:?}");
            }
            let lists = file("INSTANCE.json", &files.instance);
            let matching = file("MATCHING.json", &files.matching);
            let verified = talimger(&["pair", "verify", &lists, &matching]);
            assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
            assert_eq!(String::from_utf8(verified.stdout).unwrap(), told);
            let seed = proposal.seed.to_string();
            let again = talimger(&[&["pair", &lists, "--seed", &seed], how].concat());
            assert_eq!(String::from_utf8(again.stdout).unwrap().trim_end(), files.matching, "{mode:?}");
        }
    }
}
