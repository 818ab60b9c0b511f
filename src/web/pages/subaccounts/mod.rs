//! The accounts of a main account, for those who manage them.

pub mod access;
pub mod activity;
pub mod approvals;
pub mod change;
pub mod details;
pub mod invitation;
mod justification;
pub mod list;
pub mod managers;
pub mod new;
pub mod password_link;
pub mod second_factor;
pub mod sent_codes;
pub mod sessions;

use crate::{
    flows::{MailWay, invite::Invited},
    web::{
        error::Error,
        page::Page,
        session::{self, PassedOn},
    },
};

/// Says on the next page how an invitation reaches its user.
fn announce(page: &Page, invited: &Invited) -> Result<(), Error> {
    if let Some(token) = &invited.token {
        let what = PassedOn::Invitation;
        return session::leave_to_pass_on(page.session(), page, &invited.account, what, token.reveal());
    }
    let notice = match page.services.channels.mail {
        MailWay::Printed => page.t().subaccounts_invitation_on_trial(),
        MailWay::Sent | MailWay::Missing => page.t().subaccounts_invitation_sent(),
    };
    session::leave_notice(page.session(), notice);
    Ok(())
}
