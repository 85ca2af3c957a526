//! `talimger pair live` as a researcher runs it: events in, JSON and exit codes out.

use std::io::Write;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::{NamedTempFile, TempPath};

/// Бекзат loses the one place to Айгерім and moves on at once; a «no» brings him back.
const SEASON: &str = r#"[
    {"event": "places", "hospital": "Гүлмира", "list": ["Айгерім", "Бекзат"]},
    {"event": "places", "hospital": "Марат", "capacity": 2, "list": ["Бекзат", "Айгерім"]},
    {"event": "request", "resident": "Бекзат", "list": ["Гүлмира", "Марат"]},
    {"event": "request", "resident": "Айгерім", "list": ["Гүлмира", "Марат"], "pace": "when_asked"},
    {"event": "decline", "hospital": "Гүлмира", "resident": "Айгерім"},
    {"event": "next_wish", "resident": "Айгерім"},
    {"event": "withdraw", "resident": "Бекзат"}
]"#;

fn file(text: &str) -> TempPath {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.into_temp_path()
}

fn live(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_talimger")).args(["pair", "live"]).args(args).output().unwrap()
}

fn happen(events: &str) -> Output {
    live(&[file(events).to_str().unwrap()])
}

fn verify(events: &str, result: &str) -> (Option<i32>, String) {
    let (events, result) = (file(events), file(result));
    let output = live(&["verify", events.to_str().unwrap(), result.to_str().unwrap()]);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn printed(events: &str) -> Value {
    let output = happen(events);
    assert_eq!(output.status.code(), Some(0), "{}", super::said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn after_each_event_those_who_moved_are_named_and_at_the_end_who_is_where() {
    let moved = |resident, from, to| json!({"resident": resident, "from": from, "to": to});
    let (nowhere, gulmira, marat) = (Value::Null, json!("Гүлмира"), json!("Марат"));
    let printed = printed(SEASON);
    assert_eq!(
        printed["moved"],
        json!([
            [],
            [],
            [moved("Бекзат", &nowhere, &gulmira)],
            [moved("Айгерім", &nowhere, &gulmira), moved("Бекзат", &gulmira, &marat)],
            // Айгерім has asked for no second wish yet.
            [moved("Айгерім", &gulmira, &nowhere), moved("Бекзат", &marat, &gulmira)],
            [moved("Айгерім", &nowhere, &marat)],
            [moved("Бекзат", &gulmira, &nowhere)],
        ])
    );
    // Whoever has withdrawn is not there.
    assert_eq!(printed["matching"], json!({"Айгерім": "Марат"}));
    assert_eq!(printed["size"], 1);
}

#[test]
fn places_and_lists_can_be_replaced() {
    let closed = |more: &str| SEASON.replace("\n]", &format!(",\n{more}]"));
    let without_places = r#"{"event": "places", "hospital": "Марат", "capacity": 0, "list": ["Айгерім"]}"#;
    assert_eq!(printed(&closed(without_places))["matching"], json!({"Айгерім": null}));
    let other_list = r#"{"event": "request", "resident": "Айгерім", "list": []}"#;
    assert_eq!(printed(&closed(other_list))["matching"], json!({"Айгерім": null}));
    assert_eq!(printed("[]"), json!({"matching": {}, "size": 0, "moved": []}));
}

/// Lists, refusals, withdrawals and changes, drawn.
fn drawn(events: usize) -> String {
    let mut state = 20_261_129_u64;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % limit
    };
    let mut some = |kind: &str, of: usize| {
        let mut all: Vec<String> = (0..of).map(|at| format!("{kind}{at}")).collect();
        for at in (1..of).rev() {
            all.swap(at, below(at + 1));
        }
        all.truncate(below(of) + 1);
        all
    };
    let mut season: Vec<Value> = (0..5)
        .map(|at| json!({"event": "places", "hospital": format!("h{at}"), "list": some("r", 8)}))
        .collect();
    season.extend(
        (0..8).map(|at| json!({"event": "request", "resident": format!("r{at}"), "list": some("h", 5)})),
    );
    for at in 0..events {
        let (residents, hospitals) = (some("r", 8), some("h", 5));
        let (resident, hospital) = (&residents[0], &hospitals[0]);
        season.push(match at % 5 {
            0 => json!({"event": "decline", "hospital": hospital, "resident": resident}),
            1 => json!({"event": "places", "hospital": hospital, "capacity": residents.len() % 3, "list": residents}),
            2 => json!({"event": "request", "resident": resident, "list": hospitals, "pace": "when_asked"}),
            3 => json!({"event": "next_wish", "resident": season[season.len() - 1]["resident"]}),
            _ => json!({"event": "request", "resident": resident, "list": hospitals}),
        });
    }
    json!(season).to_string()
}

#[test]
fn what_is_printed_verifies_and_so_does_its_matching_alone() {
    for events in [SEASON, drawn(300).as_str(), "[]"] {
        let whole = printed(events);
        let right = (Some(0), "what deferred acceptance gives\n".to_owned());
        assert_eq!(verify(events, &whole.to_string()), right);
        assert_eq!(verify(events, &json!({"matching": whole["matching"]}).to_string()), right);
    }
}

#[test]
fn whatever_is_not_so_is_named() {
    let whole = printed(SEASON);
    let faults = |key: &str, value: Value| {
        let mut other = whole.clone();
        other[key] = value;
        let (code, said) = verify(SEASON, &other.to_string());
        assert_eq!(code, Some(1), "{said}");
        said
    };
    assert_eq!(faults("size", json!(2)), "size is said to be 2, but is 1\n");
    assert_eq!(
        faults("matching", json!({"Айгерім": null})),
        "Айгерім is said to have no place, but has Марат\n"
    );
    assert_eq!(faults("matching", json!({"Айгерім": "Марат", "Бекзат": "Гүлмира"})), "Бекзат has no list\n");
    let mut moved = whole["moved"].clone();
    moved[2] = json!([]);
    assert_eq!(faults("moved", moved), "event 3: other moves are named than there are\n");
    let first_six = json!(whole["moved"].as_array().unwrap()[..6]);
    assert_eq!(
        faults("moved", first_six),
        "moves are named after 6 events, but there are 7\nevent 7: other moves are named than there are\n"
    );
    assert_eq!(verify(SEASON, r#"{"size": 1}"#).0, Some(2));
}

#[test]
fn events_that_cannot_have_happened_are_named_by_their_number() {
    let cases = [
        ("{}", "line 1"),
        (r#"[{"event": "arrive", "resident": "r"}]"#, "arrive"),
        (r#"[{"event": "withdraw", "hospital": "h"}]"#, "hospital"),
        (r#"[{"event": "withdraw", "resident": "r"}]"#, "event 1: r has no list"),
        (r#"[{"event": "next_wish", "resident": "r"}]"#, "event 1: r has no list"),
        (r#"[{"event": "request", "resident": "r", "list": ["h"]}]"#, "event 1: h has given no places yet"),
        (r#"[{"event": "decline", "hospital": "h", "resident": "r"}]"#, "event 1: h has given no places yet"),
        (
            r#"[{"event": "places", "hospital": "h", "list": ["r", "r"]}]"#,
            "event 1: r is ranked more than once",
        ),
        (
            r#"[{"event": "places", "hospital": "h", "list": []}, {"event": "request", "resident": "r", "list": ["h", "h"]}]"#,
            "event 2: h is ranked more than once",
        ),
        (r#"[{"event": "places", "hospital": "h", "list": [["r", "s"]]}]"#, "expected a string"),
    ];
    for (events, problem) in cases {
        let output = happen(events);
        assert_eq!(output.status.code(), Some(2), "{events}");
        assert_eq!(output.stdout, b"", "{events}");
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(complaint.contains(problem), "{events}: {complaint}");
    }
    assert_eq!(live(&[]).status.code(), Some(2));
    assert_eq!(live(&["verify", "-", "-"]).status.code(), Some(2));
}
