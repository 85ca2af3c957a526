//! Judges of a cut on their pages: without JavaScript, by the right people, without names.

use crate::app::TestApp;
use crate::sittings::staged;
use axum::http::StatusCode;
use store::testing::on_both;

/// The page of the judges of the sitting that has not begun.
pub(crate) async fn ahead(app: &TestApp) -> String {
    let mut tx = app.db.read().await.unwrap();
    let all = store::sittings::of_school(&mut tx, &"school-12".into()).await.unwrap();
    let planned = all.iter().find(|one| one.state == domain::exams::SittingState::Planned).unwrap();
    format!("/sittings/{}", planned.id)
}

/// The number of the first question on the page.
fn first_field(page: &str) -> &str {
    let (_, rest) = page.split_once("name=\"share-").unwrap();
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn a_judge_gives_shares_by_a_form_and_hands_them_in() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app, "dana", "zere").await;
        let path = format!("{}/judging", ahead(&app).await);
        let serik = app.visitor("serik");
        let page = serik.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert!(page.text.contains("data-autosave") && !page.text.contains("data-left"), "{}", page.text);
        let share = format!("share-{}", first_field(&page.text));
        let half = serik.post(&path, &[("topic", "safety"), (share.as_str(), "35"), ("go", "hand-in")]).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY, "the other question waits");
        let kept = serik.get(&path).await.text;
        assert!(kept.contains("value=\"35\" selected"), "what was judged stays: {kept}");
        let off = serik.post(&path, &[("topic", "safety"), (share.as_str(), "37"), ("go", "next")]).await;
        assert_eq!(off.status, StatusCode::UNPROCESSABLE_ENTITY);
        let quiet = serik.post(&path, &[("topic", "safety"), (share.as_str(), "40"), ("quiet", "1")]).await;
        assert_eq!(quiet.status, StatusCode::OK, "{}", quiet.text);
        assert!(quiet.text.starts_with('\n'), "{}", quiet.text);
        let bounds = format!("{path}/bounds");
        let wrong = [("lowest", "2"), ("highest", "1"), ("fewest", "5"), ("most", "40")];
        assert_eq!(serik.post(&bounds, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = [("lowest", "1"), ("highest", "2"), ("fewest", "5"), ("most", "40")];
        assert_eq!(serik.post(&bounds, &right).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_else_opens_the_questions_or_the_judges() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app, "dana", "zere").await;
        let path = ahead(&app).await;
        for other in ["bekzhan", "dana", "aigul", "timur"] {
            let page = app.visitor(other).get(&format!("{path}/judging")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{other}");
        }
        for other in ["dana", "bekzhan", "aigul"] {
            let page = app.visitor(other).get(&format!("{path}/panel")).await;
            assert_ne!(page.status, StatusCode::OK, "{other}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_the_page_of_the_judges_says_who_has_handed_in_and_no_share() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app, "dana", "zere").await;
        let path = format!("{}/panel", ahead(&app).await);
        let leader = app.visitor("gulnafisa");
        let page = leader.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert!(!page.text.contains("Кто подписывает приказ?"), "no question before the round is over");
        assert!(!page.text.contains("name=\"step\""), "one has not handed in: {}", page.text);
        let step = leader.post(&format!("{path}/step"), &[("step", "discuss")]).await;
        assert_eq!(step.status, StatusCode::UNPROCESSABLE_ENTITY, "two are too few");
        let candidate = leader.post(&format!("{path}/ask"), &[("judge", "dana")]).await;
        assert_eq!(candidate.status, StatusCode::UNPROCESSABLE_ENTITY, "she writes an exam");
        let asked = leader.post(&format!("{path}/ask"), &[("judge", "bekzhan")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        let stays = leader.post(&format!("{path}/release"), &[("judge", "gulnafisa")]).await;
        assert_eq!(stays.status, StatusCode::UNPROCESSABLE_ENTITY, "she has handed in");
        let leaves = leader.post(&format!("{path}/release"), &[("judge", "serik")]).await;
        assert_eq!(leaves.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn figures_of_examiners_say_that_they_are_too_few_and_name_nobody() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::commissions::staged(&app).await;
        let leader = app.visitor("gulnafisa");
        let page = leader.get("/commissions/examiners").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        let few = i18n::t(i18n::Lang::Ru, "sittings-hidden-few", &[("need", 5_u32.into())]);
        assert!(page.text.contains(&few.replace('<', "&#60;")), "{}", page.text);
        for other in ["dana", "aigul", "serik"] {
            let refused = app.visitor(other).get("/commissions/examiners").await;
            assert_ne!(refused.status, StatusCode::OK, "{other}");
        }
    })
    .await;
}
