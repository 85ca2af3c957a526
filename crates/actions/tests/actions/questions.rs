//! The question bank of the exam: started with one deed, worded in three languages, brought from files, handed out.

use crate::stage::{Stage, actor, mentor};
use actions::courses::{SelfCheck, self_check};
use actions::questions::{
    Brought, Change, Form, KeepRefused, MOST_BYTES, Taken, Written, add, all, change, export, history, look,
    practise, retire, starter, take, take_starter,
};
use actions::{Failed, Never};
use domain::SchoolId;
use domain::courses::State;
use domain::people::{Actor, Role};
use domain::questions::{
    Choice, Edition, Fault, Fraction, Kept, Kind, Language, MOST_QUESTIONS, Question, Shelf, Topic,
};
use std::collections::BTreeMap;
use store::testing::on_both;

const FILE: &str = "$CATEGORY: law\n\n::срок::Сколько дней на приказ?{=пять ~десять}\n\n::плохой::Текст {~a ~b}\n\n\
    ::другой::Верно? {T}\n\nНезакрытый { =a\n";

fn keeper() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

fn brought<'a>(school: &'a SchoolId, file: &'a str, language: Language) -> Brought<'a> {
    Brought { school, bytes: file.as_bytes(), language, topic: None }
}

fn question(text: &str, answers: &[&str]) -> Question {
    let choice = |(at, text): (usize, &&str)| Choice {
        text: (*text).into(),
        fraction: if at == 0 { Fraction::WHOLE } else { Fraction::NONE },
        feedback: String::new(),
    };
    let kind = Kind::Single(answers.iter().enumerate().map(choice).collect());
    let mut question = Question::blank(Shelf::Topic(Topic::Law), kind);
    question.text = text.into();
    question
}

fn russian<'a>(school: &'a SchoolId, question: &'a Question) -> Written<'a> {
    Written { school, language: Language::Ru, question }
}

async fn bank(stage: &Stage) -> Vec<Edition> {
    let keeper = keeper();
    let mut tx = stage.db.read().await.unwrap();
    all(&mut tx, &stage.context(&keeper), &"school-12".into()).await.unwrap()
}

#[test]
fn the_starting_material_reads_alike_in_three_languages() {
    let all = starter();
    assert_eq!(all.len(), 120);
    let mut topics: BTreeMap<Topic, usize> = BTreeMap::new();
    for words in all {
        assert_eq!(words.len(), 3, "{words:?}");
        for question in words.values() {
            assert!(question.faults().is_empty(), "{}", question.name);
        }
        let name = words[&Language::Kk].name.clone();
        *topics.entry(words[&Language::Kk].shelf.topic().unwrap()).or_default() += 1;
        assert!(Kept::of(1, false, words).is_ok(), "{name}: the keys differ");
    }
    assert_eq!(topics.values().copied().collect::<Vec<_>>(), [20; 6]);
}

#[tokio::test]
async fn one_deed_fills_the_bank_and_the_second_does_nothing() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (keeper, school) = (keeper(), "school-12".into());
        let context = stage.context(&keeper);
        assert_eq!(take_starter(&context, &school).await.unwrap(), 120);
        assert_eq!(take_starter(&context, &school).await.unwrap(), 0);
        let bank = bank(&stage).await;
        assert_eq!(bank.len(), 120);
        assert!(bank.iter().all(|edition| edition.version == 1 && edition.kept.words().len() == 3));
    })
    .await;
}

#[tokio::test]
async fn what_is_handed_out_comes_back_as_it_is() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (keeper, school) = (keeper(), "school-12".into());
        let context = stage.context(&keeper);
        take_starter(&context, &school).await.unwrap();
        for language in Language::ALL {
            for form in Form::ALL {
                let mut tx = stage.db.read().await.unwrap();
                let file = export(&mut tx, &context, &school, (form, language)).await.unwrap();
                drop(tx);
                let seen = look(&context, &brought(&school, &file, language)).await.unwrap();
                let same = Taken { same: 120, ..Taken::default() };
                assert_eq!((seen.counts, seen.skipped.len()), (same, 0), "{form:?} {language:?}");
                assert_eq!(take(&context, &brought(&school, &file, language)).await.unwrap(), same);
            }
        }
        assert!(bank(&stage).await.iter().all(|edition| edition.version == 1), "nothing was written");
    })
    .await;
}

#[tokio::test]
async fn a_file_is_shown_line_by_line_and_one_fault_costs_nothing_else() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (keeper, school) = (keeper(), "school-12".into());
        let context = stage.context(&keeper);
        let seen = look(&context, &brought(&school, FILE, Language::Ru)).await.unwrap();
        let fates: Vec<_> = seen.lines.iter().map(|line| (line.line, line.fate)).collect();
        assert_eq!(fates, [(3, "new"), (5, "faulty"), (7, "new")]);
        assert!(seen.lines[1].fault.is_some());
        assert_eq!(seen.skipped.len(), 1);
        assert!(bank(&stage).await.is_empty(), "a preview writes nothing");
        let taken = take(&context, &brought(&school, FILE, Language::Ru)).await.unwrap();
        assert_eq!(taken, Taken { new: 2, not_taken: 1, ..Taken::default() });
        let again = take(&context, &brought(&school, FILE, Language::Ru)).await.unwrap();
        assert_eq!(again, Taken { same: 2, not_taken: 1, ..Taken::default() });
        // The same names in another language are words of the same questions; another key is none.
        let kazakh = "$CATEGORY: law\n\n::срок::Бұйрыққа неше күн?{=бес ~он}\n\n::другой::Дұрыс па? {F}\n";
        let taken = take(&context, &brought(&school, kazakh, Language::Kk)).await.unwrap();
        assert_eq!(taken, Taken { worded: 1, not_taken: 1, ..Taken::default() });
        let bank = bank(&stage).await;
        assert_eq!((bank.len(), bank[0].kept.words().len()), (2, 2));
    })
    .await;
}

#[tokio::test]
async fn n06_a_hostile_file_is_refused_with_a_reason() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (keeper, school) = (keeper(), "school-12".into());
        let context = stage.context(&keeper);
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE quiz [<!ENTITY a \"aaaa\">]><quiz>&a;</quiz>";
        let large = " ".repeat(MOST_BYTES + 1);
        let many = "а{T}\n\n".repeat(MOST_QUESTIONS + 1);
        for (file, refused) in [
            (bomb, "File(OwnDefinitions"),
            ("<?xml version=\"1.0\"?><html></html>", "File(NotAQuiz"),
            ("<quiz><question", "File(NotXml"),
            (" \n ", "File(Empty"),
            (large.as_str(), "TooLarge"),
            (many.as_str(), "Full"),
            ("Просто текст.", "Nothing"),
        ] {
            let taken = take(&context, &brought(&school, file, Language::Ru)).await;
            let Err(Failed::Refused(why)) = taken else { panic!("{taken:?}") };
            let seen = look(&context, &brought(&school, file, Language::Ru)).await;
            assert!(seen.is_err() || refused == "Nothing", "{refused}: looked at before it is refused");
            let why = format!("{why:?}");
            assert!(why.starts_with(refused), "{why}");
        }
        assert!(bank(&stage).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_question_is_worded_changed_and_retired_and_every_version_stays() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (keeper, school) = (keeper(), "school-12".into());
        let context = stage.context(&keeper);
        let refused = add(&context, russian(&school, &question("Кто?", &[]))).await;
        let Err(Failed::Refused(KeepRefused::Faults(faults))) = refused else { panic!("{refused:?}") };
        assert!(faults.contains(&Fault::TooFew { least: 2 }), "{faults:?}");
        let first = question("Кто подписывает?", &["директор", "завуч"]);
        assert_eq!(add(&context, russian(&school, &first)).await.unwrap(), 1);
        assert_eq!(add(&context, russian(&school, &first)).await.unwrap(), 1, "twice is once");
        let kazakh = question("Кім қол қояды?", &["директор", "орынбасар"]);
        let of_kazakh = Written { school: &school, language: Language::Kk, question: &kazakh };
        let now = |version| Change { number: 1, version, alone: false };
        change(&context, now(1), of_kazakh).await.unwrap();
        change(&context, now(1), of_kazakh).await.unwrap();
        let more = question("Кто подписывает?", &["директор", "завуч", "никто"]);
        let outdated = change(&context, now(1), russian(&school, &more)).await;
        assert!(matches!(outdated, Err(Failed::Changed)), "{outdated:?}");
        let apart = change(&context, now(2), russian(&school, &more)).await;
        assert!(
            matches!(apart, Err(Failed::Refused(KeepRefused::Apart(Language::Kk)))),
            "the number of answers is one in all languages: {apart:?}"
        );
        change(&context, Change { alone: true, ..now(2) }, russian(&school, &more)).await.unwrap();
        retire(&context, &school, 1, true).await.unwrap();
        retire(&context, &school, 1, true).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let history = history(&mut tx, &context, &school, 1).await.unwrap();
        let languages: Vec<usize> = history.iter().map(|edition| edition.kept.words().len()).collect();
        assert_eq!(languages, [1, 2, 1, 1]);
        assert!(history[3].kept.retired && !history[2].kept.retired);
        let old = store::questions::bank_at(&mut tx, &school, Language::Kk, 2).await.unwrap();
        assert_eq!(old.get(1), Some(&kazakh), "old papers stay readable");
    })
    .await;
}

#[tokio::test]
async fn n08_no_candidate_and_no_stranger_reads_or_changes_the_bank() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let school = "school-12".into();
        let keeper = keeper();
        take_starter(&stage.context(&keeper), &school).await.unwrap();
        let both = actor("gulnafisa", &[Role::Coordinator, Role::Mentor]);
        let stranger = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        let candidate = actor("serik", &[Role::Head]);
        let mut tx = stage.db.read().await.unwrap();
        assert!(all(&mut tx, &stage.context(&candidate), &school).await.is_ok(), "before the course");
        drop(tx);
        actions::courses::enrol(&stage.context(&keeper), &"serik".into()).await.unwrap();
        let refused = [(mentor("aigul"), false), (both, false), (candidate, false), (stranger, true)];
        for (who, hidden) in refused {
            let context = stage.context(&who);
            let mut tx = stage.db.read().await.unwrap();
            let read = all(&mut tx, &context, &school).await;
            let refused = if hidden {
                matches!(read, Err(Failed::NotFound))
            } else {
                matches!(read, Err(Failed::Forbidden))
            };
            assert!(refused, "{who:?}");
            assert!(history(&mut tx, &context, &school, 1).await.is_err());
            assert!(export(&mut tx, &context, &school, (Form::Gift, Language::Kk)).await.is_err());
            drop(tx);
            assert!(look(&context, &brought(&school, FILE, Language::Ru)).await.is_err());
            assert!(take(&context, &brought(&school, FILE, Language::Ru)).await.is_err());
            assert!(retire(&context, &school, 1, true).await.is_err());
            assert!(take_starter(&context, &school).await.is_err());
        }
        assert_eq!(bank(&stage).await.len(), 120);
    })
    .await;
}

/// What Серік, whose course stands at the training, is shown in law.
async fn tried(stage: &Stage, seed: u64) -> Result<Option<SelfCheck>, Failed<Never>> {
    let candidate = actor("serik", &[Role::Head]);
    let mut tx = stage.db.read().await.unwrap();
    self_check(&mut tx, &stage.context(&candidate), Language::Ru, Topic::Law, seed).await
}

#[tokio::test]
async fn what_is_for_practice_is_shown_to_candidates_and_drawn_for_no_exam() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (keeper, school) = (keeper(), "school-12".into());
        let context = stage.context(&keeper);
        for text in ["Кто подписывает?", "Кто утверждает?"] {
            let question = question(text, &["директор", "завуч"]);
            add(&context, russian(&school, &question)).await.unwrap();
        }
        assert!(matches!(tried(&stage, 7).await, Err(Failed::NotFound)), "whose course has not begun");
        crate::sittings::admit(&stage, "serik", State::Training).await;
        assert_eq!(tried(&stage, 7).await.unwrap(), None, "nothing is marked yet");
        practise(&context, &school, 2, true).await.unwrap();
        practise(&context, &school, 2, true).await.unwrap();
        let shown = tried(&stage, 7).await.unwrap().unwrap();
        assert_eq!(shown.questions.iter().map(|(drawn, _)| drawn.number).collect::<Vec<_>>(), [2]);
        assert_eq!(tried(&stage, 7).await.unwrap(), Some(shown), "the same again, to be checked");
        let mut tx = stage.db.read().await.unwrap();
        let exam = store::questions::bank(&mut tx, &school, Language::Ru).await.unwrap();
        assert_eq!(exam.questions().iter().map(|one| one.number).collect::<Vec<_>>(), [1]);
        let history = history(&mut tx, &context, &school, 2).await.unwrap();
        assert_eq!(history.iter().map(|edition| edition.kept.practice).collect::<Vec<_>>(), [false, true]);
        drop(tx);
        let candidate = actor("serik", &[Role::Head]);
        let refused = practise(&stage.context(&candidate), &school, 1, true).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "a candidate marks none: {refused:?}");
    })
    .await;
}
