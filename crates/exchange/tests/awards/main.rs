//! Awards: what was published and drawn is replayed from its file alone, and nothing that was changed passes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod replayed;

use domain::awards::{Criterion, Entry, Fact, Facts, Kind, Prize, Rule};
use exchange::awards::{
    Fault, MOST_BYTES, Published, Unreadable, check, digest, file, list_text, read_list, read_rule,
    rule_text, ticket,
};
use jiff::civil::date;
use proptest::prelude::*;
use replayed::tried;

const SEED: &str = "512 34 598 10";

fn rule() -> Rule {
    Rule {
        kind: Kind::Nomination,
        from: date(2026, 9, 1),
        to: date(2027, 5, 1),
        criteria: vec![
            Criterion { fact: Fact::Hours, points: 2, most: 40 },
            Criterion { fact: Fact::Training, points: 5, most: 10 },
        ],
        threshold: 10,
        rest_years: 1,
        prizes: vec![
            Prize { name: "Балдәурен, 1 ауысым".to_owned(), places: 1 },
            Prize { name: "Балдәурен, 2 ауысым".to_owned(), places: 2 },
        ],
        reserve: 2,
        appeal_days: 5,
        source: "Официальные курсы Национального Банка на день жребия".to_owned(),
        draw_on: date(2027, 5, 20),
    }
}

fn entry(code: &str, hours: u32) -> Entry {
    let facts = Facts { pupil: code.into(), hours, weeks: 3, training: 2 };
    Entry::new(code.to_owned(), false, &facts, vec![0, 1])
}

fn list() -> Vec<Entry> {
    ["k7", "a1", "m4", "c2", "z9"]
        .into_iter()
        .zip([9, 9, 9, 12, 0])
        .map(|(code, hours)| entry(code, hours))
        .collect()
}

fn printed() -> String {
    file(&rule(), &list(), SEED, &[]).unwrap()
}

fn faults(text: &str) -> Vec<Fault> {
    check(text.as_bytes(), &Published::default()).unwrap().faults
}

fn refused(text: &str) -> Unreadable {
    check(text.as_bytes(), &Published::default()).unwrap_err()
}

#[test]
fn a_hash_and_a_ticket_are_those_of_any_other_program() {
    // `printf abc | sha256sum`
    assert_eq!(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(ticket("512,34", "a1"), digest("512,34|a1"));
}

#[test]
fn a_file_is_replayed_and_says_what_was_published() {
    let checked = check(printed().as_bytes(), &Published::default()).unwrap();
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    assert_eq!(checked.rule_hash, digest(&rule_text(&rule())));
    assert_eq!(checked.list_hash, digest(&list_text(&list())));
    // «z9» has the points of the training alone, and they are enough.
    assert_eq!((checked.entries, checked.prizes, checked.tied), (5, 3, 3));
}

#[test]
fn the_list_is_sorted_so_that_its_hash_is_that_of_the_people_on_it() {
    let mut other = list();
    other.reverse();
    assert_eq!(list_text(&other), list_text(&list()));
    assert_eq!(file(&rule(), &other, SEED, &[]).unwrap(), printed());
}

#[test]
fn another_order_another_lot_or_other_points_do_not_pass() {
    let swapped = printed().replace("\"share\": \"prize 1\"", "\"share\": \"prize 2\"");
    assert_eq!(faults(&swapped), [Fault::Order(1)]);
    let mut one = serde_json::from_str::<serde_json::Value>(&printed()).unwrap();
    one["order"].as_array_mut().unwrap().swap(1, 2);
    assert_eq!(faults(&one.to_string()), [Fault::Order(2)]);
    one["order"].as_array_mut().unwrap().truncate(3);
    assert!(matches!(faults(&one.to_string())[..], [Fault::Order(_)]));
    let seed = printed().replace("512 34", "512 35");
    assert!(matches!(faults(&seed)[..], [Fault::Order(_)]), "tickets are others");
    let written = file(&rule(), &list(), "USD 512,34; EUR 598,10", &[]).unwrap();
    assert_eq!(faults(&written), [Fault::Seed], "whoever writes it otherwise draws another lot");
    let hours = printed().replace("a1,0,9,3,2", "a1,0,19,3,2");
    assert!(faults(&hours).contains(&Fault::ListHash));
    let threshold = printed().replace("threshold 10", "threshold 11");
    assert!(faults(&threshold).contains(&Fault::RuleHash));
}

#[test]
fn whoever_wrote_the_published_hash_down_finds_a_whole_file_of_another_list() {
    let known = Published { rule: Some(digest(&rule_text(&rule())).to_uppercase()), list: Some(digest("")) };
    assert_eq!(check(printed().as_bytes(), &known).unwrap().faults, [Fault::ListHash]);
}

#[test]
fn what_is_no_file_of_an_award_is_refused() {
    assert_eq!(refused("nothing"), Unreadable::None);
    assert_eq!(refused(&printed().replace("talimger-award-1", "talimger-award-2")), Unreadable::None);
    assert_eq!(refused(&printed().replace("\"seed\"", "\"salt\"")), Unreadable::None);
    assert_eq!(refused(&printed().replace("criterion hours", "criterion marks")), Unreadable::Rule);
    assert_eq!(refused(&printed().replace("prize 2 ", "prize 02 ")), Unreadable::Rule);
    assert_eq!(refused(&printed().replace("a1,0,9", "a1,0,09")), Unreadable::List);
    assert_eq!(
        refused(&printed().replace("\"declined\": []", "\"declined\": [\"nobody\"]")),
        Unreadable::Declined
    );
    let large = format!("{}{}", printed(), " ".repeat(MOST_BYTES));
    assert_eq!(refused(&large), Unreadable::Large);
}

#[test]
fn what_is_given_back_stands_in_the_file() {
    let declined = file(&rule(), &list(), SEED, &["c2".to_owned()]).unwrap();
    assert!(faults(&declined).is_empty());
    assert!(declined.contains("\"share\": \"declined\""));
    assert_eq!(file(&rule(), &list(), SEED, &["x".to_owned()]), None);
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let criteria = prop::sample::subsequence(Fact::ALL.to_vec(), 1..=3);
    let prize = ("[\\pL\\pN][\\pL\\pN ,.№-]{0,20}[\\pL\\pN]", 1u32..9);
    let prizes = prop::collection::vec(prize, 1..4);
    (criteria, prizes, 1u32..9, 1u32..90, 0u32..5).prop_map(|(facts, prizes, points, most, few)| Rule {
        criteria: facts.into_iter().map(|fact| Criterion { fact, points, most }).collect(),
        prizes: prizes.into_iter().map(|(name, places)| Prize { name, places }).collect(),
        threshold: 1,
        rest_years: few.min(2),
        reserve: few,
        appeal_days: few,
        ..rule()
    })
}

proptest! {
    #[test]
    fn a_printed_rule_is_read_back(rule in any_rule()) {
        prop_assert_eq!(read_rule(&rule_text(&rule)), Some(rule));
    }

    #[test]
    fn whatever_is_drawn_is_replayed(
        rule in any_rule(),
        hours in prop::collection::vec((0u32..20, any::<bool>()), 1..15),
        seed in "[0-9]{4,9}( [0-9]{1,5}){0,3}",
    ) {
        let entries: Vec<Entry> = hours
            .into_iter()
            .enumerate()
            .map(|(at, (hours, recent))| Entry { recent, wishes: vec![0], ..entry(&format!("c{at:02}"), hours) })
            .collect();
        let list = list_text(&entries);
        prop_assert_eq!(read_list(&rule, &list), Some(entries.clone()));
        let printed = file(&rule, &entries, &seed, &[]).unwrap();
        prop_assert!(faults(&printed).is_empty());
        tried(printed.as_bytes());
    }

    #[test]
    fn no_bytes_stop_it(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        tried(&bytes);
    }

    #[test]
    fn no_change_of_one_byte_stops_it(at in 0usize..900, byte in any::<u8>()) {
        let mut bytes = printed().into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        tried(&bytes);
    }
}

#[test]
fn the_kept_inputs_of_the_fuzzer_are_replayed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/awards/corpus");
    let kept = std::fs::read_dir(folder).unwrap().map(|one| std::fs::read(one.unwrap().path()).unwrap());
    assert!(kept.inspect(|bytes| tried(bytes)).count() > 5, "the corpus is there");
}
