//! How often something may be tried or sent: what is counted, and what a count leads to.

pub mod counter;
pub mod send_budget;
pub mod throttle;
