//! Cases of the mentor course that their authors open to the other schools of the district: whoever is alone in the course of
//! their school replies there, and neither school is told more of the other than an author has allowed.

use crate::stage::{Stage, actor, coordinator, mentor};
use actions::Failed;
use actions::courses::{
    Author, Read, find, open, own, reply, show_to, take_back, take_back_reply, take_off, tell,
};
use domain::courses::{Audience, CardRefused, Gap, State, Words, begin};
use domain::people::{Actor, Role};
use domain::questions::Topic;
use domain::schools::District;
use domain::{CaseId, SchoolId};
use store::Db;
use store::testing::on_both;

fn school_7() -> SchoolId {
    "school-7".into()
}

/// Тимур, the only one in the course of school 7.
fn timur() -> Actor {
    Actor { school: Some(school_7()), ..actor("timur", &[Role::Teacher]) }
}

fn case(title: &str) -> Words {
    Words {
        title: title.into(),
        situation: "Урок начался с шума.".into(),
        did: "Подождала молча.".into(),
        asks: "Что помогает вам?".into(),
    }
}

/// Айгүл, Бекжан and Серік of school 12 and Тимур of school 7 are in the course. Айгүл has opened her case without her name,
/// Бекжан his with it; Серік keeps his to the school.
async fn staged(db: Db) -> (Stage, [CaseId; 3]) {
    let stage = Stage::new(db).await;
    let mut tx = stage.db.write().await.unwrap();
    let of_12 = ["aigul", "bekzhan", "serik"].map(|person| (person, SchoolId::from("school-12")));
    for (person, school) in of_12.into_iter().chain([("timur", school_7())]) {
        let id = format!("course-{person}").into();
        let course = begin(id, school, person.into(), stage.today, stage.now());
        store::courses::add(&mut tx, &course).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut cases = Vec::new();
    for (person, audience) in
        [("aigul", Audience::District), ("bekzhan", Audience::Named), ("serik", Audience::School)]
    {
        let told = mentor(person);
        cases.push(tell(&stage.context(&told), Topic::Talks, &case(person), audience).await.unwrap());
    }
    (stage, cases.try_into().unwrap())
}

async fn read(stage: &Stage, who: &Actor, id: &CaseId) -> Option<Read> {
    let mut tx = stage.db.read().await.unwrap();
    open(&mut tx, &stage.context(who), id).await.unwrap()
}

/// Titles that somebody finds, with whether the case is of another school.
async fn found(stage: &Stage, who: &Actor) -> Vec<(String, bool)> {
    let mut tx = stage.db.read().await.unwrap();
    let found = find(&mut tx, &stage.context(who), "", None).await.unwrap().unwrap();
    let mut titles: Vec<_> = found.into_iter().map(|one| (one.card.words.title, one.elsewhere)).collect();
    titles.sort();
    titles
}

async fn gaps(stage: &Stage) -> Vec<Gap> {
    let mut tx = stage.db.read().await.unwrap();
    own(&mut tx, &stage.context(&timur())).await.unwrap().unwrap().gaps
}

#[tokio::test]
async fn whoever_is_alone_in_the_course_of_their_school_replies_to_cases_of_the_district() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let timur = timur();
        assert_eq!(gaps(&stage).await, [Gap::Cases(1), Gap::Replies(2)]);
        tell(&stage.context(&timur), Topic::Talks, &case("timur"), Audience::School).await.unwrap();
        let line = |title: &str, elsewhere| (title.to_owned(), elsewhere);
        let all = [line("aigul", true), line("bekzhan", true), line("timur", false)];
        assert_eq!(found(&stage, &timur).await, all);
        for _ in 0..2 {
            reply(&stage.context(&timur), &cases[0], "Начинаю с тишины.").await.unwrap();
        }
        assert_eq!(gaps(&stage).await, [Gap::Replies(1)], "twice is once");
        reply(&stage.context(&timur), &cases[1], "Звонок за минуту.").await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let course = store::courses::of_person(&mut tx, &school_7(), &"timur".into()).await.unwrap();
        assert_eq!(course[0].candidate.state, State::Training);
        let lines = store::audit::of_school(&mut tx, &school_7(), i64::MAX, 10_000).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.what == "case-replied").count(), 2);
        drop(tx);
        assert_eq!(stage.audited("case-replied").await, 0, "one's own deeds are in one's own log");
    })
    .await;
}

#[tokio::test]
async fn n08_a_closed_case_is_not_there_for_another_school() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let timur = timur();
        assert_eq!(read(&stage, &timur, &cases[2]).await, None);
        let replied = reply(&stage.context(&timur), &cases[2], "Здравствуйте").await;
        assert!(matches!(replied, Err(Failed::NotFound)), "{replied:?}");
        let aigul = mentor("aigul");
        reply(&stage.context(&timur), &cases[0], "Начинаю с тишины.").await.unwrap();
        for _ in 0..2 {
            show_to(&stage.context(&aigul), &cases[0], Audience::School).await.unwrap();
        }
        assert_eq!(stage.audited("case-closed").await, 1);
        assert_eq!(read(&stage, &timur, &cases[0]).await, None, "she has closed it again");
        assert_eq!(gaps(&stage).await, [Gap::Cases(1), Gap::Replies(1)], "his reply counts on");
        assert_eq!(read(&stage, &aigul, &cases[0]).await.unwrap().replies.len(), 1);
        let mut tx = stage.db.write().await.unwrap();
        let (id, name) = ("district-2".into(), "Басқа".to_owned());
        let other = District { id, name_kk: name.clone(), name_ru: name };
        store::schools::add_district(&mut tx, &other).await.unwrap();
        let mut school = store::schools::get(&mut tx, &school_7()).await.unwrap().unwrap();
        school.district = other.id;
        store::schools::save(&mut tx, &school).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(read(&stage, &timur, &cases[1]).await, None, "another district");
    })
    .await;
}

#[tokio::test]
async fn n08_names_cross_the_border_where_the_author_has_allowed_it_and_nowhere_else() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let (timur, serik) = (timur(), mentor("serik"));
        reply(&stage.context(&serik), &cases[0], "Молчу вместе с классом.").await.unwrap();
        reply(&stage.context(&timur), &cases[0], "Начинаю с тишины.").await.unwrap();
        let his = read(&stage, &timur, &cases[0]).await.unwrap();
        assert_eq!(his.author, Author::Unnamed);
        let replies: Vec<&Author> = his.replies.iter().map(|one| &one.author).collect();
        assert!(matches!(replies[..], [Author::Unnamed, Author::Here(name)] if name.contains("Ахметов")));
        let here = read(&stage, &serik, &cases[0]).await.unwrap();
        assert!(matches!(&here.author, Author::Here(name) if !name.is_empty()), "{:?}", here.author);
        let replies: Vec<&Author> = here.replies.iter().map(|one| &one.author).collect();
        assert!(matches!(replies[..], [Author::Here(_), Author::Unnamed]), "{replies:?}");
        match read(&stage, &timur, &cases[1]).await.unwrap().author {
            Author::There { name, school } => {
                assert!(!name.is_empty() && school.id.as_str() == "school-12", "{name}");
            }
            other => panic!("{other:?}"),
        }
    })
    .await;
}

#[tokio::test]
async fn an_author_alone_says_who_reads_a_case() {
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        for who in [mentor("bekzhan"), coordinator(), timur()] {
            let shown = show_to(&stage.context(&who), &cases[0], Audience::Named).await;
            assert!(matches!(shown, Err(Failed::NotFound)), "{} {shown:?}", who.person);
        }
        assert!(read(&stage, &mentor("aigul"), &cases[0]).await.unwrap().may_show);
        assert!(!read(&stage, &timur(), &cases[0]).await.unwrap().may_show);
        assert_eq!(stage.audited("case-opened").await, 2);
        tell(&stage.context(&mentor("serik")), Topic::Talks, &case("serik"), Audience::District)
            .await
            .unwrap();
        assert!(read(&stage, &timur(), &cases[2]).await.is_some(), "told once more with a wider circle");
    })
    .await;
}

#[tokio::test]
async fn a_reply_from_another_school_rests_on_a_case_goes_with_its_author_and_counts_where_it_was_taken_off()
{
    on_both(async |db| {
        let (stage, cases) = staged(db).await;
        let (timur, aigul) = (timur(), mentor("aigul"));
        reply(&stage.context(&timur), &cases[0], "Начинаю с тишины.").await.unwrap();
        let counts = take_back(&stage.context(&aigul), &cases[0]).await;
        assert!(matches!(counts, Err(Failed::Refused(CardRefused::Counts))), "{counts:?}");
        let written = read(&stage, &timur, &cases[0]).await.unwrap().replies[0].written.id.clone();
        let others = take_back_reply(&stage.context(&aigul), &cases[0], &written).await;
        assert!(matches!(others, Err(Failed::NotFound)), "{others:?}");
        take_back_reply(&stage.context(&timur), &cases[0], &written).await.unwrap();
        assert_eq!(gaps(&stage).await, [Gap::Cases(1), Gap::Replies(2)]);
        reply(&stage.context(&timur), &cases[1], "Звонок за минуту.").await.unwrap();
        let leads = Actor { roles: vec![Role::Coordinator], ..timur.clone() };
        assert!(!read(&stage, &leads, &cases[1]).await.unwrap().may_take_off);
        let refused = take_off(&stage.context(&leads), &cases[1]).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        take_off(&stage.context(&coordinator()), &cases[1]).await.unwrap();
        assert_eq!(read(&stage, &timur, &cases[1]).await, None);
        assert_eq!(gaps(&stage).await, [Gap::Cases(1), Gap::Replies(1)]);
    })
    .await;
}
