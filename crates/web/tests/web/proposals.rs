//! Proposals: the coordinator drafts, reads why, decides line by line, publishes.

use crate::app::TestApp;
use axum::http::StatusCode;
use domain::choices::{List, Order};
use jiff::civil::date;
use store::testing::{on_both, spoil};

const REASON: &str = "Единственный математик с местом в этом году.";

/// Дана and Зере both want Айгүл, who has one place and takes Зере first; then the lists are opened.
async fn opened(db: store::Db) -> TestApp {
    let app = TestApp::new(db).await;
    let lists: [(&str, List); 3] = [
        ("dana", List::Mentors(Order::strict(["aigul"]))),
        ("zere", List::Mentors(Order::strict(["aigul"]))),
        ("aigul", List::Newcomers(Order::strict(["zere", "dana"]))),
    ];
    written(&app, lists).await;
    app.travel_to(date(2026, 11, 2));
    app
}

async fn written<const N: usize>(app: &TestApp, lists: [(&str, List); N]) {
    for (who, list) in lists {
        let author = app.actor(who).await;
        actions::choices::keep(&app.context(&author), &"programme".into(), &list).await.unwrap();
    }
}

/// Айгүл has one place, and Дана and Зере are equal to her; Дана would go to Бекжан as well, whom Зере does not
/// name. Then the lists are opened.
async fn tied(db: store::Db) -> TestApp {
    let app = TestApp::new(db).await;
    let lists: [(&str, List); 4] = [
        ("dana", List::Mentors(Order::of([["aigul", "bekzhan"]]).unwrap())),
        ("zere", List::Mentors(Order::strict(["aigul"]))),
        ("aigul", List::Newcomers(Order::of([["dana", "zere"]]).unwrap())),
        ("bekzhan", List::Newcomers(Order::strict(["dana"]))),
    ];
    written(&app, lists).await;
    app
}

async fn drafted(app: &TestApp) -> String {
    let made = app.visitor("gulnafisa").post("/proposals", &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    made.location
}

async fn read(app: &TestApp, path: &str) -> String {
    let page = app.visitor("gulnafisa").get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text);
    page.text
}

#[tokio::test]
async fn before_the_deadline_the_page_is_calm_and_nothing_is_drafted() {
    on_both(async |db| {
        let app = opened(db).await;
        app.travel_to(date(2026, 11, 1));
        let page = read(&app, "/proposals").await;
        assert!(page.contains("Списки пишут по 1 ноября") && page.contains("2 ноября здесь можно"), "{page}");
        assert!(page.contains("Сколько списков уже написано"));
        assert!(!page.contains("Составить черновик"));
        let early = app.visitor("gulnafisa").post("/proposals", &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.text.contains("после вскрытия списков"), "{}", early.text);
    })
    .await;
}

#[tokio::test]
async fn the_draft_explains_every_pair_and_every_missing_one() {
    on_both(async |db| {
        let app = opened(db).await;
        assert!(read(&app, "/proposals").await.contains("пары ждут 2 молодых педагога"));
        let draft = drafted(&app).await;
        let page = read(&app, &draft).await;
        assert!(page.contains("Можно опубликовать 1 пару"), "{page}");
        assert!(page.contains("Первый выбор молодого педагога."));
        assert!(page.contains("занято мест: 1 из 1"));
        assert!(page.contains("Без пары: 1 человек") && page.contains("места там заняты"));
        assert!(page.contains("1-й выбор, Айгүл: места заняли те, кто в списке наставника выше."));
        assert!(page.contains("директор: Серік"), "somebody to appeal to");
        assert!(read(&app, "/proposals").await.contains("Черновик пар ждёт вашего решения"));
        for lang in ["kk", "ru", "en"] {
            let line = format!("{draft}/lines/dana");
            app.speak("gulnafisa", lang).await;
            for path in ["/proposals", &draft, &line, &format!("{draft}/publish")] {
                let page = app.visitor("gulnafisa").get(path).await;
                assert_eq!(page.status, StatusCode::OK, "{lang} {path}");
                assert!(!page.text.contains("[proposals-"), "{lang} {path}: {}", page.text);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_draft_says_which_single_change_would_help() {
    on_both(async |db| {
        let app = opened(db).await;
        let draft = drafted(&app).await;
        let page = read(&app, &draft).await;
        let helps = page.split("id=\"helps\"").nth(1).unwrap().split("id=\"made\"").next().unwrap();
        assert!(helps.contains("Ещё одно место: Айгүл. Тогда наставник будет и здесь: "), "{helps}");
        assert!(helps.contains("Дана. Больше ничьи пары не меняются."), "{helps}");
        assert!(helps.contains("Это видите только вы."));
        app.visitor("gulnafisa").post(&format!("{draft}/publish"), &[]).await;
        assert!(
            !read(&app, &draft).await.contains("id=\"helps\""),
            "what is published is not pressed any more"
        );
    })
    .await;
}

#[tokio::test]
async fn an_appointment_needs_a_mentor_and_a_reason_and_keeps_what_was_typed() {
    on_both(async |db| {
        let app = opened(db).await;
        let draft = drafted(&app).await;
        let line = format!("{draft}/lines/dana");
        let page = read(&app, &line).await;
        assert!(page.contains("Тұяқов Бекжан") && !page.contains("Нұрбаева Айгүл"), "only who has a place");
        assert!(!page.contains("checked"), "nothing is chosen for the coordinator");
        let coordinator = app.visitor("gulnafisa");
        let nothing = coordinator.post(&line, &[("decision", "appoint"), ("reason", "надо")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.text.contains("Выберите наставника.") && nothing.text.contains(">надо<"));
        let short = [("decision", "appoint"), ("mentor", "bekzhan"), ("reason", "надо")];
        let short = coordinator.post(&line, &short).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(short.text.contains("не меньше 10 знаков"), "{}", short.text);
        let full = [("decision", "appoint"), ("mentor", "aigul"), ("reason", REASON)];
        let full = coordinator.post(&line, &full).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(full.text.contains("места этого наставника заняты"), "{}", full.text);
        let good = [("decision", "appoint"), ("mentor", "bekzhan"), ("reason", REASON)];
        let good = coordinator.post(&line, &good).await;
        assert_eq!((good.status, good.location.as_str()), (StatusCode::SEE_OTHER, draft.as_str()));
        let page = read(&app, &draft).await;
        assert!(page.contains("назначение") && page.contains(REASON), "{page}");
        assert!(page.contains("Можно опубликовать 2 пары"));
        coordinator.post(&format!("{draft}/publish"), &[]).await;
        let dana = app.visitor("dana").get("/choices").await;
        assert!(dana.text.contains("Это назначение, а не выбор") && dana.text.contains(REASON));
    })
    .await;
}

#[tokio::test]
async fn a_pair_left_out_stays_in_sight_and_its_reason_stays_with_the_coordinator() {
    on_both(async |db| {
        let app = opened(db).await;
        let draft = drafted(&app).await;
        let form = [("decision", "leave"), ("leave_reason", REASON)];
        let left = app.visitor("gulnafisa").post(&format!("{draft}/lines/zere"), &form).await;
        assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.text);
        let page = read(&app, &draft).await;
        assert!(page.contains("Без пары: 2 человека") && page.contains(REASON), "{page}");
        assert!(page.contains("Вы не публикуете пару из черновика"));
        app.visitor("gulnafisa").post(&format!("{draft}/publish"), &[]).await;
        for who in ["zere", "aigul"] {
            let page = app.visitor(who).get("/choices").await;
            assert!(!page.text.contains(REASON) && !page.text.contains("черновик"), "{who}: {}", page.text);
        }
    })
    .await;
}

#[tokio::test]
async fn n21_on_the_page_nobody_is_silently_rejected() {
    on_both(async |db| {
        let app = opened(db).await;
        let who = app.actor("gulnafisa").await;
        let (dana, bekzhan) = ("dana".into(), "bekzhan".into());
        actions::newcomers::name_provisional(&app.context(&who), &dana, &bekzhan).await.unwrap();
        let draft = drafted(&app).await;
        app.visitor("gulnafisa")
            .post(&format!("{draft}/lines/zere"), &[("decision", "leave"), ("leave_reason", REASON)])
            .await;
        for published in [false, true] {
            if published {
                app.visitor("gulnafisa").post(&format!("{draft}/publish"), &[]).await;
            }
            let page = read(&app, &draft).await;
            let without = page.split("id=\"unpaired\"").nth(1).unwrap().split("id=\"made\"").next().unwrap();
            let rows: Vec<&str> = without.split("<li>").skip(1).collect();
            assert_eq!(rows.len(), 2, "{without}");
            assert!(rows[0].contains("Искалиева") && rows[0].contains("не публикуете"), "{without}");
            assert!(rows[1].contains("Сәтбаева") && rows[1].contains("места там заняты"), "{without}");
            assert!(rows[1].contains("Временный наставник остаётся: Бекжан"));
            assert!(rows.iter().all(|row| row.contains("href=\"/newcomers/")), "each has a next step");
            assert_eq!(rows.iter().all(|row| row.contains("Назначить наставника")), !published);
        }
        for who in ["dana", "zere"] {
            let page = app.visitor(who).get("/choices").await;
            assert!(page.text.contains("Следующий шаг за координатором"), "{who}: {}", page.text);
        }
    })
    .await;
}

#[tokio::test]
async fn publishing_is_asked_once_more_and_happens_once() {
    on_both(async |db| {
        let app = opened(db).await;
        let draft = drafted(&app).await;
        let publish = format!("{draft}/publish");
        let asked = read(&app, &publish).await;
        assert!(asked.contains("Опубликовать 1 пару?") && asked.contains("Без пары остаётся: 1"), "{asked}");
        assert!(read(&app, &draft).await.contains("Можно опубликовать"), "asking changes nothing");
        let published = app.visitor("gulnafisa").post(&publish, &[]).await;
        assert_eq!((published.status, published.location.as_str()), (StatusCode::SEE_OTHER, draft.as_str()));
        let again = app.visitor("gulnafisa").post(&publish, &[]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text.contains("Это уже не черновик"), "{}", again.text);
        let page = read(&app, "/proposals").await;
        assert!(page.contains("опубликовано") && page.contains("пары ждёт 1 молодой педагог"), "{page}");
        assert!(!read(&app, &draft).await.contains("/lines/"), "what is published is not changed");
        let line = app.visitor("gulnafisa").get(&format!("{draft}/lines/dana")).await;
        assert_eq!((line.status, line.location), (StatusCode::SEE_OTHER, draft));
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_is_named_and_a_new_draft_is_offered() {
    on_both(async |db| {
        let app = opened(db).await;
        let draft = drafted(&app).await;
        let head = app.actor("serik").await;
        let (dana, bekzhan) = ("dana".into(), "bekzhan".into());
        actions::pairs::appoint(&app.context(&head), &dana, &bekzhan, REASON).await.unwrap();
        let refused = app.visitor("gulnafisa").post(&format!("{draft}/publish"), &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Ничего не опубликовано"), "{}", refused.text);
        let named = refused.text.split("Ничего не опубликовано").nth(1).unwrap();
        let named = named.split("</ul>").next().unwrap();
        assert!(named.contains("<li>Сәтбаева Дана</li>") && !named.contains("Искалиева"), "{named}");
        assert!(refused.text.contains("Составить новый черновик"));
        let second = drafted(&app).await;
        let published = app.visitor("gulnafisa").post(&format!("{second}/publish"), &[]).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER);
        assert!(read(&app, &draft).await.contains("Черновик отменён"));
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_thrown_away_after_a_question() {
    on_both(async |db| {
        let app = opened(db).await;
        let discard = format!("{}/discard", drafted(&app).await);
        assert!(read(&app, &discard).await.contains("Отменить черновик?"));
        let done = app.visitor("gulnafisa").post(&discard, &[]).await;
        assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/proposals"));
        assert!(read(&app, "/proposals").await.contains("отменено"));
        let again = app.visitor("gulnafisa").post(&discard, &[]).await;
        assert_ne!(again.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn between_equals_the_draw_decides_and_the_page_says_so_to_the_coordinator_alone() {
    on_both(async |db| {
        let app = tied(db).await;
        // Дана names Айгүл alone now: one of two equals is left over.
        written(&app, [("dana", List::Mentors(Order::strict(["aigul"])))]).await;
        app.travel_to(date(2026, 11, 2));
        let draft = drafted(&app).await;
        let page = read(&app, &draft).await;
        assert!(page.contains("выше или наравне; между равными решил жребий."), "{page}");
        assert!(!page.contains("те, кто в списке наставника выше."), "{page}");
        let seed = actions::proposals::seed(&"programme".into());
        assert!(page.contains(&format!("talimger pair INSTANCE.json --seed {seed}")), "{page}");
        assert!(page.contains("Честный порядок") && page.contains("скрывая настоящий порядок"));
        assert!(!page.contains("Можно ли больше пар"), "that is not what was looked for");
        app.visitor("gulnafisa").post(&format!("{draft}/publish"), &[]).await;
        for who in ["dana", "zere", "aigul"] {
            let page = app.visitor(who).get("/choices").await.text;
            assert!(!page.contains("решил жребий") && !page.contains("равными"), "{who}: {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn most_pairs_says_that_there_are_no_more_and_how_to_get_them_again() {
    on_both(async |db| {
        let app = tied(db).await;
        let form = [("value", "most_pairs"), ("reason", "Протокол № 4")];
        app.visitor("gulnafisa").post("/programmes/programme/settings/choice_mode", &form).await;
        assert!(read(&app, "/proposals").await.contains("Больше пар"));
        app.travel_to(date(2026, 11, 2));
        let draft = drafted(&app).await;
        for (lang, proved) in [("kk", "бұл дәлелденген"), ("ru", "это доказано"), ("en", "it is proved")]
        {
            app.speak("gulnafisa", lang).await;
            let page = read(&app, &draft).await;
            assert!(page.contains(proved), "{lang}: {page}");
            assert!(page.contains("talimger pair INSTANCE.json --exact --seed "), "{lang}: {page}");
            assert!(!page.contains("[proposals-") && !page.contains("[programmes-"), "{lang}: {page}");
        }
        app.speak("gulnafisa", "ru").await;
        let page = read(&app, &draft).await;
        assert!(page.contains("Можно опубликовать 2 пары"), "{page}");
        let late = app.visitor("gulnafisa").post("/programmes/programme/settings/choice_mode", &form).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.text.contains("выбирали бы по известному исходу"), "{}", late.text);
        let shown = read(&app, "/programmes").await;
        assert!(!shown.contains("/settings/choice_mode"), "and it is not offered: {shown}");
    })
    .await;
}

#[tokio::test]
async fn the_certificate_is_handed_out_as_two_files_without_names_and_ids() {
    on_both(async |db| {
        let app = opened(db).await;
        let draft = drafted(&app).await;
        let file = async |name: &str| {
            let bytes = app.visitor("gulnafisa").download(&format!("{draft}/{name}")).await;
            String::from_utf8(bytes).unwrap()
        };
        let (instance, matching) = (file("instance.json").await, file("matching.json").await);
        assert!(instance.starts_with(r#"{"residents":{"n1":["m"#), "{instance}");
        assert!(matching.starts_with(r#"{"matching":{"n1":"#), "{matching}");
        assert!(matching.ends_with(r#""size":1,"stable":true,"blocking_pairs":[]}"#), "{matching}");
        // An id stands in the addresses that newcomers and mentors open, so it leads to a name.
        for id in ["dana", "zere", "aigul", "bekzhan"] {
            assert!(!instance.contains(id) && !matching.contains(id), "{id}: {instance} {matching}");
        }
        let page = read(&app, &draft).await;
        assert!(
            page.contains("номера, которых больше нигде нет") && page.contains("кто знает пары"),
            "{page}"
        );
        for who in ["dana", "aigul", "serik", "saule", "polina"] {
            let answer = app.visitor(who).get(&format!("{draft}/instance.json")).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_draft_of_earlier_days_is_read_and_hands_out_no_files() {
    on_both(async |db| {
        let app = opened(db).await;
        let draft = drafted(&app).await;
        // As it was kept before people had numbers in the files.
        spoil(&app.db, r#"UPDATE proposals SET lists = '{"residents":{"dana":["aigul"],"zere":["aigul"]},"hospitals":{"aigul":["zere","dana"],"bekzhan":[]},"capacity":{"aigul":1,"bekzhan":2}}'"#).await;
        let page = read(&app, &draft).await;
        assert!(page.contains("1-й выбор, Айгүл: места заняли те, кто в списке наставника выше."), "{page}");
        assert!(!page.contains("INSTANCE.json") && !page.contains("MATCHING.json"), "{page}");
        for name in ["instance.json", "matching.json"] {
            let file = app.visitor("gulnafisa").get(&format!("{draft}/{name}")).await;
            assert_eq!(file.status, StatusCode::NOT_FOUND, "{name}");
        }
        let again = drafted(&app).await;
        assert!(read(&app, &again).await.contains("INSTANCE.json"), "a new draft has them");
    })
    .await;
}

#[tokio::test]
async fn n08_a_proposal_of_another_school_is_not_there() {
    on_both(async |db| {
        let app = opened(db).await;
        let draft = drafted(&app).await;
        for tail in ["", "/lines/dana", "/publish", "/discard", "/instance.json", "/matching.json"] {
            let path = format!("{draft}{tail}");
            assert_eq!(app.visitor("timur").get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
            for who in ["dana", "aigul", "serik"] {
                assert_eq!(app.visitor(who).get(&path).await.status, StatusCode::FORBIDDEN, "{who} {path}");
            }
        }
        for tail in ["/publish", "/discard"] {
            let posted = app.visitor("timur").post(&format!("{draft}{tail}"), &[]).await;
            assert_eq!(posted.status, StatusCode::NOT_FOUND, "{tail}");
        }
        let keep = [("decision", "keep")];
        let posted = app.visitor("timur").post(&format!("{draft}/lines/dana"), &keep).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND);
        assert!(read(&app, &draft).await.contains("Можно опубликовать 1 пару"));
        let own = app.visitor("timur").get("/proposals").await;
        assert!(own.text.contains("Программы в школе пока нет"), "{}", own.text);
    })
    .await;
}
