//! No memory image of this program on disk: it holds keys, passwords and codes.

use rustix::{
    io::Result,
    process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit},
};

/// Switches core dumps off, and keeps other processes of the same user from reading this one's
/// memory (the attack: a crash, or a debugger, that leaves the key ring in a file).
///
/// # Errors
/// When the operating system refuses.
pub(super) fn switch_off() -> Result<()> {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none)?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)
}
