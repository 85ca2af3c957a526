//! Settings, read like their rules.

use super::*;

#[test]
fn every_setting_is_read_as_it_was_written() {
    let settings = Settings::default();
    for key in Key::ALL {
        let word = settings.get(key).word();
        assert_eq!(settings.clone().with(key, &word), Ok(settings.clone()), "{key:?}");
        assert_eq!(Key::from_word(key.word()), Some(key));
    }
}

#[test]
fn a_programme_from_before_the_mode_is_truthful_and_shows_whole_cards() {
    let settings: Settings = serde_json::from_str(r#"{"max_mentees":1}"#).unwrap();
    assert_eq!((settings.choice_mode, settings.readers), (Mode::Truthful, Readers::default()));
}

#[test]
fn a_programme_asks_for_the_exam_only_where_it_says_so() {
    let settings: Settings = serde_json::from_str("{}").unwrap();
    assert_eq!(settings.exam, Exam::NoExamYet);
    let asked = settings.with(Key::Exam, "on").unwrap();
    assert_eq!(asked, Settings { exam: Exam::Required, ..Settings::default() });
    assert_eq!(asked.with(Key::Exam, "off"), Ok(Settings::default()));
}

#[test]
fn a_change_touches_its_own_setting_alone() {
    let changed = Settings::default().with(Key::MaxMentees, "1").unwrap();
    assert_eq!(changed, Settings { max_mentees: 1, ..Settings::default() });
    let changed = Settings::default().with(Key::MentorMinCategory, "moderator").unwrap();
    assert_eq!(changed.mentor_min_category, Category::Moderator);
}

#[test]
fn a_school_may_be_stricter_than_the_law_but_not_laxer() {
    assert!(Settings::default().with(Key::DaysToOrder, "3").is_ok());
    assert_eq!(Settings::default().with(Key::DaysToOrder, "6"), Err(OutOfBounds));
    assert_eq!(Settings::default().with(Key::MaxMentees, "0"), Err(OutOfBounds));
    assert_eq!(Settings::default().with(Key::MinCell, "4"), Err(OutOfBounds));
    assert_eq!(Settings::default().with(Key::PeerAheadLeast, "4"), Err(OutOfBounds), "above the most");
    assert_eq!(Settings::default().with(Key::PeerRestDays, "7"), Err(OutOfBounds), "a quick re-match harms");
    assert_eq!(Settings::default().with(Key::MentorMinCategory, "genius"), Err(OutOfBounds));
    assert_eq!(Settings::default().with(Key::AnswerDays, "много"), Err(OutOfBounds));
    assert_eq!(Settings::default().with(Key::RankedAfterContact, "1"), Err(OutOfBounds));
    assert!(Settings::default().with(Key::RankedAfterContact, "on").unwrap().ranked_after_contact);
    assert_eq!(Settings::default().with(Key::ChoiceMode, "dictator"), Err(OutOfBounds));
    let most_pairs = Settings::default().with(Key::ChoiceMode, "most_pairs").unwrap();
    assert_eq!(most_pairs, Settings { choice_mode: Mode::MostPairs, ..Settings::default() });
}

#[test]
fn a_course_asks_for_24_to_36_hours() {
    let hours =
        |word: &str| Settings::default().with(Key::CourseHours, word).map(|settings| settings.course_hours);
    assert_eq!(Settings::default().course_hours, 24);
    assert_eq!([hours("24"), hours("36")], [Ok(24), Ok(36)]);
    assert_eq!([hours("23"), hours("37")], [Err(OutOfBounds), Err(OutOfBounds)]);
}
