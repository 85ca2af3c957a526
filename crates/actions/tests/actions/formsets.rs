//! The set of forms on both databases: a district adds for all its schools, a school for itself, nobody takes away; what
//! is begun keeps its questions.

use crate::plans::{assigned, coordinator, head};
use crate::stage::mentor;
use actions::Failed;
use actions::formsets::{Reach, add, effect, standing};
use actions::meetings::{Log, journal, log};
use actions::plans::{answer, content_hash, items, make, opened};
use actions::rosters::exporting::Form as Written;
use domain::contacts::Kind as Deed;
use domain::formsets::{Answers, Asked, FieldRefused, Kind, Label, Origin, Question, Unfit};
use domain::meetings::Refused;
use domain::people::{Actor, Role};
use domain::plans::PlanRefused;
use i18n::Lang;
use store::testing::on_both;

fn officer() -> Actor {
    let roles = vec![Role::DistrictOfficer];
    Actor { person: "saule".into(), school: None, district: Some("district".into()), roles }
}

fn question(text: &str, asked: Asked) -> Question {
    Question { label: label(text), asked, options: Vec::new() }
}

fn label(text: &str) -> Label {
    Label { kk: text.into(), ru: text.into(), en: text.into() }
}

fn answers(key: &str, words: &str) -> Answers {
    [(key.to_owned(), words.to_owned())].into()
}

#[tokio::test]
async fn a_district_asks_in_all_its_schools_and_a_school_after_it() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let (of_district, of_school) = (question("Аудан", Asked::Day), question("Мектеп", Asked::Line));
        add(&stage.context(&coordinator()), Kind::Control, &of_school).await.unwrap();
        for _ in 0..2 {
            add(&stage.context(&officer()), Kind::Control, &of_district).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let found = standing(&mut tx, &stage.context(&coordinator()), Kind::Control).await.unwrap();
        let origins: Vec<Origin> = found.added.fields.iter().map(|field| field.origin).collect();
        assert_eq!(origins, [Origin::District, Origin::School], "the form came twice");
        assert_eq!(found.version.to_string(), "1.1.1");
        let above = standing(&mut tx, &stage.context(&officer()), Kind::Control).await.unwrap();
        assert_eq!((above.added.fields.len(), above.version.to_string().as_str()), (1, "1.1.0"));
        drop(tx);
        for other in [head(), mentor("aigul")] {
            let refused = add(&stage.context(&other), Kind::Control, &of_school).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{}: {refused:?}", other.person);
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_question_changes_is_told_before_and_nothing_is_kept() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        make(&stage.context(&mentor("aigul")), &pair).await.unwrap();
        let wanted = question("Үйірме", Asked::Text);
        let mut tx = stage.db.read().await.unwrap();
        let told = effect(&mut tx, &stage.context(&coordinator()), Kind::Work, &wanted).await.unwrap();
        assert_eq!(told.reach, Reach::School { made: 1 });
        let versions = [told.before, told.after].map(|version| version.to_string());
        assert_eq!(versions, ["1.0.0", "1.0.1"]);
        let above = effect(&mut tx, &stage.context(&officer()), Kind::Work, &wanted).await.unwrap();
        assert!(matches!(above.reach, Reach::District { schools: 1.. }), "{above:?}");
        let choice = question("Үйірме", Asked::Choice);
        let refused = effect(&mut tx, &stage.context(&coordinator()), Kind::Work, &choice).await;
        assert!(matches!(refused, Err(Failed::Refused(FieldRefused::Options))), "{refused:?}");
        let stands = standing(&mut tx, &stage.context(&coordinator()), Kind::Work).await.unwrap();
        assert!(stands.added.fields.is_empty() && stands.since.is_none());
    })
    .await;
}

#[tokio::test]
async fn an_order_asks_nothing() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let wanted = question("Үйірме", Asked::Text);
        let refused = add(&context, Kind::Order, &wanted).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        let mut tx = stage.db.read().await.unwrap();
        assert!(matches!(effect(&mut tx, &context, Kind::Order, &wanted).await, Err(Failed::NotFound)));
        assert_eq!(standing(&mut tx, &context, Kind::Order).await.unwrap().version.to_string(), "1.0.0");
    })
    .await;
}

#[tokio::test]
async fn a_talk_that_was_written_down_keeps_what_was_asked_then_and_its_log_says_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (aigul, gulnafisa) = (mentor("aigul"), coordinator());
        let write = async |minutes: u16, answers: Answers| {
            let talk = Log { kind: Deed::Talk, day: stage.today, minutes, topic: None, answers };
            log(&stage.context(&aigul), &pair, &talk).await
        };
        let before = write(5, Answers::new()).await.unwrap();
        add(&stage.context(&gulnafisa), Kind::Log, &question("Кім бастады", Asked::Line)).await.unwrap();
        let unasked = write(10, answers("school-2", "жас маман")).await;
        assert!(matches!(unasked, Err(Failed::Refused(Refused::Unfit(Unfit::Unasked)))), "{unasked:?}");
        let silent = write(10, Answers::new()).await.unwrap();
        let answered = write(15, answers("school-1", "жас маман")).await.unwrap();
        add(&stage.context(&gulnafisa), Kind::Log, &question("Кейін", Asked::Line)).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let kept = store::meetings::answers(&mut tx, &"school-12".into(), &pair).await.unwrap();
        assert!(!kept.contains_key(&before), "nothing was asked then");
        assert!(kept[&silent].1.is_empty(), "nobody has to answer");
        let (added, said) = &kept[&answered];
        assert_eq!((added.version.to_string().as_str(), said), ("1.0.1", &answers("school-1", "жас маман")));
        let told =
            effect(&mut tx, &stage.context(&gulnafisa), Kind::Log, &question("Тағы", Asked::Line)).await;
        assert_eq!(told.unwrap().reach, Reach::School { made: 3 });
        drop(tx);
        for lang in [Lang::Kk, Lang::Ru] {
            let context = stage.context(&aigul);
            let list = journal::list(&context, &pair, lang).await.unwrap();
            let table = String::from_utf8(list.table(&context, Written::Csv).unwrap().bytes).unwrap();
            assert!(table.contains("Кім бастады: жас маман"), "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_plan_keeps_its_questions_and_their_answers_are_signed_with_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let aigul = mentor("aigul");
        add(&stage.context(&coordinator()), Kind::Work, &question("Сағат", Asked::Number)).await.unwrap();
        let id = make(&stage.context(&aigul), &pair).await.unwrap();
        add(&stage.context(&coordinator()), Kind::Work, &question("Кейін", Asked::Line)).await.unwrap();
        let hash = async || {
            let mut tx = stage.db.read().await.unwrap();
            let plan = opened(&mut tx, &stage.context(&aigul), &id).await.unwrap().unwrap().plan;
            let items = items(&mut tx, &plan).await.unwrap();
            (content_hash(&plan, &items), plan)
        };
        let (before, plan) = hash().await;
        assert_eq!(plan.added.version.to_string(), "1.0.1", "what came later is not asked here");
        for (wrong, why) in
            [(answers("school-1", "көп"), Unfit::NoNumber), (answers("school-2", "бірдеңе"), Unfit::Unasked)]
        {
            let refused = answer(&stage.context(&aigul), &id, 0, &wrong).await;
            assert!(
                matches!(&refused, Err(Failed::Refused(PlanRefused::Unfit(said))) if *said == why),
                "{refused:?}"
            );
        }
        let right = answers("school-1", "34");
        for _ in 0..2 {
            answer(&stage.context(&aigul), &id, 0, &right).await.unwrap();
        }
        let unseen = answer(&stage.context(&aigul), &id, 0, &answers("school-1", "35")).await;
        assert!(matches!(unseen, Err(Failed::Changed)), "{unseen:?}");
        let (after, plan) = hash().await;
        assert_eq!((&plan.answers, plan.version), (&right, 1));
        assert_ne!(before, after, "an answer is part of what is signed");
        let other = answer(&stage.context(&head()), &id, 1, &right).await;
        assert!(other.is_err(), "nobody answers for the two");
        assert_eq!(stage.audited("plan-answered").await, 1);
    })
    .await;
}
