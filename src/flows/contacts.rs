//! The contacts of an account: replacing an e-mail address or phone number, by its owner, a manager, the
//! operator or a link, and ending what was sent to the old one.

use super::work::Work;
use crate::{
    domain::{
        account::{AccountId, AddressOf, Email},
        authenticator::out_of_band::ProvenNumber,
        link::Purpose,
        notification::NotificationKind,
        phone_number::SendableNumber,
        security_event::Event,
        subaccount::Reason,
    },
    store::{
        StoreError, accounts, one_time_links, out_of_band_codes,
        phone_numbers::{self, Registered},
    },
};

/// The replacement for an account's number.
#[derive(Clone, Copy)]
pub(super) enum NewNumber<'n> {
    /// A number that its owner has verified.
    Proven(&'n ProvenNumber),
    /// A number that another person entered.
    Given(&'n SendableNumber),
    /// None.
    None,
}

impl Work<'_> {
    /// Replaces the account's e-mail address, and ends codes and password links that were mailed to the old one
    /// (the attack: someone who reads the old mailbox has a code that still signs in). If it is not changed by
    /// its owner, links that restore an earlier address end too. False if the account's epoch has changed.
    pub(super) fn set_email(
        &mut self,
        account: &AccountId,
        epoch: i64,
        email: &Email,
        whose: AddressOf,
    ) -> Result<bool, StoreError> {
        if !accounts::set_email(&mut self.tx, account, epoch, email, whose)? {
            return Ok(false);
        }
        out_of_band_codes::void_with_email(&mut self.tx, account)?;
        one_time_links::void_mailed(&mut self.tx, account, Purpose::NewPassword)?;
        if whose.moved_at().is_none() {
            one_time_links::void(&mut self.tx, account, Purpose::RestoreEmail)?;
        }
        Ok(true)
    }

    /// Replaces or removes the account's number, ends codes sent to the old one, and notifies the owner. Gives
    /// the old number.
    pub(super) fn set_number(
        &mut self,
        account: &AccountId,
        number: NewNumber<'_>,
        reason: Option<&Reason>,
    ) -> Result<Option<Registered>, StoreError> {
        let old = phone_numbers::of(&mut self.tx, account)?;
        match number {
            NewNumber::Proven(number) => {
                phone_numbers::set_proven(&mut self.tx, account, number, self.now)?;
            }
            NewNumber::Given(number) => phone_numbers::give(&mut self.tx, account, number, self.now)?,
            NewNumber::None => {
                if !phone_numbers::remove(&mut self.tx, account)? {
                    return Ok(None);
                }
            }
        }
        out_of_band_codes::void_with_number(&mut self.tx, account)?;
        self.notify(account, NotificationKind::PhoneChanged)?;
        self.record_because(account, Event::PhoneChanged, reason);
        Ok(old)
    }
}
