//! The bot that says in Telegram that there is news, by the Bot API: two methods, one request after the other. Its token comes
//! from a file that others on the machine cannot read, and goes nowhere but into the request.

use actions::telegram::{Bot, Said, Unsent};
use serde::Deserialize;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

/// What the Bot API is given before a notice is tried again later; shorter than a worker holds one.
const PATIENCE: Duration = Duration::from_secs(20);
/// Messages that are heard at a time: anybody writes to a bot, as much as a message holds.
const MOST_HEARD: u8 = 10;
/// Longest answer that is read, in bytes: so many of the longest messages, each with one that it answers.
const MOST_ANSWER: usize = 1024 * 1024;
/// Seconds of a pause that the Bot API asks for without saying how long.
const USUAL_PAUSE: i64 = 30;
/// Bits by which somebody other than the owner gets at a file.
const OTHERS: u32 = 0o077;

/// The bot.
pub(crate) struct Telegram {
    host: String,
    port: u16,
    /// Missing for a stand-in on the machine itself.
    tls: Option<(TlsConnector, ServerName<'static>)>,
    token: String,
    /// The number of what comes in next; what is below was heard.
    heard: AtomicI64,
}

/// The name of a bot as links carry it.
pub(crate) fn name(named: &str) -> Result<String, String> {
    let name = named.trim_start_matches('@');
    let plain = name.chars().all(|one| one.is_ascii_alphanumeric() || one == '_');
    if plain && (5..=32).contains(&name.len()) {
        Ok(name.to_owned())
    } else {
        Err(format!("{named} is no name of a bot"))
    }
}

/// The token in a file that its owner alone can read; what is wrong with it is said without repeating it.
pub(crate) fn token(file: &Path) -> Result<String, String> {
    let shown = file.display();
    let about = std::fs::metadata(file).map_err(|error| format!("{shown}: {error}"))?;
    if about.permissions().mode() & OTHERS != 0 {
        return Err(format!("{shown} can be read by others: chmod 600 {shown}"));
    }
    let text = std::fs::read_to_string(file).map_err(|error| format!("{shown}: {error}"))?;
    let token = text.trim();
    let plain = |one: char| one.is_ascii_alphanumeric() || "_-".contains(one);
    let fits = token.split_once(':').is_some_and(|(number, secret)| {
        let numbered = !number.is_empty() && number.chars().all(|one| one.is_ascii_digit());
        numbered && secret.len() >= 10 && secret.chars().all(plain)
    });
    if fits {
        Ok(token.to_owned())
    } else {
        Err(format!("{shown} should hold the token of a bot and nothing else"))
    }
}

impl Telegram {
    /// The bot of a token at an address: over TLS, or without it on the machine itself.
    pub(crate) fn new(api: &str, token: String) -> Result<Self, String> {
        let wrong = || format!("{api} should read https://HOST");
        let (secure, rest) = match (api.strip_prefix("https://"), api.strip_prefix("http://")) {
            (Some(rest), _) => (true, rest),
            (None, Some(rest)) if rest.starts_with("127.0.0.1:") || rest.starts_with("localhost:") => {
                (false, rest)
            }
            _ => return Err(wrong()),
        };
        let rest = rest.trim_end_matches('/');
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, port.parse().map_err(|_| wrong())?),
            None => (rest, 443),
        };
        let tls = if secure {
            let name = ServerName::try_from(host.to_owned()).map_err(|_| wrong())?;
            Some((connector()?, name))
        } else {
            None
        };
        Ok(Self { host: host.to_owned(), port, tls, token, heard: AtomicI64::new(0) })
    }

    /// Calls a method; gives what it answers. No error repeats the address, which holds the token.
    async fn call(&self, method: &str, arguments: &serde_json::Value) -> Result<serde_json::Value, Unsent> {
        let body = arguments.to_string();
        let request = format!(
            "POST /bot{}/{method} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.token,
            self.host,
            body.len()
        );
        match tokio::time::timeout(PATIENCE, self.exchange(request.as_bytes())).await {
            Ok(answer) => understood(&answer?),
            Err(_) => Err(for_now("no answer in time")),
        }
    }

    async fn exchange(&self, request: &[u8]) -> Result<Vec<u8>, Unsent> {
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await;
        let stream = stream.map_err(|_| for_now("not reached"))?;
        let answer = match &self.tls {
            Some((connector, name)) => {
                let stream = connector.connect(name.clone(), stream).await;
                said(stream.map_err(|_| for_now("certificate"))?, request).await
            }
            None => said(stream, request).await,
        };
        answer.map_err(|_| for_now("broke off"))
    }
}

/// Trusts what the machine trusts.
fn connector() -> Result<TlsConnector, String> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|_| "no version of TLS is there".to_owned())?;
    Ok(TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth())))
}

fn for_now(why: &str) -> Unsent {
    Unsent::ForNow(format!("telegram: {why}"))
}

/// Sends a request and reads its answer to the end that it names, or to the end of the line.
async fn said(mut stream: impl AsyncRead + AsyncWrite + Unpin, request: &[u8]) -> std::io::Result<Vec<u8>> {
    stream.write_all(request).await?;
    stream.flush().await?;
    let (mut answer, mut piece) = (Vec::new(), [0; 8 * 1024]);
    while answer.len() < MOST_ANSWER && !is_whole(&answer) {
        let count = stream.read(&mut piece).await?;
        if count == 0 {
            break;
        }
        answer.extend_from_slice(&piece[..count]);
    }
    Ok(answer)
}

/// Head and body of an answer; `None` while the head has not come.
fn parts(answer: &[u8]) -> Option<(&str, &[u8])> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).ok()?;
    Some((head, &answer[end + 4..]))
}

fn is_whole(answer: &[u8]) -> bool {
    let Some((head, body)) = parts(answer) else { return false };
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    length.is_some_and(|length| body.len() >= length)
}

/// An answer of the Bot API.
#[derive(Deserialize)]
struct Answer {
    ok: bool,
    #[serde(default)]
    result: serde_json::Value,
    #[serde(default)]
    error_code: i64,
    #[serde(default)]
    description: String,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<i64>,
}

/// What an answer says. A refusal is told by its number, without its words, which may repeat what was sent.
fn understood(answer: &[u8]) -> Result<serde_json::Value, Unsent> {
    let (_, body) = parts(answer).ok_or_else(|| for_now("no answer"))?;
    let answer: Answer = serde_json::from_slice(body).map_err(|_| for_now("answer cannot be read"))?;
    match answer.error_code {
        _ if answer.ok => Ok(answer.result),
        429 => Err(Unsent::Pause(answer.parameters.retry_after.unwrap_or(USUAL_PAUSE))),
        403 => Err(Unsent::Gone),
        400 if answer.description.contains("chat not found") => Err(Unsent::Gone),
        code => Err(for_now(&code.to_string())),
    }
}

/// Something that came in.
#[derive(Deserialize)]
struct Update {
    update_id: i64,
    message: Option<Message>,
}

#[derive(Deserialize)]
struct Message {
    chat: Chat,
    text: Option<String>,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
    #[serde(rename = "type")]
    kind: String,
}

impl Bot for Telegram {
    async fn send(&self, chat: &str, text: &str) -> Result<(), Unsent> {
        let arguments = serde_json::json!({
            "chat_id": chat,
            "text": text,
            "link_preview_options": { "is_disabled": true },
        });
        self.call("sendMessage", &arguments).await.map(|_| ())
    }

    async fn received(&self) -> Result<Vec<Said>, Unsent> {
        let from = self.heard.load(Ordering::Relaxed);
        let arguments = serde_json::json!({
            "offset": from,
            "limit": MOST_HEARD,
            "timeout": 0,
            "allowed_updates": ["message"],
        });
        let came = self.call("getUpdates", &arguments).await?;
        let came: Vec<Update> = serde_json::from_value(came).map_err(|_| for_now("answer cannot be read"))?;
        if let Some(last) = came.iter().map(|one| one.update_id).max() {
            self.heard.store(last.saturating_add(1), Ordering::Relaxed);
        }
        // A group has readers whom nobody asked.
        let said = |one: Update| {
            let message = one.message.filter(|message| message.chat.kind == "private")?;
            Some(Said { chat: message.chat.id.to_string(), text: message.text? })
        };
        Ok(came.into_iter().filter_map(said).collect())
    }
}

#[cfg(test)]
mod tests;
