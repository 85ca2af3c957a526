use super::*;
use crate::diagrams::arrows;
use jiff::civil::date;
use proptest::prelude::*;

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
}

fn row(line: u32, email: &str, name: &str, subject: &str) -> Row {
    Row {
        line,
        keys: (!email.is_empty()).then(|| email.to_owned()).into_iter().collect(),
        name: name.to_lowercase(),
        values: values(&[("subject", subject)]),
    }
}

fn record(id: &str, email: &str, name: &str, subject: &str) -> Standing {
    Standing {
        id: id.to_owned(),
        keys: (!email.is_empty()).then(|| email.to_owned()).into_iter().collect(),
        name: name.to_lowercase(),
        values: values(&[("subject", subject)]),
        edited: BTreeSet::new(),
        absence: Absence::Ends,
    }
}

fn judged(rows: &[Row], standing: &[Standing], choices: &Choices) -> Vec<Verdict> {
    compare(rows, &[], standing, choices, &BTreeSet::new()).verdicts
}

const ALIA: &str = "Нұрланова Әлия Серікқызы";
const DANA: &str = "Сәтбаева Дана";

#[test]
fn a_key_matches_whatever_the_name_looks_like() {
    let standing = [record("dana", "dana@school.example", "Сатбаева Дана", "физика")];
    let verdicts = judged(&[row(2, "dana@school.example", DANA, "физика")], &standing, &Choices::default());
    assert_eq!(verdicts, [Verdict::Unchanged { id: "dana".into(), kept: vec![] }]);
}

#[test]
fn the_first_key_is_trusted_first_and_two_keys_must_agree() {
    let mut staff_number = row(2, "0413", ALIA, "химия");
    staff_number.keys.push("dana@school.example".into());
    let standing =
        [record("alia", "0413", ALIA, "химия"), record("dana", "dana@school.example", DANA, "физика")];
    assert_eq!(
        judged(&[staff_number], &standing, &Choices::default()),
        [Verdict::Fault(Fault::KeysDisagree)]
    );
}

#[test]
fn a_name_alone_is_a_question_and_never_a_match() {
    let standing = [record("alia", "alia@school.example", ALIA, "химия")];
    let rows = [row(14, "alia.n@school.example", ALIA, "химия")];
    let asks = Verdict::Decide { why: Why::SameName, candidates: vec!["alia".into()], lines: vec![] };
    assert_eq!(judged(&rows, &standing, &Choices::default()), [asks]);
    for (decision, becomes) in [
        (Decision::New, Verdict::Create),
        (Decision::Skip, Verdict::Skipped),
        (Decision::Same("alia".into()), Verdict::Unchanged { id: "alia".into(), kept: vec![] }),
    ] {
        let choices = Choices { lines: [(14, decision)].into(), ..Choices::default() };
        assert_eq!(judged(&rows, &standing, &choices), [becomes]);
    }
}

#[test]
fn namesakes_are_asked_about_once_and_not_when_their_keys_are_known() {
    let rows =
        [row(15, "u012@school.example", ALIA, "химия"), row(44, "u041@school.example", ALIA, "физика")];
    let asks = |other| Verdict::Decide { why: Why::Namesakes, candidates: vec![], lines: vec![other] };
    assert_eq!(judged(&rows, &[], &Choices::default()), [asks(44), asks(15)]);
    let differ = Choices { namesakes_differ: true, ..Choices::default() };
    assert_eq!(judged(&rows, &[], &differ), [Verdict::Create, Verdict::Create]);
    let standing = [
        record("12", "u012@school.example", ALIA, "химия"),
        record("41", "u041@school.example", ALIA, "физика"),
    ];
    let unchanged = |id: &str| Verdict::Unchanged { id: id.into(), kept: vec![] };
    assert_eq!(judged(&rows, &standing, &Choices::default()), [unchanged("12"), unchanged("41")]);
}

#[test]
fn an_address_given_to_somebody_else_is_a_question() {
    let standing = [record("alia", "teacher@school.example", ALIA, "химия")];
    let rows = [row(3, "teacher@school.example", "Ким Сергей", "физика")];
    let choices = Choices { namesakes_differ: true, ..Choices::default() };
    let verdicts = judged(&rows, &standing, &choices);
    assert!(matches!(verdicts[..], [Verdict::Decide { why: Why::OtherName, .. }]), "{verdicts:?}");
}

#[test]
fn a_blank_cell_clears_nothing() {
    let standing = [record("dana", "dana@school.example", DANA, "физика")];
    let blank = Row { values: Values::new(), ..row(2, "dana@school.example", DANA, "") };
    assert!(matches!(judged(&[blank], &standing, &Choices::default())[..], [Verdict::Unchanged { .. }]));
}

#[test]
fn a_post_in_another_language_is_the_same_post() {
    let mut dana = record("dana", "dana@school.example", DANA, "физика");
    dana.values.insert(staff::POSITION.into(), "учитель".into());
    let mut row = row(2, "dana@school.example", DANA, "физика");
    for (position, unchanged) in [("мұғалім", true), ("Мұғалім", true), ("психолог", false)]
    {
        row.values.insert(staff::POSITION.into(), position.into());
        let verdicts = judged(&[row.clone()], &[dana.clone()], &Choices::default());
        assert_eq!(matches!(verdicts[..], [Verdict::Unchanged { .. }]), unchanged, "{position}");
    }
}

#[test]
fn a_correction_by_hand_stays_unless_the_file_wins() {
    let mut dana = record("dana", "dana@school.example", DANA, "физика");
    dana.edited.insert("subject".into());
    let rows = [row(2, "dana@school.example", DANA, "химия")];
    let change =
        Change {
            field: "subject".into(), before: Some("физика".into()), after: Some("химия".into())
        };
    assert_eq!(
        judged(&rows, &[dana.clone()], &Choices::default()),
        [Verdict::Unchanged { id: "dana".into(), kept: vec![change.clone()] }]
    );
    let wins = Choices { file_wins: ["subject".to_owned()].into(), ..Choices::default() };
    assert_eq!(
        judged(&rows, &[dana], &wins),
        [Verdict::Update { id: "dana".into(), changes: vec![change], kept: vec![] }]
    );
}

#[test]
fn absent_people_end_only_with_a_full_list_and_never_unasked_with_a_pair() {
    let mut mentor = record("omarov", "omarov@school.example", "Омаров Ерлан", "химия");
    mentor.absence = Absence::Asks;
    let mut head = record("serik", "serik@school.example", "Әбенов Серік", "");
    head.absence = Absence::Stays;
    let standing = [record("dana", "dana@school.example", DANA, "физика"), mentor, head];
    let partial = compare(&[], &[], &standing, &Choices::default(), &BTreeSet::new());
    assert!(partial.absent.iter().all(|absent| absent.fate == Some(Fate::Stays)));
    let full = Choices { full_list: true, ..Choices::default() };
    let whole = compare(&[], &[], &standing, &full, &BTreeSet::new());
    let fates: Vec<_> = whole.absent.iter().map(|absent| (absent.id.as_str(), absent.fate)).collect();
    assert_eq!(
        fates,
        [("omarov", None), ("dana", Some(Fate::Leaves)), ("serik", Some(Fate::Stays))],
        "who has a running pair is named first"
    );
    assert_eq!(whole.counts(0), Counts { decision: 1, absent: 3, leaving: 1, ..Counts::default() });
}

#[test]
fn who_is_a_candidate_is_not_absent() {
    let full = Choices { full_list: true, ..Choices::default() };
    let standing = [record("alia", "alia@school.example", ALIA, "химия")];
    let compared =
        compare(&[row(2, "new@school.example", ALIA, "химия")], &[], &standing, &full, &BTreeSet::new());
    assert_eq!(compared.absent, []);
}

#[test]
fn who_stands_in_a_faulty_or_skipped_line_is_not_absent() {
    let full = Choices { full_list: true, ..Choices::default() };
    let standing = [
        record("alia", "alia@school.example", ALIA, "химия"),
        record("dana", "dana@school.example", DANA, "физика"),
        record("kim", "kim@school.example", "Ким Сергей Викторович", "химия"),
        record("li", "li@school.example", "Ли Анна", "химия"),
    ];
    let unread = |line, key: &str, name: &str| Unread {
        line,
        keys: (!key.is_empty()).then(|| key.to_owned()).into_iter().collect(),
        name: name.to_lowercase(),
    };
    let absent = |rows: &[Row], unread: &[Unread], choices: &Choices| -> Vec<_> {
        let compared = compare(rows, unread, &standing, choices, &["taken@school.example".to_owned()].into());
        compared.absent.into_iter().map(|one| (one.id, one.fate, one.asked)).collect()
    };
    let leaves = |id: &str| (id.to_owned(), Some(Fate::Leaves), None);
    // By key, by another spelling, without the patronymic and with an initial alone.
    let lines = [
        unread(2, "alia@school.example", ""),
        unread(3, "", "Сатбаева Дана"),
        unread(4, "", "Ким С."),
        unread(5, "", "Анна Ли"),
    ];
    assert_eq!(absent(&[], &lines, &full), []);
    assert_eq!(absent(&[], &lines[..3], &full), [leaves("li")]);
    let taken = row(6, "taken@school.example", "Ли Анна", "химия");
    let other_name = row(7, "kim@school.example", "Югай Вера", "химия");
    let skip = Choices { lines: [(7, Decision::Skip)].into(), ..full.clone() };
    assert_eq!(absent(&[taken, other_name], &lines[..2], &skip), [], "faulty, and left out");
    let somebody_new = row(8, "new@school.example", "Ли Анна", "химия");
    let new = Choices { lines: [(8, Decision::New)].into(), ..full.clone() };
    assert_eq!(absent(&[somebody_new], &lines[..3], &new), [leaves("li")], "a namesake is somebody else");
}

#[test]
fn a_line_that_names_nobody_is_asked_about_before_anybody_leaves() {
    let full = Choices { full_list: true, ..Choices::default() };
    let standing = [
        record("dana", "dana@school.example", DANA, "физика"),
        record("kim", "kim@school.example", "Ким Сергей", "химия"),
    ];
    let fates = |name: &str, choices: &Choices| -> Vec<_> {
        let line = Unread { line: 9, keys: vec![], name: name.into() };
        let compared = compare(&[], &[line], &standing, choices, &BTreeSet::new());
        compared.absent.into_iter().map(|one| (one.id, one.fate, one.asked)).collect()
    };
    let asked = |id: &str| (id.to_owned(), None, Some(Asked::Line(9)));
    let leaves = |id: &str| (id.to_owned(), Some(Fate::Leaves), None);
    assert_eq!(fates("", &full), [asked("dana"), asked("kim")]);
    assert_eq!(fates("кем сергий", &full), [asked("kim"), leaves("dana")], "a slip in the name");
    assert_eq!(fates("югай вера", &full), [leaves("dana"), leaves("kim")], "somebody new");
    let decided = Choices { absent: [("kim".to_owned(), Fate::Leaves)].into(), ..full };
    assert_eq!(fates("кем сергий", &decided)[0].1, Some(Fate::Leaves));
}

#[test]
fn who_left_and_is_named_again_belongs_again() {
    let mut dana = record("dana", "dana@school.example", DANA, "физика");
    dana.values.insert(LEFT_ON.into(), "2026-06-30".into());
    let verdicts = judged(&[row(2, "dana@school.example", DANA, "физика")], &[dana], &Choices::default());
    let back = Change { field: LEFT_ON.into(), before: Some("2026-06-30".into()), after: None };
    assert_eq!(verdicts, [Verdict::Update { id: "dana".into(), changes: vec![back], kept: vec![] }]);
}

#[test]
fn a_key_in_use_elsewhere_stops_the_line() {
    let elsewhere = ["olga@school.example".to_owned()].into();
    let compared = compare(
        &[row(2, "olga@school.example", "Ким Ольга", "химия"), row(3, "dana@school.example", DANA, "физика")],
        &[],
        &[],
        &Choices::default(),
        &elsewhere,
    );
    assert_eq!(compared.verdicts, [Verdict::Fault(Fault::TakenElsewhere), Verdict::Create]);
}

#[test]
fn the_brake_is_over_twenty_or_over_a_tenth() {
    assert!(!brakes(0, 0) && !brakes(6, 64) && !brakes(20, 1000));
    assert!(brakes(7, 64) && brakes(21, 1000) && brakes(1, 5));
}

#[test]
fn undoing_reverts_what_stands_and_names_what_was_touched() {
    let change = |field: &str, before: Option<&str>, after: Option<&str>| Change {
        field: field.into(),
        before: before.map(Into::into),
        after: after.map(Into::into),
    };
    let done = BTreeMap::from([
        (
            "dana".to_owned(),
            vec![
                change("subject", Some("физика"), Some("химия")),
                change("phone", None, Some("+77011112233")),
            ],
        ),
        ("alia".to_owned(), vec![change(CREATED, None, Some("14")), change("subject", None, Some("химия"))]),
        ("olga".to_owned(), vec![change(CREATED, None, Some("15")), change("subject", None, Some("химия"))]),
    ]);
    let stands = BTreeMap::from([
        ("dana".to_owned(), values(&[("subject", "химия"), ("phone", "+77010000000")])),
        ("alia".to_owned(), values(&[("subject", "химия")])),
        ("olga".to_owned(), values(&[("subject", "химия")])),
    ]);
    let undone = undo(&done, &stands, &["olga".to_owned()].into(), &BTreeSet::new(), "2026-11-24");
    assert_eq!(undone.changes["dana"], [change("subject", Some("химия"), Some("физика"))]);
    assert_eq!(undone.changes["alia"], [change(LEFT_ON, None, Some("2026-11-24"))]);
    assert_eq!(undone.unmade, ["alia".to_owned()].into());
    let left: Vec<_> = undone.left_alone.iter().map(|left| (left.id.as_str(), left.why)).collect();
    assert_eq!(left, [("dana", WhyLeft::ChangedSince), ("olga", WhyLeft::InUse)]);
    // The undoing is itself turned round by the same rule.
    let after = BTreeMap::from([
        ("dana".to_owned(), values(&[("subject", "физика")])),
        ("alia".to_owned(), values(&[("subject", "химия"), (LEFT_ON, "2026-11-24")])),
    ]);
    let again = undo(&undone.changes, &after, &BTreeSet::new(), &BTreeSet::new(), "2026-11-25");
    assert_eq!(again.changes["dana"], [change("subject", Some("физика"), Some("химия"))]);
    assert_eq!(again.changes["alia"], [change(LEFT_ON, Some("2026-11-24"), None)]);
}

#[test]
fn who_runs_the_school_by_now_does_not_leave_by_an_undoing() {
    let back = Change { field: LEFT_ON.into(), before: Some("2026-11-20".into()), after: None };
    let done = BTreeMap::from([("dana".to_owned(), vec![back])]);
    let stands = BTreeMap::from([("dana".to_owned(), Values::new())]);
    let runs = ["dana".to_owned()].into();
    let undone = undo(&done, &stands, &BTreeSet::new(), &runs, "2026-11-25");
    assert_eq!(undone.changes, BTreeMap::new());
    let left: Vec<_> = undone.left_alone.iter().map(|left| (left.field.as_str(), left.why)).collect();
    assert_eq!(left, [(LEFT_ON, WhyLeft::InUse)]);
}

#[test]
fn the_diagram_is_what_the_code_does() {
    let drawn = arrows(include_str!("../../../../docs/states/rosters.md"));
    let day = date(2026, 11, 24);
    let mut real = BTreeSet::new();
    for state in State::ALL {
        let steps = [state.apply().ok(), state.discard().ok(), state.undo(day, day).ok()];
        real.extend(steps.into_iter().flatten().map(|next| (state.word(), next.word())));
    }
    assert_eq!(drawn, real);
}

#[test]
fn an_import_is_taken_back_within_thirty_days() {
    let applied = date(2026, 11, 1);
    assert_eq!(State::Applied.undo(applied, date(2026, 12, 1)), Ok(State::Undone));
    assert_eq!(
        State::Applied.undo(applied, date(2026, 12, 2)),
        Err(UndoRefused::TooLate { until: date(2026, 12, 1) })
    );
}

/// What stands after a comparison was written.
fn written(rows: &[Row], standing: &[Standing], compared: &Comparison) -> Vec<Standing> {
    let mut after = standing.to_vec();
    for (row, verdict) in rows.iter().zip(&compared.verdicts) {
        match verdict {
            Verdict::Create => after.push(Standing {
                id: format!("new-{}", row.line),
                keys: row.keys.clone(),
                name: row.name.clone(),
                values: row.values.clone(),
                edited: BTreeSet::new(),
                absence: Absence::Ends,
            }),
            Verdict::Update { id, changes, .. } => {
                let record = after.iter_mut().find(|record| record.id == *id).unwrap();
                for change in changes {
                    match &change.after {
                        Some(value) => record.values.insert(change.field.clone(), value.clone()),
                        None => record.values.remove(&change.field),
                    };
                }
            }
            _ => {}
        }
    }
    after
}

proptest! {
    #[test]
    fn the_same_file_again_writes_and_asks_nothing(
        people in prop::collection::btree_map(0_u8..40, (0_usize..6, 0_usize..3), 0..25),
        before in prop::collection::btree_map(0_u8..40, (0_usize..6, 0_usize..3), 0..25),
    ) {
        const NAMES: [&str; 6] = [ALIA, DANA, "Ким Сергей", "Омаров Ерлан", "Төлеген Мадина", "Әбенов Серік"];
        const SUBJECTS: [&str; 3] = ["физика", "химия", "тарих"];
        let rows: Vec<Row> = people.iter().enumerate().map(|(at, (key, (name, subject)))| {
            row(u32::try_from(at).unwrap() + 2, &format!("u{key}@school.example"), NAMES[*name], SUBJECTS[*subject])
        }).collect();
        let standing: Vec<Standing> = before.iter().map(|(key, (name, subject))| {
            record(&format!("p{key}"), &format!("u{key}@school.example"), NAMES[*name], SUBJECTS[*subject])
        }).collect();
        let differ = Choices { namesakes_differ: true, ..Choices::default() };
        let first = compare(&rows, &[], &standing, &differ, &BTreeSet::new());
        let counts = first.counts(0);
        prop_assert_eq!(counts.create + counts.update + counts.unchanged + counts.decision, rows.len());
        let after = written(&rows, &standing, &first);
        prop_assert_eq!(after.len(), standing.len() + counts.create);
        let second = compare(&rows, &[], &after, &Choices::default(), &BTreeSet::new()).counts(0);
        prop_assert_eq!((second.create, second.update), (0, 0));
        prop_assert_eq!(second.decision, counts.decision, "only addresses given to somebody else are still asked");
    }
}
