//! `talimger rotate` as a coordinator runs it: files in, JSON and exit codes out.

use std::io::Write;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::NamedTempFile;

fn rotate(task: &str, options: &[&str]) -> Output {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(task.as_bytes()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_talimger"));
    command.arg("rotate").arg(file.path()).args(options).output().unwrap()
}

fn printed(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn all_meet_beside_lessons_and_holidays_and_the_seed_is_logged() {
    let task = r#"{"weeks": [0, 0, 1, 1], "closed": [1], "newcomers": [{"busy": [0]}, {}],
                   "mentors": [{}, {"busy": [3], "capacity": 2}]}"#;
    let output = rotate(task, &["--seed", "7"]);
    let timetable = printed(&output);
    assert_eq!((&timetable["complete"], &timetable["seed"]), (&json!(true), &json!(7)));
    assert_eq!(timetable["meetings"].as_array().unwrap().len(), 4);
    for meeting in timetable["meetings"].as_array().unwrap() {
        assert!(meeting[2] != 1 && !(meeting[0] == 0 && meeting[2] == 0), "{meeting}");
        assert!(!(meeting[1] == 1 && meeting[2] == 3), "{meeting}");
    }
    assert!(String::from_utf8(output.stderr).unwrap().contains("seed 7"));
}

#[test]
fn whoever_cannot_meet_is_named_with_the_reason() {
    let task = r#"{"weeks": [0, 0], "newcomers": [{"busy": [1]}], "mentors": [{}, {}, {"busy": [0]}]}"#;
    let timetable = printed(&rotate(task, &[]));
    assert_eq!(timetable["complete"], false);
    let left_out = timetable["left_out"].as_array().unwrap();
    assert_eq!(left_out.len(), 2);
    assert_eq!(left_out[0]["why"], "newcomer_overfull");
    assert_eq!((&left_out[0]["wanted"], &left_out[0]["most"]), (&json!(2), &json!(1)));
    assert_eq!(left_out[1], json!({"newcomer": 0, "mentor": 2, "why": "no_common_slot"}));
}

#[test]
fn a_full_week_or_slot_is_told_from_lessons_and_the_reason_is_checked() {
    let week = r#"{"weeks": [0, 0, 0], "newcomers": [{}, {}, {}], "mentors": [{}], "mentor_per_week": 2}"#;
    let slot = r#"{"weeks": [0, 0], "newcomers": [{}], "mentors": [{}, {}, {}]}"#;
    for (task, of) in [(week, "mentor"), (slot, "newcomer")] {
        let output = rotate(task, &[]);
        let left_out = printed(&output)["left_out"].as_array().unwrap().clone();
        assert_eq!(left_out.len(), 1, "{left_out:?}");
        let why = ["why", "of", "wanted", "most"].map(|key| left_out[0][key].clone());
        assert_eq!(why, [json!("no_capacity"), json!(of), json!(3), json!(2)]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(verify(task, &said).status.code(), Some(0));
        let other = said.replace(r#""most":2"#, r#""most":1"#);
        assert_ne!(said, other);
        assert_eq!(verify(task, &other).status.code(), Some(1));
    }
}

#[test]
fn an_old_timetable_is_kept_where_it_can_be() {
    let task = r#"{"weeks": [0, 0, 0], "newcomers": [{}], "mentors": [{}, {"busy": [1]}],
                   "keep": [[0, 0, 0], [0, 1, 1]], "from": 1}"#;
    let timetable = printed(&rotate(task, &[]));
    assert_eq!(timetable["meetings"], json!([[0, 0, 0], [0, 1, 2]]));
    assert_eq!(timetable["changed"], 1);
}

#[test]
fn tasks_that_cannot_be_read_name_the_place() {
    let cases = [
        ("{", "line 1"),
        (r#"{"weeks": [1, 0], "newcomers": [], "mentors": []}"#, "slot 1"),
        (r#"{"weeks": [0], "newcomers": [{"busy": [1]}], "mentors": []}"#, "no slot 1"),
        (r#"{"weeks": [0], "newcomers": [], "mentors": [], "keep": [[0, 0, 0]]}"#, "does not exist"),
        (r#"{"weeks": [0], "newcomers": [], "mentors": [{"places": 1}]}"#, "places"),
    ];
    for (task, place) in cases {
        let output = rotate(task, &[]);
        assert_eq!(output.status.code(), Some(2), "{task}");
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(complaint.contains(place), "{task}: {complaint}");
    }
}

fn verify(task: &str, result: &str) -> Output {
    let file = |text: &str| {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.into_temp_path()
    };
    let (task, result) = (file(task), file(result));
    let mut command = Command::new(env!("CARGO_BIN_EXE_talimger"));
    command.args(["rotate", "verify"]).arg(&task).arg(&result).output().unwrap()
}

const TWO_BY_TWO: &str = r#"{"weeks": [0, 0, 1, 1], "closed": [1], "newcomers": [{"busy": [0]}, {}],
    "mentors": [{}, {"busy": [3], "capacity": 2}], "newcomer_per_week": 2, "mentor_per_week": 2}"#;

#[test]
fn what_is_printed_is_verified() {
    let crowded = r#"{"weeks": [0, 0], "newcomers": [{"busy": [1]}], "mentors": [{}, {}, {"busy": [0]}]}"#;
    let too_few_slots = r#"{"weeks": [0], "newcomers": [{}, {}], "mentors": [{}]}"#;
    let again = r#"{"weeks": [0, 0, 0], "newcomers": [{}, {}], "mentors": [{}, {"busy": [2]}],
                    "keep": [[0, 0, 0], [1, 1, 0], [0, 1, 2]], "from": 1}"#;
    for task in [TWO_BY_TWO, crowded, too_few_slots, again] {
        let output = verify(task, &String::from_utf8(rotate(task, &[]).stdout).unwrap());
        assert_eq!(output.status.code(), Some(0), "{task}: {}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn each_fault_of_a_timetable_is_named() {
    let kept = TWO_BY_TWO.replacen('{', r#"{"keep": [[1, 1, 0]], "from": 1, "#, 1);
    for (task, result, said) in [
        (TWO_BY_TWO, r#"{"meetings": [[0, 0, 0]]}"#, "the newcomer is busy: newcomer 0, mentor 0, slot 0"),
        (TWO_BY_TWO, r#"{"meetings": [[0, 0, 1]]}"#, "on a holiday"),
        (TWO_BY_TWO, r#"{"meetings": [[0, 1, 3]]}"#, "the mentor is busy"),
        (TWO_BY_TWO, r#"{"meetings": [[0, 0, 2], [0, 0, 3]]}"#, "they meet twice"),
        (TWO_BY_TWO, r#"{"meetings": [[0, 0, 2], [0, 1, 2]]}"#, "the newcomer is in two places"),
        (TWO_BY_TWO, r#"{"meetings": [[0, 0, 2], [1, 0, 2]]}"#, "the mentor sees too many at once"),
        (TWO_BY_TWO, r#"{"meetings": [[9, 0, 2]]}"#, "does not exist"),
        (TWO_BY_TWO, r#"{"meetings": [[0, 0, 2]], "complete": true}"#, "complete is said to be true"),
        (
            TWO_BY_TWO,
            r#"{"meetings": [[0, 0, 2]], "left_out": []}"#,
            "newcomer 0 and mentor 1 do not meet and are not named",
        ),
        (kept.as_str(), r#"{"meetings": []}"#, "a meeting that has taken place is missing"),
        (kept.as_str(), r#"{"meetings": [[1, 1, 0], [1, 0, 0]]}"#, "put into the past"),
        (kept.as_str(), r#"{"meetings": [[1, 1, 0]], "changed": 4}"#, "changed is said"),
        (
            r#"{"weeks": [0, 0], "newcomers": [{}], "mentors": [{}]}"#,
            r#"{"meetings": [], "left_out": [{"newcomer": 0, "mentor": 0, "why": "no_common_slot"}]}"#,
            "left out for another reason",
        ),
        (
            r#"{"weeks": [0, 0], "newcomers": [{}], "mentors": [{}]}"#,
            r#"{"meetings": [], "left_out": [{"newcomer": 0, "mentor": 0, "why": "crowded", "proved": true}]}"#,
            "left out for another reason",
        ),
    ] {
        let output = verify(task, result);
        assert_eq!(output.status.code(), Some(1), "{result}");
        assert!(String::from_utf8_lossy(&output.stdout).contains(said), "{result}: {output:?}");
    }
    let tight = TWO_BY_TWO.replace(r#""newcomer_per_week": 2"#, r#""newcomer_per_week": 1"#);
    let output = verify(&tight, r#"{"meetings": [[0, 0, 3], [0, 1, 2]]}"#);
    assert!(String::from_utf8_lossy(&output.stdout).contains("the newcomer has too many in the week"));
    for unreadable in ["", "[]", r#"{"meetings": [[0, 0]]}"#] {
        assert_eq!(verify(TWO_BY_TWO, unreadable).status.code(), Some(2), "{unreadable}");
    }
}
