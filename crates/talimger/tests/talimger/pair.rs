//! `talimger pair` as a researcher runs it: files in, JSON and exit codes out.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::{NamedTempFile, TempPath};

/// Two newcomers want the same mentor; the second has nobody else.
const TWO_FOR_ONE: &str = r#"{
    "residents": {"Айгерім": ["Гүлмира", ["Марат", "Светлана"]], "Бекзат": ["Гүлмира"]},
    "hospitals": {"Светлана": ["Айгерім"], "Гүлмира": ["Айгерім", "Бекзат"], "Марат": ["Айгерім"]}
}"#;

fn file(text: &str) -> TempPath {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.into_temp_path()
}

fn pair(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_talimger")).arg("pair").args(args).output().unwrap()
}

fn solve(instance: &str, options: &[&str]) -> Output {
    let path = file(instance);
    pair(&[&[path.to_str().unwrap()], options].concat())
}

fn verify(instance: &str, matching: &str) -> Output {
    let (instance, matching) = (file(instance), file(matching));
    pair(&["verify", instance.to_str().unwrap(), matching.to_str().unwrap()])
}

fn printed(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", complaint(output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_output_has_the_four_keys_and_residents_in_the_order_of_the_file() {
    let output = solve(TWO_FOR_ONE, &[]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "{\"matching\":{\"Айгерім\":\"Гүлмира\",\"Бекзат\":null},\"size\":1,\"stable\":true,\"blocking_pairs\":[]}\n"
    );
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn a_capacity_left_out_is_one_and_one_given_counts() {
    let two = TWO_FOR_ONE.replacen('{', r#"{"capacity": {"Гүлмира": 2},"#, 1);
    assert_eq!(printed(&solve(&two, &[]))["matching"], json!({"Айгерім": "Гүлмира", "Бекзат": "Гүлмира"}));
    let none = TWO_FOR_ONE.replacen('{', r#"{"capacity": {"Гүлмира": 0},"#, 1);
    assert_eq!(printed(&solve(&none, &[]))["matching"], json!({"Айгерім": "Марат", "Бекзат": null}));
}

#[test]
fn either_side_can_have_its_best() {
    let crossed = r#"{"residents": {"r1": ["h1", "h2"], "r2": ["h2", "h1"]},
                      "hospitals": {"h1": ["r2", "r1"], "h2": ["r1", "r2"]}}"#;
    let matching = |side| printed(&solve(crossed, &["--optimal-for", side]))["matching"].clone();
    assert_eq!(matching("residents"), json!({"r1": "h1", "r2": "h2"}));
    assert_eq!(matching("hospitals"), json!({"r1": "h2", "r2": "h1"}));
}

/// Everybody's first wish ranks them last; in between stands a matching of second wishes.
const THREE_STABLE: &str = r#"{
    "residents": {"r1": ["h1", "h2", "h3"], "r2": ["h2", "h3", "h1"], "r3": ["h3", "h1", "h2"]},
    "hospitals": {"h1": ["r2", "r3", "r1"], "h2": ["r3", "r1", "r2"], "h3": ["r1", "r2", "r3"]}
}"#;

#[test]
fn the_best_of_all_stable_matchings_can_be_asked_for_by_three_measures() {
    let matching = |measure| printed(&solve(THREE_STABLE, &["--best", measure]))["matching"].clone();
    assert_eq!(matching("minimum-regret"), json!({"r1": "h2", "r2": "h3", "r3": "h1"}));
    assert_eq!(matching("rank-maximal"), json!({"r1": "h1", "r2": "h2", "r3": "h3"}));
    let shifted = THREE_STABLE.replace(r#""h3": ["r1", "r2", "r3"]"#, r#""h3": ["r1", "r3", "r2"]"#);
    let sum = |options: &[&str]| {
        let matching = printed(&solve(&shifted, options))["matching"].clone();
        let lists: Value = serde_json::from_str(&shifted).unwrap();
        let rank = |side: &str, one: &str, other: &str| {
            lists[side][one].as_array().unwrap().iter().position(|name| name == other).unwrap()
        };
        let pairs = matching.as_object().unwrap().iter();
        let of_pair = |(r, h): (&String, &Value)| {
            let h = h.as_str().unwrap();
            rank("residents", r, h) + rank("hospitals", h, r)
        };
        pairs.map(of_pair).sum::<usize>()
    };
    assert!(sum(&["--best", "egalitarian"]) <= sum(&[]).min(sum(&["--optimal-for", "hospitals"])));
    let tied = solve(SHARED_TIE, &["--best", "egalitarian"]);
    assert_eq!(tied.status.code(), Some(2));
    assert!(complaint(&tied).contains("without ties"));
    assert_eq!(solve(THREE_STABLE, &["--best", "egalitarian", "--exact"]).status.code(), Some(2));
}

#[test]
fn a_matching_can_be_asked_to_stand_however_ties_are_read() {
    let (instance, matching) = (file(SHARED_TIE), file(r#"{"r1": "h2", "r2": "h1"}"#));
    let verified = |kind: &str| {
        let files = [instance.to_str().unwrap(), matching.to_str().unwrap()];
        let output = pair(&["verify", files[0], files[1], "--stability", kind]);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(verified("weak"), (Some(0), "valid and stable\n".to_owned()));
    assert_eq!(verified("strong"), (Some(0), "valid and strongly stable\n".to_owned()));
    assert_eq!(verified("super"), (Some(1), "blocking pair: r1 and h1\n".to_owned()));
}

#[test]
fn a_seed_draws_ties_and_is_logged() {
    let tied = r#"{"residents": {"r1": ["h"], "r2": ["h"]}, "hospitals": {"h": [["r1", "r2"]]}}"#;
    assert_eq!(printed(&solve(tied, &[]))["matching"], json!({"r1": "h", "r2": null}));
    let winners: Vec<Value> = (0..20)
        .map(|seed| printed(&solve(tied, &["--seed", &seed.to_string()]))["matching"]["r1"].clone())
        .collect();
    assert!(winners.contains(&json!("h")) && winners.contains(&Value::Null));
    assert!(complaint(&solve(tied, &["--seed", "7"])).contains("seed 7"));
}

/// As listed, r1 takes the place that r2 needs; a tie with h2 lets both have one.
const SHARED_TIE: &str = r#"{"residents": {"r1": [["h1", "h2"]], "r2": ["h1"]},
                             "hospitals": {"h1": [["r1", "r2"]], "h2": ["r1"]}}"#;

/// Two pairs would fit, but not stably: h1 and r1 want each other most.
const PARTED: &str = r#"{"residents": {"r1": ["h1", "h2"], "r2": ["h1"]},
                         "hospitals": {"h1": ["r1", "r2"], "h2": ["r1"]}}"#;

#[test]
fn ties_can_be_used_to_place_more_people() {
    assert_eq!(printed(&solve(SHARED_TIE, &[]))["size"], 1);
    let largest = printed(&solve(SHARED_TIE, &["--largest"]));
    assert_eq!(largest["matching"], json!({"r1": "h2", "r2": "h1"}));
    assert_eq!((&largest["size"], &largest["stable"]), (&json!(2), &json!(true)));
    assert_eq!(largest.as_object().unwrap().len(), 4);
}

#[test]
fn the_exact_answer_carries_its_proof_and_verifies() {
    let output = solve(SHARED_TIE, &["--exact"]);
    let exact = printed(&output);
    assert_eq!((&exact["size"], &exact["at_most"]), (&json!(2), &json!(2)));
    assert_eq!(exact["proof"]["kind"], "cover");
    let (residents, hospitals) = (&exact["proof"]["residents"], &exact["proof"]["hospitals"]);
    assert_eq!(residents.as_array().unwrap().len() + hospitals.as_array().unwrap().len(), 2);
    assert_eq!(verify(SHARED_TIE, &String::from_utf8(output.stdout).unwrap()).status.code(), Some(0));
    let exact = printed(&solve(PARTED, &["--exact"]));
    assert_eq!((&exact["size"], &exact["at_most"]), (&json!(1), &json!(1)));
    assert_eq!(exact["proof"]["kind"], "search");
    assert_eq!(solve(PARTED, &["--exact", "--largest"]).status.code(), Some(2));
}

/// Each wants three places in an order of their own; every other place ranks its first two alike. With few dead ends
/// nothing is proved.
fn tangled(people: usize) -> String {
    let mut state = 20_261_129_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut shuffled = |mut all: Vec<String>| {
        for at in (1..all.len()).rev() {
            all.swap(at, draw(at + 1));
        }
        all
    };
    let (mut wishes, mut takes) = (serde_json::Map::new(), vec![Vec::new(); people]);
    for one in 0..people {
        let places = shuffled((0..people).map(|place| place.to_string()).collect());
        let places = &places[..3];
        for place in places {
            takes[place.parse::<usize>().unwrap()].push(format!("r{one}"));
        }
        wishes.insert(format!("r{one}"), places.iter().map(|place| format!("h{place}")).collect());
    }
    let mut ranks = serde_json::Map::new();
    for (place, who) in takes.into_iter().enumerate() {
        let who = shuffled(who);
        let (alike, rest) = who.split_at(who.len().min(if place % 2 == 0 { 2 } else { 0 }));
        let alike = (!alike.is_empty()).then(|| json!(alike));
        ranks.insert(
            format!("h{place}"),
            alike.into_iter().chain(rest.iter().map(|one| json!(one))).collect(),
        );
    }
    json!({"residents": wishes, "hospitals": ranks}).to_string()
}

#[test]
fn where_the_work_is_bounded_the_answer_says_that_it_is_not_proved() {
    for (instance, conflicts) in [(PARTED, "0"), (tangled(60).as_str(), "1")] {
        let output = solve(instance, &["--exact", "--conflicts", conflicts]);
        assert_eq!(output.status.code(), Some(3), "{}", complaint(&output));
        let said: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert!(said["proof"].is_null() && said["stable"] == true, "{said}");
        assert!(said["size"].as_u64() < said["at_most"].as_u64(), "{said}");
        assert!(complaint(&output).contains(&format!("not proved within {conflicts} dead ends")));
        // What is printed is right as far as it goes.
        assert_eq!(verify(instance, &String::from_utf8(output.stdout).unwrap()).status.code(), Some(0));
    }
    assert_eq!(printed(&solve(PARTED, &["--exact", "--conflicts", "9"]))["proof"]["kind"], "search");
    assert_eq!(solve(PARTED, &["--conflicts", "9"]).status.code(), Some(2), "of --exact alone");
}

#[test]
fn a_proof_by_search_is_repeated_within_a_bound_too() {
    let said = String::from_utf8(solve(PARTED, &["--exact"]).stdout).unwrap();
    let (instance, matching) = (file(PARTED), file(&said));
    let verify = |conflicts| {
        let paths = [&instance, &matching].map(|path| path.to_str().unwrap());
        pair(&[&["verify", "--conflicts", conflicts], &paths[..]].concat())
    };
    assert_eq!(verify("9").status.code(), Some(0));
    let stopped = verify("0");
    assert_eq!(stopped.status.code(), Some(1));
    assert_eq!(String::from_utf8(stopped.stdout).unwrap(), "a search does not refute 2 in time\n");
}

#[test]
fn entries_that_are_not_mutual_are_ignored_with_a_warning() {
    // Nobody here but r1 and h1 has a list: the others rank nobody.
    let example =
        r#"{"residents": {"r1": ["h2", ["h1", "h3"]]}, "hospitals": {"h1": ["r1"]}, "capacity": {"h1": 2}}"#;
    let output = solve(example, &[]);
    assert_eq!(printed(&output)["matching"], json!({"r1": "h1"}));
    assert!(complaint(&output).contains("r1 ranks h2, who has no list"));
    let unreturned = r#"{"residents": {"r1": []}, "hospitals": {"h1": ["r1"]}}"#;
    assert!(complaint(&solve(unreturned, &[])).contains("h1 ranks r1, who does not rank them"));
}

#[test]
fn what_pair_prints_verifies_and_so_does_its_matching_alone() {
    let output = solve(TWO_FOR_ONE, &["--optimal-for", "hospitals"]);
    let whole = String::from_utf8(output.stdout.clone()).unwrap();
    assert_eq!(verify(TWO_FOR_ONE, &whole).status.code(), Some(0));
    let alone = printed(&output)["matching"].to_string();
    assert_eq!(verify(TWO_FOR_ONE, &alone).status.code(), Some(0));
}

#[test]
fn both_kinds_of_proof_are_found_again() {
    for (instance, kind) in [(SHARED_TIE, "cover"), (PARTED, "search")] {
        let output = solve(instance, &["--exact"]);
        assert_eq!(printed(&output)["proof"]["kind"], kind);
        let verified = verify(instance, &String::from_utf8(output.stdout).unwrap());
        assert_eq!(verified.status.code(), Some(0));
        let said = String::from_utf8(verified.stdout).unwrap();
        assert_eq!(said, "valid and stable; no stable matching is larger\n");
    }
}

#[test]
fn whatever_is_claimed_beside_a_matching_is_counted_again() {
    let shared = r#""matching": {"r1": "h2", "r2": "h1"}"#;
    let parted = r#""matching": {"r1": "h1"}"#;
    let one = r#""matching": {"r1": "h1", "r2": null}"#;
    let cases = [
        (SHARED_TIE, shared, r#""size": 3"#, "size is said to be 3, but is 2"),
        (SHARED_TIE, shared, r#""stable": false"#, "said not to be stable, but is"),
        (
            SHARED_TIE,
            shared,
            r#""blocking_pairs": [["r1", "h1"]]"#,
            "other blocking pairs are named than there are",
        ),
        (SHARED_TIE, shared, r#""at_most": 1"#, "at_most is said to be 1, but 2 are placed"),
        (
            SHARED_TIE,
            shared,
            r#""at_most": 2, "proof": {"kind": "cover", "residents": ["r1"], "hospitals": []}"#,
            "the cover has neither r2 nor h1, who rank each other",
        ),
        (
            SHARED_TIE,
            shared,
            r#""at_most": 2, "proof": {"kind": "cover", "residents": ["r1", "r2"], "hospitals": ["h1"]}"#,
            "the cover allows 3 pairs, not 2",
        ),
        (
            SHARED_TIE,
            shared,
            r#""at_most": 2, "proof": {"kind": "cover", "residents": ["r9"], "hospitals": ["h1"]}"#,
            "the cover names r9, who does not exist",
        ),
        (PARTED, parted, r#""at_most": 1"#, "at_most is said to be 1, but no proof of that is given"),
        (
            SHARED_TIE,
            r#""matching": {"r1": "h1", "r2": null}"#,
            r#""at_most": 1, "proof": {"kind": "search", "conflicts": 3}"#,
            "a search finds a stable matching of 2",
        ),
        (
            SHARED_TIE,
            one,
            r#""at_most": 2, "proof": {"kind": "cover", "residents": ["r1", "r2"], "hospitals": []}"#,
            "at_most is said to be 2 with a proof, but 1 are placed",
        ),
    ];
    for (instance, matching, claim, fault) in cases {
        let output = verify(instance, &format!("{{{matching}, {claim}}}"));
        assert_eq!(output.status.code(), Some(1), "{claim}: {}", complaint(&output));
        assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("{fault}\n"), "{claim}");
    }
    let unreadable = verify(SHARED_TIE, &format!(r#"{{{shared}, "size": "two"}}"#));
    assert_eq!(unreadable.status.code(), Some(2));
    let larger_bound = verify(PARTED, &format!(r#"{{{parted}, "at_most": 2, "proof": null, "by": "hand"}}"#));
    assert_eq!(larger_bound.status.code(), Some(0), "{}", complaint(&larger_bound));
}

#[test]
fn explanations_name_the_reason_of_each_wish_and_what_would_place_one_more() {
    let output = solve(TWO_FOR_ONE, &["--explain"]);
    let explained = printed(&output)["explanations"].clone();
    let full = json!({"hospital": "Гүлмира", "wish": 1, "why": "full", "ranked_at_least_as_high": 1,
                      "of_these_equal": 0});
    assert_eq!(
        explained["residents"],
        json!([{"resident": "Айгерім", "hospital": "Гүлмира", "wish": 1, "unmet": []},
               {"resident": "Бекзат", "hospital": null, "wish": null, "cause": "all_full", "unmet": [full]}])
    );
    let place = json!([{"opening": "place", "hospital": "Гүлмира", "placed": "Бекзат", "moved": 0}]);
    assert_eq!(explained["relief"], place);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(verify(TWO_FOR_ONE, &text).status.code(), Some(0));
    let other = verify(TWO_FOR_ONE, &text.replace("all_full", "not_listed"));
    assert_eq!(String::from_utf8(other.stdout).unwrap(), "it is explained otherwise than it is\n");
}

#[test]
fn whose_yes_would_place_one_more_is_named_from_both_sides() {
    let unreturned = r#"{"residents": {"r1": ["h1"], "r2": []}, "hospitals": {"h1": [], "h2": ["r2"]}}"#;
    let explained = printed(&solve(unreturned, &["--explain"]))["explanations"].clone();
    assert_eq!(
        explained["relief"],
        json!([{"opening": "hospital_accepts", "hospital": "h1", "resident": "r1", "placed": "r1", "moved": 0},
               {"opening": "resident_accepts", "hospital": "h2", "resident": "r2", "placed": "r2", "moved": 0}])
    );
    let cause = |at: usize| explained["residents"][at]["cause"].clone();
    assert_eq!((cause(0), cause(1)), (json!("not_listed"), json!("no_wishes")));
}

#[test]
fn every_fault_of_a_matching_is_named() {
    let faults = |matching| {
        let output = verify(TWO_FOR_ONE, matching);
        assert_eq!(output.status.code(), Some(1), "{}", complaint(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(
        faults(r#"{"Бекзат": "Гүлмира"}"#),
        "blocking pair: Айгерім and Гүлмира\n\
        blocking pair: Айгерім and Марат\nblocking pair: Айгерім and Светлана\n"
    );
    assert_eq!(
        faults(r#"{"Айгерім": "Гүлмира", "Бекзат": "Гүлмира"}"#),
        "over capacity: Гүлмира has 2 of 1\n"
    );
    let not_mutual = faults(r#"{"Айгерім": "Гүлмира", "Бекзат": "Марат"}"#);
    assert_eq!(not_mutual, "not mutual: Бекзат and Марат do not rank each other\n");
    let strangers = faults(r#"{"Айгерім": "Гүлмира", "Бекзат": "Асқар", "Ерлан": null}"#);
    assert_eq!(strangers, "unknown hospital: Асқар, given to Бекзат\nunknown resident: Ерлан\n");
}

#[test]
fn standard_input_can_be_either_file() {
    let instance = file(TWO_FOR_ONE);
    let mut child = Command::new(env!("CARGO_BIN_EXE_talimger"))
        .args(["pair", "verify", instance.to_str().unwrap(), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("{\"Айгерім\": \"Гүлмира\"}".as_bytes()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn instances_that_cannot_be_read_name_the_file_and_the_place() {
    let cases = [
        ("null", "line 1"),
        ("", "line 1"),
        ("[]", "line 1"),
        (r#"{"residents": {}}"#, "hospitals"),
        ("{\"residents\": {},\n\"hospitals\": 3}", "line 2"),
        (r#"{"residents": {"r1": [1]}, "hospitals": {}}"#, "a name or a list of names"),
        (r#"{"residents": {"r1": [[["h1"]]]}, "hospitals": {"h1": []}}"#, "expected a string"),
        (r#"{"residents": {"r1": [], "r1": []}, "hospitals": {}}"#, "r1 is given twice"),
        (r#"{"residents": {}, "hospitals": {"h1": []}, "capacity": {"h1": -1}}"#, "-1"),
        (r#"{"residents": {}, "hospitals": {"h1": []}, "capacity": {"h2": 1}}"#, "capacity of h2"),
        (r#"{"residents": {}, "hospitals": {}, "capacities": {}}"#, "capacities"),
        (r#"{"residents": {"r1": ["h1", ["h2", "h1"]]}, "hospitals": {"h1": ["r1"]}}"#, "list of r1: h1"),
    ];
    for (instance, place) in cases {
        let path = file(instance);
        let path = path.to_str().unwrap();
        let output = pair(&[path]);
        assert_eq!(output.status.code(), Some(2), "{instance}");
        assert_eq!(output.stdout, b"", "{instance}");
        let complaint = complaint(&output);
        assert!(complaint.contains(path) && complaint.contains(place), "{instance}: {complaint}");
    }
    assert_eq!(pair(&["/nowhere/instance.json"]).status.code(), Some(2));
    assert_eq!(pair(&[]).status.code(), Some(2));
}

#[test]
fn matchings_that_cannot_be_read_are_not_called_unstable() {
    for matching in [
        "null",
        "[]",
        "{",
        r#"{"Айгерім": 3}"#,
        r#"{"Айгерім": null, "Айгерім": "Гүлмира"}"#,
        r#"{"matching": {"Айгерім": null, "Айгерім": "Гүлмира"}}"#,
    ] {
        assert_eq!(verify(TWO_FOR_ONE, matching).status.code(), Some(2), "{matching}");
    }
}

#[test]
fn an_opened_line_of_a_draw_is_compared_with_its_mark_and_its_seed() {
    let (instance, matching) = (file(TWO_FOR_ONE), file(r#"{"Айгерім": "Гүлмира", "Бекзат": null}"#));
    let paths = [instance.to_str().unwrap(), matching.to_str().unwrap()];
    let line = format!("{:016x}{}", 255, "0".repeat(48));
    let (mark, other) = (exchange::awards::digest(&line), exchange::awards::digest("another line"));
    for (mark, seed, code) in [(&mark, "255", 0), (&mark, "256", 1), (&other, "255", 1)] {
        let draw = ["--line", line.as_str(), "--mark", mark.as_str(), "--seed", seed];
        let told = pair(&[&["verify"], &paths[..], &draw[..]].concat());
        assert_eq!(told.status.code(), Some(code), "{mark} {seed}: {}", complaint(&told));
    }
    let alone = pair(&[&["verify"], &paths[..], &["--line", line.as_str()]].concat());
    assert_eq!(alone.status.code(), Some(2), "a line says nothing without its mark");
}
