//! A code sent for a pending sign-in, to a phone or by mail.

use super::{charge_guess, wrong_code};
use crate::{
    domain::{
        account::Email,
        authenticator::{
            method::Method,
            out_of_band::{SentCode, SignInClaim},
        },
        client::Client,
        limits::{
            counter::{CodesCleared, Counter, Sends},
            throttle::Throttled,
        },
        phone_number::PhoneNumber,
        proof::SecondFactorProof,
        security_event::Event,
        session::Challenged,
    },
    flows::{Fault, Services},
    store::{StoreError, accounts, out_of_band_codes, phone_numbers, throttles, transaction},
};

/// Why a sent code did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentCodeRefusal {
    /// It is wrong: guesses left at this code, and seconds until the next attempt.
    Wrong(i64, i64),
    /// No code can be valid: none was sent, or it is expired, used, or guessed at too often.
    Gone,
    /// Not verified; seconds to wait.
    Wait(i64),
    /// Codes are switched off until a reset.
    Off,
}

impl From<Throttled> for SentCodeRefusal {
    fn from(throttled: Throttled) -> Self {
        match throttled {
            Throttled::Wait(seconds) => Self::Wait(seconds),
            Throttled::Off => Self::Off,
        }
    }
}

/// Verifies and claims a code sent for a pending sign-in. It uses the same counter as one-time passwords (the
/// attack: each channel gives another twenty guesses).
pub(in crate::flows) async fn check(
    services: &Services,
    challenged: &Challenged,
    typed: SentCode,
    method: Method,
    client: Client,
) -> Result<Result<SecondFactorProof, SentCodeRefusal>, Fault> {
    let work = services.clone();
    let (id, challenge, now) = (
        challenged.account().clone(),
        challenged.id().clone(),
        services.now(),
    );
    let counter = Counter::Codes(id.clone());
    let (charged, left) = match charge_guess(services, counter, &challenge, &id).await? {
        Ok(charged) => charged,
        Err(throttled) => return Ok(Err(throttled.into())),
    };
    if left.is_some() {
        let proof = services
            .database
            .run(move |conn| {
                let claim = SignInClaim::new(&id, &challenge, &typed, method, &work.keys.sent_codes);
                transaction(conn, |conn| {
                    let Some(spent) = out_of_band_codes::settle(conn, &work.channels.purse, claim, now)?
                    else {
                        return Ok(None);
                    };
                    throttles::clear_codes(conn, &work.keys.subjects, CodesCleared::proven(&spent.proof))?;
                    let cool_down = Sends::Code(id.clone(), spent.destination.clone());
                    throttles::clear(conn, &work.keys.subjects, cool_down)?;
                    if method == Method::Phone {
                        phone_numbers::prove(conn, &id, &PhoneNumber::stored(spent.destination), now)?;
                    } else {
                        accounts::prove_email(conn, &id, &Email::stored(spent.destination))?;
                    }
                    Ok::<_, StoreError>(Some(spent.proof))
                })
            })
            .await?;
        if let Some(proof) = proof {
            return Ok(Ok(proof));
        }
    }
    let event = Event::SentCodeRefused;
    if wrong_code(services, challenged.account(), client, charged, event).await? {
        return Ok(Err(SentCodeRefusal::Off));
    }
    Ok(Err(match left {
        Some(left) if left > 0 => SentCodeRefusal::Wrong(left, charged.not_before.since(now)),
        _ => SentCodeRefusal::Gone,
    }))
}
