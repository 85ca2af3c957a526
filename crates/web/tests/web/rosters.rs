//! Lists: brought, shown, decided upon, written, taken back, handed out.

use crate::app::TestApp;
use actions::rosters::Assessed;
use axum::http::StatusCode;
use domain::rosters::Counts;
use store::testing::on_both;

const LIST: &str = "Табельный №;ФИО;Предмет;Пед. стаж;Дата приёма;Электронная почта\r\n\
    0101;Әбенова Салтанат Ерланқызы;химия;8;01.09.2018;saltanat@school.example\r\n\
    0102;Ким Сергей;физика;0;25.08.2026;kim@school.example\r\n\
    0103;Ли Анна;физика;3;31.09.2026;li@school.example\r\n";

const NAMESAKES: &str =
    "ФИО;Электронная почта\r\nЖұмағұлова Әсел;a@school.example\r\nЖұмағұлова Әсел;b@school.example\r\n";

/// Brings a list and gives the address of its page.
async fn brought(app: &TestApp, file: &[u8], name: &str) -> String {
    let answer = app.visitor("gulnafisa").post_file("/rosters", &[("kind", "staff")], name, file).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location
}

/// The value of a hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// How many lines change nothing, where there are no others.
pub(crate) async fn all_unchanged(app: &TestApp, path: &str) -> Option<usize> {
    let actor = app.actor("gulnafisa").await;
    let id = path.rsplit('/').next().unwrap().to_owned().into();
    let shown = actions::rosters::show(&app.context(&actor), &id).await.unwrap();
    let Some(Assessed::Ready(assessment)) = shown.assessed else { return None };
    let counts = assessment.counts;
    (counts == Counts { unchanged: counts.unchanged, ..Counts::default() }).then_some(counts.unchanged)
}

async fn applied(app: &TestApp, path: &str) {
    let page = app.visitor("gulnafisa").get(path).await;
    let shown = hidden(&page.text, "shown");
    let answer = app.visitor("gulnafisa").post(&format!("{path}/apply"), &[("shown", &shown)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

#[tokio::test]
async fn a_list_is_shown_then_written_and_shows_no_change_the_second_time() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = brought(&app, LIST.as_bytes(), "штат.csv").await;
        let page = app.visitor("gulnafisa").get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Ким Сергей") && page.text.contains("первый год, нужен наставник"));
        assert!(page.text.contains("31.09.2026"), "the error names the value");
        let guess = "Прочитано в кодировке UTF-8, разделитель: точка с запятой, заголовки в строке 1.";
        let (before_lines, _) = page.text.split_once("id=\"lines\"").unwrap();
        assert!(before_lines.contains(guess), "{}", page.text);
        let mut tx = app.db.read().await.unwrap();
        assert!(store::people::by_email(&mut tx, "kim@school.example").await.unwrap().is_none());
        drop(tx);
        applied(&app, &path).await;
        let again = brought(&app, LIST.as_bytes(), "штат.csv").await;
        let page = app.visitor("gulnafisa").get(&again).await;
        assert!(page.text.contains("записывать нечего"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn a_name_is_found_in_the_preview_on_either_keyboard() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = brought(&app, LIST.as_bytes(), "штат.csv").await;
        for (typed, found) in
            [("абенова", "Әбенова Салтанат"), ("КИМ", "Ким Сергей"), ("31.09", "31.09.2026")]
        {
            let typed: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
            let page = app.visitor("gulnafisa").get(&format!("{path}?q={typed}")).await;
            let (_, lines) = page.text.split_once("id=\"lines\"").unwrap();
            assert_eq!(lines.matches("<td data-l=\"Строка\"").count(), 1, "{typed}: {lines}");
            assert!(lines.contains(found), "{typed}: {lines}");
        }
        let nobody = app.visitor("gulnafisa").get(&format!("{path}?q=zzz&show=create")).await;
        assert!(nobody.text.contains("name=\"show\" value=\"create\""), "the view stays with the search");
        assert!(!nobody.text.contains("<td data-l=\"Строка\""), "{}", nobody.text);
    })
    .await;
}

#[tokio::test]
async fn namesakes_are_decided_on_the_page() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = brought(&app, NAMESAKES.as_bytes(), "штат.csv").await;
        let shown = hidden(&app.visitor("gulnafisa").get(&path).await.text, "shown");
        let early = app.visitor("gulnafisa").post(&format!("{path}/apply"), &[("shown", &shown)]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        let decided = [("settings", "yes"), ("line-2", "new"), ("line-3", "skip")];
        let answer = app.visitor("gulnafisa").post(&format!("{path}/decide"), &decided).await;
        assert_eq!(answer.location, path);
        applied(&app, &path).await;
        let mut tx = app.db.read().await.unwrap();
        assert!(store::people::by_email(&mut tx, "a@school.example").await.unwrap().is_some());
        assert!(store::people::by_email(&mut tx, "b@school.example").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn an_import_is_taken_back_on_its_page() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = brought(&app, LIST.as_bytes(), "штат.csv").await;
        applied(&app, &path).await;
        assert!(app.visitor("gulnafisa").get(&path).await.text.contains("Отменить эту загрузку"));
        let mut tx = app.db.write().await.unwrap();
        let mut kim = store::people::by_email(&mut tx, "kim@school.example").await.unwrap().unwrap();
        kim.phone = Some("+77011112233".into());
        kim.subject = Some("информатика".into());
        store::people::save(&mut tx, &kim).await.unwrap();
        tx.commit().await.unwrap();
        let answer = app.visitor("gulnafisa").post(&format!("{path}/undo"), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let undoing = app.visitor("gulnafisa").get(&answer.location).await;
        assert!(
            undoing.text.contains("Ким Сергей: участвует в программе, уже входил или изменён"),
            "{}",
            undoing.text
        );
        let twice = app.visitor("gulnafisa").post(&format!("{path}/undo"), &[]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(app.visitor("gulnafisa").get("/rosters").await.text.contains("отменено"));
    })
    .await;
}

#[tokio::test]
async fn every_guess_can_be_changed() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let odd = "Кто;Где\r\nӘбенова Салтанат;saltanat@school.example\r\n";
        let path = brought(&app, odd.as_bytes(), "штат.csv").await;
        let page = app.visitor("gulnafisa").get(&path).await;
        assert!(page.text.contains("Не нашли столбец"), "{}", page.text);
        let columns = [("key", "Кто"), ("column", "full-name"), ("key", "Где"), ("column", "email")];
        let answer = app.visitor("gulnafisa").post(&format!("{path}/reading"), &columns).await;
        assert_eq!(answer.location, path);
        applied(&app, &path).await;
        let again = brought(&app, odd.as_bytes(), "штат.csv").await;
        let page = app.visitor("gulnafisa").get(&again).await;
        assert!(page.text.contains("записывать нечего"), "the meaning of columns is remembered");
    })
    .await;
}

#[tokio::test]
async fn wrong_files_are_refused_with_a_reason_and_lost_letters_with_their_lines() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let lossy = "ФИО;Предмет\r\nС?рсенова Айг?л;химия\r\n";
        let encoded = windows_1251(lossy);
        let visitor = app.visitor("gulnafisa");
        for (name, file, says) in [
            ("пусто.csv", b"".as_slice(), "Выберите файл"),
            ("снимок.pdf", b"%PDF-1.7 ...".as_slice(), "Это не таблица"),
            ("потеря.csv", encoded.as_slice(), "Строка 2"),
        ] {
            let answer = visitor.post_file("/rosters", &[("kind", "staff")], name, file).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.text.contains(says), "{name}: {}", answer.text);
        }
    })
    .await;
}

/// Russian letters in the code page in which Excel saves a plain CSV.
fn windows_1251(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| match letter {
            'А'..='я' => u8::try_from(u32::from(letter) - 0x410 + 0xC0).unwrap(),
            ascii => u8::try_from(ascii).unwrap(),
        })
        .collect()
}

#[tokio::test]
async fn cells_pasted_from_a_worksheet_are_read() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let pasted = "ФИО\tЭлектронная почта\nӘбенова Салтанат\tsaltanat@school.example";
        let fields = [("kind", "staff"), ("pasted", pasted)];
        let answer = app.visitor("gulnafisa").post_file("/rosters", &fields, "", b"").await;
        let page = app.visitor("gulnafisa").get(&answer.location).await;
        assert!(page.text.contains("Әбенова Салтанат"), "{}", page.text);
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_import_is_not_there() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let path = brought(&app, LIST.as_bytes(), "штат.csv").await;
        assert_eq!(app.visitor("timur").get(&path).await.status, StatusCode::NOT_FOUND);
        for step in ["apply", "undo", "discard", "decide", "reading"] {
            let answer = app.visitor("timur").post(&format!("{path}/{step}"), &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{step}");
        }
        assert_eq!(app.visitor("dana").get(&path).await.status, StatusCode::FORBIDDEN);
        assert_eq!(app.visitor("gulnafisa").get("/rosters/nothing").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_was_exported_comes_back_unchanged_in_three_languages() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for lang in ["kk", "ru", "en"] {
            let mut tx = app.db.write().await.unwrap();
            let mut coordinator = store::people::get(&mut tx, &"gulnafisa".into()).await.unwrap().unwrap();
            coordinator.lang = lang.to_owned();
            store::people::save(&mut tx, &coordinator).await.unwrap();
            tx.commit().await.unwrap();
            let exported = app.visitor("gulnafisa").get("/rosters-export/staff/csv").await;
            let path = brought(&app, exported.text.as_bytes(), "staff.csv").await;
            assert_eq!(all_unchanged(&app, &path).await, Some(7), "{lang}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_file_of_up_to_twenty_megabytes_is_looked_at_and_a_larger_one_says_so() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let visitor = app.visitor("gulnafisa");
        let mut file = b"%PDF-1.7".to_vec();
        for (megabytes, status) in
            [(3, StatusCode::UNPROCESSABLE_ENTITY), (21, StatusCode::PAYLOAD_TOO_LARGE)]
        {
            file.resize(megabytes * 1024 * 1024, b' ');
            let answer = visitor.post_file("/rosters", &[("kind", "staff")], "штат.csv", &file).await;
            assert_eq!(answer.status, status, "{megabytes}: {}", answer.text);
        }
        let text = "ә".repeat(2 * 1024 * 1024);
        let other = app.visitor("dana").post("/requests/new/aigul", &[("text", &text)]).await;
        assert_eq!(other.status, StatusCode::PAYLOAD_TOO_LARGE, "forms without a file stay small");
        assert!(other.text.contains("Слишком большой файл или текст"), "{}", other.text);
    })
    .await;
}

#[tokio::test]
async fn templates_and_remarks_are_handed_out() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        for kind in ["staff", "pupils", "timetable"] {
            for lang in ["kk", "ru", "en"] {
                let answer = app.visitor("gulnafisa").get(&format!("/rosters-template/{kind}/{lang}")).await;
                assert_eq!(answer.status, StatusCode::OK, "{kind} {lang}");
            }
        }
        assert_eq!(
            app.visitor("gulnafisa").get("/rosters-template/staff/de").await.status,
            StatusCode::NOT_FOUND
        );
        let path = brought(&app, LIST.as_bytes(), "штат.csv").await;
        let remarks = app.visitor("gulnafisa").get(&format!("{path}/problems.csv")).await;
        assert!(
            remarks.text.contains("4;;Дата приёма;31.09.2026;ошибка;Такого дня нет."),
            "{}",
            remarks.text
        );
        let line = "\"0103; Ли Анна; физика; 3; 31.09.2026; li@school.example\"";
        assert!(remarks.text.contains(line), "the line goes with its remark: {}", remarks.text);
    })
    .await;
}

#[tokio::test]
async fn a_full_list_asks_about_a_running_pair_and_shows_what_ended_and_came_back() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let wish = [("text", "Хочу научиться начинать урок спокойно."), ("rhythm", "weekly")];
        let sent = app.visitor("dana").post("/requests/new/aigul", &wish).await;
        let yes = [("answer", "accept")];
        let accepted = app.visitor("aigul").post(&format!("{}/answer", sent.location), &yes).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text);
        // The last line stops and names nobody: it may be about whoever is absent.
        let list = "ФИО;Электронная почта\r\nСәтбаева Дана;dana@school.example\r\n\
            Искалиева Зере;zere@school.example\r\nТұяқов Бекжан;bekzhan@school.example\r\n;нет\r\n";
        let path = brought(&app, list.as_bytes(), "штат.csv").await;
        let full = [("settings", "yes"), ("full_list", "yes")];
        app.visitor("gulnafisa").post(&format!("{path}/decide"), &full).await;
        let page = app.visitor("gulnafisa").get(&path).await;
        assert!(page.text.contains("есть действующая пара"), "{}", page.text);
        assert!(page.text.contains("строка 5 не прочитана"), "{}", page.text);
        let decided = [("absent-aigul", "leaves"), ("absent-polina", "stays")];
        app.visitor("gulnafisa").post(&format!("{path}/decide"), &decided).await;
        let shown = hidden(&app.visitor("gulnafisa").get(&path).await.text, "shown");
        let confirm = [("shown", shown.as_str()), ("leaving", "1")];
        let answer = app.visitor("gulnafisa").post(&format!("{path}/apply"), &confirm).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        for lang in ["kk", "en", "ru"] {
            let mut tx = app.db.write().await.unwrap();
            let reader = store::people::get(&mut tx, &"gulnafisa".into()).await.unwrap().unwrap();
            let reader = domain::people::Person { lang: lang.to_owned(), ..reader };
            store::people::save(&mut tx, &reader).await.unwrap();
            tx.commit().await.unwrap();
            let done = app.visitor("gulnafisa").get(&path).await.text;
            let says = match lang {
                "kk" => ["Жұп", "аяқталды"],
                "en" => ["Pair", "ended"],
                _ => ["Пара", "завершено"],
            };
            assert!(says.iter().all(|word| done.contains(word)), "{lang}: {done}");
        }
        let back = app.visitor("gulnafisa").post(&format!("{path}/undo"), &[]).await;
        let undone = app.visitor("gulnafisa").get(&back.location).await.text;
        assert!(undone.contains("Пара") && !undone.contains("оставлено"), "{undone}");
    })
    .await;
}

#[tokio::test]
async fn an_address_in_use_at_another_school_does_not_tell_so() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let list = "ФИО;Электронная почта\r\nКим Сергей;timur@school.example\r\n";
        let path = brought(&app, list.as_bytes(), "штат.csv").await;
        let page = app.visitor("gulnafisa").get(&path).await.text;
        assert!(page.contains("Эту почту здесь записать нельзя"), "{page}");
        assert!(!page.contains("другой школе") && !page.contains("Ахметов"), "{page}");
    })
    .await;
}
