//! `vestibule check`.

use std::collections::BTreeSet;

use clap::Args;

use super::{Failure, print, with_services};
use crate::{
    app,
    config::AccountArgs,
    flows::{
        Services,
        check::{self, Finding},
    },
};

#[derive(Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    settings: AccountArgs,
}

pub(super) fn run(args: &CheckArgs) -> Result<(), Failure> {
    with_services(&args.settings.settings()?, check)
}

/// Prints one line for each failed check.
fn check(services: &Services) -> Result<(), Failure> {
    let checked = app::block_on(check::everything(services)).map_err(Failure::other)?;
    if checked.findings.is_empty() {
        print(format_args!("All {} checks passed.", checked.rules))?;
        return Ok(());
    }
    for Finding { rule, detail } in &checked.findings {
        print(format_args!("{rule}: {detail}"))?;
    }
    let broken: BTreeSet<&str> = checked
        .findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect();
    Err(Failure::other(format_args!(
        "{} of {} checks failed",
        broken.len(),
        checked.rules
    )))
}
