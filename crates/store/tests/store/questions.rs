//! A bank keeps every version, in up to three languages.

use super::on_both;
use domain::questions::{Choice, Fraction, Kept, Kind, Language, Question, Shelf, Topic};
use domain::{Instant, SchoolId};
use store::Db;
use store::questions::{bank, bank_at, begin, get, highest, history, keep, of_school, version};

fn question(text: &str, right: usize) -> Question {
    let choice = |(at, text): (usize, &str)| Choice {
        text: text.into(),
        fraction: if at == right { Fraction::WHOLE } else { Fraction::NONE },
        feedback: String::new(),
    };
    let choices = ["14 қазан", "15 қазан"].into_iter().enumerate().map(choice).collect();
    let mut question = Question::blank(Shelf::Topic(Topic::Law), Kind::Single(choices));
    question.text = text.into();
    question
}

async fn put(db: &Db, kept: &[Kept]) -> u32 {
    let mut tx = db.write().await.unwrap();
    let by = (&"gulnafisa".into(), Instant::UNIX_EPOCH);
    let version = begin(&mut tx, &"school-12".into(), by).await.unwrap();
    for one in kept {
        keep(&mut tx, &"school-12".into(), version, one).await.unwrap();
    }
    tx.commit().await.unwrap();
    version
}

#[tokio::test]
async fn a_changed_question_keeps_its_old_versions() {
    on_both(async |db| {
        store::testing::school_12(&db).await;
        let school = SchoolId::from("school-12");
        let first = Kept::new(1, Language::Kk, question("Бұйрыққа қанша күн?", 0));
        let second = Kept::new(2, Language::Kk, question("Екінші сұрақ", 0));
        assert_eq!(put(&db, &[first.clone(), second.clone()]).await, 1);
        let better = first.clone().word(Language::Ru, question("Срок приказа?", 1), false).unwrap();
        assert_eq!(put(&db, std::slice::from_ref(&better)).await, 2);
        assert_eq!(put(&db, &[second.clone().retire(true)]).await, 3);

        let mut tx = db.read().await.unwrap();
        assert_eq!(version(&mut tx, &school).await.unwrap(), 3);
        assert_eq!(highest(&mut tx, &school).await.unwrap(), 2);
        let kept: Vec<Kept> =
            of_school(&mut tx, &school).await.unwrap().into_iter().map(|edition| edition.kept).collect();
        assert_eq!(kept, [better.clone(), second.retire(true)]);
        let now = bank(&mut tx, &school, Language::Kk).await.unwrap();
        assert_eq!((now.version(), now.questions().len()), (3, 1));
        let key = |language| better.words()[&language].clone();
        assert_eq!(now.get(1), Some(&key(Language::Kk)), "the key is the one of the last change");
        let russian = bank(&mut tx, &school, Language::Ru).await.unwrap();
        assert_eq!(russian.get(1), Some(&key(Language::Ru)));
        let then = bank_at(&mut tx, &school, Language::Kk, 1).await.unwrap();
        assert_eq!((then.version(), then.questions().len()), (1, 2));
        assert_eq!(then.get(1), first.words().get(&Language::Kk));

        let versions: Vec<u32> = history(&mut tx, &school, 1)
            .await
            .unwrap()
            .into_iter()
            .map(|edition| {
                assert_eq!((edition.by.as_str(), edition.at), ("gulnafisa", Instant::UNIX_EPOCH));
                edition.version
            })
            .collect();
        assert_eq!(versions, [1, 2]);
        assert_eq!(get(&mut tx, &school, 1).await.unwrap().unwrap().kept, better);
    })
    .await;
}

#[tokio::test]
async fn another_school_has_a_bank_of_its_own() {
    on_both(async |db| {
        store::testing::school_12(&db).await;
        put(&db, &[Kept::new(1, Language::En, question("How many days?", 0))]).await;
        let school = SchoolId::from("school-7");
        let mut tx = db.read().await.unwrap();
        assert_eq!(version(&mut tx, &school).await.unwrap(), 0);
        assert_eq!(highest(&mut tx, &school).await.unwrap(), 0);
        assert!(of_school(&mut tx, &school).await.unwrap().is_empty());
        assert_eq!(get(&mut tx, &school, 1).await.unwrap(), None);
        assert!(bank(&mut tx, &school, Language::En).await.unwrap().questions().is_empty());
    })
    .await;
}
