//! The choice of a language, in the footer of every page.

use crate::{
    domain::client::Client,
    flows::choose_language,
    text::Text,
    web::{
        error::Error,
        field::Field,
        guard::Anyone,
        language,
        page::{Answer, Page, see_other},
        paths,
        return_to::ReturnTo,
        submission::Submission,
    },
};

const FIELDS: [Field; 2] = [Field::LANGUAGE, Field::RETURN_TO];

/// `POST /language`. If signed in, it applies to the account everywhere from then on, including its messages.
///
/// # Errors
/// [`Error::UnknownLanguage`] for one that this installation does not have, and [`Error`].
pub async fn submit(visitor: Anyone, page: Page, client: Client, submission: Submission) -> Answer {
    let values = submission.of_foot(&FIELDS)?;
    let chosen = page.languages.named(values.text(Field::LANGUAGE));
    let chosen: Text = chosen.ok_or(Error::UnknownLanguage)?;
    if let Anyone(Some(account)) = visitor {
        choose_language::keep(&page.services, &account, chosen.language(), client).await?;
    }
    let to = ReturnTo::read(values.text(Field::RETURN_TO)).or(paths::ACCOUNT);
    language::keep(page.request(), Some(chosen));
    see_other(&to)
}
