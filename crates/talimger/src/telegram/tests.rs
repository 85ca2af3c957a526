//! The bot against a stand-in of the Bot API on the machine itself.

use super::*;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as At, State};
use axum::http::StatusCode;
use std::os::unix::fs::OpenOptionsExt as _;
use std::sync::Mutex;

const TOKEN: &str = "123456:a-Token_of_nobody";

/// What the stand-in was asked, and what it answers next.
#[derive(Clone, Default)]
struct StandIn {
    heard: Arc<Mutex<Vec<(String, serde_json::Value)>>>,
    answers: Arc<Mutex<Vec<(u16, String)>>>,
}

async fn answered(
    State(it): State<StandIn>,
    At((bot, method)): At<(String, String)>,
    body: Bytes,
) -> (StatusCode, String) {
    assert_eq!(bot, format!("bot{TOKEN}"));
    it.heard.lock().unwrap().push((method, serde_json::from_slice(&body).unwrap()));
    let (status, answer) = it.answers.lock().unwrap().remove(0);
    (StatusCode::from_u16(status).unwrap(), answer)
}

impl StandIn {
    /// Answers so, one after the other; gives the bot that talks to it.
    async fn with(answers: &[(u16, &str)]) -> (Self, Telegram) {
        let it = Self::default();
        let answers = answers.iter().map(|(status, answer)| (*status, (*answer).to_owned()));
        it.answers.lock().unwrap().extend(answers);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let api = format!("http://{}", listener.local_addr().unwrap());
        let router =
            Router::new().route("/{bot}/{method}", axum::routing::post(answered)).with_state(it.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        (it, Telegram::new(&api, TOKEN.to_owned()).unwrap())
    }

    fn heard(&self) -> Vec<(String, serde_json::Value)> {
        self.heard.lock().unwrap().clone()
    }
}

#[tokio::test]
async fn a_text_goes_to_a_chat() {
    let (it, bot) = StandIn::with(&[(200, r#"{"ok":true,"result":{"message_id":1}}"#)]).await;
    bot.send("77", "Жаңалық бар").await.unwrap();
    let heard = it.heard();
    assert_eq!(heard[0].0, "sendMessage");
    assert_eq!((&heard[0].1["chat_id"], &heard[0].1["text"]), (&"77".into(), &"Жаңалық бар".into()));
}

#[tokio::test]
async fn a_pause_is_honoured_and_a_refusal_told_by_its_number() {
    let cases = [
        (429, r#"{"ok":false,"error_code":429,"description":"Too Many","parameters":{"retry_after":41}}"#),
        (429, r#"{"ok":false,"error_code":429,"description":"Too Many"}"#),
        (403, r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#),
        (400, r#"{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}"#),
        (401, r#"{"ok":false,"error_code":401,"description":"Unauthorized"}"#),
        (502, "<html>bad gateway</html>"),
    ];
    let (_, bot) = StandIn::with(&cases).await;
    let expected = [
        Unsent::Pause(41),
        Unsent::Pause(USUAL_PAUSE),
        Unsent::Gone,
        Unsent::Gone,
        Unsent::ForNow("telegram: 401".into()),
        Unsent::ForNow("telegram: answer cannot be read".into()),
    ];
    for expected in expected {
        assert_eq!(bot.send("77", "x").await, Err(expected));
    }
}

#[tokio::test]
async fn what_came_in_is_heard_once_and_only_from_one_person_alone() {
    let came = r#"{"ok":true,"result":[
        {"update_id":5,"message":{"chat":{"id":77,"type":"private"},"text":"/start 0af9"}},
        {"update_id":6,"message":{"chat":{"id":-8,"type":"group"},"text":"/start 0af9"}},
        {"update_id":7,"message":{"chat":{"id":78,"type":"private"}}},
        {"update_id":8}
    ]}"#;
    let (it, bot) = StandIn::with(&[(200, came), (200, r#"{"ok":true,"result":[]}"#)]).await;
    let said = bot.received().await.unwrap();
    assert_eq!(said, [Said { chat: "77".into(), text: "/start 0af9".into() }]);
    assert!(bot.received().await.unwrap().is_empty());
    let offsets: Vec<_> = it.heard().into_iter().map(|(_, asked)| asked["offset"].clone()).collect();
    assert_eq!(offsets, [0, 9]);
}

#[tokio::test]
async fn the_longest_messages_of_a_stranger_do_not_stop_the_ear() {
    let text = "\\u04d9".repeat(4096);
    let one = |id: u8| {
        let message = format!(r#"{{"chat":{{"id":77,"type":"private"}},"text":"{text}","reply":"{text}"}}"#);
        format!(r#"{{"update_id":{id},"message":{message}}}"#)
    };
    let came: Vec<String> = (0..MOST_HEARD).map(one).collect();
    let came = format!(r#"{{"ok":true,"result":[{}]}}"#, came.join(","));
    let (it, bot) = StandIn::with(&[(200, &came)]).await;
    assert_eq!(bot.received().await.unwrap().len(), usize::from(MOST_HEARD));
    assert_eq!(it.heard()[0].1["limit"], MOST_HEARD);
}

#[tokio::test]
async fn an_api_that_is_not_there_is_tried_again_and_the_token_is_not_repeated() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let api = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let bot = Telegram::new(&api, TOKEN.to_owned()).unwrap();
    assert_eq!(bot.send("77", "x").await, Err(Unsent::ForNow("telegram: not reached".into())));
}

#[test]
fn only_the_machine_itself_is_spoken_to_without_tls() {
    assert!(Telegram::new("https://api.telegram.org", TOKEN.to_owned()).is_ok());
    for wrong in ["http://api.telegram.org", "ftp://x", "api.telegram.org", "https://", "http://127.0.0.1:x"]
    {
        let said = Telegram::new(wrong, TOKEN.to_owned()).err();
        assert!(said.is_some_and(|said| !said.contains(TOKEN)), "{wrong}");
    }
}

#[test]
fn a_token_is_read_from_a_file_that_others_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let kept = |name: &str, mode: u32, text: &str| {
        let file = folder.path().join(name);
        let opened = std::fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(&file);
        std::io::Write::write_all(&mut opened.unwrap(), text.as_bytes()).unwrap();
        file
    };
    assert_eq!(token(&kept("right", 0o600, &format!("{TOKEN}\n"))), Ok(TOKEN.to_owned()));
    let open = token(&kept("open", 0o640, TOKEN)).unwrap_err();
    assert!(open.contains("chmod 600") && !open.contains(TOKEN), "{open}");
    for (number, wrong) in
        ["", "geheim", "12:x", "x:0123456789ab", "1:0123456789ab cd"].into_iter().enumerate()
    {
        let said = token(&kept(&number.to_string(), 0o600, wrong)).unwrap_err();
        assert!(wrong.is_empty() || !said.contains(wrong), "{said}");
    }
}

#[test]
fn a_bot_has_a_name_that_links_can_carry() {
    assert_eq!(name("@mektep_bot"), Ok("mektep_bot".to_owned()));
    for wrong in ["", "@bot", "мектеп_bot", "a?start=x", &"x".repeat(33)] {
        assert!(name(wrong).is_err(), "{wrong}");
    }
}
