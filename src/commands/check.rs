//! `vestibule check`.

use std::collections::BTreeSet;

use clap::Args;

use super::Failure;
use crate::{
    app,
    config::AccountArgs,
    flows::check::{self, Finding},
};

#[derive(Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    settings: AccountArgs,
}

/// Prints one line for each thing that was looked at and is not as it should be.
pub(super) fn run(args: &CheckArgs) -> Result<(), Failure> {
    let services = app::services_for_accounts(&args.settings.settings()?).map_err(Failure::other)?;
    let checked = app::block_on(check::everything(&services)).map_err(Failure::other)?;
    if checked.findings.is_empty() {
        println!("{} rules hold, and the activity log is whole.", checked.rules);
        return Ok(());
    }
    for Finding { rule, detail } in &checked.findings {
        println!("{rule}: {detail}");
    }
    let broken: BTreeSet<&str> = checked
        .findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect();
    Err(Failure::other(format_args!(
        "{} of {} rules do not hold",
        broken.len(),
        checked.rules
    )))
}
