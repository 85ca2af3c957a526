//! What is said at a camp, on both databases: ideas, votes, and at the end what helped and what to change.

use super::{DAYS, FIRST, LAST, SLOTS, forty, prepared, with_a_guest, words};
use crate::stage::{Stage, coordinator, newcomer};
use actions::Failed;
use actions::camps::{
    Step, Voices, answer, join, opened, print_report, remove_idea, share, step, take_idea, vote,
};
use domain::CampId;
use domain::camps::CampRefused;
use domain::ideas::Draft;
use domain::people::Actor;
use i18n::Lang;
use store::testing::on_both;

fn draft(title: &str, unnamed: bool) -> Draft {
    Draft { title: title.to_owned(), words: "Бірге сынап көрейік".to_owned(), unnamed }
}

async fn voices(stage: &Stage, who: &Actor, id: &CampId) -> Option<Voices> {
    let mut tx = stage.db.read().await.unwrap();
    opened(&mut tx, &stage.context(who), id).await.unwrap().voices
}

#[tokio::test]
async fn n24_people_of_several_schools_put_ideas_to_a_camp_and_nobody_reads_whose_one_without_a_name_is() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (id, [dana, timur]) = with_a_guest(&stage).await;
        let gulnafisa = coordinator();
        stage.today = FIRST;
        for _ in 0..2 {
            share(&stage.context(&timur), &id, &draft("Ортақ сөре", false)).await.unwrap();
            share(&stage.context(&timur), &id, &draft("Ұялмай сұрау", true)).await.unwrap();
        }
        assert!(voices(&stage, &newcomer("zere"), &id).await.is_none(), "she does not take part");
        let seen = voices(&stage, &dana, &id).await.unwrap().ideas;
        assert_eq!(seen.iter().map(|idea| idea.title.as_str()).collect::<Vec<_>>(), ["Ортақ сөре"]);
        assert_eq!(seen[0].author.as_ref(), Some(&timur.person));
        stage.today = DAYS[1];
        for who in [&dana, &timur, &gulnafisa] {
            let ideas = voices(&stage, who, &id).await.unwrap().ideas;
            let unnamed = ideas.iter().find(|idea| idea.title == "Ұялмай сұрау").unwrap();
            assert_eq!(
                (unnamed.author.as_ref(), unnamed.mine),
                (None, who.person == timur.person),
                "{who:?}"
            );
        }
        for _ in 0..2 {
            vote(&stage.context(&dana), &id, (&seen[0].id, true)).await.unwrap();
        }
        let after = voices(&stage, &timur, &id).await.unwrap().ideas;
        assert_eq!((after[0].title.as_str(), after[0].votes, after[0].voted), ("Ортақ сөре", 1, false));
        let stranger = vote(&stage.context(&newcomer("zere")), &id, (&seen[0].id, true)).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        let mut tx = stage.db.read().await.unwrap();
        for school in ["school-12", "school-7"] {
            let log = store::audit::of_school(&mut tx, &school.into(), i64::MAX, 10_000).await.unwrap();
            assert!(log.iter().all(|line| !line.what.contains("idea")), "{log:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_idea_goes_to_the_board_of_a_school_by_somebody_of_it_and_is_in_the_report_unless_taken_off() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (id, [dana, timur]) = with_a_guest(&stage).await;
        let gulnafisa = coordinator();
        stage.today = FIRST;
        for (title, unnamed) in [("Ортақ сөре", false), ("Ұялмай сұрау", true), ("Артық сөз", false)]
        {
            share(&stage.context(&timur), &id, &draft(title, unnamed)).await.unwrap();
        }
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.today = LAST;
        let ideas = voices(&stage, &dana, &id).await.unwrap().ideas;
        let of = |title: &str| ideas.iter().find(|idea| idea.title == title).unwrap().id.clone();
        let theirs = of("Ұялмай сұрау");
        let board = async |school: &str| {
            let mut tx = stage.db.read().await.unwrap();
            store::ideas::of_school(&mut tx, &school.into()).await.unwrap()
        };
        assert!(board("school-12").await.is_empty() && board("school-7").await.is_empty());
        for _ in 0..2 {
            take_idea(&stage.context(&dana), &id, (&theirs, "Лагерь идеясы.")).await.unwrap();
        }
        let taken = board("school-12").await;
        assert_eq!(taken.len(), 1);
        assert!(taken[0].author == dana.person && taken[0].words.ends_with("Лагерь идеясы."), "{taken:?}");
        assert!(board("school-7").await.is_empty(), "no other school has it");
        let there = voices(&stage, &timur, &id).await.unwrap().ideas;
        let there = there.iter().find(|idea| idea.id == theirs).unwrap();
        assert_eq!(
            there.taken.iter().map(|one| one.state).collect::<Vec<_>>(),
            [domain::ideas::State::New],
            "linked back"
        );
        assert!(!there.taken[0].here, "his own school has not taken it");
        let off = of("Артық сөз");
        let not_his = remove_idea(&stage.context(&timur), &id, &off).await;
        assert!(matches!(not_his, Err(Failed::NotFound)), "{not_his:?}");
        remove_idea(&stage.context(&gulnafisa), &id, &off).await.unwrap();
        assert_eq!(stage.audited("camp-idea-removed").await, 1);
        step(&stage.context(&gulnafisa), &id, Step::Close).await.unwrap();
        let report = words(&print_report(&stage.context(&gulnafisa), &id, Lang::Ru).await.unwrap());
        for (title, there) in
            [("Ортақсөре", true), ("Ұялмайсұрау", true), ("безимени", true), ("Артықсөз", false)]
        {
            assert_eq!(report.contains(title), there, "{title}: {report}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_people_say_of_a_camp_has_no_name_and_fewer_than_five_answers_are_not_shown() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (id, people) = (prepared(&stage, 40).await, forty(&stage).await);
        let gulnafisa = coordinator();
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        for who in &people[..6] {
            join(&stage.context(who), &id, &vec![Vec::new(); SLOTS]).await.unwrap();
        }
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.today = LAST;
        let silent = answer(&stage.context(&people[0]), &id, ("", "")).await;
        assert!(matches!(silent, Err(Failed::Refused(CampRefused::Silent))), "{silent:?}");
        for who in &people[..5] {
            for _ in 0..2 {
                answer(&stage.context(who), &id, ("Бірге жоспарлау", "")).await.unwrap();
            }
        }
        let before = voices(&stage, &gulnafisa, &id).await.unwrap();
        assert!(before.heard.is_none() && before.said.is_empty(), "not one after the other");
        assert!(voices(&stage, &people[5], &id).await.unwrap().answers, "one may leave it");
        step(&stage.context(&gulnafisa), &id, Step::Close).await.unwrap();
        let after = voices(&stage, &gulnafisa, &id).await.unwrap();
        assert_eq!((after.heard, after.said.len()), (Some(5), 5));
        let report = words(&print_report(&stage.context(&gulnafisa), &id, Lang::Kk).await.unwrap());
        assert!(report.contains("Біргежоспарлау"), "{report}");
        let theirs = voices(&stage, &people[0], &id).await.unwrap();
        assert!(theirs.answered && theirs.heard.is_none() && theirs.said.is_empty(), "for those who lead it");
        let late = answer(&stage.context(&people[5]), &id, ("Кеш", "")).await;
        assert!(matches!(late, Err(Failed::Refused(CampRefused::NotNow))), "{late:?}");
    })
    .await;
}
