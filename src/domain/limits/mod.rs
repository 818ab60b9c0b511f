//! Rate limits and budgets: what is counted, and what a count leads to.

pub mod counter;
pub mod send_budget;
pub mod throttle;
