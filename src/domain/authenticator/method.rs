//! Verified methods, with their stored names.

use crate::domain::named::named;

named! {
    /// A method of verification. A passkey would add one row.
    ///
    /// | method | name | RFC 8176 |
    /// | --- | --- | --- |
    /// | the password | `password` | `pwd` |
    /// | a one-time password of the authenticator app | `totp` | `otp` |
    /// | a recovery code | `recovery_code` | `otp` |
    /// | a code by SMS or call | `phone` | `sms`, `tel` |
    /// | a code by mail | `email` | `otp` |
    /// | the set-up code that a reset showed | `set_up_code` | `otp` |
    pub enum Method {
        /// The password.
        Password = "password",
        /// A one-time password of the authenticator app.
        Totp = "totp",
        /// A recovery code.
        RecoveryCode = "recovery_code",
        /// A code by SMS or call.
        Phone = "phone",
        /// A code by mail.
        Email = "email",
        /// The set-up code that a reset showed.
        SetUpCode = "set_up_code",
    }
}
