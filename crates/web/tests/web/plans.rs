//! The work plan of a pair: its pages, its papers, what two do at once.

use crate::app::TestApp;
use axum::http::StatusCode;
use jiff::civil::date;
use store::testing::{column, ids, on_both};

/// A step in own words.
pub(crate) const STEP: [(&str, &str); 5] = [
    ("text", "Ата-анамен әңгімеге дайындалу"),
    ("result", "Келісім бар"),
    ("whose", "newcomer"),
    ("due", "2026-11-20"),
    ("area", "parents"),
];

fn step<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = STEP.to_vec();
    for (name, value) in changed {
        form.retain(|(field, _)| field != name);
        form.push((name, value));
    }
    form
}

/// Дана and Айгүл are a pair by order since 2 November; today is the 3rd. Gives the address of their pair.
async fn assigned(app: &TestApp) -> String {
    let pair = crate::orders::assigned(app).await;
    app.travel_to(date(2026, 11, 3));
    pair
}

/// The two have a plan; gives its address.
async fn planned(app: &TestApp) -> String {
    let pair = assigned(app).await;
    let made = app.visitor("aigul").post(&pair.replace("/pairs/", "/plans/make/"), &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    made.location
}

/// Дана adds a step in own words; gives its address.
async fn added(app: &TestApp, plan: &str) -> String {
    let before = ids(&app.db, "plan_items").await;
    let answer = app.visitor("dana").post(&format!("{plan}/add"), &STEP).await;
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, plan), "{}", answer.text);
    let new = ids(&app.db, "plan_items").await.into_iter().find(|id| !before.contains(id)).unwrap();
    format!("/plans/items/{new}")
}

#[tokio::test]
async fn the_page_of_the_pair_and_the_home_lead_to_the_plan_and_it_is_printed_in_two_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pair = assigned(&app).await;
        let before = app.visitor("aigul").get(&pair).await.text;
        assert!(before.contains("/plans/make/"), "{before}");
        assert!(app.visitor("aigul").get("/").await.text.contains("#plan"), "the mentor is asked at home");
        assert!(!app.visitor("serik").get(&pair).await.text.contains("/plans/make/"));
        let plan = planned_of(&app, &pair).await;
        for reader in ["dana", "aigul", "gulnafisa", "serik"] {
            let list = app.visitor(reader).get("/plans").await;
            assert!(list.text.contains(&plan), "{reader}");
            let page = app.visitor(reader).get(&plan).await;
            assert!(page.text.contains("basis") || page.status == StatusCode::OK);
            for lang in ["kk", "ru"] {
                let paper = app.visitor(reader).get(&format!("{plan}/paper/{lang}")).await;
                assert!(paper.bytes.starts_with(b"%PDF"), "{reader} {lang}: {}", paper.status);
            }
        }
        assert!(app.visitor("dana").get("/").await.text.contains(&plan), "the present step stands at home");
        let [code] = column(&app.db, "plans", "code").await.try_into().unwrap();
        let check = app.stranger().get(&format!("/verify/{code}")).await;
        assert!(check.status == StatusCode::OK && !check.text.contains("Сәтбаева"), "{}", check.text);
        assert!(!check.text.contains("Бұл құжат түпнұсқа"), "its steps may have changed since the paper");
        assert!(check.text.contains("Мұндай нөмірлі жоспар бар"), "{}", check.text);
    })
    .await;
}

async fn planned_of(app: &TestApp, pair: &str) -> String {
    app.visitor("aigul").post(&pair.replace("/pairs/", "/plans/make/"), &[]).await.location
}

#[tokio::test]
async fn a_step_is_added_changed_ticked_taken_away_and_put_back_and_the_history_tells_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = planned(&app).await;
        let item = added(&app, &plan).await;
        let moved = step(&[("due", "2026-11-27"), ("version", "0")]);
        let changed = app.visitor("aigul").post(&item, &moved).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text);
        for what in ["done", "reopen", "remove"] {
            let turned = app.visitor("dana").post(&format!("{item}/turn"), &[("step", what)]).await;
            assert_eq!(turned.status, StatusCode::SEE_OTHER, "{what}: {}", turned.text);
        }
        let page = app.visitor("dana").get(&plan).await.text;
        assert!(page.contains("value=\"restore\""), "{page}");
        app.visitor("aigul").post(&format!("{item}/turn"), &[("step", "restore")]).await;
        let history = app.visitor("serik").get(&format!("{plan}/history")).await.text;
        for told in ["20 ноября", "27 ноября", "Айгүл", "Дана", "Ата-анамен әңгімеге дайындалу"]
        {
            assert!(history.contains(told), "{told}: {history}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_saves_second_reads_what_stands_and_loses_nothing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = planned(&app).await;
        let item = added(&app, &plan).await;
        let hers = step(&[("due", "2026-11-27"), ("version", "0")]);
        app.visitor("aigul").post(&item, &hers).await;
        let mine = step(&[("text", "Менің сөзім"), ("version", "0")]);
        let late = app.visitor("dana").post(&item, &mine).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
        for told in ["Менің сөзім", "27 ноября", "Ата-анамен әңгімеге дайындалу"]
        {
            assert!(late.text.contains(told), "{told}: {}", late.text);
        }
        assert!(late.text.contains("name=\"version\" value=\"1\""), "{}", late.text);
        let again = step(&[("text", "Менің сөзім"), ("version", "1")]);
        assert_eq!(app.visitor("dana").post(&item, &again).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_step_comes_back_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = planned(&app).await;
        let late = step(&[("due", "2027-06-30")]);
        let answer = app.visitor("dana").post(&format!("{plan}/add"), &late).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("Ата-анамен әңгімеге дайындалу") && answer.text.contains("f-due-e"));
    })
    .await;
}

#[tokio::test]
async fn leaders_look_and_others_find_nothing() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = planned(&app).await;
        let item = added(&app, &plan).await;
        for other in ["zere", "bekzhan"] {
            for address in [plan.clone(), format!("{plan}/history"), format!("{plan}/paper/kk"), item.clone()]
            {
                let answer = app.visitor(other).get(&address).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{other} {address}");
            }
            let answer = app.visitor(other).post(&format!("{item}/turn"), &[("step", "done")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{other}");
        }
        assert_eq!(app.visitor("gulnafisa").get(&item).await.status, StatusCode::FORBIDDEN);
        let page = app.visitor("serik").get(&plan).await.text;
        assert!(!page.contains("method=\"post\" action=\"/plans"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_district_changes_the_template_from_which_its_schools_start() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        planned(&app).await;
        for who in ["saule", "gulnafisa"] {
            app.speak(who, "en").await;
        }
        let saule = app.visitor("saule");
        assert!(saule.get("/forms").await.text.contains("/plans/template"));
        let form = [("version", "0"), ("step", "class-hour"), ("when", "quarter-2-7")];
        let changed = saule.post("/plans/template", &form).await;
        assert_eq!((changed.status, changed.location.as_str()), (StatusCode::SEE_OTHER, "/plans/template"));
        let page = saule.get("/plans/template").await.text;
        assert!(page.contains("Steps of your district") && !page.contains("/template/apply"), "{page}");
        let shown = app.visitor("gulnafisa").get("/plans/template").await.text;
        assert!(shown.contains("from 11 December to 18 December"), "{shown}");
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_sees_what_a_changed_template_does_to_plans_that_run_and_applies_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = planned(&app).await;
        app.speak("gulnafisa", "en").await;
        for other in ["dana", "aigul", "serik"] {
            let answer = app.visitor(other).get("/plans/template").await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{other}");
        }
        let coordinator = app.visitor("gulnafisa");
        assert!(coordinator.get("/plans").await.text.contains("/plans/template"));
        let quiet = coordinator.get("/plans/template").await.text;
        assert!(
            quiet.contains("Running plans follow the template") && !quiet.contains("/template/apply"),
            "{quiet}"
        );
        let wrong = [("version", "0"), ("step", "class-hour"), ("when", "quarter-9-9")];
        let answer = coordinator.post("/plans/template", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = [("version", "0"), ("step", "class-hour"), ("when", "quarter-2-7")];
        assert_eq!(coordinator.post("/plans/template", &form).await.status, StatusCode::SEE_OTHER);
        let shown = coordinator.get("/plans/template").await.text;
        assert!(shown.contains("from 11 December to 18 December") && shown.contains(&plan), "{shown}");
        let hash = shown.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let done = coordinator.post("/plans/template/apply", &[("seen", hash)]).await;
        assert_eq!(done.location, "/plans/template");
        assert!(!coordinator.get("/plans/template").await.text.contains("/template/apply"));
        let history = app.visitor("dana").get(&format!("{plan}/history")).await.text;
        assert!(history.contains("18"), "{history}");
    })
    .await;
}

/// The coordinator writes a step into the template.
pub(crate) async fn written(app: &TestApp) {
    let form = [
        ("version", "0"),
        ("text", "Мектеп мұражайында бір сабақ өткізу"),
        ("area", "duties"),
        ("whose", "both"),
        ("week", "quarter-2-4"),
    ];
    let added = app.visitor("gulnafisa").post("/plans/template/own", &form).await;
    assert_eq!((added.status, added.location.as_str()), (StatusCode::SEE_OTHER, "/plans/template"));
}

#[tokio::test]
async fn a_school_writes_a_step_of_its_own_sees_what_it_does_and_takes_it_off_again() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let plan = planned(&app).await;
        let coordinator = app.visitor("gulnafisa");
        let silent =
            [("version", "0"), ("text", ""), ("area", "duties"), ("whose", "both"), ("week", "pair-9")];
        let answer = coordinator.post("/plans/template/own", &silent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        written(&app).await;
        let shown = coordinator.get("/plans/template").await.text;
        assert!(shown.contains("мұражайында") && shown.contains(&plan), "{shown}");
        assert!(
            !app.visitor("dana").get(&plan).await.text.contains("мұражайында"),
            "not before it is applied"
        );
        let hash = shown.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        coordinator.post("/plans/template/apply", &[("seen", hash)]).await;
        assert!(app.visitor("dana").get(&plan).await.text.contains("мұражайында"));
        let own = shown.split("name=\"own\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        for other in ["dana", "aigul", "serik"] {
            let off =
                app.visitor(other).post("/plans/template/remove", &[("version", "1"), ("own", own)]).await;
            assert_eq!(off.status, StatusCode::FORBIDDEN, "{other}");
        }
        let off = coordinator.post("/plans/template/remove", &[("version", "1"), ("own", own)]).await;
        assert_eq!((off.status, off.location.as_str()), (StatusCode::SEE_OTHER, "/plans/template"));
        assert!(app.visitor("dana").get(&plan).await.text.contains("мұражайында"), "the plan keeps it");
    })
    .await;
}
