//! Messages about a sending limit that is reached, and until when.

use crate::{domain::limits::send_budget::Cap, text::Text};

/// One person has reached a limit on e-mails to others, and until when.
#[must_use]
pub fn mail_cap_reached(t: Text, cap: Cap) -> &'static str {
    match cap {
        Cap::AccountHour | Cap::NetworkHour => t.limit_emails_sender_hour(),
        Cap::AccountDay => t.limit_emails_sender_day(),
        Cap::RecipientHour => t.limit_emails_recipient_hour(),
        Cap::RecipientDay => t.limit_emails_recipient_day(),
        Cap::MainAccountDay => t.limit_emails_main_account_day(),
        Cap::InstanceDay => t.limit_emails_instance_day(),
    }
}

/// A limit on codes is reached, and until when.
#[must_use]
pub fn cap_reached(t: Text, cap: Cap) -> &'static str {
    match cap {
        Cap::RecipientHour => t.limit_codes_recipient_hour(),
        Cap::RecipientDay => t.limit_codes_recipient_day(),
        Cap::MainAccountDay => t.limit_codes_main_account_day(),
        Cap::AccountHour => t.limit_codes_account_hour(),
        Cap::AccountDay => t.limit_codes_account_day(),
        Cap::NetworkHour => t.limit_codes_network_hour(),
        Cap::InstanceDay => t.limit_codes_instance_day(),
    }
}
