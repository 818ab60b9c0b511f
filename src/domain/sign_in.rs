//! The transitions of a sign-in. Each takes its evidence by value, so that no step can be skipped or be taken
//! twice with the same evidence (ASVS 2.3.1).

use super::{
    account::Account,
    authenticator::{method::Method, password::PasswordVerified},
    clock::Timestamp,
    evidence::Evidence,
    next_step::{Step, Then},
    policy::Policy,
    proof::SecondFactorProof,
    session::{ChallengeId, Challenged, EnrolmentRequired, SecondStep, SignedIn, Written},
};

/// What follows a correct password.
#[derive(Debug)]
pub enum Progress {
    /// The second step.
    Challenged(Challenged),
    /// The set-up of the required second factor, which the account does not have.
    EnrolmentRequired(EnrolmentRequired),
    /// A session: the account has no second factor and needs none.
    SignedIn(SignedIn),
}

/// The evidence belongs to another account, or to another change.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the proof is for another account or action")]
pub struct ForeignProof;

/// Starts a sign-in with a verified password and the result of [`next_step`](super::next_step) for the account;
/// `id` names its second step, if there is one. `None` if this installation cannot send the required code.
///
/// # Errors
/// [`ForeignProof`] if password and account do not belong together.
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
            epoch: account.epoch,
            began: now,
            place: None,
        })
    };
    Ok(Some(match step {
        Step::App => challenged(SecondStep::Totp),
        Step::Phone(_) => challenged(SecondStep::Phone),
        Step::Email(_) => challenged(SecondStep::Email),
        Step::SetUpCode => challenged(SecondStep::SetUpCode),
        Step::SetUp => Progress::EnrolmentRequired(EnrolmentRequired {
            account: account.id.clone(),
            epoch: account.epoch,
            evidence: Evidence::begun(Method::Password, now),
            here: None,
        }),
        Step::Nothing => Progress::SignedIn(SignedIn(Written {
            account: account.id.clone(),
            epoch: account.epoch,
            began: now,
            evidence: Evidence::begun(Method::Password, now),
            here: None,
        })),
        Step::Unreachable => return Ok(None),
    }))
}

/// Completes a sign-in with a settled second factor. If one must still be set up, this leads to the set-up.
///
/// # Errors
/// [`ForeignProof`] if challenge and evidence do not belong together.
pub fn complete(
    challenged: Challenged,
    proof: &SecondFactorProof,
    then: Then,
    now: Timestamp,
) -> Result<Progress, ForeignProof> {
    if *proof.account() != challenged.account {
        return Err(ForeignProof);
    }
    // Not where the code is typed (the attack: the cookie of a pending step, together with a code, makes the
    // owner's password count at another place).
    let begun = Evidence::begun_at(Method::Password, challenged.began, challenged.place);
    let evidence = begun.with_step(proof.method(), now);
    Ok(match then {
        Then::SetUp => Progress::EnrolmentRequired(EnrolmentRequired {
            account: challenged.account,
            epoch: challenged.epoch,
            evidence,
            here: None,
        }),
        Then::SignedIn => Progress::SignedIn(SignedIn(Written {
            account: challenged.account,
            epoch: challenged.epoch,
            began: now,
            evidence,
            here: None,
        })),
    })
}

/// What follows this step: a code to the phone may be sufficient, the others lead to a set-up if a second
/// factor is required.
#[must_use]
pub fn after(step: SecondStep, account: &Account, has_app: bool, policy: &Policy, now: Timestamp) -> Then {
    let enough = match step {
        SecondStep::Totp => true,
        SecondStep::Phone => has_app || policy.phone_is_enough(account.facts()),
        SecondStep::Email | SecondStep::SetUpCode => false,
    };
    if enough || has_app || !policy.requires_second_factor(account.facts(), now) {
        Then::SignedIn
    } else {
        Then::SetUp
    }
}

/// Refreshes a session with a verified password.
///
/// # Errors
/// [`ForeignProof`] if session and password do not belong together.
pub fn reauthenticate(
    session: SignedIn,
    password: &PasswordVerified,
    now: Timestamp,
) -> Result<SignedIn, ForeignProof> {
    if password.account() != session.account() {
        return Err(ForeignProof);
    }
    Ok(SignedIn(Written {
        evidence: session.0.evidence.with_later(Method::Password, now),
        ..session.0
    }))
}

/// Refreshes the second factor of a session with a settled one.
///
/// # Errors
/// [`ForeignProof`] if session and evidence do not belong together.
pub fn prove_again(
    session: SignedIn,
    proof: &SecondFactorProof,
    now: Timestamp,
) -> Result<SignedIn, ForeignProof> {
    if proof.account() != session.account() {
        return Err(ForeignProof);
    }
    Ok(SignedIn(Written {
        evidence: session.0.evidence.with_later(proof.method(), now),
        ..session.0
    }))
}

/// Continues the session after an authenticator was confirmed, in the account's new epoch.
#[must_use]
pub fn enrolled(session: SignedIn, epoch: i64, now: Timestamp) -> SignedIn {
    SignedIn(Written {
        epoch,
        evidence: session.0.evidence.with_set_up(Method::Totp, now),
        ..session.0
    })
}

/// Whether a session or set-up with this evidence is still valid now that the account's next sign-in asks for
/// `step`. Codes by e-mail that a main account demands of itself apply from its next sign-in on: its other
/// sessions end with that change, and the session that made it is not locked out.
#[must_use]
pub fn still_counts(evidence: &Evidence, account: &Account, step: Step) -> bool {
    let is_own_rule = account.main_account.is_none() && step == Step::Email(Then::SignedIn);
    is_own_rule || evidence.satisfies(step)
}

/// Whether a session that [satisfies](Evidence::satisfies) the next step is sufficient where a second factor is
/// required: its account has an app, or it signed in by phone and that is sufficient.
#[must_use]
pub fn fulfils(
    session: &SignedIn,
    account: &Account,
    enrolled: bool,
    policy: &Policy,
    now: Timestamp,
) -> bool {
    let by_phone = session.came_by_phone() && policy.phone_is_enough(account.facts());
    enrolled || by_phone || !policy.requires_second_factor(account.facts(), now)
}

/// The state of an open session when its account must have a second factor from now on. `None` if its password
/// is no longer fresh: it has to sign in again (the attack: an unattended screen links a stranger's app).
#[must_use]
pub fn require_enrolment(session: &SignedIn, now: Timestamp) -> Option<EnrolmentRequired> {
    session.is_fresh(now).then(|| EnrolmentRequired {
        account: session.0.account.clone(),
        epoch: session.0.epoch,
        evidence: session.0.evidence.clone(),
        here: session.0.here,
    })
}

/// Signs in with the authenticator that was just confirmed, in the account's new epoch.
#[must_use]
pub fn enrolled_as_required(required: EnrolmentRequired, epoch: i64, now: Timestamp) -> SignedIn {
    SignedIn(Written {
        account: required.account,
        epoch,
        began: now,
        evidence: required.evidence.with_set_up(Method::Totp, now),
        here: None,
    })
}
