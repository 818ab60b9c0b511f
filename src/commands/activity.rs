//! `vestibule activity`.

use clap::{Args, Subcommand};

use super::Failure;
use crate::{config::AccountArgs, flows::activity, portal};

#[derive(Args)]
pub(super) struct ActivityCommand {
    #[command(flatten)]
    settings: AccountArgs,
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Look whether the activity log is as it was written
    Verify,
}

pub(super) fn run(command: &ActivityCommand) -> Result<(), Failure> {
    let Action::Verify = command.action;
    let services = portal::services_for_accounts(&command.settings.settings()?).map_err(Failure::other)?;
    let looked = portal::block_on(activity::verify(&services)).map_err(Failure::other)?;
    let verified = looked.map_err(|broken| Failure::other(format_args!("the activity log: {broken}")))?;
    println!("{} entries are as they were written.", verified.linked);
    if verified.unlinked > 0 {
        println!(
            "{} older entries have no link and cannot be checked.",
            verified.unlinked
        );
    }
    println!(
        "The last is number {}, with the digest {}. Keep both elsewhere: entries that are cut off the end leave no \
         other trace.",
        verified.last,
        if verified.digest.is_empty() {
            "-"
        } else {
            &verified.digest
        }
    );
    Ok(())
}
