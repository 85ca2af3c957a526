//! Organisations of the school's own on their pages, and where a volunteer is named under one.

use crate::app::TestApp;
use crate::pupils::staged;
use axum::http::StatusCode;
use i18n::Lang;
use store::testing::{ids, on_both};

/// The page of the one organisation that the stage has, and its id.
async fn only(app: &TestApp) -> (String, String) {
    let [id]: [String; 1] = ids(&app.db, "organisations").await.try_into().unwrap();
    (format!("/organisations/{id}"), id)
}

#[tokio::test]
async fn a_volunteer_is_named_under_an_organisation_of_the_school_and_keeps_it() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        for who in ["gulnafisa", "dana"] {
            app.speak(who, "ru").await;
        }
        let (gulnafisa, dana) = (app.visitor("gulnafisa"), app.visitor("dana"));
        let (path, id) = only(&app).await;
        let said = |count: usize| {
            let key = "organisations-said";
            i18n::t(Lang::Ru, key, &[("first", 5.into()), ("last", 9.into()), ("count", count.into())])
        };
        assert!(gulnafisa.get("/volunteers").await.text.contains("href=\"/organisations\""));
        let list = gulnafisa.get("/organisations").await.text;
        assert!(list.contains("Шапағат 3308") && list.contains(&said(0)) && list.contains(&path), "{list}");
        assert_eq!(dana.post("/pupils/ayan/stop", &[]).await.status, StatusCode::SEE_OTHER);
        let page = dana.get("/pupils/ayan").await.text;
        assert!(page.contains(&format!("<option value=\"{id}\"")), "{page}");
        let named = dana.post("/pupils/ayan/volunteer", &[("organisation", id.as_str())]).await;
        assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text);
        assert!(dana.get("/pupils/ayan").await.text.contains("Шапағат 3308."));
        assert!(gulnafisa.get(&path).await.text.contains(&said(1)));
        let markup = [("name", "<b>Топ</b>"), ("from_grade", "5"), ("to_grade", "9")];
        let renamed = gulnafisa.post(&path, &markup).await;
        assert_eq!((renamed.status, renamed.location.as_str()), (StatusCode::SEE_OTHER, "/organisations"));
        let removed = gulnafisa.post(&format!("{path}/remove"), &[]).await;
        assert_eq!((removed.status, removed.location.as_str()), (StatusCode::SEE_OTHER, "/organisations"));
        let page = dana.get("/pupils/ayan").await.text;
        assert!(page.contains("&#60;b&#62;Топ&#60;/b&#62;") && !page.contains("<b>Топ</b>"), "{page}");
        assert_eq!(gulnafisa.get(&path).await.status, StatusCode::NOT_FOUND, "off the list");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_with_what_was_typed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        app.speak("gulnafisa", "ru").await;
        let gulnafisa = app.visitor("gulnafisa");
        let (path, _) = only(&app).await;
        for (form, field) in [
            ([("name", " "), ("from_grade", "5"), ("to_grade", "9")], "name"),
            ([("name", "«Жас ұлан»"), ("from_grade", "5"), ("to_grade", "9")], "name"),
            ([("name", "Мейірім"), ("from_grade", "9"), ("to_grade", "5")], "to_grade"),
            ([("name", "Мейірім"), ("from_grade", "сегіз"), ("to_grade", "9")], "from_grade"),
        ] {
            for path in ["/organisations", path.as_str()] {
                let told = gulnafisa.post(path, &form).await;
                assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {form:?}");
                assert!(told.text.contains(&format!("f-{field}-e")), "{path} {form:?}: {}", told.text);
                assert!(told.text.contains(form[0].1.trim()), "{path} {form:?}: {}", told.text);
            }
        }
        let again = [("name", "шапағат 3308"), ("from_grade", "1"), ("to_grade", "9")];
        let alike = gulnafisa.post("/organisations", &again).await;
        let why = i18n::t(Lang::Ru, "organisations-refused-alike", &[]);
        assert!(alike.text.contains(&why) && alike.text.contains("шапағат 3308"), "{}", alike.text);
        let same = gulnafisa.post(&path, &again).await;
        assert_eq!(same.status, StatusCode::SEE_OTHER, "it is its own name: {}", same.text);
    })
    .await;
}

#[tokio::test]
async fn n08_others_do_not_come_to_the_pages_of_organisations() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        staged(&app).await;
        let (path, _) = only(&app).await;
        for who in ["dana", "aigul", "serik", "bekzhan"] {
            let visitor = app.visitor(who);
            for at in ["/organisations", path.as_str()] {
                assert_eq!(visitor.get(at).await.status, StatusCode::FORBIDDEN, "{who} {at}");
                assert_eq!(visitor.post(at, &[]).await.status, StatusCode::FORBIDDEN, "{who} {at}");
            }
        }
        assert!(!app.visitor("dana").get("/volunteers").await.text.contains("href=\"/organisations\""));
        let nothing = app.visitor("gulnafisa").get("/organisations/nothing").await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    })
    .await;
}
