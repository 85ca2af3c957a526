//! The registers: whoever stands in one, the same on the page, on paper and in the table.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::registers::{Row, list, rows, said};
use actions::rosters::exporting::Form;
use domain::people::{Actor, Role};
use domain::programmes::Programme;
use domain::registers::{Column, Kind};
use i18n::Lang;
use store::testing::on_both;

async fn programme(stage: &Stage) -> Programme {
    let mut tx = stage.db.read().await.unwrap();
    store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap()
}

async fn read(stage: &Stage, who: &Actor, kind: Kind) -> Option<Vec<Row>> {
    let programme = programme(stage).await;
    rows(&mut stage.db.read().await.unwrap(), &stage.context(who), &programme, kind).await.unwrap()
}

#[tokio::test]
async fn a_register_names_the_order_the_places_and_what_is_known_and_nothing_else() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let mentors = read(&stage, &coordinator(), Kind::Mentors).await.unwrap();
        let ids: Vec<&str> = mentors.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids.len(), 2, "{ids:?}");
        let aigul = mentors.iter().find(|row| row.id == "aigul").unwrap();
        assert_eq!((aigul.places, aigul.now.len(), aigul.past.len()), (Some((1, 1)), 1, 0));
        let words = said(Lang::Ru, aigul, Column::Now).concat();
        assert!(words.contains("118-к") && words.contains("2 ноября 2026 года"), "{words}");
        assert_eq!(said(Lang::Ru, aigul, Column::Languages), ["казахский, русский"]);
        let newcomers = read(&stage, &head(), Kind::Newcomers).await.unwrap();
        assert_eq!(newcomers.len(), 2);
        let zere = newcomers.iter().find(|row| row.id == "zere").unwrap();
        assert!(said(Lang::Kk, zere, Column::Now).is_empty(), "nobody yet");
        for other in [newcomer("dana"), mentor("aigul"), actor("olga", &[Role::Teacher])] {
            assert_eq!(read(&stage, &other, Kind::Mentors).await, None);
            let programme = programme(&stage).await;
            let refused = list(&stage.context(&other), &programme, Kind::Mentors, Lang::Ru).await;
            assert!(matches!(refused, Err(Failed::NotFound)));
        }
    })
    .await;
}

#[tokio::test]
async fn n18_the_table_has_as_many_rows_as_the_register_and_both_papers_are_printed() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let (who, programme) = (coordinator(), programme(&stage).await);
        for kind in Kind::ALL {
            let count = read(&stage, &who, kind).await.unwrap().len();
            let context = stage.context(&who);
            let in_russian = list(&context, &programme, kind, Lang::Ru).await.unwrap();
            let csv = in_russian.table(&context, Form::Csv).unwrap();
            let lines = String::from_utf8(csv.bytes).unwrap().lines().count();
            assert_eq!(lines, count + 1, "{kind:?}");
            for lang in [Lang::Kk, Lang::Ru] {
                let printed = list(&context, &programme, kind, lang).await.unwrap();
                let pdf = printed.print(&context).await.unwrap();
                assert!(pdf.starts_with(b"%PDF"));
            }
        }
    })
    .await;
}
