//! Where an account is reached: another e-mail address or phone number in the place of the old one, by
//! its owner, a manager, the operator or a link, and the end of what was sent there before.

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

/// What takes the place of an account's number.
#[derive(Clone, Copy)]
pub(super) enum NewNumber<'n> {
    /// One that its owner has proven.
    Proven(&'n ProvenNumber),
    /// One that somebody else gave.
    Given(&'n SendableNumber),
    /// None.
    None,
}

impl Work<'_> {
    /// Puts another e-mail address in the place of the account's, and ends codes and links to a
    /// password that were mailed to the old one (the attack: whoever reads the old mailbox has a code
    /// that still signs in). Where it is not its owner who moves, the way back to an address before ends too.
    /// False when the account's epoch is another by now.
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

    /// Puts another number, or none, in the place of the account's, ends codes that were sent to the
    /// old one, and tells the owner. Gives the old one.
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
