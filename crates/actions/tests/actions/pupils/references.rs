//! Applications of volunteers and adults who write for them, on both databases.

use super::{ayan, coordinator, dana, entry, staged};
use crate::stage::{Stage, actor};
use actions::Failed;
use actions::duties::{Given, give as give_duty};
use actions::pupils::consents::enter;
use actions::pupils::opened;
use actions::pupils::references::{
    AskRefused, applied, apply, ask, asked, decline, give, print_application, take_off, waiting,
};
use actions::pupils::volunteers::{name, stop};
use domain::duties::Duty;
use domain::people::{Actor, Role};
use domain::volunteers::references::{Answer, Application, AskRefused as Rule, Reference, Seen};
use i18n::Lang;
use jiff::civil::date;
use store::testing::{column, contents, on_both};

/// What Айгүл writes, equally nobody else's words.
const SECRET: &str = "Сүйіндік 7714: уәдесінде тұрады";

fn aigul() -> Actor {
    actor("aigul", &[Role::Teacher, Role::Mentor])
}

fn head() -> Actor {
    actor("serik", &[Role::Head])
}

fn reference() -> Reference {
    Reference {
        seen: [Seen::Often, Seen::Sometimes, Seen::NotSeen],
        words: SECRET.into(),
        on: date(2026, 10, 5),
    }
}

/// Аян wants to help; the coordinator asks Айгүл.
async fn applying(db: store::Db) -> Stage {
    let stage = staged(db).await;
    enter(&stage.context(&dana()), &ayan(), &entry()).await.unwrap();
    name(&stage.context(&dana()), &ayan(), None).await.unwrap();
    // The form comes twice.
    for _ in 0..2 {
        ask(&stage.context(&coordinator()), &ayan(), &"aigul".into()).await.unwrap();
    }
    assert_eq!(stage.audited("referee-asked").await, 1);
    stage
}

#[tokio::test]
async fn n08_a_reference_is_read_by_the_coordinator_and_by_whoever_wrote_it_alone() {
    on_both(async |db| {
        let stage = applying(db).await;
        let specialist = Given { person: "bekzhan".into(), duty: Duty::Specialist };
        give_duty(&stage.context(&head()), &specialist).await.unwrap();
        for _ in 0..2 {
            give(&stage.context(&aigul()), &ayan(), &reference()).await.unwrap();
        }
        assert_eq!(stage.audited("reference-answered").await, 1, "sent twice");
        let read = applied(&stage.context(&coordinator()), &ayan()).await.unwrap().referees.unwrap();
        assert_eq!(read[0].answer, Answer::Given(reference()));
        let own = asked(&stage.context(&aigul()), &ayan()).await.unwrap();
        assert_eq!(own.answer, Answer::Given(reference()));
        let kept = applied(&stage.context(&dana()), &ayan()).await.unwrap();
        assert_eq!(kept.referees, None, "the class teacher keeps the application without them");
        for who in [dana(), head(), actor("bekzhan", &[Role::Teacher])] {
            let page = format!("{:?}", opened(&stage.context(&who), &ayan()).await.unwrap());
            assert!(page.contains("aigul") && !page.contains(SECRET), "{}: {page}", who.person);
            let other = asked(&stage.context(&who), &ayan()).await;
            assert!(matches!(other, Err(Failed::NotFound)), "{}: {other:?}", who.person);
        }
        for who in [aigul(), head(), actor("bekzhan", &[Role::Teacher]), actor("gulnafisa", &[])] {
            let other = applied(&stage.context(&who), &ayan()).await;
            assert!(matches!(other, Err(Failed::NotFound)), "{}: {other:?}", who.person);
        }
        let tables = contents(&stage.db).await;
        let holds = |rows: &Vec<String>| rows.iter().any(|row| row.contains(SECRET));
        let holding: Vec<&String> =
            tables.iter().filter(|(_, rows)| holds(rows)).map(|(table, _)| table).collect();
        assert_eq!(holding, ["volunteer_references"], "no letter, no log, no page of the pupil");
        stop(&stage.context(&dana()), &ayan()).await.unwrap();
        assert!(column(&stage.db, "volunteer_references", "state").await.is_empty(), "gone when they stop");
        let gone = asked(&stage.context(&aigul()), &ayan()).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_writes_none_is_asked_for_no_reason_and_the_log_reads_the_same() {
    on_both(async |db| {
        let stage = applying(db).await;
        let (aigul, who) = (aigul(), coordinator());
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(waiting(&mut tx, &stage.context(&aigul)).await.unwrap().len(), 1);
        drop(tx);
        for _ in 0..2 {
            decline(&stage.context(&aigul), &ayan()).await.unwrap();
        }
        assert_eq!(stage.audited("reference-answered").await, 1, "as if they had written");
        let mut tx = stage.db.read().await.unwrap();
        assert!(waiting(&mut tx, &stage.context(&aigul)).await.unwrap().is_empty());
        drop(tx);
        let page = format!("{:?}", opened(&stage.context(&dana()), &ayan()).await.unwrap().volunteering);
        assert!(!page.contains("aigul"), "the class teacher does not learn of it: {page}");
        let leading = stage.context(&who);
        // Whoever writes none takes no place, and is not asked again.
        for person in ["serik", "bekzhan", "aigul"] {
            ask(&leading, &ayan(), &person.into()).await.unwrap();
        }
        let full = ask(&leading, &ayan(), &"dana".into()).await;
        assert!(matches!(full, Err(Failed::Refused(AskRefused::Rule(Rule::Enough)))), "{full:?}");
        for _ in 0..2 {
            take_off(&leading, &ayan(), &"serik".into()).await.unwrap();
        }
        assert_eq!(stage.audited("referee-taken-off").await, 1);
        let timur = ask(&leading, &ayan(), &"timur".into()).await;
        assert!(matches!(timur, Err(Failed::Refused(AskRefused::Person))), "another school: {timur:?}");
        let own = ask(&stage.context(&dana()), &ayan(), &"zere".into()).await;
        assert!(matches!(own, Err(Failed::NotFound)), "the coordinator asks: {own:?}");
        let late = give(&stage.context(&aigul), &ayan(), &reference()).await;
        assert!(matches!(late, Err(Failed::NotFound)), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn an_application_is_written_over_what_was_read_and_printed_without_a_word_of_a_reference() {
    on_both(async |db| {
        let stage = applying(db).await;
        let (dana, who) = (dana(), coordinator());
        let own =
            Application { motive: "Маған да көмектескен.".into(), wish: None, version: 0 };
        for _ in 0..2 {
            apply(&stage.context(&dana), &ayan(), &own).await.unwrap();
        }
        assert_eq!(stage.audited("volunteer-applied").await, 1, "sent twice");
        let late = Application { motive: "Басқа сөз".into(), ..own.clone() };
        let late = apply(&stage.context(&who), &ayan(), &late).await;
        assert!(matches!(late, Err(Failed::Changed)), "{late:?}");
        let stranger = apply(&stage.context(&aigul()), &ayan(), &own).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
        give(&stage.context(&aigul()), &ayan(), &reference()).await.unwrap();
        for lang in [Lang::Kk, Lang::Ru] {
            for (reader, named) in [(&who, true), (&dana, false)] {
                let paper = print_application(&stage.context(reader), &ayan(), lang).await.unwrap();
                let text = pdf_extract::extract_text_from_mem(&paper).unwrap();
                let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(text.contains("Сарманов") && text.contains("көмектескен"), "{text}");
                assert!(!text.contains("7714"), "{text}");
                let aigul = "Айгүл";
                assert_eq!(text.contains(aigul), named, "{}: {text}", reader.person);
            }
        }
        let other = print_application(&stage.context(&aigul()), &ayan(), Lang::Kk).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}
