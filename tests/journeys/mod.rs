//! What people come to do, page by page, on both databases.

mod activity;
mod allow_list;
mod board;
mod clock_doctor;
mod details;
mod email_codes;
mod first_run;
mod forms;
mod help;
mod look;
mod mail_server;
mod manage;
mod not_me;
mod notices;
mod passwords;
mod policy;
mod provider;
mod recovery;
mod required;
mod sent_codes;
mod sessions;
mod set_up;
mod sign_in;
mod subaccounts;
mod sweeping;
mod throttle;
