//! `vestibule serve`.

use std::io::{self, IsTerminal as _};

use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::{EnvFilter, filter::LevelFilter};

use super::{
    Failure,
    log_lines::{Lines, Writing},
    print,
};
use crate::{
    app::{self, Portal, Surroundings},
    config::{ServeArgs, log::LogFormat, mail::MailSettings, phone::PhoneWay},
    domain::phone_number,
    flows::first_run,
};

/// `unknown`: environment variables that start with our prefix but are not settings.
pub(super) fn run(args: &ServeArgs, unknown: &[String]) -> Result<(), Failure> {
    // Kept until the end, so that buffered log lines are flushed.
    let _log = begin_logging(args.log_format()).map_err(Failure::other)?;
    // Before the settings are read: a setting reported as missing may be one that was misspelt.
    for variable in unknown {
        tracing::warn!("{variable} is not a setting of this version and is ignored; check its spelling");
    }
    let settings = args.settings()?;
    let portal = Portal::build(&settings, Surroundings::real()).map_err(Failure::other)?;
    say_how_mail_leaves(&settings.mail);
    say_how_phones_are_reached(&settings.phone.way);
    // In the background: loading the metadata would delay the first requests.
    std::thread::spawn(phone_number::warm_up);
    app::block_on(serve(portal))
}

async fn serve(portal: Portal) -> Result<(), Failure> {
    let (services, origin) = (portal.services().clone(), portal.origin().to_owned());
    let (switch, work) = portal.open().map_err(Failure::other)?;

    // Before the address is printed, so that a signal sent right after it also stops gracefully.
    let mut terminate = signal(SignalKind::terminate()).map_err(Failure::other)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Failure::other)?;

    // On standard output and not in the log, because anybody who has the link can create the first account.
    print(format_args!("Vestibule is running at {origin}"))?;
    if let Some(token) = first_run::welcome_link(&services).await.map_err(Failure::other)? {
        print(format_args!(
            "There is no account yet. Open this link within one hour to create the first one (it works once):\n\n    \
             {origin}/welcome/{}\n",
            token.reveal()
        ))?;
    }

    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("shutting down, waiting for requests in progress");
        // A second signal stops without waiting.
        let graceful = switch.stop(true);
        tokio::select! {
            () = graceful => {}
            _ = terminate.recv() => switch.stop(false).await,
            _ = interrupt.recv() => switch.stop(false).await,
        }
    });
    let ended = work.await.map_err(Failure::other);
    // So that a copy of the database file alone is complete after shutdown.
    if let Err(error) = services.database.close() {
        tracing::warn!(%error, "failed to write the WAL into the database file");
    }
    ended
}

fn say_how_mail_leaves(mail: &MailSettings) {
    match mail {
        MailSettings::Smtp { .. } => {}
        MailSettings::Trial => tracing::info!(
            "SMTP_URL and MAIL_FROM are not set and the public URL is localhost: mail is printed on \
             standard output"
        ),
        MailSettings::Missing => {
            tracing::warn!("SMTP_URL and MAIL_FROM are not set: mail is not sent");
        }
    }
}

fn say_how_phones_are_reached(way: &PhoneWay) {
    match way {
        PhoneWay::Twilio { from, .. } if from.number().is_none() => tracing::warn!(
            "TWILIO_FROM is not a phone number: codes are sent by SMS only, voice calls need a caller number"
        ),
        PhoneWay::Twilio { .. } => {}
        PhoneWay::Trial => tracing::info!(
            "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM are not set and the public URL is \
             localhost: SMS and calls are printed on standard output"
        ),
        PhoneWay::Missing => tracing::warn!(
            "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM are not set: codes by SMS and call are \
             not available"
        ),
    }
}

fn begin_logging(format: LogFormat) -> io::Result<Writing> {
    let (lines, writing) = Lines::written_to(io::stderr(), |_, dropped| {
        tracing::error!(dropped, "log lines dropped: standard error was not read");
    })?;
    let filter = EnvFilter::builder()
        .with_default_directive(LevelFilter::INFO.into())
        .from_env_lossy()
        // It logs each worker at start.
        .add_directive(quiet("actix_server=warn"))
        // It logs every malformed request, without a client address.
        .add_directive(quiet("actix_http::h1::dispatcher=off"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(io::stderr().is_terminal())
        // They are printed on standard error, which panics if it is closed.
        .log_internal_errors(false)
        .with_writer(lines);
    match format {
        LogFormat::Human => builder.with_target(false).init(),
        LogFormat::Json => builder.json().flatten_event(true).init(),
    }
    Ok(writing)
}

fn quiet(directive: &str) -> tracing_subscriber::filter::Directive {
    directive.parse().unwrap_or_else(|_| LevelFilter::INFO.into())
}
