//! Verifies a code sent to a new phone number or e-mail address, which then applies. The attempt is charged
//! first, and the code is claimed by one conditional UPDATE in the transaction of the change.

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

/// Why the number or address was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactRefusal {
    /// The code did not count.
    Code(SentCodeRefusal),
    /// The session was ended in the meantime.
    SessionEnded,
}

/// A number or an address verified by a code.
pub(super) trait Proven: Send + 'static {
    /// The value that waits for the code.
    type Waits: Send + 'static;

    /// The purpose of the code.
    fn purpose(waits: &Self::Waits) -> Purpose;

    /// The counter of wrong codes.
    fn attempts(account: AccountId) -> Attempts;

    /// Claims the code; `None` if it is wrong.
    fn settle(
        work: &mut Work<'_>,
        waits: &Self::Waits,
        digest: &SentCodeDigest,
    ) -> Result<Option<Self>, StoreError>
    where
        Self: Sized;

    /// Where the code was sent.
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

/// Verifies and claims a code; in the same transaction, and in the epoch of the session, `then` applies the
/// verified value.
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
    // Before the code is verified, and kept in every case (the attack: guesses that a rollback takes back).
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
