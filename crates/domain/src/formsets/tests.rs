use super::*;

fn label(text: &str) -> Label {
    Label { kk: text.into(), ru: text.into(), en: text.into() }
}

fn asked(asked: Asked, options: &[&str]) -> Question {
    Question { label: label("Сынып"), asked, options: options.iter().map(|text| label(text)).collect() }
}

fn field_of(of: Asked, options: &[&str]) -> Field {
    question(&asked(of, options), Origin::School, &[]).unwrap()
}

#[test]
fn every_form_has_a_word_of_its_own() {
    let words: std::collections::BTreeSet<&str> = Kind::ALL.into_iter().map(Kind::word).collect();
    assert_eq!(words.len(), Kind::ALL.len());
    assert!(Kind::ALL.into_iter().all(|kind| Kind::from_word(kind.word()) == Some(kind)));
    let by_law: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.basis() == Basis::Law).collect();
    assert_eq!(by_law, [Kind::Order, Kind::Work]);
}

#[test]
fn a_form_takes_questions_or_a_body_and_most_take_both() {
    let without =
        |what: fn(Kind) -> bool| Kind::ALL.into_iter().filter(|kind| !what(*kind)).collect::<Vec<_>>();
    assert_eq!(without(Kind::asks), [Kind::Order, Kind::Certificate]);
    assert_eq!(without(Kind::is_shaped), [Kind::Log]);
}

#[test]
fn a_district_and_a_school_add_questions_at_the_end_and_the_version_counts_them() {
    let one = question(&asked(Asked::Line, &[]), Origin::District, &[]).unwrap();
    let two = question(&asked(Asked::Day, &[]), Origin::School, &[]).unwrap();
    let three = question(&asked(Asked::Number, &[]), Origin::School, std::slice::from_ref(&two)).unwrap();
    let form = Added::new(vec![one, two, three]);
    assert_eq!(form.version.to_string(), "1.1.2");
    let keys: Vec<&str> = form.fields.iter().map(|field| field.key.as_str()).collect();
    assert_eq!(keys, ["district-1", "school-1", "school-2"]);
    assert_eq!(Added::default().version.to_string(), "1.0.0");
}

#[test]
fn choices_are_two_to_eight_in_every_language() {
    let refused = |options: &[&str]| question(&asked(Asked::Choice, options), Origin::School, &[]).err();
    assert_eq!(refused(&[]), Some(FieldRefused::Options));
    assert_eq!(refused(&["иә"]), Some(FieldRefused::Options));
    assert_eq!(refused(&["иә", " "]), Some(FieldRefused::Options));
    assert_eq!(refused(&["а"; MOST_OPTIONS + 1]), Some(FieldRefused::Options));
    assert_eq!(refused(&["иә", "жоқ"]), None);
    let line = question(&asked(Asked::Line, &["иә"]), Origin::School, &[]).unwrap();
    assert!(line.options.is_empty(), "no other question has choices");
}

#[test]
fn an_answer_fits_its_question_or_is_refused() {
    for (of, right, wrong, why) in [
        (Asked::Number, "12", "он екі", Unfit::NoNumber),
        (Asked::Number, "-2,5", "1.2.3", Unfit::NoNumber),
        (Asked::Day, "2026-11-03", "2026-02-30", Unfit::NoDay),
        (Asked::Choice, "2", "3", Unfit::NoChoice),
        (Asked::Choice, "1", "0", Unfit::NoChoice),
    ] {
        let field = field_of(of, &["иә", "жоқ"]);
        assert_eq!(field.fits(right), Ok(()), "{right}");
        assert_eq!(field.fits(wrong), Err(why), "{wrong}");
        assert_eq!(field.fits(" "), Ok(()), "nobody has to answer");
    }
    let long = "ә".repeat(MOST_ANSWER + 1);
    assert_eq!(field_of(Asked::Text, &[]).fits(&long), Err(Unfit::TooLong));
    let form = Added::new(vec![field_of(Asked::Line, &[])]);
    assert_eq!(form.check(&[("school-1".to_owned(), "8А".to_owned())].into()), Ok(()));
    assert_eq!(form.check(&[("school-2".to_owned(), "8А".to_owned())].into()), Err(Unfit::Unasked));
}

#[test]
fn a_field_from_before_choices_is_read() {
    let old = r#"{"key":"school-1","label":{"kk":"а","ru":"б","en":"c"},"asked":"line","basis":"choice","by":0,"needed":false,"origin":"school"}"#;
    let field: Field = serde_json::from_str(old).unwrap();
    assert_eq!((field.asked, field.options.len()), (Asked::Line, 0));
    assert_eq!(serde_json::to_string(&field).unwrap(), old, "and its hash stays");
}

#[test]
fn an_edition_gives_its_body_to_a_sheet_which_nobody_signs() {
    let today = jiff::civil::date(2026, 11, 3);
    let edition = |chain: &[reports::Signer]| reports::Edition {
        id: "edition".into(),
        number: 2,
        from: today,
        chain: chain.to_vec(),
        body: Some("#notes()".into()),
        by: "saule".into(),
        at: crate::Instant::UNIX_EPOCH,
    };
    let form = reports::Form::plain(Added::default(), Basis::Choice);
    let kept = |chain: &[reports::Signer]| {
        reports::edition(edition(chain), (Kind::Visit, &form), Origin::District, today)
    };
    assert!(kept(&[]).is_ok());
    assert_eq!(kept(&[reports::Signer::Author]).err(), Some(reports::EditionRefused::Chain));
    let sheet = Added::default().under(Some(&edition(&[])));
    assert_eq!(sheet.version.to_string(), "1.0.0-2");
    assert_eq!(Added::default().under(None), Added::default());
}
