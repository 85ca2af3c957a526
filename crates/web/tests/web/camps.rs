//! Camps on their pages: planned and opened by forms, an order without JavaScript, the reasons, the papers.

use crate::app::TestApp;
use actions::camps::{Planned, Step};
use axum::http::StatusCode;
use domain::camps::{Group, Kind, Slot, Workshop};
use domain::ideas::Draft;
use domain::{CampId, Day, PersonId};
use jiff::civil::{date, time};
use store::testing::on_both;

const TODAY: Day = date(2026, 11, 3);

fn slot(day: Day, title: &str) -> Slot {
    Slot {
        day,
        from: time(10, 0, 0, 0),
        until: time(11, 0, 0, 0),
        title: title.to_owned(),
        place: "Зал".to_owned(),
        workshops: Vec::new(),
    }
}

/// A camp of school 12 from today on, with a slot of two workshops of one place each.
async fn planned(app: &TestApp, title: &str, last: Day) -> CampId {
    let gulnafisa = app.actor("gulnafisa").await;
    let context = app.context(&gulnafisa);
    let plan = Planned {
        kind: Kind::Camp,
        title: title.to_owned(),
        place: "Бурабай".to_owned(),
        first: context.today,
        last,
        packing: "Дәптер".to_owned(),
    };
    let id = actions::camps::plan(&context, &plan).await.unwrap();
    actions::camps::add_slot(&context, &id, &slot(context.today, "Шеберханалар")).await.unwrap();
    for name in ["Сабақ басы", "Үнсіздік"] {
        let workshop =
            Workshop {
                title: name.to_owned(), leader: "Айгүл".to_owned(), place: "12".to_owned(), seats: 1
            };
        actions::camps::add_workshop(&context, &id, (context.today, time(10, 0, 0, 0)), &workshop)
            .await
            .unwrap();
    }
    id
}

/// The same, open, and Дана and Зере take part.
async fn open(app: &TestApp, title: &str, last: Day) -> CampId {
    let id = planned(app, title, last).await;
    let gulnafisa = app.actor("gulnafisa").await;
    actions::camps::step(&app.context(&gulnafisa), &id, Step::Open).await.unwrap();
    for who in ["dana", "zere"] {
        let actor = app.actor(who).await;
        actions::camps::join(&app.context(&actor), &id, &[vec![0, 1]]).await.unwrap();
    }
    id
}

/// A camp whose workshops are given out, one that is open, one that is prepared: it is the last one that was made.
pub(crate) async fn staged(app: &TestApp) {
    let gulnafisa = app.actor("gulnafisa").await;
    let context = app.context(&gulnafisa);
    let held = open(app, "Жазғы мектеп", context.today).await;
    let group = Group {
        name: "Шам".to_owned(),
        leader: Some("dana".into()),
        members: ["zere"].map(PersonId::from).into(),
    };
    actions::camps::group(&context, &held, &group).await.unwrap();
    actions::camps::step(&context, &held, Step::Assign).await.unwrap();
    let zere = app.actor("zere").await;
    for unnamed in [false, true] {
        let draft = Draft {
            title: "Үзілісте ән".to_owned(), words: "Бірге айтамыз".to_owned(), unnamed
        };
        actions::camps::share(&app.context(&zere), &held, &draft).await.unwrap();
    }
    open(app, "Клуб", context.today).await;
    planned(app, "Күзгі лагерь", context.today).await;
}

async fn today(db: store::Db) -> TestApp {
    let app = TestApp::new(db).await;
    app.travel_to(TODAY);
    app
}

/// The grid gets a slot and two workshops by forms.
async fn gridded(app: &TestApp, path: &str) {
    let gulnafisa = app.visitor("gulnafisa");
    let slot = [("day", "2026-11-04"), ("from", "10:00"), ("slot_until", "11:00"), ("what", "Шеберханалар")];
    assert_eq!(gulnafisa.post(&format!("{path}/slot"), &slot).await.status, StatusCode::SEE_OTHER);
    let again = [("day", "2026-11-04"), ("from", "10:30"), ("slot_until", "11:30"), ("what", "Тағы")];
    let meets = gulnafisa.post(&format!("{path}/slot"), &again).await;
    assert_eq!(meets.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(meets.text.contains("f-from-e") && meets.text.contains("Тағы"), "{}", meets.text);
    for name in ["Сабақ басы", "Үнсіздік"] {
        let workshop = [
            ("slot", "2026-11-04/10:00"),
            ("name", name),
            ("workshop_leader", "Айгүл"),
            ("room", "12"),
            ("seats", "1"),
        ];
        let done = gulnafisa.post(&format!("{path}/workshop"), &workshop).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    }
    let gone = [
        ("slot", "2026-11-04/09:00"),
        ("name", "Ән"),
        ("workshop_leader", "Айгүл"),
        ("room", "12"),
        ("seats", "1"),
    ];
    let refused = gulnafisa.post(&format!("{path}/workshop"), &gone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("value=\"2026-11-04/10:00\"") && refused.text.contains("f-slot-e"));
}

#[tokio::test]
async fn a_camp_is_planned_opened_and_closed_by_forms() {
    on_both(async |db| {
        let app = today(db).await;
        let gulnafisa = app.visitor("gulnafisa");
        let mut form = vec![
            ("title", "Күзгі лагерь"),
            ("place", "Бурабай"),
            ("first_day", "2026-11-04"),
            ("last_day", "2026-11-02"),
            ("packing", "Дәптер"),
            ("kind", "camp"),
        ];
        let wrong = gulnafisa.post("/camps", &form).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("f-first_day-e") && wrong.text.contains("Бурабай"), "{}", wrong.text);
        assert_eq!(app.visitor("dana").post("/camps", &form).await.status, StatusCode::FORBIDDEN);
        form[3].1 = "2026-11-05";
        let done = gulnafisa.post("/camps", &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let path = done.location;
        assert_eq!(app.visitor("dana").get(&path).await.status, StatusCode::NOT_FOUND, "not open yet");
        gridded(&app, &path).await;
        gulnafisa.post(&format!("{path}/step"), &[("step", "open")]).await;
        let order = [("wish-0-0", "1"), ("wish-0-1", "0")];
        for who in ["dana", "zere"] {
            let done = app.visitor(who).post(&format!("{path}/join"), &order).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{who}: {}", done.text);
        }
        let twice = [("wish-0-0", "1"), ("wish-0-1", "1")];
        let refused = app.visitor("aigul").post(&format!("{path}/join"), &twice).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        gulnafisa.post(&format!("{path}/step"), &[("step", "assign")]).await;
        for who in ["dana", "zere"] {
            let page = app.visitor(who).get(&path).await.text;
            assert!(page.contains("<ol class=\"why") && page.contains("SHA-256"), "{who}: {page}");
        }
        let (status, pdf) = app.visitor("dana").bytes(&format!("{path}/programme/kk")).await;
        assert!(status == StatusCode::OK && pdf.starts_with(b"%PDF"));
        app.travel_to(date(2026, 11, 5));
        gulnafisa.post(&format!("{path}/step"), &[("step", "close")]).await;
        for lang in ["kk", "ru"] {
            let (status, pdf) = gulnafisa.bytes(&format!("{path}/report/{lang}")).await;
            assert!(status == StatusCode::OK && pdf.starts_with(b"%PDF"), "{lang}");
        }
        assert_eq!(app.visitor("dana").get(&format!("{path}/report/kk")).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn n08_names_of_a_camp_are_for_those_who_lead_it_and_timur_comes_as_a_guest() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/camps/{}", open(&app, "Клуб", TODAY).await);
        let timur = app.visitor("timur");
        let page = timur.get(&path).await;
        assert!(page.status == StatusCode::OK && page.text.contains("Сабақ басы"), "{}", page.text);
        let joined = timur.post(&format!("{path}/join"), &[("wish-0-0", "0")]).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text);
        let agreed = timur.post(&format!("{path}/photo"), &[("photo", "yes")]).await;
        assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.text);
        for who in ["timur", "zere", "aigul"] {
            let page = app.visitor(who).get(&path).await.text;
            assert!(!page.contains("id=\"people\"") && !page.contains("Сәтбаева"), "{who}: {page}");
        }
        let page = app.visitor("gulnafisa").get(&path).await.text;
        assert!(page.contains("id=\"people\"") && page.contains("Ахметов"), "{page}");
        for (what, form) in [("step", ("step", "assign")), ("words", ("words", "Сөз"))] {
            let answer = timur.post(&format!("{path}/{what}"), &[form]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_steps_back_after_the_draw_is_out_of_the_list_and_stays_on_the_sheet_of_that_day() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/camps/{}", open(&app, "Клуб", TODAY).await);
        let gulnafisa = app.visitor("gulnafisa");
        gulnafisa.post(&format!("{path}/step"), &[("step", "assign")]).await;
        let dana = app.visitor("dana");
        let leave = format!("{path}/leave");
        assert!(dana.get(&path).await.text.contains(&leave), "a way out stands on the page");
        for _ in 0..2 {
            assert_eq!(dana.post(&leave, &[]).await.status, StatusCode::SEE_OTHER);
        }
        let page = dana.get(&path).await.text;
        assert!(!page.contains(&leave), "{page}");
        let page = gulnafisa.get(&path).await.text;
        let stands = page.matches("value=\"dana\"").count();
        assert_eq!(stands, 1, "on the sheet of today, and in no choice for a group: {page}");
        let form = [("marked", "2026-11-03"), ("there-2026-11-03", "dana")];
        let marked = gulnafisa.post(&format!("{path}/present"), &form).await;
        assert_eq!(marked.status, StatusCode::SEE_OTHER, "{}", marked.text);
        assert!(app.visitor("zere").get(&path).await.text.contains(&leave), "Зере stays");
    })
    .await;
}

#[tokio::test]
async fn a_group_whose_leader_does_not_come_stays_and_says_so() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/camps/{}", open(&app, "Клуб", TODAY).await);
        let gulnafisa = app.visitor("gulnafisa");
        let form = |leader| [("group_name", "Шам"), ("group_leader", leader), ("members", "zere")];
        let made = gulnafisa.post(&format!("{path}/group"), &form("dana")).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        app.visitor("dana").post(&format!("{path}/leave"), &[]).await;
        let own = app.visitor("zere").get(&path).await.text;
        assert!(own.contains("Шам") && own.contains("Ведущий не придёт. Группа остаётся"), "{own}");
        let page = gulnafisa.get(&path).await.text;
        assert!(page.contains("выберите другого ведущего"), "{page}");
        gulnafisa.post(&format!("{path}/group"), &form("zere")).await;
        let own = app.visitor("zere").get(&path).await.text;
        assert!(own.contains("Ведёт") && !own.contains("Ведущий не придёт"), "{own}");
    })
    .await;
}

#[tokio::test]
async fn what_the_other_organiser_wrote_meanwhile_stands_beside_what_was_typed() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/camps/{}", open(&app, "Клуб", TODAY).await);
        let gulnafisa = app.visitor("gulnafisa");
        let seen = actions::camps::edition("");
        for (words, status) in
            [("Отыз идея", StatusCode::SEE_OTHER), ("Басқа сөз", StatusCode::UNPROCESSABLE_ENTITY)]
        {
            let form = [("seen", seen.as_str()), ("words", words)];
            let answer = gulnafisa.post(&format!("{path}/words"), &form).await;
            assert_eq!(answer.status, status, "{}", answer.text);
            let both = answer.text.contains("Отыз идея") && answer.text.contains("Басқа сөз");
            assert_eq!(both, status == StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        }
    })
    .await;
}

#[tokio::test]
async fn a_sheet_that_was_open_since_before_takes_nobody_back() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/camps/{}", open(&app, "Клуб", TODAY).await);
        let gulnafisa = app.visitor("gulnafisa");
        gulnafisa.post(&format!("{path}/step"), &[("step", "assign")]).await;
        for who in ["dana", "zere"] {
            let form = [("marked", "2026-11-03"), ("there-2026-11-03", who)];
            let done = gulnafisa.post(&format!("{path}/present"), &form).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{who}: {}", done.text);
        }
        let page = gulnafisa.get(&path).await.text;
        for who in ["dana", "zere"] {
            assert!(page.contains(&format!("name=\"was\" value=\"{who}\"")), "{who}: {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_signed_up_reads_at_home_that_there_is_no_need_to_travel() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/camps/{}", open(&app, "Клуб", TODAY).await);
        let zere = app.visitor("zere");
        let home = zere.get("/").await.text;
        assert!(home.contains("Лагерь: Клуб") && !home.contains("Отменено: Клуб"), "{home}");
        app.visitor("gulnafisa").post(&format!("{path}/step"), &[("step", "cancel")]).await;
        let home = zere.get("/").await.text;
        assert!(home.contains("Отменено: Клуб") && home.contains("Ехать не нужно"), "{home}");
        assert!(
            !app.visitor("aigul").get("/").await.text.contains("Клуб"),
            "nothing to whoever does not come"
        );
    })
    .await;
}

#[tokio::test]
async fn one_press_calls_no_camp_off_and_gives_no_workshops_out() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/camps/{}", open(&app, "Клуб", TODAY).await);
        let gulnafisa = app.visitor("gulnafisa");
        let page = gulnafisa.get(&path).await.text;
        for step in ["assign", "cancel"] {
            let asked = format!("{path}/{step}");
            assert!(page.contains(&format!("href=\"{asked}\"")), "{page}");
            assert!(!page.contains(&format!("value=\"{step}\"")), "no button does it at once: {page}");
            let question = gulnafisa.get(&asked).await.text;
            let answer = format!("name=\"step\" value=\"{step}\"");
            assert!(question.contains("Клуб") && question.contains(&answer), "{question}");
            assert_eq!(app.visitor("dana").get(&asked).await.location, path, "nothing is asked of a guest");
        }
        gulnafisa.post(&format!("{path}/step"), &[("step", "cancel")]).await;
        for step in ["assign", "cancel"] {
            assert_eq!(gulnafisa.get(&format!("{path}/{step}")).await.location, path, "it is over");
        }
    })
    .await;
}

#[tokio::test]
async fn before_it_opens_title_place_and_days_are_changed_on_the_page_and_a_workshop_goes_alone() {
    on_both(async |db| {
        let app = today(db).await;
        let path = format!("/camps/{}", planned(&app, "Клуб", TODAY).await);
        let gulnafisa = app.visitor("gulnafisa");
        let form = |last| {
            [
                ("kind", "club"),
                ("title", "Қысқы кештер"),
                ("place", "Щучинск"),
                ("first_day", "2026-11-03"),
                ("last_day", last),
            ]
        };
        let wrong = gulnafisa.post(&format!("{path}/edit"), &form("2026-11-01")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("f-first_day-e") && wrong.text.contains("Щучинск"), "{}", wrong.text);
        let done = gulnafisa.post(&format!("{path}/edit"), &form("2027-05-26")).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let gone = [
            ("gone_day", "2026-11-03"),
            ("gone_from", "10:00"),
            ("gone_workshop", "Үнсіздік"),
            ("gone_leader", "Айгүл"),
        ];
        gulnafisa.post(&format!("{path}/workshop/remove"), &gone).await;
        let page = gulnafisa.get(&path).await.text;
        assert!(page.contains("Қысқы кештер") && page.contains("Сабақ басы"), "{page}");
        let day = "name=\"day\" type=\"date\"";
        assert!(page.contains("Клуб: ") && page.contains(day), "a club meets on any day: {page}");
        assert!(!page.contains("Үнсіздік"), "{page}");
    })
    .await;
}
