//! Letters on their way out: as messages that mail programs understand, to a mail server or into a folder.

use actions::letters::{NotSent, Post, Written};
use actions::sociometries::Vault;
use domain::Instant;
use exchange::calendars::{Event, enclosed};
use lettre::message::header::{ContentDisposition, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::fs::{DirBuilder, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// The variable that names the mail server. A command line is seen by everybody on the machine, and this holds
/// a password.
pub(crate) const SMTP: &str = "TALIMGER_SMTP";

/// What a mail server is given before the letter is tried again later; shorter than a worker holds a letter.
const PATIENCE: Duration = Duration::from_secs(30);

/// Who sends, and where links lead.
pub(crate) struct Sender {
    /// The address of the installation, without a slash at the end.
    address: String,
    from: Address,
    /// The key by which letters can be stopped from themselves; without it none can.
    stops: Option<Arc<Vault>>,
}

impl Sender {
    /// From the given mailbox, or from one on the installation's own host.
    pub(crate) fn new(address: &str, from: Option<&str>) -> Result<Self, String> {
        let host = address.split("://").nth(1).unwrap_or_default();
        let host = host.split(['/', ':']).next().unwrap_or_default();
        let named = !host.starts_with('[') && host.contains(char::is_alphabetic);
        let own = format!("talimger@{}", if named { host } else { "localhost" });
        let from = from.unwrap_or(&own);
        let from = from.parse().map_err(|_| format!("{from} is no e-mail address"))?;
        Ok(Self { address: address.trim_end_matches('/').to_owned(), from, stops: None })
    }

    /// The same with the key by which letters can be stopped from themselves.
    pub(crate) fn stopped_by(self, stops: Option<Arc<Vault>>) -> Self {
        Self { stops, ..self }
    }

    /// Where a mail program stops such letters with one click, without a sign-in (RFC 8058): of letters that can be missed, and
    /// over HTTPS alone.
    fn one_click(&self, letter: &Written) -> Option<String> {
        let token = letter.stop_token(self.stops.as_deref()?)?;
        self.address.starts_with("https://").then(|| web::deliveries::stop_path(token))
    }

    /// The letter as a message: text and HTML, under an id that stays the same at every attempt. The list header of a letter
    /// that cannot be stopped leads to the page where the reader says how letters reach them (RFC 2369), behind their sign-in.
    fn message(&self, letter: &Written) -> Result<Message, NotSent> {
        let broken = |what: &str| NotSent::ForGood(what.to_owned());
        let to = letter.email.parse().map_err(|_| broken("not an e-mail address"))?;
        let parts = self.parts(letter)?;
        let own_name = i18n::t(letter.lang, "layout-name", &[]);
        let one_click = self.one_click(letter);
        let way = one_click.as_deref().unwrap_or(web::deliveries::PATH);
        let mut message = Message::builder()
            .from(Mailbox::new(Some(own_name), self.from.clone()))
            .to(Mailbox::new(Some(one_line(&letter.name)), to))
            .subject(one_line(&letter.subject))
            .date(system_time(letter.at))
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.domain())))
            // Absence notes and other machines do not answer (RFC 3834).
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", letter.lang.tag()))
            .raw_header(header("List-Unsubscribe", &format!("<{}{way}>", self.address)));
        if one_click.is_some() {
            message = message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        message.multipart(parts).map_err(|_| broken("message"))
    }

    /// Text and HTML, and beside them what the letter changes in a calendar. That is no alternative to the words: a mail
    /// program that shows appointments would show nothing else.
    fn parts(&self, letter: &Written) -> Result<MultiPart, NotSent> {
        let broken = |what: &str| NotSent::ForGood(what.to_owned());
        let html = web::letters::html(&self.address, letter).map_err(|_| broken("template"))?;
        let text = web::letters::text(&self.address, letter);
        let words = MultiPart::alternative()
            .boundary(format!("letter-{}", letter.id))
            .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text))
            .singlepart(SinglePart::builder().header(ContentType::TEXT_HTML).body(html));
        let here = |event: &Event| Event { url: format!("{}{}", self.address, event.url), ..event.clone() };
        let events: Vec<Event> =
            letter.parts.iter().filter_map(|part| part.event.as_ref().map(here)).collect();
        if events.is_empty() {
            return Ok(words);
        }
        let kind = ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH");
        let calendar = SinglePart::builder()
            .header(kind.map_err(|_| broken("calendar"))?)
            .header(ContentDisposition::attachment("meeting.ics"))
            .body(enclosed(&events));
        let boundary = format!("calendar-{}", letter.id);
        Ok(MultiPart::mixed().boundary(boundary).multipart(words).singlepart(calendar))
    }
}

/// The injected clock's instant as the mail library takes it.
fn system_time(at: Instant) -> SystemTime {
    let seconds = u64::try_from(at.as_second()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// A header is one line, whatever somebody calls themselves.
fn one_line(text: &str) -> String {
    let spaced = text.replace(char::is_control, " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where letters go.
enum Way {
    Server(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Carries letters for real use.
pub(crate) struct Carrier {
    sender: Sender,
    way: Way,
}

impl Carrier {
    /// To the mail server of an address like `smtps://USER:PASSWORD@HOST`; what is wrong with it is said
    /// without repeating it.
    pub(crate) fn server(sender: Sender, url: &str) -> Result<Self, String> {
        let wrong = || format!("{SMTP} should read smtps://USER:PASSWORD@HOST or smtp://…?tls=required");
        let local = ["smtp://localhost", "smtp://127.0.0.1", "smtp://[::1]"];
        let encrypted = url.starts_with("smtps://") || url.contains("tls=required");
        if !encrypted && !local.iter().any(|local| is_host(url, local)) {
            return Err(wrong());
        }
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| wrong())?;
        let name = ClientId::Domain(sender.from.domain().to_owned());
        let server = server.timeout(Some(PATIENCE)).hello_name(name).build();
        Ok(Self { sender, way: Way::Server(server) })
    }

    /// Into a folder, made where it is missing, that nobody else on the machine can read.
    pub(crate) fn folder(sender: Sender, folder: &Path) -> std::io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        Ok(Self { sender, way: Way::Folder(folder.to_owned()) })
    }
}

/// True where the address names exactly this host, with or without a port.
fn is_host(url: &str, host: &str) -> bool {
    url.strip_prefix(host).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
}

impl Post for Carrier {
    async fn send(&self, letter: &Written) -> Result<(), NotSent> {
        let message = self.sender.message(letter)?;
        match &self.way {
            Way::Server(server) => server.send(message).await.map(|_| ()).map_err(|error| refusal(&error)),
            Way::Folder(folder) => {
                let path = folder.join(format!("{}.eml", letter.id));
                keep(&path, &message.formatted())
                    .map_err(|error| NotSent::ForNow(format!("outbox: {}", error.kind())))
            }
        }
    }
}

/// A mail server's refusal without its words, which repeat addresses. Only what concerns this mailbox is for
/// good; a wrong password or a full disk is mended by people.
fn refusal(error: &lettre::transport::smtp::Error) -> NotSent {
    match error.status().map(u16::from) {
        Some(code @ (550 | 551 | 553)) => NotSent::ForGood(format!("mailbox refused: {code}")),
        Some(code) => NotSent::ForNow(format!("mail server: {code}")),
        None if error.is_timeout() => NotSent::ForNow("mail server: no answer in time".to_owned()),
        None if error.is_tls() => NotSent::ForNow("mail server: certificate".to_owned()),
        None => NotSent::ForNow("mail server: not reached".to_owned()),
    }
}

/// Writes a file in one step: whoever looks into the folder sees whole letters only, and one that is written
/// again takes the place of the first.
fn keep(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let unfinished = path.with_extension("tmp");
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    file.write_all(content)?;
    file.sync_all()?;
    std::fs::rename(&unfinished, path)
}

#[cfg(test)]
mod tests;
