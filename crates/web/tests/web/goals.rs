//! Goals of the development plan: their page, what both say in January, and what is undone.

use crate::app::TestApp;
use crate::walk::lively;
use axum::http::StatusCode;
use jiff::civil::date;
use store::testing::{column, ids, on_both, spoil};

const PAGE: &str = "/plans/development/dana";
/// A goal out of the map.
const GOAL: [(&str, &str); 4] = [
    ("text", "Ата-анамен әңгімені өзім бастаймын"),
    ("seen", "Екі әңгіме келісіммен аяқталды"),
    ("by", "2026-12-18"),
    ("topic", "parents"),
];

/// The step that Дана took out of her map belongs to the open goal.
const PUT: &str = "INSERT INTO plan_goal_steps (school_id, item_id, goal_id) \
    SELECT plan_items.school_id, plan_items.id, plan_goals.id FROM plan_items \
    JOIN plan_goals ON plan_goals.plan_id = plan_items.plan_id \
    WHERE plan_items.step = 'grow-planning' AND plan_goals.state = 'open'";
/// All goals are as they were set.
const AS_SET: &str = "UPDATE plan_goals SET state = 'open', version = 0";

/// Дана has an open goal with a step, and one that she left.
pub(crate) async fn staged(app: &TestApp) {
    let dana = app.visitor("dana");
    let left =
        [("text", "Экранда бір тапсырма"), ("seen", "Сабақ интернетсіз де өтті"), ("by", "2026-11-27")];
    for form in [&left[..], &GOAL[..]] {
        let set = dana.post(&format!("{PAGE}/add"), form).await;
        assert_eq!((set.status, set.location.as_str()), (StatusCode::SEE_OTHER, PAGE), "{}", set.text);
        if form.len() == left.len() {
            let [goal] = ids(&app.db, "plan_goals").await.try_into().unwrap();
            dana.post(&format!("/plans/goals/{goal}/turn"), &[("state", "left"), ("version", "0")]).await;
        }
    }
    spoil(&app.db, PUT).await;
}

#[tokio::test]
async fn a_newcomer_without_any_plan_is_led_to_the_first_goal() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        assert!(app.visitor("dana").get("/").await.text.contains(PAGE), "from the home");
        let empty = app.visitor("dana").get(PAGE).await;
        assert_eq!(empty.status, StatusCode::OK, "{}", empty.text);
        assert!(empty.text.contains(&format!("{PAGE}/add")) && !empty.text.contains("href=\"\""));
        let nothing = app.visitor("dana").post(&format!("{PAGE}/add"), &[("text", "Әңгіме")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.text.contains("Әңгіме"), "what was typed stays");
        let set = app.visitor("dana").post(&format!("{PAGE}/add"), &GOAL).await;
        assert_eq!((set.status, set.location.as_str()), (StatusCode::SEE_OTHER, PAGE), "{}", set.text);
        let page = app.visitor("dana").get(PAGE).await.text;
        assert!(page.contains(GOAL[0].1) && page.contains(GOAL[1].1), "{page}");
        let [plan] = ids(&app.db, "plans").await.try_into().unwrap();
        assert!(page.contains(&format!("/plans/{plan}")), "the plan has begun");
        assert_eq!(app.visitor("dana").get(&format!("/plans/{plan}")).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn the_two_come_from_the_home_the_pair_and_the_plan_and_a_goal_left_by_mistake_is_taken_up_again() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        for who in ["dana", "aigul"] {
            assert!(app.visitor(who).get("/").await.text.contains(PAGE), "{who} from the home");
            for pair in ids(&app.db, "pairs").await {
                let page = app.visitor(who).get(&format!("/pairs/{pair}")).await.text;
                assert!(page.contains(PAGE), "{who} from the pair: {page}");
            }
        }
        let begun = app.visitor("dana").get(&format!("{PAGE}/add?topic=parents")).await.text;
        assert!(begun.contains("value=\"parents\" selected"), "{begun}");
        let page = app.visitor("aigul").get(PAGE).await.text;
        assert!(page.contains("value=\"open\"") && page.contains("value=\"reached\""), "{page}");
        // The one that is open stays so.
        for goal in ids(&app.db, "plan_goals").await {
            let turn = format!("/plans/goals/{goal}/turn");
            let again = app.visitor("aigul").post(&turn, &[("state", "open"), ("version", "1")]).await;
            assert_eq!((again.status, again.location.as_str()), (StatusCode::SEE_OTHER, PAGE));
            let rubbish = app.visitor("dana").post(&turn, &[("state", "?")]).await;
            assert!(rubbish.status.is_client_error(), "{}", rubbish.status);
        }
        let page = app.visitor("dana").get(PAGE).await.text;
        assert!(!page.contains("value=\"open\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn whoever_saves_a_goal_second_reads_what_stands_and_loses_nothing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        spoil(&app.db, AS_SET).await;
        let goal = format!("/plans/goals/{}", ids(&app.db, "plan_goals").await.remove(0));
        let form = |text, by| [("text", text), ("seen", "Келісім бар"), ("by", by), ("version", "0")];
        let first = app.visitor("aigul").post(&goal, &form("Бірге бастаймыз", "2026-12-25")).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
        let late = app.visitor("dana").post(&goal, &form("Менің сөзім", "2026-12-11")).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
        for told in ["Менің сөзім", "Бірге бастаймыз"] {
            assert!(late.text.contains(told), "{told}: {}", late.text);
        }
    })
    .await;
}

#[tokio::test]
async fn n08_goals_and_reviews_are_not_there_for_others() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        lively(&app).await;
        let goal = format!("/plans/goals/{}", ids(&app.db, "plan_goals").await.remove(0));
        for other in ["bekzhan", "zere"] {
            let visitor = app.visitor(other);
            for page in [PAGE, &format!("{PAGE}/add"), &goal] {
                assert_eq!(visitor.get(page).await.status, StatusCode::NOT_FOUND, "{other} {page}");
            }
            let turned = visitor.post(&format!("{goal}/turn"), &[("state", "left"), ("version", "0")]).await;
            assert_eq!(turned.status, StatusCode::NOT_FOUND, "{other}");
            let said = visitor.post(&format!("{PAGE}/review"), &[("words", "Бөтен сөз")]).await;
            assert_eq!(said.status, StatusCode::NOT_FOUND, "{other}");
        }
        for leader in ["gulnafisa", "serik"] {
            let page = app.visitor(leader).get(PAGE).await;
            assert!(page.status.is_client_error() && !page.text.contains(GOAL[0].1), "{leader}");
        }
    })
    .await;
}

#[tokio::test]
async fn in_january_both_say_what_has_changed_and_read_each_other() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        crate::orders::assigned(&app).await;
        app.travel_to(date(2026, 11, 3));
        staged(&app).await;
        let review = format!("{PAGE}/review");
        let early = app.visitor("dana").post(&review, &[("words", "Жеңілдеді")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", early.text);
        app.travel_to(date(2027, 1, 12));
        let silent = app.visitor("dana").post(&review, &[("words", " ")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", silent.text);
        let said = app
            .visitor("dana")
            .post(&review, &[("words", "Әңгімені бастау жеңілдеді."), ("mark", "2")])
            .await;
        assert_eq!((said.status, said.location.as_str()), (StatusCode::SEE_OTHER, PAGE), "{}", said.text);
        let page = app.visitor("aigul").get(PAGE).await.text;
        assert!(page.contains("Әңгімені бастау жеңілдеді.") && page.contains(&review), "{page}");
        assert!(page.contains("Собственная отметка: 2 – в основном"), "{page}");
        assert!(!page.contains("name=\"mark\""), "a mentor has no mark to give");
        app.visitor("aigul").post(&review, &[("words", "Дана өзі бастайды.")]).await;
        assert!(app.visitor("dana").get(PAGE).await.text.contains("Дана өзі бастайды."));
        let plans = column(&app.db, "plan_reviews", "plan_id").await;
        for lang in ["kk", "ru"] {
            let paper = app.visitor("dana").get(&format!("/plans/{}/paper/{lang}", plans[0])).await;
            assert!(paper.bytes.starts_with(b"%PDF"), "{lang}: {}", paper.status);
        }
    })
    .await;
}
