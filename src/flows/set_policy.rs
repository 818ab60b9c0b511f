//! Setting a main account's policy, and what that requires.

use super::{
    Fault, Services, enabled_account,
    work::{Callers, Stop, Work},
};
use crate::{
    domain::{
        account::AccountId,
        allow_list::{AllowList, AllowListScope},
        change::{Change, SteppedUp},
        client::Client,
        next_step::{Step, next_step},
        notification::NotificationKind,
        policy::Policy,
        security_event::{Actor, Event},
        sign_in::ForeignProof,
        subaccount::Manager,
    },
    store::{StoreError, allow_lists, policies},
};

/// Which change it is to replace the current policy and list with these.
///
/// # Errors
/// [`Fault`].
pub async fn change(
    services: &Services,
    main: &Manager,
    policy: &Policy,
    allowed: &AllowList,
) -> Result<Change, Fault> {
    let (main, policy, allowed) = (main.main().clone(), policy.clone(), allowed.clone());
    services
        .database
        .read(move |conn| {
            let before = policies::of(conn, &main)?;
            let list = allow_lists::get(conn, &main, AllowListScope::Everybody)?;
            Ok::<_, StoreError>(Change::of_policy((&before, &list), (&policy, &allowed)))
        })
        .await
        .map_err(Fault::from)
}

/// Why the policy was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PolicyRefusal {
    /// The session was ended in the meantime.
    SessionEnded,
    /// Another policy was set in the meantime, and this one demands less than it.
    DemandsLess,
    /// The main account could not sign in under it.
    ShutsOut,
}

/// Whether a main account that can sign in could no longer do so under another policy, once that applies.
fn shuts_out(
    work: &mut Work<'_>,
    main: &AccountId,
    before: &Policy,
    after: &Policy,
) -> Result<bool, StoreError> {
    let Some(account) = enabled_account(&mut work.tx, main)? else {
        return Ok(false);
    };
    let (facts, held) = (
        account.facts(),
        work.services.enrolled(&mut work.tx, main)?.held(),
    );
    let sends_mail = work.services.sends_mail();
    let in_force = after.mandatory_from.map_or(work.now, |from| from.max(work.now));
    let now = next_step(facts, held, before, sends_mail, work.now);
    let then = next_step(facts, held, after, sends_mail, in_force);
    Ok(then == Step::Unreachable && now != Step::Unreachable)
}

/// Sets the policy of a main account and its list of addresses, from the next request on, and notifies its
/// owner of any change. If codes by e-mail are switched on, the main account's other sessions end, and the
/// caller's continues in the returned epoch (the attack: a thief of the password who is signed in stays signed
/// in, and the owner locks themselves out with one click).
///
/// # Errors
/// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
pub async fn set(
    services: &Services,
    main: &Manager,
    leave: SteppedUp,
    policy: Policy,
    allowed: AllowList,
    client: Client,
) -> Result<Result<Option<i64>, PolicyRefusal>, Fault> {
    let main = main.clone();
    let actor = Actor::Account(main.account().clone(), client);
    services
        .work(actor, move |work| {
            if !work.hold(main.account(), main.epoch())? {
                return Err(Stop::Refused(PolicyRefusal::SessionEnded));
            }
            let present = allow_lists::get(&mut work.tx, main.main(), AllowListScope::Everybody)?;
            let before = policies::of(&mut work.tx, main.main())?;
            let change = Change::of_policy((&before, &present), (&policy, &allowed));
            match leave.spend(change) {
                Ok((id, epoch)) if (&id, epoch) == (main.account(), main.epoch()) => {}
                Ok(_) => return Err(ForeignProof.into()),
                Err(ForeignProof) => return Err(Stop::Refused(PolicyRefusal::DemandsLess)),
            }
            if before == policy && present == allowed {
                return Ok(None);
            }
            if shuts_out(work, main.main(), &before, &policy)? {
                return Err(Stop::Refused(PolicyRefusal::ShutsOut));
            }
            policies::set(&mut work.tx, main.main(), &policy)?;
            allow_lists::set(&mut work.tx, main.main(), AllowListScope::Everybody, &allowed)?;
            work.notify(main.main(), NotificationKind::PolicyChanged)?;
            work.record(main.main(), Event::PolicyChanged);
            let asks_for_more = policy.email_codes && !before.email_codes;
            let mut revoke = || work.revoke(main.account(), Callers::SessionGoesOn);
            Ok(asks_for_more.then(&mut revoke).transpose()?)
        })
        .await
}
