//! Sending limits: `VESTIBULE_PHONE_PER_…` and `VESTIBULE_MAIL_PER_…`.

use clap::Args;

use super::{Fault, Faults};
use crate::domain::limits::send_budget::{Budget, Budgets, MAIL};

/// The maximum limit; sums of such limits cannot overflow.
const MOST: i64 = 1_000_000;

/// Sending limits.
#[derive(Debug, Args, Default)]
#[command(next_help_heading = "Phone")]
pub struct LimitArgs {
    /// Maximum codes by SMS and call per account per hour
    #[arg(
        long,
        env = "VESTIBULE_PHONE_PER_ACCOUNT_HOUR",
        value_name = "COUNT",
        default_value = "5"
    )]
    phone_per_account_hour: String,
    /// Maximum codes by SMS and call per account per day
    #[arg(
        long,
        env = "VESTIBULE_PHONE_PER_ACCOUNT_DAY",
        value_name = "COUNT",
        default_value = "10"
    )]
    phone_per_account_day: String,
    /// Maximum codes by SMS and call per phone number per hour
    #[arg(
        long,
        env = "VESTIBULE_PHONE_PER_NUMBER_HOUR",
        value_name = "COUNT",
        default_value = "5"
    )]
    phone_per_number_hour: String,
    /// Maximum codes by SMS and call per phone number per day
    #[arg(
        long,
        env = "VESTIBULE_PHONE_PER_NUMBER_DAY",
        value_name = "COUNT",
        default_value = "10"
    )]
    phone_per_number_day: String,
    /// Maximum unconfirmed codes by SMS and call per requesting IP address per hour
    #[arg(
        long,
        env = "VESTIBULE_PHONE_PER_NETWORK_HOUR",
        value_name = "COUNT",
        default_value = "10"
    )]
    phone_per_network_hour: String,
    /// Maximum codes by SMS and call per main account, including its subaccounts, per day
    #[arg(
        long,
        env = "VESTIBULE_PHONE_PER_MAIN_ACCOUNT_DAY",
        value_name = "COUNT",
        default_value = "200"
    )]
    phone_per_main_account_day: String,
    /// Maximum codes by SMS and call per day in total
    #[arg(
        long,
        env = "VESTIBULE_PHONE_PER_DAY",
        value_name = "COUNT",
        default_value = "500"
    )]
    phone_per_day: String,
    /// Maximum invitations by mail per sending account per hour
    #[arg(
        long,
        help_heading = "Mail",
        env = "VESTIBULE_MAIL_PER_ACCOUNT_HOUR",
        value_name = "COUNT",
        default_value = "100"
    )]
    mail_per_account_hour: String,
    /// Maximum invitations by mail per sending account per day
    #[arg(
        long,
        help_heading = "Mail",
        env = "VESTIBULE_MAIL_PER_ACCOUNT_DAY",
        value_name = "COUNT",
        default_value = "300"
    )]
    mail_per_account_day: String,
    /// Maximum invitations by mail per recipient address per hour
    #[arg(
        long,
        help_heading = "Mail",
        env = "VESTIBULE_MAIL_PER_RECIPIENT_HOUR",
        value_name = "COUNT",
        default_value = "10"
    )]
    mail_per_recipient_hour: String,
    /// Maximum invitations by mail per recipient address per day
    #[arg(
        long,
        help_heading = "Mail",
        env = "VESTIBULE_MAIL_PER_RECIPIENT_DAY",
        value_name = "COUNT",
        default_value = "30"
    )]
    mail_per_recipient_day: String,
    /// Maximum invitations by mail per main account per day
    #[arg(
        long,
        help_heading = "Mail",
        env = "VESTIBULE_MAIL_PER_MAIN_ACCOUNT_DAY",
        value_name = "COUNT",
        default_value = "500"
    )]
    mail_per_main_account_day: String,
    /// Maximum invitations by mail per day in total
    #[arg(
        long,
        help_heading = "Mail",
        env = "VESTIBULE_MAIL_PER_DAY",
        value_name = "COUNT",
        default_value = "10000"
    )]
    mail_per_day: String,
}

impl LimitArgs {
    pub(super) fn read(&self, faults: &mut Faults) -> Option<Budgets> {
        let mut count = |variable, text: &str| match text.trim().parse() {
            Ok(count) if (0..=MOST).contains(&count) => Some(count),
            _ => faults.keep(Err(Fault::new(
                variable,
                format_args!("must be a whole number from 0 to {MOST}"),
            ))),
        };
        let phone_per_account_hour = count("VESTIBULE_PHONE_PER_ACCOUNT_HOUR", &self.phone_per_account_hour);
        let phone_per_account_day = count("VESTIBULE_PHONE_PER_ACCOUNT_DAY", &self.phone_per_account_day);
        let phone_per_number_hour = count("VESTIBULE_PHONE_PER_NUMBER_HOUR", &self.phone_per_number_hour);
        let phone_per_number_day = count("VESTIBULE_PHONE_PER_NUMBER_DAY", &self.phone_per_number_day);
        let phone_per_network_hour = count("VESTIBULE_PHONE_PER_NETWORK_HOUR", &self.phone_per_network_hour);
        let phone_per_main_account_day = count(
            "VESTIBULE_PHONE_PER_MAIN_ACCOUNT_DAY",
            &self.phone_per_main_account_day,
        );
        let phone_per_day = count("VESTIBULE_PHONE_PER_DAY", &self.phone_per_day);
        let mail_per_account_hour = count("VESTIBULE_MAIL_PER_ACCOUNT_HOUR", &self.mail_per_account_hour);
        let mail_per_account_day = count("VESTIBULE_MAIL_PER_ACCOUNT_DAY", &self.mail_per_account_day);
        let mail_per_recipient_hour =
            count("VESTIBULE_MAIL_PER_RECIPIENT_HOUR", &self.mail_per_recipient_hour);
        let mail_per_recipient_day = count("VESTIBULE_MAIL_PER_RECIPIENT_DAY", &self.mail_per_recipient_day);
        let mail_per_main_account_day = count(
            "VESTIBULE_MAIL_PER_MAIN_ACCOUNT_DAY",
            &self.mail_per_main_account_day,
        );
        let mail_per_day = count("VESTIBULE_MAIL_PER_DAY", &self.mail_per_day);
        Some(Budgets {
            phone: Budget {
                account_hour: phone_per_account_hour?,
                account_day: phone_per_account_day?,
                recipient_hour: phone_per_number_hour?,
                recipient_day: phone_per_number_day?,
                network_hour: phone_per_network_hour?,
                main_account_day: phone_per_main_account_day?,
                instance_day: phone_per_day?,
            },
            mail: Budget {
                account_hour: mail_per_account_hour?,
                account_day: mail_per_account_day?,
                recipient_hour: mail_per_recipient_hour?,
                recipient_day: mail_per_recipient_day?,
                main_account_day: mail_per_main_account_day?,
                instance_day: mail_per_day?,
                ..MAIL
            },
            ..Budgets::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Flags {
        #[command(flatten)]
        limits: LimitArgs,
    }

    fn read(flags: &[&str]) -> (Option<Budgets>, Vec<Fault>) {
        let arguments = [&["vestibule"], flags].concat();
        let mut faults = Faults::default();
        let limits = Flags::parse_from(arguments).limits.read(&mut faults);
        (limits, faults.0)
    }

    #[test]
    fn the_defaults_are_the_limits_of_the_document() {
        assert_eq!(read(&[]).0, Some(Budgets::default()));
    }

    #[test]
    fn each_limit_is_a_setting_and_a_wrong_one_is_named() {
        let (limits, _) = read(&["--phone-per-network-hour", "60", "--mail-per-account-hour", "0"]);
        let limits = limits.unwrap();
        assert_eq!((limits.phone.network_hour, limits.mail.account_hour), (60, 0));
        for wrong in ["-1", "many", "1000001", ""] {
            let (limits, faults) = read(&[&format!("--phone-per-day={wrong}"), "--mail-per-day=x"]);
            assert!(limits.is_none());
            let named: Vec<&str> = faults.iter().map(|fault| fault.variable).collect();
            assert_eq!(named, ["VESTIBULE_PHONE_PER_DAY", "VESTIBULE_MAIL_PER_DAY"]);
        }
    }
}
