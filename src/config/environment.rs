//! The environment as a whole: empty variables count as not set, and unknown ones are reported.

use std::{collections::BTreeSet, ffi::OsStr};

use clap::Command;

/// The prefix of our own variables.
const OURS: &str = "VESTIBULE_";

/// The same command line, ignoring variables that are set but empty: Docker Compose and others pass a
/// variable without a value in this way.
#[must_use]
pub fn without_empty_variables(command: Command) -> Command {
    command
        .mut_args(|argument| match argument.get_env() {
            Some(name) if is_empty(name) => argument.env(None::<&'static str>),
            _ => argument,
        })
        .mut_subcommands(without_empty_variables)
}

fn is_empty(name: &OsStr) -> bool {
    std::env::var_os(name).is_some_and(|value| value.to_str().is_some_and(|value| value.trim().is_empty()))
}

/// Variables with our prefix that no argument reads: misspelt, or of another version.
#[must_use]
pub fn unknown_variables(command: &Command) -> Vec<String> {
    let mut known = BTreeSet::new();
    add_known(command, &mut known);
    let set = std::env::vars_os().filter_map(|(name, value)| {
        let name = name.into_string().ok()?;
        (name.starts_with(OURS) && !value.is_empty() && !known.contains(name.as_str())).then_some(name)
    });
    let mut unknown: Vec<String> = set.collect();
    unknown.sort();
    unknown
}

fn add_known<'a>(command: &'a Command, known: &mut BTreeSet<&'a str>) {
    let variables = command.get_arguments().filter_map(clap::Arg::get_env);
    known.extend(variables.filter_map(OsStr::to_str));
    for subcommand in command.get_subcommands() {
        add_known(subcommand, known);
    }
}
