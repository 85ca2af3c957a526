//! The regulation: from the settings of the programme, with the school's own lines and their history.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::regulations::{Opened, add, chapters, opened, print, remove, road};
use domain::people::{Actor, Role};
use domain::programmes::Programme;
use domain::regulations::{AddRefused, Content, Words};
use domain::reports::Basis;
use domain::settings::Key;
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

async fn read(stage: &Stage, who: &Actor) -> Option<Opened> {
    let programme = programme(stage).await;
    opened(&mut stage.db.read().await.unwrap(), &stage.context(who), &programme).await.unwrap()
}

fn rule(text: &str) -> Content {
    Content::Text(Words { kk: text.into(), ru: text.into() })
}

fn text(lang: Lang, opened: &Opened) -> String {
    let all = chapters(lang, opened).into_iter().flat_map(|(_, lines)| lines);
    let all = all.chain(road(lang, opened)).flat_map(|said| [said.text, said.when, said.result]);
    all.collect::<Vec<String>>().join("\n")
}

#[tokio::test]
async fn the_text_follows_the_settings_and_everybody_of_the_school_reads_it() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let mut opened = read(&stage, &newcomer("dana")).await.unwrap();
        for lang in Lang::ALL {
            let said = text(lang, &opened);
            assert!(!said.contains('[') && !said.contains("{ $"), "a text or a value is missing: {said}");
        }
        let before = text(Lang::Ru, &opened);
        assert!(before.contains("не позднее 5 рабочих дней") && before.contains("6 ноября"), "{before}");
        opened.programme.settings = opened.programme.settings.with(Key::DaysToOrder, "3").unwrap();
        opened.programme.settings = opened.programme.settings.with(Key::ChoiceMode, "most_pairs").unwrap();
        let after = text(Lang::Ru, &opened);
        assert!(after.contains("не позднее 3 рабочих дней") && after.contains("как можно больше"), "{after}");
        let stranger = Actor { school: Some("school-7".into()), ..actor("olga", &[Role::Coordinator]) };
        assert!(read(&stage, &stranger).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_adds_lines_and_takes_them_off_and_both_stay_in_the_history() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let (who, programme) = (coordinator(), programme(&stage).await);
        for other in [head(), newcomer("dana"), mentor("aigul")] {
            let refused = add(&stage.context(&other), &programme, Basis::Choice, &rule("Әр айда")).await;
            assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        }
        let line =
            add(&stage.context(&who), &programme, Basis::Choice, &rule("Әр айда семинар")).await.unwrap();
        let again =
            add(&stage.context(&who), &programme, Basis::Choice, &rule("Әр айда семинар")).await.unwrap();
        assert_eq!(line, again, "the form came twice");
        let words = |text: &str| Words { kk: text.into(), ru: text.into() };
        let step = Content::Road {
            event: words("Семинар"),
            due: date(2027, 3, 1),
            who: words("методист"),
            result: words("хаттама"),
        };
        add(&stage.context(&who), &programme, Basis::Choice, &step).await.unwrap();
        let one = Content::Text(Words { kk: "Әр айда".into(), ru: String::new() });
        let refused = add(&stage.context(&who), &programme, Basis::Choice, &one).await;
        assert!(matches!(refused, Err(Failed::Refused(AddRefused::Words))), "{refused:?}");
        let said = text(Lang::Kk, &read(&stage, &head()).await.unwrap());
        assert!(said.contains("Әр айда семинар") && said.contains("хаттама"), "{said}");
        for _ in 0..2 {
            remove(&stage.context(&who), &programme, &line).await.unwrap();
        }
        let opened = read(&stage, &who).await.unwrap();
        assert!(!text(Lang::Kk, &opened).contains("Әр айда семинар"));
        assert_eq!((opened.lines.len(), opened.standing().count()), (2, 1));
        assert_eq!(stage.audited("regulation-line-added").await, 2);
        assert_eq!(stage.audited("regulation-line-removed").await, 1);
        for lang in [Lang::Kk, Lang::Ru] {
            let pdf = print(&stage.context(&newcomer("dana")), &programme, lang).await.unwrap();
            assert!(pdf.starts_with(b"%PDF"));
        }
    })
    .await;
}
