//! Lists of the school: for those who lead its programme, each as far as its page goes.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::handouts::{Kind, list};
use actions::rosters::exporting::Form;
use domain::audit::Deed;
use domain::people::{Actor, Role};
use i18n::Lang;
use store::testing::on_both;

async fn csv(stage: &Stage, who: &Actor, kind: Kind) -> Option<String> {
    let context = stage.context(who);
    match list(&context, kind, Lang::Ru).await {
        Ok(list) => Some(String::from_utf8(list.table(&context, Form::Csv).unwrap().bytes).unwrap()),
        Err(Failed::NotFound | Failed::Forbidden) => None,
        Err(other) => panic!("{kind:?}: {other:?}"),
    }
}

#[tokio::test]
async fn every_list_is_a_table_and_a_paper_in_both_languages_of_papers() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let who = coordinator();
        let context = stage.context(&who);
        for kind in Kind::ALL {
            assert!(csv(&stage, &who, kind).await.is_some(), "{kind:?}");
            for lang in [Lang::Kk, Lang::Ru] {
                let pdf = list(&context, kind, lang).await.unwrap().print(&context).await.unwrap();
                assert!(pdf.starts_with(b"%PDF"), "{kind:?}");
            }
        }
        for (kind, told) in [
            (Kind::People, "Нұрбаева"),
            (Kind::Pairs, "Сәтбаева"),
            (Kind::Orders, "118-к"),
            (Kind::Requests, "согласие"),
            (Kind::Audit, "Подписан приказ"),
        ] {
            let read = csv(&stage, &who, kind).await.unwrap();
            assert!(read.contains(told), "{kind:?}: {read}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_list_of_the_log_names_whoever_a_line_of_the_course_is_about() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let who = coordinator();
        assert!(!csv(&stage, &who, Kind::Audit).await.unwrap().contains("Котова"));
        let mut tx = stage.db.write().await.unwrap();
        let word = Deed::CourseAdvanced.word();
        stage.context(&who).audit(&mut tx, &"school-12".into(), word, "polina", "").await.unwrap();
        tx.commit().await.unwrap();
        assert!(csv(&stage, &who, Kind::Audit).await.unwrap().contains("Котова"));
    })
    .await;
}

#[tokio::test]
async fn n05_no_list_holds_what_somebody_wrote_for_one_person() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        for kind in Kind::ALL {
            let read = csv(&stage, &coordinator(), kind).await.unwrap();
            assert!(!read.contains("Хочу научиться начинать урок спокойно"), "{kind:?}: {read}");
        }
    })
    .await;
}

#[tokio::test]
async fn n05_a_list_opens_to_those_who_may_read_its_page_alone() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        for kind in [Kind::Talks, Kind::Endings] {
            assert_eq!(csv(&stage, &head(), kind).await, None, "{kind:?}");
        }
        let elsewhere = Actor { school: Some("school-7".into()), ..coordinator() };
        for who in [newcomer("dana"), mentor("aigul"), actor("olga", &[Role::Teacher]), elsewhere] {
            for kind in Kind::ALL {
                assert_eq!(csv(&stage, &who, kind).await, None, "{kind:?}");
            }
        }
    })
    .await;
}
