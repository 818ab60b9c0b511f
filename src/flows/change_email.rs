//! Changing one's e-mail address. Both addresses are told: whoever takes an account over
//! would else silence its owner with the first change.

use super::{Fault, Services, work::Stop};
use crate::{
    domain::{
        account::{Account, Email},
        client::Client,
        limits::send_budget::{Cap, Sending},
        link::Purpose,
        notice::Matter,
        security_event::{Actor, Event},
    },
    store::{accounts, one_time_links},
};

/// Sets another address; false when it is the same, or the session was ended meanwhile. The inner
/// refusal is the limit on addresses that are entered (the attack: an account that mails strangers
/// by moving to one address after another).
///
/// # Errors
/// [`Fault`].
pub async fn change(
    services: &Services,
    account: &Account,
    email: Email,
    client: Client,
) -> Result<Result<bool, Cap>, Fault> {
    if account.email == email {
        return Ok(Ok(false));
    }
    let account = account.clone();
    let (id, generation) = (account.id.clone(), account.generation);
    let actor = Actor::Account(id.clone(), client);
    services
        .work(actor, move |work| {
            // First, so that nobody else changes the old address meanwhile.
            if !work.hold(&id, generation)? {
                return Ok(false);
            }
            work.pay_for_address(Sending::NewAddress, &account, &email)?
                .map_err(Stop::Refused)?;
            work.notify(&id, Matter::EmailChanged)?;
            if !accounts::set_email(&mut work.tx, &id, generation, &email)? {
                return Ok(false);
            }
            // The old address might still open it.
            one_time_links::void(&mut work.tx, &id, Purpose::NewPassword)?;
            work.notify(&id, Matter::EmailChanged)?;
            work.record(&id, Event::EmailChanged);
            Ok(true)
        })
        .await
}
