//! The drawing of the house is what stands.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Crates of this workspace that a crate uses when it runs.
fn used(of: &str, crates: &BTreeSet<String>) -> BTreeSet<String> {
    let manifest = fs::read_to_string(root().join("crates").join(of).join("Cargo.toml")).unwrap();
    let dependencies = manifest.split("\n[dependencies]").nth(1).unwrap_or_default();
    let dependencies = dependencies.split("\n[").next().unwrap_or_default();
    let names = dependencies.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| crates.contains(*name)).map(ToOwned::to_owned).collect()
}

#[test]
fn the_table_of_crates_is_what_cargo_enforces() {
    let drawing = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows: Vec<Vec<&str>> = drawing
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let word = |cell: &str| cell.trim_matches('`').to_owned();
    let drawn: BTreeSet<String> = rows.iter().map(|row| word(row[1])).collect();
    let folders = fs::read_dir(root().join("crates")).unwrap();
    let standing: BTreeSet<String> =
        folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(drawn, standing);
    for row in rows.iter().filter(|row| row[3] != "all") {
        let may: BTreeSet<String> = row[3].split('`').skip(1).step_by(2).map(word).collect();
        assert_eq!(used(&word(row[1]), &standing), may, "{}", row[1]);
    }
}
