//! What stands in the list of the staff, handed out and brought again: nothing has changed.

use super::strings::{is_unseen, kept, strings};
use crate::app::TestApp;
use crate::rosters::all_unchanged;
use actions::people::Correction;
use axum::http::StatusCode;
use domain::people::{Category, Name, Person};
use std::fmt::Write as _;
use store::testing::on_both;

/// The strings that fit a field of a person, as it keeps them.
fn lines() -> Vec<String> {
    let lines = strings().into_iter().map(|text| Correction::line(&kept(&text)));
    lines.filter(|line| !is_unseen(line) && line.chars().count() <= 120).collect()
}

/// A family name for each number: namesakes would be asked about.
fn family(number: usize) -> String {
    let letter = |at: usize| char::from_u32(u32::try_from(0x430 + at % 26).unwrap()).unwrap();
    format!("Ким{}{}{}", letter(number / 26), letter(number), letter(number / 676))
}

fn person(number: usize, line: &str) -> Person {
    Person {
        id: format!("hostile-{number}").into(),
        school: Some("school-12".into()),
        name: Name { family: family(number), given: "Сергей".into(), patronymic: None },
        email: Some(format!("h{number}@school.example")),
        phone: None,
        staff_number: None,
        position: Some(line.to_owned()),
        subject: Some(line.to_owned()),
        category: Category::None,
        service_years: None,
        hired_on: None,
        weekly_load: None,
        left_on: None,
        lang: "kk".into(),
        version: 0,
    }
}

async fn brought(app: &TestApp, fields: &[(&str, &str)], file: &[u8], name: &str) -> String {
    let answer = app.visitor("gulnafisa").post_file("/rosters", fields, name, file).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}: {}", answer.text);
    answer.location
}

/// What a page shows before anything is written: the mark to confirm it by, and the page.
async fn shown(app: &TestApp, path: &str) -> (String, String) {
    let page = app.visitor("gulnafisa").get(path).await;
    assert!(!page.text.contains("<script>alert"), "markup from a cell is text");
    let (_, rest) = page.text.split_once("name=\"shown\" value=\"").unwrap();
    (rest.split('"').next().unwrap().to_owned(), page.text)
}

#[tokio::test]
async fn n06_a_list_that_is_handed_out_and_brought_again_changes_nothing() {
    on_both(async |db| {
        let mut app = TestApp::new(db).await;
        let lines = lines();
        let mut tx = app.db.write().await.unwrap();
        for (number, line) in lines.iter().enumerate() {
            store::people::add(&mut tx, &person(number, line), None).await.unwrap();
        }
        tx.commit().await.unwrap();
        for form in ["csv", "xlsx"] {
            app.forget_limits();
            let exported = app.visitor("gulnafisa").download(&format!("/rosters-export/staff/{form}")).await;
            let again = brought(&app, &[("kind", "staff")], &exported, &format!("staff.{form}")).await;
            assert_eq!(all_unchanged(&app, &again).await, Some(lines.len() + 7), "{form}");
        }
    })
    .await;
}

#[tokio::test]
async fn n06_a_list_with_any_text_in_its_cells_is_read_written_and_shown() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        // A file from elsewhere: what stands in front of a sign of a formula is nobody's apostrophe but its own.
        let raw: Vec<String> = strings().into_iter().filter(|text| !text.starts_with('\'')).collect();
        let mut list = String::from("ФИО;Предмет;Электронная почта\n");
        for (number, text) in raw.iter().enumerate() {
            let (family, cell) = (family(number), text.replace('"', "\"\""));
            writeln!(list, "{family} Сергей;\"{cell}\";h{number}@school.example").unwrap();
        }
        let path = brought(&app, &[("kind", "staff"), ("pasted", &list)], b"", "").await;
        let (shown, page) = shown(&app, &path).await;
        assert!(page.contains("20000") || page.contains("20\u{a0}000"), "the long cell is named: {page}");
        let done = app.visitor("gulnafisa").post(&format!("{path}/apply"), &[("shown", &shown)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        for (number, text) in raw.iter().enumerate() {
            let mut tx = app.db.read().await.unwrap();
            let found = store::people::by_email(&mut tx, &format!("h{number}@school.example")).await.unwrap();
            let line = Correction::line(&kept(text));
            let Some(found) = found else {
                assert!(line.chars().count() > 300, "{text:?} was not written");
                continue;
            };
            assert_eq!(found.subject, (!line.is_empty()).then_some(line), "{text:?}");
        }
        let remarks = app.visitor("gulnafisa").bytes(&format!("{path}/problems.csv")).await;
        assert_eq!(remarks.0, StatusCode::OK);
    })
    .await;
}
