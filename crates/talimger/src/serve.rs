//! Serves the application until it is told to stop.

use crate::heart;
use crate::keys;
use crate::post::{Carrier, SMTP, Sender};
use crate::telegram::{self, Telegram};
use crate::typeset::typesetter;
use crate::worker::Worker;
use actions::Ids;
use actions::letters::Post;
use actions::seals::{Authority, Trust};
use actions::sociometries::Vault;
use clap::Args;
use domain::Instant;
use std::error::Error;
use std::future::{Future, IntoFuture};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use store::Db;
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::letters::Outbox;
use web::{App, Clock, Config};

/// What went wrong, for the person at the terminal.
pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// How to serve.
#[derive(Args)]
pub(crate) struct ServeArgs {
    /// `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/NAME`
    #[arg(long)]
    database: String,
    /// Where to listen; a reverse proxy in front speaks HTTPS
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address under which people reach it, for links on papers: `https://mentor.school.example`
    #[arg(long)]
    address: Option<String>,
    /// Folder for letters while no mail server is named [default: `outbox` beside the database]. A mail server is
    /// named by the variable TALIMGER_SMTP: `smtps://USER:PASSWORD@HOST`
    #[arg(long)]
    outbox: Option<PathBuf>,
    /// The mailbox letters come from; without it, `talimger@` and the host of the address
    #[arg(long)]
    mail_from: Option<String>,
    /// Certificates, in PEM or DER, whose holders issue qualified signatures; may be said several times. Without it,
    /// qualified signatures are not offered
    #[arg(long, value_name = "FILE")]
    trusted_roots: Vec<PathBuf>,
    /// Folder with the keys by which digital badges are signed, made at the first start; several servers of one database
    /// need the same one [default: `keys` beside the database]
    #[arg(long, value_name = "FOLDER")]
    keys: Option<PathBuf>,
    /// The name of a bot that says in Telegram that there is news, to whoever asks for it. Without it no notices are offered
    #[arg(long, value_name = "NAME", requires = "telegram_token")]
    telegram_bot: Option<String>,
    /// The file with the token of that bot, which nobody but its owner may read; it comes into no database and no log
    #[arg(long, value_name = "FILE", requires = "telegram_bot")]
    telegram_token: Option<PathBuf>,
    /// Where the Bot API is
    #[arg(long, value_name = "URL", default_value = "https://api.telegram.org")]
    telegram_api: String,
}

/// Runs a command that needs the runtime; an error is printed in one line.
pub(crate) fn run_to_end(command: impl Future<Output = Outcome>) -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    match runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("talimger: {error}");
            ExitCode::FAILURE
        }
    }
}

pub(crate) async fn run(args: ServeArgs) -> Outcome {
    let db = Db::open(&args.database).await?;
    let listener = TcpListener::bind(args.listen).await?;
    let here = format!("http://{}", listener.local_addr()?);
    let address = args.address.clone().unwrap_or_else(|| here.clone());
    let authority = trusted(&args.trusted_roots)?;
    let folder = keys::folder(args.keys.as_deref(), &args.database);
    let badges = secret("Digital badges are not offered", keys::held(&folder));
    let vault = secret("Sociometry and scans of consents are not offered", keys::vault(&folder));
    let stops = secret("Letters lead to the sign-in where they could be stopped", keys::stops(&folder));
    let post = carrier(&args, &address, stops.clone())?;
    let (telegram, bot) = noticing(&args)?.unzip();
    let https = address.starts_with("https://");
    eprintln!("Tälimger listens at {here} and calls itself {address}");
    if store::schools::every(&mut *db.read().await?).await?.is_empty() {
        eprintln!("The database has no school yet: begin with `talimger found --database {}`", args.database);
    }
    let config = Config { address, demo: false, https, authority, badges, vault, stops, telegram };
    let ids = Arc::new(random_ids());
    let typesetter = typesetter()?;
    let app = App { db, clock: real_clock(), ids, config, typesetter, outbox: Outbox::default() };
    serve(listener, app, post, bot).await
}

/// The bot that tells of news, and its name, where both are named.
fn noticing(args: &ServeArgs) -> Result<Option<(String, Telegram)>, Box<dyn Error>> {
    let (Some(name), Some(file)) = (&args.telegram_bot, &args.telegram_token) else { return Ok(None) };
    let name = telegram::name(name)?;
    let bot = Telegram::new(&args.telegram_api, telegram::token(file)?)?;
    eprintln!("Notices in Telegram are offered by @{name}");
    Ok(Some((name, bot)))
}

/// A secret of the folder with keys. Without it everything else is served: nobody waits for a folder's rights to sign in.
pub(crate) fn secret<T>(what: &str, read: Result<T, String>) -> Option<Arc<T>> {
    let told = read.inspect_err(|why| eprintln!("{what}: {why}"));
    told.ok().map(Arc::new)
}

/// Whoever issues qualified signatures, by the files that the administrator names.
fn trusted(files: &[PathBuf]) -> Result<Authority, Box<dyn Error>> {
    if files.is_empty() {
        return Ok(Authority::Nobody);
    }
    let mut trust = Trust::default();
    for file in files {
        let name = file.display();
        let bytes = std::fs::read(file).map_err(|error| format!("{name}: {error}"))?;
        let count = trust.add(&bytes).ok_or_else(|| {
            format!("{name}: every certificate in it must be one of an authority that issues others, in PEM or DER")
        })?;
        eprintln!("Qualified signatures are checked by {count} certificates of {name}");
    }
    Ok(Authority::Certificates(Arc::new(trust)))
}

/// Carries letters to the mail server that is named, or into the folder.
fn carrier(args: &ServeArgs, address: &str, stops: Option<Arc<Vault>>) -> Result<Carrier, Box<dyn Error>> {
    let sender = Sender::new(address, args.mail_from.as_deref())?.stopped_by(stops);
    if let Ok(url) = std::env::var(SMTP) {
        eprintln!("Letters go to the mail server of {SMTP}");
        return Ok(Carrier::server(sender, &url)?);
    }
    let folder = args.outbox.clone().unwrap_or_else(|| beside(&args.database, "outbox"));
    eprintln!("Letters go into the folder {}", folder.display());
    Ok(Carrier::folder(sender, &folder)?)
}

/// A folder beside the database's file; in the working directory where the database is no file.
pub(crate) fn beside(database: &str, name: &str) -> PathBuf {
    let file = database.strip_prefix("sqlite:").and_then(|rest| rest.split('?').next());
    let file = file.map(|file| file.trim_start_matches("//"));
    let folder = file.and_then(|file| Path::new(file).parent()).unwrap_or(Path::new(""));
    folder.join(name)
}

/// How long requests that have begun are waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until SIGTERM or ctrl-C, with a worker beside. Requests and the letter that have begun are finished,
/// but nobody who holds a line open keeps the server from ending.
pub(crate) async fn serve(
    listener: TcpListener,
    app: App,
    post: impl Post + Send + Sync + 'static,
    telegram: Option<Telegram>,
) -> Outcome {
    heart::wake(&app.db, app.clock.now()).await;
    let (tell, told) = watch::channel(false);
    let heart = tokio::spawn(heart::beat(app.db.clone(), app.clock.clone(), told.clone()));
    let (db, clock, ids) = (app.db.clone(), app.clock.clone(), Arc::clone(&app.ids));
    let (address, typesetter) = (app.config.address.clone(), app.typesetter.clone());
    let worker = Worker { db: db.clone(), clock, ids, post, telegram, address, typesetter };
    let worker = tokio::spawn(worker.run(told.clone()));
    let service = web::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let stop = async move {
        told_to_stop().await;
        // Nobody listens only where the worker has ended already.
        let _ = tell.send(true);
    };
    let patience = async move {
        let mut told = told;
        let _ = told.wait_for(|stop| *stop).await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        served = axum::serve(listener, service).with_graceful_shutdown(stop).into_future() => served?,
        () = patience => tracing::warn!("ended while requests were open"),
    }
    worker.await?;
    heart.await?;
    db.close().await;
    Ok(())
}

async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    let terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    match terminated {
        Ok(mut terminated) => tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        },
        Err(_) => {
            let _ = interrupted.await;
        }
    }
}

/// The one place that reads the time of the machine.
#[expect(clippy::disallowed_methods, reason = "the clock is handed in from here")]
pub(crate) fn real_clock() -> Clock {
    Clock::new(Instant::now)
}

/// Ids and secrets from the randomness of the system.
pub(crate) fn random_ids() -> Ids {
    Ids::new(|bytes| {
        // Without randomness no secret is safe: better to stop than to go on.
        if getrandom::fill(bytes).is_err() {
            std::process::abort();
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outbox_lies_beside_the_database() {
        for (database, outbox) in [
            ("sqlite:/var/lib/talimger/school.db", "/var/lib/talimger/outbox"),
            ("sqlite:///var/lib/talimger/school.db?mode=rwc", "/var/lib/talimger/outbox"),
            ("sqlite:school.db", "outbox"),
            ("postgres://talimger@localhost/talimger", "outbox"),
        ] {
            assert_eq!(beside(database, "outbox"), Path::new(outbox), "{database}");
        }
    }
}
