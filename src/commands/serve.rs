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

/// `unknown` are variables that look like settings and are none.
pub(super) fn run(args: &ServeArgs, unknown: &[String]) -> Result<(), Failure> {
    // Until the end: what is still to be written then is written.
    let _log = begin_logging(args.log_format()).map_err(Failure::other)?;
    // Before the settings are read: one that is missing may be one of these.
    for variable in unknown {
        tracing::warn!("{variable} is not a setting of this version; it is not used");
    }
    let settings = args.settings()?;
    let portal = Portal::build(&settings, Surroundings::real()).map_err(Failure::other)?;
    say_how_mail_leaves(&settings.mail);
    say_how_phones_are_reached(&settings.phone.way);
    // Beside the first requests, which it would keep waiting.
    std::thread::spawn(phone_number::warm_up);
    app::block_on(serve(portal))
}

async fn serve(portal: Portal) -> Result<(), Failure> {
    let (services, origin) = (portal.services().clone(), portal.origin().to_owned());
    let (switch, work) = portal.open().map_err(Failure::other)?;

    // Before anybody is told that it is open: who stops it at once stops it gracefully too.
    let mut terminate = signal(SignalKind::terminate()).map_err(Failure::other)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Failure::other)?;

    // On standard output and not in the log, because the link opens a door.
    print(format_args!("Vestibule is open at {origin}"))?;
    if let Some(token) = first_run::welcome_link(&services).await.map_err(Failure::other)? {
        print(format_args!(
            "There is no account yet. Make the first one here, within an hour (the link works once):\n\n    \
             {origin}/welcome/{}\n",
            token.reveal()
        ))?;
    }

    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping: requests under way are finished first");
        // Whoever asks twice does not want to wait.
        let graceful = switch.stop(true);
        tokio::select! {
            () = graceful => {}
            _ = terminate.recv() => switch.stop(false).await,
            _ = interrupt.recv() => switch.stop(false).await,
        }
    });
    let ended = work.await.map_err(Failure::other);
    // So that a copy of the file alone is whole once the program has ended.
    if let Err(error) = services.database.close() {
        tracing::warn!(%error, "the database file was not brought up to date");
    }
    ended
}

fn say_how_mail_leaves(mail: &MailSettings) {
    match mail {
        MailSettings::Smtp { .. } => {}
        MailSettings::Trial => tracing::info!(
            "SMTP_URL and MAIL_FROM are not set, and the public URL is this machine: mail is printed on standard \
             output"
        ),
        MailSettings::Missing => {
            tracing::warn!("SMTP_URL and MAIL_FROM are not set: nobody gets mail");
        }
    }
}

fn say_how_phones_are_reached(way: &PhoneWay) {
    match way {
        PhoneWay::Twilio { from, .. } if from.number().is_none() => tracing::warn!(
            "TWILIO_FROM is no phone number, so codes are sent by SMS alone: a call needs a number to come from"
        ),
        PhoneWay::Twilio { .. } => {}
        PhoneWay::Trial => tracing::info!(
            "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM are not set, and the public URL is this machine: \
             SMS and calls are printed on standard output"
        ),
        PhoneWay::Missing => tracing::warn!(
            "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM are not set: codes by SMS and call are not offered"
        ),
    }
}

fn begin_logging(format: LogFormat) -> io::Result<Writing> {
    let (lines, writing) = Lines::written_to(io::stderr(), |_, dropped| {
        tracing::error!(dropped, "lines are missing here: nobody read standard error");
    })?;
    let filter = EnvFilter::builder()
        .with_default_directive(LevelFilter::INFO.into())
        .from_env_lossy()
        // It tells of each worker.
        .add_directive(quiet("actix_server=warn"))
        // It tells of every request that is none, without an address.
        .add_directive(quiet("actix_http::h1::dispatcher=off"));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(io::stderr().is_terminal())
        // It would say so on standard error, and end the program where that is closed.
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
