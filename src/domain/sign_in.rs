//! The transitions of a sign-in. Each takes the evidence it needs by value, so that no
//! step can be skipped and none be taken twice with the same proof (ASVS 2.3.1).

use super::{
    account::Account,
    authenticator::{password::PasswordVerified, totp::ConfirmedTotp},
    clock::Timestamp,
    policy::Policy,
    proof::SecondFactorProof,
    session::{ChallengeId, Challenged, EnrolmentRequired, Entrance, SecondStep, SignedIn, Written},
};

/// Where a right password leads.
#[derive(Debug)]
pub enum Progress {
    /// To the second step.
    Challenged(Challenged),
    /// To the set-up of the second factor that the account must have, and has not.
    EnrolmentRequired(EnrolmentRequired),
    /// Straight in: the account has no second factor and needs none.
    SignedIn(SignedIn),
}

/// The evidence belongs to another account.
#[derive(Debug, thiserror::Error)]
#[error("the proof belongs to another account")]
pub struct ForeignProof;

/// What a sign-in has to know of an account besides its password.
pub struct Standing<'a> {
    /// Its authenticator app.
    pub second_factor: Option<&'a ConfirmedTotp>,
    /// Whether a code can be sent to its phone.
    pub phone: bool,
    /// The policy that it is under.
    pub policy: &'a Policy,
}

/// Begins a sign-in with a verified password; `id` names its second step, if there is one.
///
/// # Errors
/// [`ForeignProof`] when password and account do not belong together.
pub fn begin(
    password: &PasswordVerified,
    account: &Account,
    standing: &Standing<'_>,
    id: ChallengeId,
    now: Timestamp,
) -> Result<Progress, ForeignProof> {
    if *password.account() != account.id {
        return Err(ForeignProof);
    }
    let challenged = |step| {
        Progress::Challenged(Challenged {
            id,
            step,
            account: account.id.clone(),
            generation: account.generation,
            began: now,
        })
    };
    let policy = standing.policy;
    let required = policy.requires_second_factor(account, now);
    Ok(match standing.second_factor {
        Some(_) => challenged(SecondStep::Totp),
        None if required && standing.phone && policy.phone_comes_first(account) => {
            challenged(SecondStep::Phone)
        }
        None if required => Progress::EnrolmentRequired(EnrolmentRequired {
            account: account.id.clone(),
            generation: account.generation,
            began: now,
        }),
        None if policy.email_codes => challenged(SecondStep::Email),
        None => Progress::SignedIn(SignedIn(Written {
            account: account.id.clone(),
            generation: account.generation,
            entrance: Entrance::Password,
            began: now,
            confirmed: now,
            proven: None,
        })),
    })
}

/// Completes a sign-in with a spent second factor.
///
/// # Errors
/// [`ForeignProof`] when challenge and proof do not belong together.
pub fn complete(
    challenged: Challenged,
    proof: &SecondFactorProof,
    now: Timestamp,
) -> Result<SignedIn, ForeignProof> {
    if *proof.account() != challenged.account {
        return Err(ForeignProof);
    }
    Ok(SignedIn(Written {
        account: challenged.account,
        generation: challenged.generation,
        entrance: proof.entrance(),
        began: now,
        confirmed: now,
        proven: Some(now),
    }))
}

/// Makes a session fresh again with a verified password.
///
/// # Errors
/// [`ForeignProof`] when session and password do not belong together.
pub fn reauthenticate(
    session: SignedIn,
    password: &PasswordVerified,
    now: Timestamp,
) -> Result<SignedIn, ForeignProof> {
    if password.account() != session.account() {
        return Err(ForeignProof);
    }
    Ok(SignedIn(Written {
        confirmed: now,
        ..session.0
    }))
}

/// Makes the second factor of a session fresh again with a spent one.
///
/// # Errors
/// [`ForeignProof`] when session and proof do not belong together.
pub fn prove_again(
    session: SignedIn,
    proof: &SecondFactorProof,
    now: Timestamp,
) -> Result<SignedIn, ForeignProof> {
    if proof.account() != session.account() {
        return Err(ForeignProof);
    }
    Ok(SignedIn(Written {
        proven: Some(now),
        ..session.0
    }))
}

/// Goes on after an authenticator was confirmed, in the account's new generation. The code
/// that confirmed it proves it, too.
#[must_use]
pub fn enrolled(session: SignedIn, generation: i64, now: Timestamp) -> SignedIn {
    SignedIn(Written {
        generation,
        proven: Some(now),
        ..session.0
    })
}

/// Whether a session does where a second factor is required: its account has an app, or it
/// came in by phone and that is enough.
#[must_use]
pub fn fulfils(
    session: &SignedIn,
    account: &Account,
    enrolled: bool,
    policy: &Policy,
    now: Timestamp,
) -> bool {
    let by_phone = session.0.entrance == Entrance::Phone && policy.phone_is_enough(account);
    enrolled || by_phone || !policy.requires_second_factor(account, now)
}

/// What an open session becomes when its account must have a second factor from now on. A
/// session whose password is no longer fresh becomes nothing, and has to sign in again (the
/// attack: a screen that was left open links a stranger's app).
#[must_use]
pub fn require_enrolment(session: &SignedIn, now: Timestamp) -> Option<EnrolmentRequired> {
    session.is_fresh(now).then(|| EnrolmentRequired {
        account: session.0.account.clone(),
        generation: session.0.generation,
        began: session.0.confirmed,
    })
}

/// Signs in with the authenticator that was just confirmed, in the account's new
/// generation.
#[must_use]
pub fn enrolled_as_required(required: EnrolmentRequired, generation: i64, now: Timestamp) -> SignedIn {
    SignedIn(Written {
        account: required.account,
        generation,
        entrance: Entrance::Totp,
        began: now,
        confirmed: required.began,
        proven: Some(now),
    })
}
