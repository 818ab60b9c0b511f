//! A code that was sent to a new phone number or e-mail address comes back, and the number or address
//! counts. Charged first, spent by one conditional UPDATE, in the transaction of the change.

use super::{
    Fault, SentCodeRefusal, Services, record_done, verify,
    work::{Stop, Work},
};
use crate::{
    domain::{
        account::AccountId,
        authenticator::out_of_band::{
            NewEmail, ProvenEmail, ProvenNumber, Purpose, SentCode, SentCodeDigest,
        },
        client::Client,
        limits::counter::{Attempts, Sends},
        security_event::{Actor, Event},
        session::SignedIn,
    },
    store::{StoreError, out_of_band_codes, throttles},
};

/// Why the number or address stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactRefusal {
    /// The code did not count.
    Code(SentCodeRefusal),
    /// The session was ended meanwhile.
    SessionEnded,
}

/// A number or an address for which a code came back.
pub(super) trait Proven: Send + 'static {
    /// What waits for the code.
    type Waits: Send + 'static;

    /// What the code was sent for.
    fn purpose(waits: &Self::Waits) -> Purpose;

    /// The counter of wrong codes.
    fn attempts(account: AccountId) -> Attempts;

    /// Spends the code; none where it is wrong.
    fn settle(
        work: &mut Work<'_>,
        waits: &Self::Waits,
        digest: &SentCodeDigest,
    ) -> Result<Option<Self>, StoreError>
    where
        Self: Sized;

    /// Where the code had gone.
    fn destination(&self) -> &str;
}

impl Proven for ProvenNumber {
    type Waits = AccountId;

    fn purpose(waits: &AccountId) -> Purpose {
        Purpose::Number(waits.clone())
    }

    fn attempts(account: AccountId) -> Attempts {
        Attempts::NumberCode(account)
    }

    fn settle(
        work: &mut Work<'_>,
        waits: &AccountId,
        digest: &SentCodeDigest,
    ) -> Result<Option<Self>, StoreError> {
        out_of_band_codes::settle_number(
            &mut work.tx,
            &work.services.channels.purse,
            waits,
            digest,
            work.now,
        )
    }

    fn destination(&self) -> &str {
        self.number().as_str()
    }
}

impl Proven for ProvenEmail {
    type Waits = NewEmail;

    fn purpose(waits: &NewEmail) -> Purpose {
        Purpose::Email(waits.clone())
    }

    fn attempts(account: AccountId) -> Attempts {
        Attempts::EmailCode(account)
    }

    fn settle(
        work: &mut Work<'_>,
        waits: &NewEmail,
        digest: &SentCodeDigest,
    ) -> Result<Option<Self>, StoreError> {
        out_of_band_codes::settle_email(
            &mut work.tx,
            &work.services.channels.purse,
            waits,
            digest,
            work.now,
        )
    }

    fn destination(&self) -> &str {
        self.email().as_str()
    }
}

/// Verifies and spends a code; in the same transaction, and in the epoch of the session, `then` puts
/// what it proves in its place.
pub(super) async fn with_code<P: Proven, T: Send + 'static>(
    services: &Services,
    session: &SignedIn,
    waits: P::Waits,
    typed: SentCode,
    client: Client,
    then: impl FnOnce(&mut Work<'_>, P) -> Result<T, StoreError> + Send + 'static,
) -> Result<Result<T, ContactRefusal>, Fault> {
    let (id, epoch) = (session.account().clone(), session.epoch());
    let challenge = P::purpose(&waits).challenge();
    let digest = typed.digest(&challenge, &services.keys.sent_codes);
    // Before the code is looked at, and kept whatever comes of it (the attack: guesses that a
    // transaction takes back).
    let attempts = P::attempts(id.clone());
    let (wait, left) = match verify::charge_guess(services, attempts, &challenge, &id).await? {
        Ok((charged, left)) => (charged.not_before.since(services.now()), left),
        Err(throttled) => return Ok(Err(ContactRefusal::Code(throttled.into()))),
    };
    if left.is_some() {
        let (actor, id) = (Actor::Account(id.clone(), client), id.clone());
        let done = services
            .work(actor, move |work| {
                if !work.hold(&id, epoch)? {
                    return Err(Stop::Refused(ContactRefusal::SessionEnded));
                }
                let Some(proven) = P::settle(work, &waits, &digest)? else {
                    return Ok(None);
                };
                work.forget(P::attempts(id.clone()))?;
                let cool_down = Sends::Code(id.clone(), proven.destination().to_owned());
                throttles::clear(&mut work.tx, &work.services.keys.subjects, cool_down)?;
                Ok(Some(then(work, proven)?))
            })
            .await?;
        match done {
            Ok(Some(done)) => return Ok(Ok(done)),
            Ok(None) => {}
            Err(refusal) => return Ok(Err(refusal)),
        }
    }
    record_done(services, &id, client, Event::SentCodeRefused).await?;
    Ok(Err(ContactRefusal::Code(match left {
        Some(left) if left > 0 => SentCodeRefusal::Wrong(left, wait),
        _ => SentCodeRefusal::Gone,
    })))
}
