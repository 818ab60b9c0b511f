//! Another password in the place of one that its owner knows (ASVS 6.2.2, 6.2.3).

use super::{Fault, PasswordRefusal, Services, checks, record, tell};
use crate::{
    domain::{
        authenticator::password::{NewPassword, Password},
        client::Client,
        notice::Matter,
        security_event::{Actor, Event},
        session::SignedIn,
        sign_in,
    },
    store::{StoreError, accounts, invitations, password_links, sessions, transaction},
};

/// Why the password is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// The present password did not count.
    Present(PasswordRefusal),
    /// The session was ended meanwhile.
    SessionEnded,
}

/// Sets another password and ends everything else that is signed in or half signed in.
///
/// # Errors
/// [`Fault`]; the inner result is for the person.
pub async fn change(
    services: &Services,
    session: SignedIn,
    present: Password,
    new: NewPassword,
    client: Client,
) -> Result<Result<SignedIn, ChangeRefusal>, Fault> {
    let verified = match checks::password_inside(services, session.account(), present, client).await? {
        Ok(verified) => verified,
        Err(refusal) => return Ok(Err(ChangeRefusal::Present(refusal))),
    };
    let hash = services.hasher.hash(new).await?;
    let (work, id, generation) = (services.clone(), session.account().clone(), session.generation());
    let changed = services
        .database
        .run(move |conn| {
            transaction(conn, |conn| {
                let Some(next) = accounts::generation_after(conn, &id, generation)? else {
                    return Ok(None);
                };
                accounts::set_password(conn, &id, &hash)?;
                sessions::delete_all(conn, &id)?;
                password_links::void(conn, &id)?;
                invitations::void(conn, &id)?;
                let actor = Actor::Account(id.clone(), client);
                tell(conn, work.now(), &id, &actor, Matter::PasswordChanged)?;
                record(conn, &work, Some(&id), actor, Event::PasswordChanged)?;
                Ok::<_, StoreError>(Some(next))
            })
        })
        .await?;
    let Some(next) = changed else {
        return Ok(Err(ChangeRefusal::SessionEnded));
    };
    let session = sign_in::reauthenticate(session, &verified, services.now())?;
    Ok(Ok(session.carried_over(next)))
}
