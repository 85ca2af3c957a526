//! Ideas on their pages: shared with a name and without, answered, worked on; who wrote one without a name is told by no page,
//! no file and no line of the log (neg:N24).

use crate::app::{EVERYBODY, TestApp};
use crate::walk;
use axum::http::StatusCode;
use jiff::civil::date;
use store::Db;
use store::testing::{contents, ids, on_both, spoil};

const TITLE: &str = "Қонақ сабақтар аптасы";
const WORDS: &str = "Бір аптада әр маман бір сабаққа қонақ болады.";
/// Дана’s family name.
const FAMILY: &str = "Сәтбаева";
const WHY: &str = "Мәтінде оқушының аты бар";

/// Somebody shares an idea; gives its page.
async fn shared(app: &TestApp, who: &str, title: &str, unnamed: &str) -> String {
    let form = [("title", title), ("words", WORDS), ("unnamed", unnamed)];
    let shared = app.visitor(who).post("/ideas", &form).await;
    assert_eq!(shared.status, StatusCode::SEE_OTHER, "{}", shared.text);
    shared.location
}

/// An idea that is being done, by Дана's team with a step; one of Зере's; one of Дана's that nobody has touched; and the last one, by Дана without a name, that
/// has a comment and is on the board.
pub(crate) async fn staged(app: &TestApp) {
    let taken = shared(app, "dana", "Тақта апталығы", "").await;
    for (who, deed, form) in [
        ("gulnafisa", "answer", &[("state", "taken"), ("answer", "Жасаймыз")][..]),
        ("dana", "join", &[][..]),
        ("dana", "plan", &[("text", "Кесте құру"), ("owner", "dana"), ("by_day", "2027-03-01")][..]),
    ] {
        let done = app.visitor(who).post(&format!("{taken}/{deed}"), form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{deed}: {}", done.text);
    }
    shared(app, "zere", "Бір күндік мектеп", "").await;
    shared(app, "dana", "Кітап алмасу", "").await;
    let last = shared(app, "dana", TITLE, "yes").await;
    spoil(&app.db, "UPDATE ideas SET shown_on = '2026-10-05'").await;
    app.visitor("zere").post(&format!("{last}/comment"), &[("words", "Қосыламын")]).await;
}

#[tokio::test]
async fn an_idea_is_shared_voted_for_answered_and_done() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = shared(&app, "dana", TITLE, "").await;
        let (zere, gulnafisa) = (app.visitor("zere"), app.visitor("gulnafisa"));
        for _ in 0..2 {
            let voted = zere.post(&format!("{page}/vote"), &[("on", "yes")]).await;
            assert_eq!(voted.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(contents(&app.db).await["idea_votes"].len(), 1, "one vote each");
        zere.post(&format!("{page}/vote"), &[("on", "")]).await;
        assert!(contents(&app.db).await["idea_votes"].is_empty(), "taken back");
        let home = gulnafisa.get("/").await.text;
        assert!(home.contains(&page), "it waits for an answer");
        let silent = [("state", "taken"), ("answer", "")];
        let refused = gulnafisa.post(&format!("{page}/answer"), &silent).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answer = [("state", "taken"), ("answer", "Жасаймыз")];
        gulnafisa.post(&format!("{page}/answer"), &answer).await;
        assert!(!gulnafisa.get("/").await.text.contains(&page));
        zere.post(&format!("{page}/join"), &[]).await;
        let step = [("text", "Кесте құру"), ("owner", "zere"), ("by_day", "2026-10-20")];
        let planned = zere.post(&format!("{page}/plan"), &step).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.text);
        let steps = ids(&app.db, "idea_steps").await;
        zere.post(&format!("{page}/tick"), &[("step", steps[0].as_str()), ("done", "yes")]).await;
        let done = [("state", "done"), ("answer", "Он екі сабақ, жиырма қонақ")];
        gulnafisa.post(&format!("{page}/answer"), &done).await;
        let board = app.visitor("aigul").get("/ideas").await.text;
        assert!(board.contains(TITLE) && board.contains(&page), "{board}");
        assert!(app.visitor("aigul").get(&page).await.text.contains("Он екі сабақ"), "the result");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_no_young_specialist_reads_and_does_not_share() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = shared(&app, "dana", TITLE, "").await;
        for who in ["aigul", "serik", "gulnafisa"] {
            let visitor = app.visitor(who);
            assert!(visitor.get(&page).await.text.contains(WORDS), "{who}");
            let form = [("title", "а"), ("words", "б")];
            assert_eq!(visitor.post("/ideas", &form).await.status, StatusCode::FORBIDDEN, "{who}");
            let vote = visitor.post(&format!("{page}/vote"), &[("on", "yes")]).await;
            assert_eq!(vote.status, StatusCode::FORBIDDEN, "{who}");
        }
        let merge = app.visitor("serik").post(&format!("{page}/remove"), &[("reason", WHY)]).await;
        assert_eq!(merge.status, StatusCode::FORBIDDEN, "the coordinator leads the board");
        assert_eq!(app.visitor("timur").get(&page).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

/// An idea and a comment without a name, and a comment with one, on the Monday on which they are seen.
async fn unnamed_by(author: &str, other: &str) -> (TestApp, String) {
    let app = TestApp::demo(Db::open("sqlite::memory:").await.unwrap()).await;
    let page = shared(&app, author, TITLE, "yes").await;
    assert!(contents(&app.db).await["audit"].iter().all(|line| !line.contains("idea")), "no line");
    let mine = app.visitor(author).post(&format!("{page}/comment"), &[("words", "Мен де келемін")]).await;
    assert_eq!(mine.status, StatusCode::SEE_OTHER);
    for who in [other, "gulnafisa", "serik"] {
        assert_eq!(app.visitor(who).get(&page).await.status, StatusCode::NOT_FOUND, "not before Monday");
        assert!(!app.visitor(who).get("/ideas").await.text.contains(TITLE), "{who}");
    }
    app.travel_to(date(2026, 10, 12));
    (app, page)
}

#[tokio::test]
async fn n24_nobody_can_tell_who_wrote_an_idea_without_a_name() {
    let (one, page) = unnamed_by("dana", "zere").await;
    let (other, same) = unnamed_by("zere", "dana").await;
    assert_eq!(page, same, "the address tells nothing");
    let addresses = walk::addresses(&one).await;
    for who in EVERYBODY.into_iter().filter(|who| !["dana", "zere"].contains(who)) {
        let mine = walk::read(&one.visitor(who), &addresses).await;
        let theirs = walk::read(&other.visitor(who), &addresses).await;
        let differ: Vec<&String> = mine
            .pages
            .iter()
            .filter(|(at, page)| theirs.pages.get(*at) != Some(*page))
            .map(|(at, _)| at)
            .collect();
        assert_eq!(differ, Vec::<&String>::new(), "{who} can tell who wrote it");
    }
    let zere = one.visitor("zere").get(&page).await.text;
    let dana = one.visitor("dana").get(&page).await.text;
    assert!(zere.contains("Мен де келемін") && !zere.contains(FAMILY), "a peer: {zere}");
    assert!(dana.contains(WORDS), "the author");
    for table in ["audit", "jobs"] {
        let (one, other) = (contents(&one.db).await, contents(&other.db).await);
        assert_eq!(one[table], other[table], "{table} tells");
    }
}

#[tokio::test]
async fn n24_a_disclosure_is_the_coordinators_with_a_reason_and_told_to_the_author() {
    let (app, page) = unnamed_by("dana", "zere").await;
    let disclose = format!("{page}/disclose");
    for who in ["serik", "zere", "aigul"] {
        let refused = app.visitor(who).post(&disclose, &[("why", WHY)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{who}");
    }
    let silent = app.visitor("gulnafisa").post(&disclose, &[("why", " ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The coordinator reads her name among those who may be named to answer, too.
    let named = |text: &str| text.matches(FAMILY).count();
    let before = named(&app.visitor("gulnafisa").get(&page).await.text);
    let asked = app.visitor("gulnafisa").post(&disclose, &[("why", WHY)]).await;
    assert!(asked.status == StatusCode::OK && asked.text.contains(WHY), "one press asks: {}", asked.text);
    assert!(!contents(&app.db).await["audit"].concat().contains("idea-disclosed"), "nobody has looked yet");
    let looked = app.visitor("gulnafisa").post(&disclose, &[("why", WHY), ("sure", "yes")]).await;
    assert_eq!(looked.status, StatusCode::SEE_OTHER, "{}", looked.text);
    assert_eq!(named(&app.visitor("gulnafisa").get(&page).await.text), before + 1);
    let told = app.visitor("dana").get(&page).await.text;
    assert!(told.contains(WHY), "the author reads why: {told}");
    for who in ["zere", "serik", "aigul"] {
        let text = app.visitor(who).get(&page).await.text;
        assert!(named(&text) == 0 && !text.contains(WHY), "{who}: {text}");
    }
    let log = contents(&app.db).await["audit"].concat();
    assert!(log.contains("idea-disclosed") && !log.contains(WHY), "{log}");
}

#[tokio::test]
async fn a_double_gives_its_votes_and_comments_and_one_person_keeps_one_vote() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (kept, double) =
            (shared(&app, "dana", TITLE, "").await, shared(&app, "zere", "Қонақ болу", "").await);
        for page in [&kept, &double] {
            app.visitor("zere").post(&format!("{page}/vote"), &[("on", "yes")]).await;
        }
        app.visitor("dana").post(&format!("{double}/vote"), &[("on", "yes")]).await;
        app.visitor("dana").post(&format!("{double}/comment"), &[("words", "Бірдей ғой")]).await;
        let into = kept.trim_start_matches("/ideas/");
        let form = [("into", into), ("sure", "yes")];
        let asked = app.visitor("gulnafisa").post(&format!("{double}/merge"), &form[..1]).await;
        assert!(
            asked.status == StatusCode::OK && asked.text.contains(into),
            "one press asks: {}",
            asked.text
        );
        assert_eq!(contents(&app.db).await["idea_votes"].len(), 3, "nothing is merged yet");
        let merged = app.visitor("gulnafisa").post(&format!("{double}/merge"), &form).await;
        assert_eq!(merged.status, StatusCode::SEE_OTHER, "{}", merged.text);
        assert_eq!(contents(&app.db).await["idea_votes"].len(), 2, "Зере voted for both");
        assert!(app.visitor("aigul").get(&kept).await.text.contains("Бірдей ғой"));
        let old = app.visitor("aigul").get(&double).await.text;
        assert!(old.contains(&kept), "leads on: {old}");
    })
    .await;
}

#[tokio::test]
async fn n24_an_author_changes_or_takes_back_what_nobody_has_touched_and_no_trace_is_left() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let (dana, zere) = (app.visitor("dana"), app.visitor("zere"));
        let page = shared(&app, "dana", TITLE, "yes").await;
        let own = format!("{page}/own");
        let words = [("go", "keep"), ("title", TITLE), ("idea", "Басқа сөз")];
        assert_eq!(zere.post(&own, &words).await.status, StatusCode::NOT_FOUND, "nobody else");
        let empty = dana.post(&own, &[("go", "keep"), ("title", "Жаңа ат"), ("idea", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text.contains("Жаңа ат"), "what was typed stays: {}", empty.text);
        assert_eq!(dana.post(&own, &words).await.status, StatusCode::SEE_OTHER);
        assert!(dana.get(&page).await.text.contains("Басқа сөз"));
        spoil(&app.db, "UPDATE ideas SET shown_on = '2026-10-05'").await;
        dana.post(&own, &[("go", "take")]).await;
        assert!(zere.get(&page).await.text.contains(TITLE), "others see it: it stands");
        let named = shared(&app, "dana", "Бір апта", "").await;
        dana.post(&format!("{named}/vote"), &[("on", "yes")]).await;
        let taken = dana.post(&format!("{named}/own"), &[("go", "take")]).await;
        assert_eq!(taken.location, "/ideas", "{}", taken.text);
        assert_eq!(dana.get(&named).await.status, StatusCode::NOT_FOUND);
        assert!(contents(&app.db).await["idea_votes"].is_empty());
        assert!(contents(&app.db).await["audit"].iter().all(|line| !line.contains("idea")), "no line");
        let voted = shared(&app, "dana", "Екі апта", "").await;
        zere.post(&format!("{voted}/vote"), &[("on", "yes")]).await;
        dana.post(&format!("{voted}/own"), &[("go", "take")]).await;
        assert_eq!(dana.get(&voted).await.status, StatusCode::OK, "somebody has voted for it");
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_off_the_board_its_author_and_the_coordinator_see_with_the_reason() {
    on_both(async |db| {
        let app = TestApp::new(db).await;
        let page = shared(&app, "dana", TITLE, "").await;
        let form = [("reason", WHY), ("sure", "yes")];
        let asked = app.visitor("gulnafisa").post(&format!("{page}/remove"), &form[..1]).await;
        assert!(asked.status == StatusCode::OK && asked.text.contains(WHY), "one press asks: {}", asked.text);
        assert_eq!(app.visitor("zere").get(&page).await.status, StatusCode::OK, "it stands yet");
        let removed = app.visitor("gulnafisa").post(&format!("{page}/remove"), &form).await;
        assert_eq!(removed.location, "/ideas", "{}", removed.text);
        assert!(app.visitor("dana").get(&page).await.text.contains(WHY));
        for who in ["zere", "serik"] {
            assert_eq!(app.visitor(who).get(&page).await.status, StatusCode::NOT_FOUND, "{who}");
            assert!(!app.visitor(who).get("/ideas").await.text.contains(TITLE), "{who}");
            let back = app.visitor(who).post(&format!("{page}/restore"), &[]).await;
            assert_eq!(back.status, StatusCode::NOT_FOUND, "{who}");
        }
        let gulnafisa = app.visitor("gulnafisa");
        assert!(gulnafisa.get("/ideas").await.text.contains(&page), "it is on her list");
        assert!(gulnafisa.get(&page).await.text.contains(WHY));
        let back = gulnafisa.post(&format!("{page}/restore"), &[]).await;
        assert_eq!(back.location, page, "{}", back.text);
        assert_eq!(app.visitor("zere").get(&page).await.status, StatusCode::OK);
    })
    .await;
}
