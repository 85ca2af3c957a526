//! Serves the application until it is told to stop.

use actions::Ids;
use clap::Args;
use domain::schools::School;
use domain::{Day, Instant};
use std::error::Error;
use std::future::{Future, IntoFuture};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use store::Db;
use tokio::net::TcpListener;
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
    let address = args.address.unwrap_or_else(|| here.clone());
    let https = address.starts_with("https://");
    eprintln!("Tälimger listens at {here} and calls itself {address}");
    if store::schools::every(&mut *db.read().await?).await?.is_empty() {
        eprintln!("The database has no school yet: begin with `talimger found --database {}`", args.database);
    }
    let config = Config { address, demo: false, https };
    serve(listener, App { db, clock: real_clock(), ids: Arc::new(random_ids()), config }).await
}

/// How long requests that have begun are waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Serves until SIGTERM or ctrl-C. Requests that have begun are finished, but nobody who holds a line open keeps
/// the server from ending.
pub(crate) async fn serve(listener: TcpListener, app: App) -> Outcome {
    let db = app.db.clone();
    let service = web::router(app).into_make_service_with_connect_info::<SocketAddr>();
    let (tell, told) = tokio::sync::oneshot::channel();
    let stop = async move {
        told_to_stop().await;
        let _ = tell.send(());
    };
    let patience = async {
        let _ = told.await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        served = axum::serve(listener, service).with_graceful_shutdown(stop).into_future() => served?,
        () = patience => tracing::warn!("ended while requests were open"),
    }
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

/// Today where the school is.
pub(crate) fn today(school: &School, now: Instant) -> Day {
    let offset = jiff::tz::Offset::from_seconds(i32::from(school.utc_offset_minutes) * 60);
    offset.unwrap_or(jiff::tz::Offset::UTC).to_datetime(now).date()
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
