//! `talimger assign` as a researcher runs it: files in, JSON and exit codes out.

use std::io::Write;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::NamedTempFile;

fn assign(instance: &str) -> Output {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(instance.as_bytes()).unwrap();
    Command::new(env!("CARGO_BIN_EXE_talimger")).arg("assign").arg(file.path()).output().unwrap()
}

fn printed(instance: &str) -> Value {
    let output = assign(instance);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_output_has_pairs_size_and_total() {
    let output = assign(r#"{"cost": [[4, null, 3], [2, 0, 5]], "sense": "min"}"#);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "{\"assignment\":[[0,2],[1,1]],\"size\":2,\"total\":3}\n"
    );
}

#[test]
fn as_many_pairs_as_possible_come_before_the_total() {
    let only_cheap = r#"{"cost": [[1, 100], [1, null]], "sense": "min"}"#;
    assert_eq!(printed(only_cheap), json!({"assignment": [[0, 1], [1, 0]], "size": 2, "total": 101}));
}

#[test]
fn the_sense_and_the_capacities_count() {
    let table = |rest: &str| format!(r#"{{"cost": [[1, 2], [3, 5]]{rest}}}"#);
    assert_eq!(printed(&table(""))["total"], 5);
    assert_eq!(printed(&table(r#", "sense": "max""#))["total"], 6);
    let both = printed(&table(r#", "row_capacity": [0, 2], "column_capacity": [1, 1]"#));
    assert_eq!(both, json!({"assignment": [[1, 0], [1, 1]], "size": 2, "total": 8}));
    let shared = printed(&table(r#", "column_capacity": [2, 0]"#));
    assert_eq!(shared, json!({"assignment": [[0, 0], [1, 0]], "size": 2, "total": 4}));
}

#[test]
fn decimals_add_up_exactly_and_nothing_is_nothing() {
    assert_eq!(printed(r#"{"cost": [[0.1, 9], [9, 0.2]]}"#)["total"], 0.3);
    assert_eq!(printed(r#"{"cost": [[-2.5]]}"#)["total"], -2.5);
    assert_eq!(printed(r#"{"cost": [[0.0000001, 1e2]]}"#)["total"], 1e-7);
    assert_eq!(printed(r#"{"cost": []}"#), json!({"assignment": [], "size": 0, "total": 0}));
    assert_eq!(printed(r#"{"cost": [[null]]}"#)["size"], 0);
}

/// Row 1 can only have column 0, and column 2 has no places.
const TWO_CRITERIA: &str = r#"{"cost": [[[1, 0.5], [1, 2], [0, 0]], [[3, 1], null, null], [[1, 2], [1, 2.5], null]],
                               "column_capacity": [1, 1, 0]}"#;

#[test]
fn several_criteria_count_in_strict_order_and_have_a_total_each() {
    // By the first alone row 0 and row 2 would be alike in column 1.
    let best = printed(TWO_CRITERIA);
    assert_eq!(best, json!({"assignment": [[0, 0], [2, 1]], "size": 2, "total": [2, 3.0]}));
    assert_eq!(printed(r#"{"cost": [[[]]]}"#)["total"], json!([]));
}

#[test]
fn a_pair_that_is_asked_about_is_told_what_speaks_against_it() {
    let why = |row, column| {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(TWO_CRITERIA.as_bytes()).unwrap();
        let command = ["assign", file.path().to_str().unwrap(), "--why", row, column];
        Command::new(env!("CARGO_BIN_EXE_talimger")).args(command).output().unwrap()
    };
    let cases = [
        (("0", "0"), json!({"row": 0, "column": 0, "verdict": "best"})),
        (("0", "1"), json!({"row": 0, "column": 1, "verdict": "worse_total", "criterion": 1, "by": 1.0})),
        (("0", "2"), json!({"row": 0, "column": 2, "verdict": "no_places"})),
        (("1", "1"), json!({"row": 1, "column": 1, "verdict": "forbidden"})),
        (("1", "0"), json!({"row": 1, "column": 0, "verdict": "worse_total", "criterion": 0, "by": 2})),
    ];
    for ((row, column), expected) in cases {
        let output = why(row, column);
        let printed: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(printed["why"], expected);
    }
    assert_eq!(why("3", "0").status.code(), Some(2));
    assert_eq!(why("0", "3").status.code(), Some(2));
}

#[test]
fn instances_that_cannot_be_read_name_the_place() {
    let cases = [
        ("", "line 1"),
        (r#"{"cost": [[1, 2], [3]]}"#, "row 1 of cost has 1 columns"),
        (r#"{"cost": [["a"]]}"#, "line 1"),
        ("[]", "an object with cost"),
        (r#"{"cost": [[1e30]]}"#, "too many digits"),
        (r#"{"cost": [[1]], "sense": "most"}"#, "most"),
        (r#"{"cost": [[1]], "row_capacity": [1, 1]}"#, "row_capacity has 2 entries"),
        (r#"{"cost": [[1]], "column_capacity": [-1]}"#, "-1"),
        (r#"{"cost": [[1e-12]]}"#, "row 0, column 0"),
        (r#"{"costs": [[1]]}"#, "costs"),
        (r#"{"cost": [[1, "a"]]}"#, "a number, a list of numbers or null"),
        (r#"{"cost": [[[1, 2]], [[1]]]}"#, "row 1 does not give column 0 one number for each criterion"),
    ];
    for (instance, place) in cases {
        let output = assign(instance);
        assert_eq!(output.status.code(), Some(2), "{instance}");
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(complaint.contains(place), "{instance}: {complaint}");
    }
}

fn verify(instance: &str, result: &str) -> Output {
    let file = |text: &str| {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.into_temp_path()
    };
    let (instance, result) = (file(instance), file(result));
    let mut command = Command::new(env!("CARGO_BIN_EXE_talimger"));
    command.args(["assign", "verify"]).arg(&instance).arg(&result).output().unwrap()
}

const THREE_COLUMNS: &str = r#"{"cost": [[4, null, 3], [2, 0.5, 5]], "sense": "min"}"#;

#[test]
fn what_is_printed_is_verified_and_so_is_another_of_the_best() {
    let alike = r#"{"cost": [[1, 1], [1, 1]]}"#;
    for instance in [THREE_COLUMNS, TWO_CRITERIA, alike, r#"{"cost": []}"#] {
        let output = verify(instance, &String::from_utf8(assign(instance).stdout).unwrap());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    }
    for other in ["[[0, 0], [1, 1]]", "[[1, 0], [0, 1]]"] {
        let output = verify(alike, &format!(r#"{{"assignment": {other}, "total": 2.0, "by": "hand"}}"#));
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn each_fault_of_an_assignment_is_named() {
    for (result, said) in [
        (r#"{"assignment": [[0, 1], [1, 0]]}"#, "forbidden: row 0 cannot have column 1"),
        (r#"{"assignment": [[7, 1]]}"#, "forbidden: row 7 cannot have column 1"),
        (r#"{"assignment": [[0, 2], [0, 2]]}"#, "twice: row 0 with column 2"),
        (r#"{"assignment": [[0, 0], [1, 0]]}"#, "over capacity: column 0 has 2 of 1"),
        (r#"{"assignment": [[1, 0], [1, 1]]}"#, "over capacity: row 1 has 2 of 1"),
        (r#"{"assignment": [[0, 2]]}"#, "not the most pairs: 1 of 2"),
        (r#"{"assignment": [[0, 2], [1, 0]]}"#, "not the best total: 3.5 is possible"),
        (r#"{"assignment": [[0, 2], [1, 1]], "size": 3}"#, "size is said to be 3, but is 2"),
        (r#"{"assignment": [[0, 2], [1, 1]], "total": 3}"#, "total is said to be otherwise, but is 3.5"),
        (
            r#"{"assignment": [[0, 2], [1, 1]], "why": {"row": 0, "column": 0, "verdict": "best"}}"#,
            "of row 0 and column 0 it should be said",
        ),
    ] {
        let output = verify(THREE_COLUMNS, result);
        assert_eq!(output.status.code(), Some(1), "{result}");
        assert!(String::from_utf8_lossy(&output.stdout).contains(said), "{result}: {output:?}");
    }
    for unreadable in ["", "[]", r#"{"assignment": [[0]]}"#, r#"{"size": 2}"#] {
        assert_eq!(verify(THREE_COLUMNS, unreadable).status.code(), Some(2), "{unreadable}");
    }
    assert_eq!(verify(r#"{"cost": [[1], [1, 2]]}"#, r#"{"assignment": []}"#).status.code(), Some(2));
}
