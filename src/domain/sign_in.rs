//! The transitions of a sign-in. Each takes the evidence it needs by value, so that no
//! step can be skipped and none be taken twice with the same proof (ASVS 2.3.1).

use super::{
    account::Account,
    authenticator::password::PasswordVerified,
    clock::Timestamp,
    next_step::{Step, Then},
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

/// Begins a sign-in with a verified password and what [`next_step`](super::next_step) says of the
/// account; `id` names its second step, if there is one. None where this installation cannot send
/// what would be asked for.
///
/// # Errors
/// [`ForeignProof`] when password and account do not belong together.
pub fn begin(
    password: &PasswordVerified,
    account: &Account,
    step: Step,
    id: ChallengeId,
    now: Timestamp,
) -> Result<Option<Progress>, ForeignProof> {
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
    Ok(Some(match step {
        Step::App => challenged(SecondStep::Totp),
        Step::Phone(_) => challenged(SecondStep::Phone),
        Step::Email(_) => challenged(SecondStep::Email),
        Step::SetUpCode => challenged(SecondStep::SetUpCode),
        Step::SetUp => Progress::EnrolmentRequired(EnrolmentRequired {
            account: account.id.clone(),
            generation: account.generation,
            began: now,
        }),
        Step::Nothing => Progress::SignedIn(SignedIn(Written {
            account: account.id.clone(),
            generation: account.generation,
            entrance: Entrance::Password,
            began: now,
            confirmed: now,
            proven: None,
            stepped_up: None,
        })),
        Step::Unreachable => return Ok(None),
    }))
}

/// Completes a sign-in with a spent second factor. Where one is still to be set up, that is where
/// it leads.
///
/// # Errors
/// [`ForeignProof`] when challenge and proof do not belong together.
pub fn complete(
    challenged: Challenged,
    proof: &SecondFactorProof,
    then: Then,
    now: Timestamp,
) -> Result<Progress, ForeignProof> {
    if *proof.account() != challenged.account {
        return Err(ForeignProof);
    }
    Ok(match then {
        Then::SetUp => Progress::EnrolmentRequired(EnrolmentRequired {
            account: challenged.account,
            generation: challenged.generation,
            began: now,
        }),
        Then::SignedIn => Progress::SignedIn(SignedIn(Written {
            account: challenged.account,
            generation: challenged.generation,
            entrance: proof.entrance(),
            began: now,
            confirmed: now,
            proven: Some(now),
            stepped_up: None,
        })),
    })
}

/// Where a proof of this step leads: a code to the phone may be enough, the others lead on to a
/// set-up where a second factor is required.
#[must_use]
pub fn after(step: SecondStep, account: &Account, has_app: bool, policy: &Policy, now: Timestamp) -> Then {
    let enough = match step {
        SecondStep::Totp => true,
        SecondStep::Phone => has_app || policy.phone_is_enough(account),
        SecondStep::Email | SecondStep::SetUpCode => false,
    };
    if enough || has_app || !policy.requires_second_factor(account, now) {
        Then::SignedIn
    } else {
        Then::SetUp
    }
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
        stepped_up: Some(now),
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
        stepped_up: Some(now),
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

/// What an open session becomes when its account must have a second factor from now on. One whose
/// password is no longer fresh becomes nothing, and has to sign in again (the attack: a screen that
/// was left open links a stranger's app). So does one by the password alone where the next sign-in
/// asks for more than that.
#[must_use]
pub fn require_enrolment(session: &SignedIn, step: Step, now: Timestamp) -> Option<EnrolmentRequired> {
    let by_password = session.0.entrance == Entrance::Password;
    (session.is_fresh(now) && (!by_password || step == Step::SetUp)).then(|| EnrolmentRequired {
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
        stepped_up: Some(now),
    })
}
