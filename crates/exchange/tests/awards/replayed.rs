//! What holds for any bytes given as the file of an award. The fuzzer calls it with bytes that it makes up.

use exchange::awards::{Fault, Published, check, digest, file, read_list, read_rule};

/// Refused or replayed; and what is whole is what would be printed for it.
pub(crate) fn tried(bytes: &[u8]) {
    let Ok(checked) = check(bytes, &Published::default()) else { return };
    assert!(checked.prizes <= checked.entries && checked.tied <= checked.entries);
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
    let said: serde_json::Value = serde_json::from_str(text).unwrap();
    let (rule, list) = (said["rule"].as_str().unwrap(), said["list"].as_str().unwrap());
    assert_eq!((digest(rule), digest(list)), (checked.rule_hash.clone(), checked.list_hash.clone()));
    let rule = read_rule(rule).unwrap();
    let entries = read_list(&rule, list).unwrap();
    let declined: Vec<String> = serde_json::from_value(said["declined"].clone()).unwrap();
    let printed = file(&rule, &entries, &checked.seed, &declined).unwrap();
    let again = check(printed.as_bytes(), &Published::default()).unwrap();
    assert!(
        again.faults.iter().all(|fault| *fault == Fault::Seed),
        "a number that has another form keeps it"
    );
    assert_eq!((again.prizes, again.tied), (checked.prizes, checked.tied));
}
