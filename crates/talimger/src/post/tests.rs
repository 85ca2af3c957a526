use super::*;
use actions::letters::Part;
use actions::sociometries::KEY_BYTES;
use domain::deliveries::Stoppable;
use i18n::Lang;
use std::os::unix::fs::PermissionsExt as _;

fn part() -> Part {
    Part {
        subject: "Сізге өтініш келді: Дана Мейірқызы".into(),
        text: "Дана Мейірқызы сізден үйренгісі келеді.".into(),
        next: "Өтінішті ашып, жауап беріңіз.".into(),
        act: "Өтінішті қарау".into(),
        path: "/requests/r".into(),
        event: None,
    }
}

fn letter() -> Written {
    Written {
        id: "01980000-0000-7000-8000-000000000001".into(),
        // 7 October 2026, 09:00 in the school.
        at: Instant::from_second(1_791_345_600).unwrap(),
        person: "aigul".into(),
        name: "Нұрбаева Айгүл Сайлауқызы".into(),
        email: "aigul@school47.example".into(),
        lang: Lang::Kk,
        subject: "Сізге өтініш келді: Дана Мейірқызы".into(),
        greeting: "Құрметті Айгүл Сайлауқызы,".into(),
        parts: vec![part()],
        footer: "Бұл хатты № 47 мектеп жіберді.".into(),
        stops: None,
    }
}

fn sender() -> Sender {
    Sender::new("https://mentor.school47.example:8443/", None).unwrap()
}

fn message(letter: &Written) -> String {
    String::from_utf8(sender().message(letter).unwrap().formatted()).unwrap()
}

/// Names of the headers before the first empty line, in order; folded lines belong to the one before.
fn headers(message: &str) -> Vec<&str> {
    let (head, _) = message.split_once("\r\n\r\n").unwrap();
    head.lines()
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap())
        .collect()
}

const HEADERS: [&str; 11] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "Content-Language",
    "List-Unsubscribe",
    "MIME-Version",
    "Content-Type",
    "",
];

#[test]
fn a_letter_is_text_and_html_under_an_id_of_its_own() {
    let message = message(&letter());
    assert_eq!(headers(&message), HEADERS[..10]);
    assert!(
        message.contains("Message-ID: <01980000-0000-7000-8000-000000000001@mentor.school47.example>\r\n")
    );
    assert!(message.contains("Date: Wed, 07 Oct 2026 04:00:00 +0000\r\n"), "{message}");
    assert!(message.contains("<talimger@mentor.school47.example>\r\n"));
    assert!(message.contains("Content-Language: kk\r\n"));
    assert!(message.contains("multipart/alternative"));
    let (text, html) = (message.find("text/plain").unwrap(), message.find("text/html").unwrap());
    assert!(text < html, "mail programs take the last they understand");
}

/// The address in a list header that folds over no line.
fn way_out(message: &str) -> &str {
    let (_, rest) = message.split_once("List-Unsubscribe: <").unwrap();
    rest.split_once(">\r\n").unwrap().0
}

#[test]
fn a_letter_that_can_be_missed_is_stopped_with_one_click_and_others_lead_to_the_sign_in() {
    let key = Vault::new(&[5; KEY_BYTES]).map(Arc::new);
    let with = |address| Sender::new(address, None).unwrap().stopped_by(key.clone());
    let said = |sender: &Sender, stops| {
        let message = sender.message(&Written { stops, ..letter() }).unwrap().formatted();
        String::from_utf8(message).unwrap()
    };
    let https = with("https://mentor.school47.example");
    for what in Stoppable::ALL {
        let message = said(&https, Some(what));
        assert!(message.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{message}");
        let way = way_out(&message);
        let token = way.strip_prefix("https://mentor.school47.example/letters/stop/").unwrap();
        assert!(token.len() > 100 && token.chars().all(|digit| digit.is_ascii_hexdigit()), "{token}");
        assert_eq!(message, said(&https, Some(what)), "the same at every attempt");
    }
    let signed_in = "/profile/letters";
    let others = [(&https, None), (&with("http://127.0.0.1:8080"), Some(Stoppable::Reminders))]
        .map(|(sender, stops)| said(sender, stops));
    for message in others.into_iter().chain([said(&sender(), Some(Stoppable::Reminders))]) {
        assert!(way_out(&message).ends_with(signed_in), "{message}");
        assert!(!message.contains("One-Click"), "{message}");
    }
}

/// The parts between the lines of a boundary: their heads and what follows.
fn between<'a>(message: &'a str, boundary: &str) -> Vec<(&'a str, &'a str)> {
    let (body, _) = message.rsplit_once(&format!("--{boundary}--")).unwrap();
    let parts = body.split(&*format!("--{boundary}\r\n")).skip(1).collect::<Vec<_>>();
    parts.into_iter().map(|part| part.split_once("\r\n\r\n").unwrap()).collect()
}

#[test]
fn a_meeting_comes_for_the_calendar_beside_the_words() {
    for cancelled in [false, true] {
        let event = Event {
            uid: "meeting-one@talimger".into(),
            starts: Instant::from_second(1_791_432_000).unwrap(),
            ends: Instant::from_second(1_791_433_800).unwrap(),
            sequence: 2,
            changed: letter().at,
            cancelled,
            summary: "Talimger: meeting".into(),
            url: "/meetings/one".into(),
        };
        let letter = Written { parts: vec![Part { event: Some(event), ..part() }], ..letter() };
        let message = message(&letter);
        assert_eq!(headers(&message), HEADERS[..10]);
        let [(words, both), (kind, calendar)] =
            between(&message, &format!("calendar-{}", letter.id)).try_into().unwrap();
        assert!(words.contains("multipart/alternative"), "{words}");
        assert_eq!(between(both, &format!("letter-{}", letter.id)).len(), 2, "text and HTML as ever");
        assert!(kind.contains("text/calendar; charset=utf-8") && kind.contains("method=PUBLISH"), "{kind}");
        let status = if cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" };
        for line in [
            "METHOD:PUBLISH",
            "UID:meeting-one@talimger",
            "SEQUENCE:2",
            "DTSTART:20261008T040000Z",
            "DTEND:20261008T043000Z",
            status,
        ] {
            assert!(calendar.contains(&format!("\r\n{line}\r\n")), "{line}: {calendar}");
        }
        let unfolded = calendar.replace("\r\n ", "");
        let url = "URL:https://mentor.school47.example:8443/meetings/one";
        assert!(unfolded.contains(url), "{calendar}");
    }
}

#[test]
fn the_same_letter_is_the_same_message_at_every_attempt() {
    assert_eq!(message(&letter()), message(&letter()));
}

#[test]
fn no_name_and_no_subject_adds_a_header() {
    for hostile in [
        "A\r\nBcc: all@school.example",
        "A\nBcc: x@y.example\n\n<b>",
        "A\rX: y",
        "A\u{85}\u{2028}B: c",
        "\"><\\",
    ] {
        let letter = Written { name: hostile.into(), subject: hostile.into(), ..letter() };
        let message = message(&letter);
        assert_eq!(headers(&message), HEADERS[..10], "{message}");
        assert!(!message.contains("\r\nBcc"), "{message}");
    }
}

#[test]
fn a_hostile_address_is_no_address() {
    for hostile in
        ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "<a@b.example>", "nobody", ""]
    {
        let refused = sender().message(&Written { email: hostile.into(), ..letter() });
        assert_eq!(refused.err(), Some(NotSent::ForGood("not an e-mail address".into())), "{hostile}");
    }
}

#[test]
fn what_somebody_wrote_stays_text_in_the_html() {
    let hostile =
        Written { parts: vec![Part { text: "<script>alert(1)</script>".into(), ..part() }], ..letter() };
    let html = web::letters::html("https://mentor.school47.example", &hostile).unwrap();
    assert!(!html.contains("<script") && html.contains("script"), "{html}");
    assert!(html.contains("href=\"https://mentor.school47.example/requests/r\""), "{html}");
    assert!(!html.contains("style") && !html.contains("<img") && !html.contains("<form"), "{html}");
}

#[test]
fn links_have_one_slash_after_the_host() {
    let text = web::letters::text(&sender().address, &letter());
    assert!(text.contains("\nhttps://mentor.school47.example:8443/requests/r\n"), "{text}");
}

#[test]
fn letters_come_from_the_host_or_from_the_mailbox_named() {
    let from = |address, from| Sender::new(address, from).map(|sender| sender.from.to_string());
    assert_eq!(from("http://127.0.0.1:8080", None).unwrap(), "talimger@localhost");
    assert_eq!(from("http://[::1]:8080", None).unwrap(), "talimger@localhost");
    assert_eq!(from("https://m.example/a", None).unwrap(), "talimger@m.example");
    assert_eq!(from("https://m.example", Some("school@mail.example")).unwrap(), "school@mail.example");
    assert!(from("https://m.example", Some("school")).is_err());
}

#[tokio::test]
async fn a_folder_keeps_letters_for_its_owner_alone_and_one_twice_only_once() {
    let place = tempfile::tempdir().unwrap();
    let outbox = place.path().join("data/outbox");
    let carrier = Carrier::folder(sender(), &outbox).unwrap();
    carrier.send(&letter()).await.unwrap();
    carrier.send(&Written { subject: "Екінші рет".into(), ..letter() }).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(&outbox).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files, [outbox.join("01980000-0000-7000-8000-000000000001.eml")]);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&files[0]), mode(&outbox)), (0o600, 0o700));
}

#[tokio::test]
async fn a_folder_that_is_gone_is_tried_again_and_named_without_its_letters() {
    let place = tempfile::tempdir().unwrap();
    let outbox = place.path().join("outbox");
    let carrier = Carrier::folder(sender(), &outbox).unwrap();
    std::fs::remove_dir(&outbox).unwrap();
    let failed = carrier.send(&letter()).await;
    assert_eq!(failed, Err(NotSent::ForNow("outbox: entity not found".into())));
}

#[test]
fn a_mail_server_is_encrypted_or_on_this_machine_and_its_password_is_not_repeated() {
    for right in [
        "smtps://u:p%40ss@mail.example",
        "smtp://u:p@mail.example?tls=required",
        "smtp://localhost:25",
        "smtp://127.0.0.1",
    ] {
        assert!(Carrier::server(sender(), right).is_ok(), "{right}");
    }
    for wrong in [
        "smtp://u:geheim@mail.example",
        "smtp://localhost.geheim.example",
        "u:geheim@mail.example",
        "smtps://",
        "https://u:geheim@m.example?tls=required",
        "",
    ] {
        let said = Carrier::server(sender(), wrong).err().unwrap();
        assert!(said.contains(SMTP) && !said.contains("geheim"), "{said}");
    }
}

/// A mail server of a few lines: answers each line with the next answer.
async fn server(answers: &'static [&'static str]) -> (String, tokio::task::JoinHandle<Vec<String>>) {
    use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://127.0.0.1:{}", listener.local_addr().unwrap().port());
    let talk = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        let mut heard = Vec::new();
        for answer in answers {
            stream.write_all(answer.as_bytes()).await.unwrap();
            // After the data only its end is answered.
            let until = if answer.starts_with("354") { ".\r\n" } else { "\r\n" };
            loop {
                let mut line = String::new();
                if stream.read_line(&mut line).await.unwrap() == 0 {
                    return heard;
                }
                heard.push(line.clone());
                if until == "\r\n" || line == until {
                    break;
                }
            }
        }
        heard
    });
    (url, talk)
}

#[tokio::test]
async fn a_mail_server_gets_the_letter() {
    let answers =
        &["220 m\r\n", "250 m\r\n", "250 ok\r\n", "250 ok\r\n", "354 go\r\n", "250 ok\r\n", "221 bye\r\n"];
    let (url, talk) = server(answers).await;
    Carrier::server(sender(), &url).unwrap().send(&letter()).await.unwrap();
    let heard = talk.await.unwrap().concat();
    assert!(heard.contains("EHLO mentor.school47.example"), "{heard}");
    assert!(heard.contains("RCPT TO:<aigul@school47.example>"), "{heard}");
    assert!(heard.contains("Message-ID: <01980000-0000-7000-8000-000000000001@"), "{heard}");
}

#[tokio::test]
async fn a_refusal_is_told_by_its_number_and_only_a_missing_mailbox_is_for_good() {
    let cases: [(&'static [&'static str], NotSent); 3] = [
        (
            &[
                "220 m\r\n",
                "250 m\r\n",
                "250 ok\r\n",
                "550 no aigul@school47.example here\r\n",
                "221 bye\r\n",
            ],
            NotSent::ForGood("mailbox refused: 550".into()),
        ),
        (
            &[
                "220 m\r\n",
                "250 m\r\n",
                "250 ok\r\n",
                "452 aigul@school47.example is full\r\n",
                "221 bye\r\n",
            ],
            NotSent::ForNow("mail server: 452".into()),
        ),
        (
            &["220 m\r\n", "250 m\r\n", "530 authentication required\r\n", "221 bye\r\n"],
            NotSent::ForNow("mail server: 530".into()),
        ),
    ];
    for (answers, expected) in cases {
        let (url, talk) = server(answers).await;
        let refused = Carrier::server(sender(), &url).unwrap().send(&letter()).await;
        assert_eq!(refused, Err(expected));
        talk.abort();
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_tried_again() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let refused = Carrier::server(sender(), &url).unwrap().send(&letter()).await;
    assert_eq!(refused, Err(NotSent::ForNow("mail server: not reached".into())));
}
