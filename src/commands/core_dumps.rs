//! Disables core dumps: the process memory holds keys, passwords and codes.

use rustix::{
    io::Result,
    process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit},
};

/// Disables core dumps and stops other processes of the same user from reading this process's memory (the
/// attack: a crash or a debugger writes the key ring to a file).
///
/// # Errors
/// If the operating system refuses.
pub(super) fn switch_off() -> Result<()> {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none)?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)
}
