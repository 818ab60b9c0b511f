//! What a main account demands: setting it, and what it would mean today.

use super::{Fault, Services, record};
use crate::{
    domain::{
        allow_list::{AllowList, Wall},
        client::Client,
        policy::Policy,
        security_event::{Actor, Event},
        subaccount::Manager,
    },
    store::{StoreError, accounts, allow_lists, policies, transaction},
};

/// Sets the policy of a main account and its list of addresses, from the next request on; false when its session was
/// ended meanwhile.
///
/// # Errors
/// [`Fault`].
pub async fn set(
    services: &Services,
    main: &Manager,
    policy: Policy,
    allowed: AllowList,
    client: Client,
) -> Result<bool, Fault> {
    let main = main.clone();
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                if !accounts::hold_generation(conn, main.account(), main.generation())? {
                    return Ok(false);
                }
                policies::set(conn, main.main(), &policy)?;
                allow_lists::set(conn, main.main(), Wall::Everybody, &allowed)?;
                let actor = Actor::Account(main.account().clone(), client);
                record(conn, &work, Some(main.main()), actor, Event::PolicyChanged)?;
                Ok::<_, StoreError>(true)
            })
        })
        .await
        .map_err(Fault::from)
}
