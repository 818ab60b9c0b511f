//! The program itself, as an operator runs it.

mod account;
mod files;
mod keys;
mod output;
mod seed;
mod serve;
mod settings;
