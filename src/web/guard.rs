//! Access control. A handler names its guard in its signature and receives the evidence; requests that the guard
//! refuses are redirected to the page that comes next.
//!
//! Every guard queries the database, so that a disabled account or a newer epoch takes effect with the next request
//! (ASVS 8.3.2).

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload, web::Path};

use super::{
    client,
    error::Error,
    frame::Countdown,
    paths,
    return_to::ReturnTo,
    session::{self, BrowserSession, Stage},
    site::Site,
};
use crate::{
    domain::{
        account::Account,
        client::Client,
        clock::Timestamp,
        policy::Policy,
        session::{self as state, SecondStep},
        sign_in, subaccount,
    },
    flows::{
        self,
        caller::{self, Protected, Standing},
        manage_subaccount::Target,
        subaccounts,
    },
};

/// Anybody; knows who is signed in, if anyone.
pub struct Anyone(pub Option<Account>);

/// A visitor who is not signed in.
pub struct Guest;

/// A person whose password was right and whose second step is pending: a one-time password, or a replacement for it.
pub struct Challenged {
    /// The pending step.
    pub state: state::Challenged,
    /// Whose it is.
    pub account: Account,
}

/// The same, if a code by SMS or call can be the second step or replace it.
pub struct PhoneStep(pub Challenged);

/// The same, if the second step is a code by e-mail.
pub struct EmailStep(pub Challenged);

/// The same, if the second step is the set-up code that a reset showed.
pub struct SetUpCodeStep(pub Challenged);

/// A person whose password was right and who must first set up a second factor.
pub struct EnrolmentRequired {
    /// The state.
    pub state: state::EnrolmentRequired,
    /// Whose it is.
    pub account: Account,
    /// The policy that applies to them.
    pub policy: Policy,
    /// Whether the session is stored as an open one, from before the requirement.
    pub was_signed_in: bool,
}

/// A person who is signed in.
pub struct SignedIn {
    /// The session.
    pub state: state::SignedIn,
    /// Whose it is.
    pub account: Account,
    /// The policy that applies to them.
    pub policy: Policy,
    /// What protects the account.
    pub protected: Protected,
}

/// A person who is signed in and confirmed their password within the last five minutes.
pub struct RecentlyVerified(pub SignedIn);

/// A person who is signed in and manages user accounts. For all others the page does not exist.
pub struct Manager {
    /// Their session.
    pub signed_in: SignedIn,
    /// Their permissions.
    pub may: subaccount::Manager,
}

/// The same, with a password confirmed within the last five minutes.
pub struct RecentManager(pub Manager);

/// A subaccount, by the id in the address, and the signed-in person who manages it. An id that does not exist or is
/// not theirs is not found (the attack: another customer's id in the address).
pub struct ManagedSubaccount {
    /// Who manages it.
    pub manager: Manager,
    /// The subaccount at the time of the request.
    pub standing: subaccounts::Standing,
}

/// The same, with a password confirmed within the last five minutes.
pub struct RecentManagedSubaccount(pub ManagedSubaccount);

impl ManagedSubaccount {
    async fn of(request: &HttpRequest, manager: Manager) -> Result<Self, Error> {
        let site = Site::of(request)?;
        let id = Path::<String>::extract(request)
            .await
            .map_err(|_| Error::NotFound)?;
        let found = flows::subaccounts::find(&site.services, &manager.may, &id).await?;
        let standing = found.ok_or(Error::NotFound)?;
        Ok(Self { manager, standing })
    }

    /// The subaccount.
    #[must_use]
    pub const fn account(&self) -> &Account {
        self.standing.managed.account()
    }

    /// Its page.
    #[must_use]
    pub fn path(&self) -> String {
        self.at(paths::SUBACCOUNT)
    }

    /// One of its pages.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        paths::filled(path, &self.account().id.0)
    }

    /// To change it.
    #[must_use]
    pub const fn target(&self, client: Client) -> Target<'_> {
        Target::of(&self.manager.may, &self.standing.managed, client)
    }

    /// The subaccount as it is now, after a change was refused.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it no longer exists or is no longer theirs.
    pub async fn again(self, site: &Site) -> Result<Self, Error> {
        let id = &self.account().id.0;
        let found = flows::subaccounts::find(&site.services, &self.manager.may, id).await?;
        Ok(Self {
            standing: found.ok_or(Error::NotFound)?,
            ..self
        })
    }
}

impl Anyone {
    /// The signed-in account, if it is not the one that a link is for (the fault: the link applies to the account of
    /// another person who shares the browser).
    #[must_use]
    pub fn other_than(&self, owner: &Account) -> Option<String> {
        let other = self.0.as_ref().filter(|account| account.id != owner.id);
        other.map(|account| account.username.as_str().to_owned())
    }
}

/// A person who is signed in as a main account. For all others the page does not exist.
pub struct MainAccount(pub Manager);

/// The same, with a password confirmed within the last five minutes.
pub struct RecentMainAccount(pub Manager);

enum Visitor {
    Guest,
    Challenged(Challenged),
    EnrolmentRequired(EnrolmentRequired),
    SignedIn(SignedIn),
}

async fn visitor(request: &HttpRequest) -> Result<Visitor, Error> {
    let site = Site::of(request)?;
    let now = site.services.clock.now();
    let session = BrowserSession::of(request);
    let found = session::read(&session, now);
    let client = client::of(request)?;
    let Some(standing) = session.standing() else {
        return Ok(Visitor::Guest);
    };
    let evidence = match &found {
        Stage::Guest => return Ok(Visitor::Guest),
        Stage::Challenged(_) => None,
        Stage::EnrolmentRequired(state) => Some(state.evidence()),
        Stage::SignedIn(state) => Some(&state.written().evidence),
    };
    if let Some(noted) = session::use_to_note(&session, client, now) {
        caller::note(&site.services, noted).await;
    }
    // A session that began with less than a sign-in now requires has ended.
    if evidence
        .is_some_and(|evidence| !sign_in::still_counts(evidence, &standing.account, standing.protected.step))
    {
        session::leave(&session);
        return Ok(Visitor::Guest);
    }
    Ok(match found {
        Stage::Guest => Visitor::Guest,
        Stage::Challenged(state) => Visitor::Challenged(Challenged {
            state,
            account: standing.account,
        }),
        // At another address it counts for nobody: its owner continues at theirs.
        Stage::EnrolmentRequired(state) if !state.is_here(standing.protected.step) => Visitor::Guest,
        Stage::EnrolmentRequired(state) => Visitor::EnrolmentRequired(EnrolmentRequired {
            state,
            account: standing.account,
            policy: standing.policy,
            was_signed_in: false,
        }),
        Stage::SignedIn(state) => of_session(request, state, standing, now),
    })
}

/// An open session is valid only while its account has the second factor that it must have: a new requirement applies
/// from the next request on.
fn of_session(request: &HttpRequest, state: state::SignedIn, standing: Standing, now: Timestamp) -> Visitor {
    let Standing {
        account,
        policy,
        protected,
    } = standing;
    let has_app = protected.enrolled.protects();
    if let Some(days) = policy.days_left(now).filter(|_| !has_app) {
        request.extensions_mut().insert(Countdown {
            days,
            reason: policy.mandatory_text.clone(),
        });
    }
    if sign_in::fulfils(&state, &account, has_app, &policy, now) {
        return Visitor::SignedIn(SignedIn {
            state,
            account,
            policy,
            protected,
        });
    }
    let required = sign_in::require_enrolment(&state, now);
    required.map_or(Visitor::Guest, |state| {
        Visitor::EnrolmentRequired(EnrolmentRequired {
            state,
            account,
            policy,
            was_signed_in: true,
        })
    })
}

/// Redirects to the sign-in, and back here afterwards if this is a page. A step of the sign-in is not: it continues
/// to the original destination.
fn sign_in_first(request: &HttpRequest, site: &Site) -> Error {
    let here = request.uri().path_and_query().map_or("", |path| path.as_str());
    let back = if paths::is_step_of_sign_in(request.path()) {
        ReturnTo::of_query(request.query_string())
    } else if request.method() == "GET" && here != paths::ACCOUNT {
        ReturnTo::read(here)
    } else {
        ReturnTo::default()
    };
    let path = back.carried_by(paths::LOGIN);
    // A person who had a session is told that it has ended.
    let had_session = session::was_sent(request, site);
    let separator = if path.contains('?') { '&' } else { '?' };
    Error::SeeOther(if had_session {
        format!("{path}{separator}ended")
    } else {
        path
    })
}

async fn admit_signed_in(request: HttpRequest) -> Result<SignedIn, Error> {
    match visitor(&request).await? {
        Visitor::SignedIn(signed_in) => Ok(signed_in),
        Visitor::Challenged(pending) => Err(step_first(&pending)),
        Visitor::EnrolmentRequired(_) => Err(Error::SeeOther(paths::LOGIN_SETUP.to_owned())),
        Visitor::Guest => Err(sign_in_first(&request, &*Site::of(&request)?)),
    }
}

/// Redirects to the page of the pending step.
fn step_first(pending: &Challenged) -> Error {
    Error::SeeOther(session::page_of(pending.state.step()).to_owned())
}

async fn admit_challenged(request: HttpRequest) -> Result<Challenged, Error> {
    admit_to_step(request, &[SecondStep::Totp]).await
}

async fn admit_phone_step(request: HttpRequest) -> Result<PhoneStep, Error> {
    let pending = admit_to_step(request, &[SecondStep::Totp, SecondStep::Phone]).await?;
    Ok(PhoneStep(pending))
}

async fn admit_email_step(request: HttpRequest) -> Result<EmailStep, Error> {
    Ok(EmailStep(admit_to_step(request, &[SecondStep::Email]).await?))
}

async fn admit_set_up_code_step(request: HttpRequest) -> Result<SetUpCodeStep, Error> {
    Ok(SetUpCodeStep(
        admit_to_step(request, &[SecondStep::SetUpCode]).await?,
    ))
}

async fn admit_to_step(request: HttpRequest, steps: &[SecondStep]) -> Result<Challenged, Error> {
    match visitor(&request).await? {
        Visitor::Challenged(pending) if steps.contains(&pending.state.step()) => Ok(pending),
        Visitor::Challenged(pending) => Err(step_first(&pending)),
        Visitor::EnrolmentRequired(_) => Err(Error::SeeOther(paths::LOGIN_SETUP.to_owned())),
        Visitor::SignedIn(_) => Err(Error::SeeOther(paths::ACCOUNT.to_owned())),
        Visitor::Guest => Err(sign_in_first(&request, &*Site::of(&request)?)),
    }
}

async fn admit_enrolment_required(request: HttpRequest) -> Result<EnrolmentRequired, Error> {
    match visitor(&request).await? {
        Visitor::EnrolmentRequired(required) => Ok(required),
        Visitor::Challenged(pending) => Err(step_first(&pending)),
        Visitor::SignedIn(_) => Err(Error::SeeOther(paths::ACCOUNT.to_owned())),
        Visitor::Guest => Err(sign_in_first(&request, &*Site::of(&request)?)),
    }
}

async fn admit_guest(request: HttpRequest) -> Result<Guest, Error> {
    match visitor(&request).await? {
        Visitor::SignedIn(_) => Err(Error::SeeOther(paths::ACCOUNT.to_owned())),
        Visitor::Challenged(_) | Visitor::EnrolmentRequired(_) | Visitor::Guest => Ok(Guest),
    }
}

async fn admit_anyone(request: HttpRequest) -> Result<Anyone, Error> {
    Ok(match visitor(&request).await? {
        Visitor::SignedIn(signed_in) => Anyone(Some(signed_in.account)),
        Visitor::Challenged(_) | Visitor::EnrolmentRequired(_) | Visitor::Guest => Anyone(None),
    })
}

async fn admit_recently_verified(request: HttpRequest) -> Result<RecentlyVerified, Error> {
    let signed_in = admit_signed_in(request.clone()).await?;
    require_fresh(&request, &signed_in)?;
    Ok(RecentlyVerified(signed_in))
}

async fn admit_manager(request: HttpRequest) -> Result<Manager, Error> {
    let signed_in = admit_signed_in(request).await?;
    let may = subaccount::Manager::of(&signed_in.account).ok_or(Error::NotFound)?;
    Ok(Manager { signed_in, may })
}

async fn admit_recent_manager(request: HttpRequest) -> Result<RecentManager, Error> {
    let manager = admit_manager(request.clone()).await?;
    require_fresh(&request, &manager.signed_in)?;
    Ok(RecentManager(manager))
}

async fn admit_managed_subaccount(request: HttpRequest) -> Result<ManagedSubaccount, Error> {
    let manager = admit_manager(request.clone()).await?;
    ManagedSubaccount::of(&request, manager).await
}

async fn admit_recent_managed_subaccount(request: HttpRequest) -> Result<RecentManagedSubaccount, Error> {
    let RecentManager(manager) = admit_recent_manager(request.clone()).await?;
    Ok(RecentManagedSubaccount(
        ManagedSubaccount::of(&request, manager).await?,
    ))
}

async fn admit_main_account(request: HttpRequest) -> Result<MainAccount, Error> {
    let manager = admit_manager(request).await?;
    if manager.signed_in.account.main_account.is_some() {
        return Err(Error::NotFound);
    }
    Ok(MainAccount(manager))
}

async fn admit_recent_main_account(request: HttpRequest) -> Result<RecentMainAccount, Error> {
    let MainAccount(manager) = admit_main_account(request.clone()).await?;
    require_fresh(&request, &manager.signed_in)?;
    Ok(RecentMainAccount(manager))
}

/// Redirects to the password, and back here, if it was not confirmed recently.
fn require_fresh(request: &HttpRequest, signed_in: &SignedIn) -> Result<(), Error> {
    let now = Site::of(request)?.services.clock.now();
    if signed_in.state.is_fresh(now) {
        return Ok(());
    }
    Err(Error::SeeOther(
        ReturnTo::page_of(request).carried_by(paths::ACCOUNT_CONFIRM),
    ))
}

macro_rules! admits {
    ($($guard:ty: $admit:ident),+ $(,)?) => {$(
        impl FromRequest for $guard {
            type Error = Error;
            type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                Box::pin($admit(request.clone()))
            }
        }
    )+};
}

admits! {
    Anyone: admit_anyone,
    Guest: admit_guest,
    Challenged: admit_challenged,
    PhoneStep: admit_phone_step,
    EmailStep: admit_email_step,
    SetUpCodeStep: admit_set_up_code_step,
    EnrolmentRequired: admit_enrolment_required,
    SignedIn: admit_signed_in,
    RecentlyVerified: admit_recently_verified,
    Manager: admit_manager,
    RecentManager: admit_recent_manager,
    ManagedSubaccount: admit_managed_subaccount,
    RecentManagedSubaccount: admit_recent_managed_subaccount,
    MainAccount: admit_main_account,
    RecentMainAccount: admit_recent_main_account,
}
