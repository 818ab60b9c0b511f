//! The program itself, as an operator runs it.

mod account;
mod keys;
mod serve;
