//! The delivery status of a sent code, for the page that waits for it, as reported by the provider. Reading it
//! sends nothing.

use super::{
    Fault, MailWay, Services,
    send_code::{Destination, ToProve, number_to_prove, usable_number},
};
use crate::{
    domain::{
        account::{AccountId, Email},
        authenticator::out_of_band::{NewEmail, Purpose},
        client::BrowserId,
        clock::Timestamp,
        limits::send_budget::COOL_DOWN,
        limits::throttle::Throttled,
        phone_delivery::DeliveryStatus,
        random::TokenDigest,
        session::{Challenged, SignedIn},
    },
    store::{DbConnection, StoreError, code_deliveries, out_of_band_codes, throttles},
};

pub use crate::store::code_deliveries::{Last, Outcome};

/// The status of a challenge's code.
#[derive(Debug, Clone, Default)]
pub struct CodeStanding {
    /// The masked number or address that it is sent to; `None` if there is none that may be used.
    pub to: Option<String>,
    /// Whether codes can be sent there at all.
    pub offered: bool,
    /// Whether a code can be spoken in a call.
    pub calls: bool,
    /// Whether messages are printed on the server's output instead of sent.
    pub trial: bool,
    /// The last requested code.
    pub last: Option<Last>,
    /// When the last code expires, if it is still valid.
    pub expires_at: Option<Timestamp>,
    /// Seconds until another may be requested; 0 for now.
    pub wait: i64,
}

/// The status of the code of a pending sign-in; sends nothing.
///
/// # Errors
/// [`Fault`].
pub async fn standing(services: &Services, challenged: &Challenged) -> Result<CodeStanding, Fault> {
    let (account, step) = (challenged.account().clone(), challenged.step());
    let purpose = Purpose::SignIn(challenged.id().clone());
    let work = services.clone();
    services
        .database
        .read(move |conn| {
            let number = usable_number(conn, &account, step)?;
            stands(conn, &work, &account, &purpose, number.map(Destination::Phone))
        })
        .await
        .map_err(Fault::from)
}

/// The same for a code by e-mail.
///
/// # Errors
/// [`Fault`].
pub async fn standing_of_mail(
    services: &Services,
    challenged: &Challenged,
    email: &Email,
) -> Result<CodeStanding, Fault> {
    let (work, account) = (services.clone(), challenged.account().clone());
    let purpose = Purpose::SignIn(challenged.id().clone());
    let to = Destination::Email(email.clone());
    services
        .database
        .read(move |conn| stands(conn, &work, &account, &purpose, Some(to)))
        .await
        .map_err(Fault::from)
}

/// The status of the code that verifies a new number; `None` if no number waits for one.
///
/// # Errors
/// [`Fault`].
pub async fn standing_of_number(
    services: &Services,
    account: &AccountId,
) -> Result<Option<CodeStanding>, Fault> {
    let (work, account, now) = (services.clone(), account.clone(), services.now());
    services
        .database
        .read(move |conn| {
            let Some(ToProve::Begun(number) | ToProve::Given(number)) = number_to_prove(conn, &account, now)?
            else {
                return Ok::<_, StoreError>(None);
            };
            let purpose = Purpose::Number(account.clone());
            stands(conn, &work, &account, &purpose, Some(Destination::Phone(number))).map(Some)
        })
        .await
        .map_err(Fault::from)
}

/// The status of the code that verifies a new e-mail address, and the address; `None` if no address waits for
/// one in this session and browser.
///
/// # Errors
/// [`Fault`].
pub async fn standing_of_email(
    services: &Services,
    session: &SignedIn,
    browser: BrowserId,
) -> Result<Option<(Email, CodeStanding)>, Fault> {
    let (work, account, now) = (services.clone(), session.account().clone(), services.now());
    let purpose = Purpose::Email(NewEmail::of(session, browser));
    services
        .database
        .read(move |conn| {
            let waiting = out_of_band_codes::waiting(conn, &purpose.challenge(), now)?;
            let Some(email) = waiting.map(Email::stored) else {
                return Ok::<_, StoreError>(None);
            };
            let to = Destination::Email(email.clone());
            let standing = stands(conn, &work, &account, &purpose, Some(to))?;
            Ok(Some((email, standing)))
        })
        .await
        .map_err(Fault::from)
}

fn stands(
    conn: &mut DbConnection,
    services: &Services,
    account: &AccountId,
    purpose: &Purpose,
    to: Option<Destination>,
) -> Result<CodeStanding, StoreError> {
    let now = services.now();
    let challenge = purpose.challenge();
    let wait = match &to {
        Some(to) => {
            let count = throttles::read(conn, &services.keys.subjects, &to.cool_down(account).into())?;
            count.and_then(|count| COOL_DOWN.charge(count, now).err())
        }
        None => None,
    };
    let (offered, trial) = match (&to, &services.channels.telephone) {
        (Some(Destination::Email(_)), _) => {
            (services.sends_mail(), services.channels.mail == MailWay::Printed)
        }
        (_, Some(phone)) => (true, phone.trial),
        (_, None) => (false, false),
    };
    Ok(CodeStanding {
        offered,
        calls: services.calls(),
        trial,
        to: to.map(|to| to.masked()),
        last: code_deliveries::last(conn, &challenge)?,
        expires_at: out_of_band_codes::live(conn, &challenge, now)?.map(|live| live.expires_at),
        wait: match wait {
            Some(Throttled::Wait(seconds)) => seconds,
            Some(Throttled::Off) | None => 0,
        },
    })
}

/// Records the status of a message or call that the provider reports.
///
/// # Errors
/// [`Fault`].
pub async fn heard(services: &Services, hook: &str, status: DeliveryStatus) -> Result<(), Fault> {
    let hook = TokenDigest::of(hook);
    services
        .database
        .run(move |conn| code_deliveries::report(conn, &hook, status))
        .await
        .map_err(Fault::from)
}
