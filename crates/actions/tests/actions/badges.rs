//! The certificate as a digital badge: what it says, who gets it, what is published.

use crate::certificates::passed;
use crate::stage::{Stage, actor, mentor};
use actions::Failed;
use actions::badges::{Keys, Signer, StatusList, Unsayable, Verdict, check, issue, published, revoked};
use actions::certificates::{make, revoke};
use domain::people::{Actor, Role};
use domain::{CourseId, Day};
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

const ADDRESS: &str = "https://school.example";

fn keys() -> Keys {
    Keys::new(Signer::read(&Signer::secret(&[3; 32])).unwrap(), Vec::new()).unwrap()
}

async fn issued(
    stage: &Stage,
    whose: &Actor,
    course: &CourseId,
    lang: Lang,
) -> Result<String, Failed<Unsayable>> {
    issue(&stage.context(whose), course, lang, ADDRESS, &keys()).await
}

/// What a badge of the stage is worth at noon of a day, without the list.
fn worth(badge: &str, day: Day) -> Verdict {
    let at = domain::calendar::instant_of(day, 12, 300);
    check(badge.as_bytes(), keys().published(), None, at).unwrap().verdict
}

#[tokio::test]
async fn a_badge_says_what_the_certificate_says_for_as_long_as_the_right_holds() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (aigul, course) = (mentor("aigul"), passed(&stage, "aigul").await);
        let none = issued(&stage, &aigul, &course, Lang::Kk).await;
        assert!(matches!(none, Err(Failed::NotFound)), "there is no certificate yet: {none:?}");
        make(&stage.context(&aigul), &course).await.unwrap();
        for lang in Lang::ALL {
            let badge = issued(&stage, &aigul, &course, lang).await.unwrap();
            assert!(badge.contains(&i18n::t(lang, "badges-name", &[])), "{badge}");
            assert!(!badge.contains("@school"), "no e-mail: {badge}");
            assert_eq!(worth(&badge, date(2024, 5, 19)), Verdict::Early);
            assert_eq!(worth(&badge, date(2024, 5, 20)), Verdict::Valid);
            assert_eq!(worth(&badge, date(2027, 5, 19)), Verdict::Valid);
            assert_eq!(worth(&badge, date(2027, 5, 20)), Verdict::Expired);
        }
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_else_gets_a_badge() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (aigul, course) = (mentor("aigul"), passed(&stage, "aigul").await);
        make(&stage.context(&aigul), &course).await.unwrap();
        for other in
            [mentor("bekzhan"), actor("gulnafisa", &[Role::Coordinator]), actor("serik", &[Role::Head])]
        {
            let badge = issued(&stage, &other, &course, Lang::Ru).await;
            assert!(matches!(badge, Err(Failed::NotFound)), "{badge:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_list_of_a_school_takes_a_badge_back() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let keys = keys();
        let of = async |school: &str| {
            let mut tx = stage.db.read().await.unwrap();
            let list = revoked(&mut tx, &school.into(), ADDRESS, &keys, stage.now()).await.unwrap();
            let issuer = published(&mut tx, &school.into(), ADDRESS, &keys).await.unwrap();
            assert_eq!(list.is_some(), issuer.is_some());
            list.map(|list| StatusList::read(list.as_bytes(), keys.published()).unwrap())
        };
        assert!(of("school-12").await.is_none(), "it has issued nothing");
        let (aigul, bekzhan) = (mentor("aigul"), mentor("bekzhan"));
        let (first, second) = (passed(&stage, "aigul").await, passed(&stage, "bekzhan").await);
        make(&stage.context(&aigul), &first).await.unwrap();
        make(&stage.context(&bekzhan), &second).await.unwrap();
        let one = issued(&stage, &aigul, &first, Lang::Kk).await.unwrap();
        let other = issued(&stage, &bekzhan, &second, Lang::Kk).await.unwrap();
        let coordinator = actor("gulnafisa", &[Role::Teacher, Role::Coordinator]);
        revoke(&stage.context(&coordinator), &first, "Себебі").await.unwrap();
        let list = of("school-12").await.unwrap();
        let asked = |badge: &str| {
            let checked = check(badge.as_bytes(), keys.published(), Some(&list), stage.now()).unwrap();
            (checked.verdict, checked.asked.is_some())
        };
        assert_eq!(asked(&one), (Verdict::Revoked, true));
        assert_eq!(asked(&other), (Verdict::Valid, true));
        let late = issued(&stage, &aigul, &first, Lang::Kk).await;
        assert!(matches!(late, Err(Failed::NotFound)), "{late:?}");
        assert!(of("school-7").await.is_none());
        assert!(of("none").await.is_none());
    })
    .await;
}
