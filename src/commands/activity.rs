//! `vestibule activity`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Failure, print, with_services};
use crate::{
    app,
    config::AccountArgs,
    domain::event_chain::Mark,
    flows::{
        Services,
        activity::{self, Verified},
    },
};

#[derive(Args)]
pub(super) struct ActivityCommand {
    #[command(flatten)]
    settings: AccountArgs,
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Verify the integrity of the activity log
    Verify {
        /// File with earlier output of `vestibule activity marks`; fail if an entry that existed then is
        /// missing or changed
        #[arg(long, value_name = "FILE")]
        since: Option<PathBuf>,
    },
    /// Print the last entry of each chain of the activity log, to store on another machine
    Marks,
}

pub(super) fn run(command: &ActivityCommand) -> Result<(), Failure> {
    with_services(&command.settings.settings()?, |services| {
        act(services, &command.action)
    })
}

fn act(services: &Services, action: &Action) -> Result<(), Failure> {
    match action {
        Action::Verify { since } => {
            let marks = match since {
                None => Vec::new(),
                Some(path) => {
                    let failed = |why: &dyn std::fmt::Display| {
                        Failure::other(format_args!("{}: {why}", path.display()))
                    };
                    let text = std::fs::read_to_string(path).map_err(|error| failed(&error))?;
                    Mark::read_all(&text).map_err(|error| failed(&error))?
                }
            };
            let verified = verified(services, marks)?;
            print(format_args!(
                "Verified {} entries in {} chains.",
                verified.entries, verified.chains
            ))?;
        }
        Action::Marks => {
            let verified = verified(services, Vec::new())?;
            print(format_args!(
                "# vestibule activity marks, {}",
                services.clock.now()
            ))?;
            for mark in verified.marks {
                print(format_args!("{mark}"))?;
            }
        }
    }
    Ok(())
}

/// Prints a line for each problem, and fails if there is one.
fn verified(services: &Services, before: Vec<Mark>) -> Result<Verified, Failure> {
    let verified = app::block_on(activity::verify(services, before)).map_err(Failure::other)?;
    if verified.broken.is_empty() {
        return Ok(verified);
    }
    for broken in &verified.broken {
        print(format_args!("{broken}"))?;
    }
    Err(Failure::other(format_args!(
        "the activity log was tampered with: verification failed for {} of {} chains",
        verified.broken.len(),
        verified.chains
    )))
}
