//! What a main account demands: setting it, and what it would mean today.

use std::convert::Infallible;

use super::{Fault, Services};
use crate::{
    domain::{
        allow_list::{AllowList, Wall},
        client::Client,
        notice::Matter,
        policy::Policy,
        security_event::{Actor, Event},
        subaccount::Manager,
    },
    store::{allow_lists, policies},
};

/// Sets the policy of a main account and its list of addresses, from the next request on, and tells
/// its owner where that changes anything; false when the session was ended meanwhile.
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
    let actor = Actor::Account(main.account().clone(), client);
    let Ok(set) = services
        .work::<_, Infallible>(actor, move |work| {
            if !work.hold(main.account(), main.generation())? {
                return Ok(false);
            }
            let present = allow_lists::get(&mut work.tx, main.main(), Wall::Everybody)?;
            if policies::of(&mut work.tx, main.main())? == policy && present == allowed {
                return Ok(true);
            }
            policies::set(&mut work.tx, main.main(), &policy)?;
            allow_lists::set(&mut work.tx, main.main(), Wall::Everybody, &allowed)?;
            work.notify(main.main(), Matter::PolicyChanged)?;
            work.record(main.main(), Event::PolicyChanged);
            Ok(true)
        })
        .await?;
    Ok(set)
}
