//! `/policy/approvals`: addresses that override a main account's list for all its accounts, because they were
//! approved through a mailed link, and revoking them.

use askama::Template;

use crate::{
    domain::{account::AccountId, client::Client},
    flows::approved_addresses::{self, After, SessionEnded},
    web::{
        form::{FormState, Reply},
        frame::Frame,
        guard::RecentMainAccount,
        page::{Answer, Page, see_other},
        pages::approvals::{ACCOUNT, ADDRESS, ApprovalView, views},
        paths, session,
        submission::Submission,
    },
};

const HERE: &str = paths::POLICY_APPROVALS;

#[derive(Template)]
#[template(path = "pages/policy_approvals.html")]
struct ApprovalsPage {
    frame: Frame,
    form: FormState,
    approvals: Vec<ApprovalView>,
    first: Option<String>,
    next: Option<String>,
}

/// The start of the requested page. A query can contain characters that no database accepts.
fn after(page: &Page) -> Option<After> {
    let read = |name: &str| page.query(name).replace('\0', "");
    let key = read("after");
    (!key.is_empty()).then(|| After {
        key,
        address: read("address"),
    })
}

fn link(after: &After) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query
        .append_pair("after", &after.key)
        .append_pair("address", &after.address);
    format!("{HERE}?{}", query.finish())
}

async fn answer(page: &Page, guard: &RecentMainAccount, reply: Reply) -> Answer {
    let RecentMainAccount(main) = guard;
    let after = after(page);
    let first = after.is_some().then(|| HERE.to_owned());
    let list = approved_addresses::for_everybody(&page.services, &main.may, after).await?;
    let view = ApprovalsPage {
        frame: page.frame_with_notice(&main.signed_in.account),
        form: reply.form,
        approvals: views(page.t(), list.approved, page.services.clock.now()),
        first,
        next: list.next.as_ref().map(link),
    };
    page.show(reply.status, &view)
}

/// `GET /policy/approvals`.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for everyone but a main account.
pub async fn show(guard: RecentMainAccount, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank()).await
}

fn conclude<T>(page: &Page, done: Result<T, SessionEnded>, notice: impl Fn(T) -> String) -> Answer {
    match done {
        Ok(done) => {
            session::leave_notice(page.session(), &notice(done));
            see_other(HERE)
        }
        Err(SessionEnded) => see_other(paths::LOGIN_ENDED),
    }
}

/// `POST /policy/approvals`: "Revoke".
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for everyone but a main account.
pub async fn revoke(guard: RecentMainAccount, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&[ACCOUNT, ADDRESS]) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let account = AccountId(values.text(ACCOUNT).to_owned());
    let address = values.text(ADDRESS).to_owned();
    let main = &guard.0.may;
    let done =
        approved_addresses::revoke_for_everybody(&page.services, main, account, address, client).await?;
    conclude(&page, done, |revoked| {
        if revoked {
            page.t().policy_approvals_revoked()
        } else {
            page.t().addresses_revoked_before()
        }
        .to_owned()
    })
}

/// `POST /policy/approvals/revoke-all`: "Revoke all".
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for everyone but a main account.
pub async fn revoke_all(
    guard: RecentMainAccount,
    page: Page,
    client: Client,
    submission: Submission,
) -> Answer {
    submission.pressed()?;
    let done = approved_addresses::revoke_all_for_everybody(&page.services, &guard.0.may, client).await?;
    conclude(&page, done, |revoked| {
        let count = i64::try_from(revoked).unwrap_or(i64::MAX);
        page.t().policy_approvals_all_revoked(count)
    })
}
