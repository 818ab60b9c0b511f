//! The lists of approved addresses: your own, those of a subaccount, and those of all accounts.

use crate::{
    domain::{allow_list::AllowListScope, clock::Timestamp, lifetimes::APPROVED_SECONDS},
    flows::approved_addresses::Approved,
    text::Text,
    web::{field::Field, words::Moment},
};

/// The address to revoke.
pub(super) const ADDRESS: Field = Field::text("address", Text::field_address, 64);
/// The account that it is approved for.
pub(super) const ACCOUNT: Field = Field::text("account", Text::field_account, 64);

/// An approved address.
pub(super) struct ApprovalView {
    /// The account's id.
    pub(super) account: String,
    pub(super) username: String,
    pub(super) address: String,
    /// Whether it overrides the main account's list, not the account's own.
    pub(super) for_everybody: bool,
    pub(super) approved: Moment,
    pub(super) until: Moment,
}

/// All of them.
pub(super) fn views(t: Text, approved: Vec<Approved>, now: Timestamp) -> Vec<ApprovalView> {
    approved
        .into_iter()
        .map(|one| ApprovalView {
            account: one.account.0,
            username: one.username.as_str().to_owned(),
            address: one.address,
            for_everybody: one.scope == AllowListScope::Everybody,
            approved: Moment::past(t, one.at, now),
            until: Moment::at(t, one.at.plus(APPROVED_SECONDS)),
        })
        .collect()
}
