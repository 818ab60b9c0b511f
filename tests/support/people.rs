//! The people of a test's portal. Their accounts are created and used as by everybody.

use vestibule::{
    delivery::{Mail, Words},
    domain::{
        account::{AccountId, Email, Username, UsernameKey},
        allow_list::AllowListScope,
        clock::Timestamp,
        phone_number::PhoneNumber,
        policy::Policy,
    },
    flows::{
        administer::{self, NewAccount},
        first_run, forgotten_password,
    },
    store::{Conn, StoreError, accounts, approved_addresses, policies, transaction},
    text::Languages,
};

use crate::security::raw_database::RawDatabase;

use super::{page::Page, phone::Phone, portal::TestPortal, visitor::Visitor};

/// A phone number that exists.
pub const NUMBER: &str = "+358 40 1234567";

/// A password that nobody guesses.
pub const PASSWORD: &str = "pumice lantern sock ferry";

tokio::task_local! {
    /// Everybody in this test has a name that is long, or written from right to left.
    pub static LONG_NAMES: ();
}

/// The name of a person; another if names are long.
pub fn called(name: &str) -> String {
    if LONG_NAMES.try_with(|()| ()).is_err() {
        return name.to_owned();
    }
    match name {
        "Alice" => "Alice-Maximiliana-von-und-zu-Hohenlohe-Waldenburg-Schillingsfürst"
            .chars()
            .take(60)
            .collect(),
        "Bob" => "بوب عبد الرحمن بن محمد بن عبد الله الأنصاري".to_owned(),
        "Mia" => "מיה בת אברהם הלוי מירושלים".to_owned(),
        "Dave" => "ديفيد".to_owned(),
        name => format!("{name} Ἀλέξανδρος ÅÄÖ {}", "w".repeat(30)),
    }
}

/// The id of an account, by its user name.
pub async fn id_of(portal: &TestPortal, username: &str) -> AccountId {
    let key = UsernameKey::of(username);
    let found = portal
        .services()
        .database
        .run(move |conn| accounts::by_key(conn, &key))
        .await;
    found.unwrap().expect("an account").account.id
}

/// A person with an account.
#[derive(Clone)]
pub struct Person {
    /// Their user name.
    pub username: String,
    /// Their password.
    pub password: String,
    /// Their authenticator app, once set up.
    pub phone: Option<Phone>,
    /// Their recovery codes, as shown.
    pub recovery_codes: Vec<String>,
}

impl Person {
    /// The code that their app shows now.
    pub fn code(&self, portal: &TestPortal) -> String {
        self.code_at(portal.now())
    }

    /// The code that their app shows at another time.
    pub fn code_at(&self, seconds: i64) -> String {
        self.phone
            .as_ref()
            .expect("has an authenticator")
            .code_at(seconds)
    }

    /// A code that their app does not show near the current time.
    pub fn wrong_code(&self, portal: &TestPortal) -> String {
        self.phone
            .as_ref()
            .expect("has an authenticator")
            .wrong_code_at(portal.now())
    }

    /// Fills in what changing another's protection requires, with a code of a later time step.
    pub fn justify(&self, portal: &TestPortal, visitor: &mut Visitor, reason: &str) {
        portal.wait(30);
        visitor
            .fill("reason", reason)
            .fill("password", &self.password)
            .fill("code", &self.code(portal));
    }

    /// Enters this many wrong codes on the page of the second step; returns the last answer.
    pub async fn guess_codes(&self, portal: &TestPortal, visitor: &mut Visitor, times: usize) -> Page {
        let wrong = self.wrong_code(portal);
        for _ in 0..times {
            self.give_code(visitor, &wrong).await;
        }
        visitor.page().clone()
    }

    /// Does the first step of a sign-in.
    pub async fn give_password(&self, visitor: &mut Visitor) -> Page {
        visitor.open("/login").await;
        visitor
            .fill("username", &self.username)
            .fill("password", &self.password);
        visitor.press("Sign in").await;
        visitor.land().await
    }

    /// Does the second step of a sign-in, on its page.
    pub async fn give_code(&self, visitor: &mut Visitor, code: &str) -> Page {
        visitor.fill("code", code);
        visitor.press("Log in").await
    }

    /// Signs in, with a code of an unused step if there is an app.
    pub async fn sign_in(&self, portal: &TestPortal) -> Visitor {
        let mut visitor = portal.visitor();
        self.give_password(&mut visitor).await;
        if self.phone.is_some() {
            portal.wait(30);
            self.give_code(&mut visitor, &self.code(portal)).await;
            visitor.land().await;
        }
        assert_eq!(visitor.page().heading(), "Your account");
        visitor
    }

    /// Enters the password on the page that the last answer leads to; returns the page that follows.
    pub async fn confirm_password(&self, visitor: &mut Visitor) -> Page {
        let page = visitor.land().await;
        assert_eq!(page.heading(), "Confirm your password", "{}", page.text());
        visitor.fill("password", &self.password);
        visitor.press("Confirm").await;
        visitor.land().await
    }

    /// Sets up an authenticator app in an open, fresh session.
    pub async fn set_up_authenticator(&mut self, portal: &TestPortal, visitor: &mut Visitor) {
        let mut page = visitor.open("/account/security/authenticator").await;
        if page.status == 303 {
            page = self.confirm_password(visitor).await;
        }
        if page.has_button("Continue") {
            // A code of the current app comes first, other than the sign-in's.
            portal.wait(30);
            visitor.fill("code", &self.code(portal));
            visitor.press("Continue").await;
            page = visitor.land().await;
        }
        self.phone = Some(phone_of(&page));
        visitor.fill("code", &self.code(portal));
        if let [number] = &page.select("legend .phone")[..] {
            visitor.choose("phone", number);
        }
        visitor.press("Enable").await;
        let page = visitor.land().await;
        // A first authenticator comes with recovery codes; a second leaves them as they are.
        if page.heading() == "Recovery codes" {
            assert!(
                page.text().contains("Two-factor authentication is on."),
                "{}",
                page.text()
            );
            self.recovery_codes = page.select("#recovery-codes li");
            visitor.tick("saved");
            visitor.press("Next").await;
            visitor.land().await;
        }
        assert_eq!(visitor.page().heading(), "Security");
        // As if it were from yesterday: a new one, set up with a password alone, allows no changes to other accounts.
        RawDatabase::of(portal).execute("UPDATE totp_authenticators SET vouches_from = confirmed_at");
    }
}

/// The app that scans the page's QR code; its URI is also in the link for the phone itself.
pub fn phone_of(page: &Page) -> Phone {
    let uri = page
        .attribute("a[href^='otpauth:']", "href")
        .expect("a link for the phone itself");
    Phone::from_uri(&uri)
}

/// The person who did the first run of a portal.
pub fn alice(_house: &TestPortal) -> Person {
    Person {
        username: called("Alice"),
        password: PASSWORD.to_owned(),
        phone: None,
        recovery_codes: Vec::new(),
    }
}

/// Does the first run; stays signed in.
pub async fn main_account(portal: &TestPortal) -> (Person, Visitor) {
    let link = first_run::welcome_link(portal.services()).await.unwrap();
    let token = link.expect("an empty database");
    let person = alice(portal);
    let mut visitor = portal.visitor();
    visitor.open(&format!("/welcome/{}", token.reveal())).await;
    visitor
        .fill("username", &person.username)
        .fill("email", "alice@example.com")
        .fill("password", &person.password);
    visitor.press("Create account").await;
    visitor.land().await;
    assert_eq!(visitor.page().heading(), "Your account");
    (person, visitor)
}

/// The same, with an authenticator.
pub async fn main_account_with_totp(portal: &TestPortal) -> (Person, Visitor) {
    let (mut person, mut visitor) = main_account(portal).await;
    person.set_up_authenticator(portal, &mut visitor).await;
    (person, visitor)
}

/// An account that the operator added at the command line.
pub async fn added_by_operator(portal: &TestPortal, username: &str) -> Person {
    added(portal, username, None, false, false).await
}

/// A subaccount of Alice that the operator added.
pub async fn subaccount(portal: &TestPortal, username: &str) -> Person {
    added(portal, username, Some(&called("Alice")), false, false).await
}

/// The same, and it must have a second factor.
pub async fn required_subaccount(portal: &TestPortal, username: &str) -> Person {
    added(portal, username, Some(&called("Alice")), false, true).await
}

/// The same, and it manages the others.
pub async fn manager(portal: &TestPortal, username: &str) -> Person {
    added(portal, username, Some(&called("Alice")), true, false).await
}

/// An account that the operator adds, with all options.
pub async fn added(
    portal: &TestPortal,
    username: &str,
    main: Option<&str>,
    manager: bool,
    two_factor_required: bool,
) -> Person {
    let new = NewAccount {
        username: Username::parse(username).unwrap(),
        email: Email::parse("added@example.com").unwrap(),
        number: None,
        main: main.map(str::to_owned),
        manager,
        two_factor_required,
        language: None,
    };
    add(portal, new).await
}

/// A subaccount of Alice that must have a second factor, and whose number the operator entered.
pub async fn required_subaccount_with_number(portal: &TestPortal, username: &str) -> Person {
    required_subaccount_at(portal, username, NUMBER).await
}

/// The same with another number.
pub async fn required_subaccount_at(portal: &TestPortal, username: &str, number: &str) -> Person {
    let new = NewAccount {
        username: Username::parse(username).unwrap(),
        email: Email::parse("added@example.com").unwrap(),
        number: Some(PhoneNumber::parse(number).unwrap()),
        main: Some(called("Alice")),
        manager: false,
        two_factor_required: true,
        language: None,
    };
    add(portal, new).await
}

/// What messages of a service with that name are written with.
pub fn words(issuer: &str) -> Words {
    Words::new(Languages::built_in(), issuer.to_owned())
}

/// A manager with no authenticator, signed in.
pub async fn manager_signed_in(portal: &TestPortal) -> (Person, Visitor) {
    let manager = manager(portal, "Mallory").await;
    let visitor = manager.sign_in(portal).await;
    (manager, visitor)
}

/// A stranger who knows only the name requests a new password, and the answer is mailed.
pub async fn ask_for_a_link(portal: &TestPortal, username: &str) {
    let mut visitor = portal.visitor();
    visitor.open("/forgotten-password").await;
    visitor.fill("username", username);
    visitor.press("Send link").await;
    forgotten_password::round(portal.services()).await.unwrap();
}

async fn add(portal: &TestPortal, new: NewAccount) -> Person {
    let username = new.username.as_str().to_owned();
    administer::add(portal.services(), new, PASSWORD).await.unwrap();
    // Nearly every test begins so: the mail about it would get in the way of the others.
    RawDatabase::of(portal).execute("DELETE FROM outbox WHERE kind = 'account_added'");
    Person {
        username,
        password: PASSWORD.to_owned(),
        phone: None,
        recovery_codes: Vec::new(),
    }
}

/// Enters the password and the code that comes by SMS.
pub async fn sign_in_by_sms(portal: &TestPortal, person: &Person) -> Visitor {
    let mut visitor = portal.visitor();
    assert_eq!(person.give_password(&mut visitor).await.path, "/login/backup");
    visitor.press("Send SMS").await;
    visitor.land().await;
    let code = portal.texts().pop().expect("an SMS").code();
    visitor.fill("code", &code);
    visitor.press("Log in").await;
    visitor.land().await;
    visitor
}

/// Enters the password, and the code that is mailed then.
pub async fn give_mailed_code(portal: &TestPortal, person: &Person, visitor: &mut Visitor) -> Page {
    let page = person.give_password(visitor).await;
    assert_eq!(page.heading(), "Check your e-mail", "{}", page.text());
    let mails = portal.mails().await;
    let sent = mails
        .iter()
        .rev()
        .find(|mail| mail.text().contains("Your code to sign in"));
    let text = sent.expect("a code").text().to_owned();
    let code = text
        .split(" is ")
        .nth(1)
        .expect("a code")
        .chars()
        .take(6)
        .collect::<String>();
    visitor.fill("code", &code);
    visitor.press("Log in").await;
    visitor.land().await
}

/// The code in the last mail to this address.
pub fn mailed_code(mails: &[Mail], address: &str) -> String {
    let mail = mails.iter().rev().find(|mail| mail.to().as_str() == address);
    let text = mail.expect("a mail").text().trim_end();
    text.rsplit_once('#').expect("a code").1.to_owned()
}

/// Enters another address on the details page, and requests its code; returns the code.
pub async fn enter_address(portal: &TestPortal, visitor: &mut Visitor, address: &str) -> String {
    portal.mails().await;
    visitor.open("/account/details").await;
    visitor.fill("email", address);
    let page = visitor.press("Save").await;
    assert_eq!(page.location(), Some("/account/email"), "{:?}", page.problems());
    visitor.land().await;
    mailed_code(&portal.mails().await, address)
}

/// Changes the address of the account of an open, fresh session; returns the mail about it.
pub async fn move_to(portal: &TestPortal, visitor: &mut Visitor, address: &str) -> Vec<Mail> {
    let code = enter_address(portal, visitor, address).await;
    visitor.fill("code", &code);
    assert_eq!(
        visitor.press("Confirm").await.location(),
        Some("/account/details")
    );
    visitor.land().await;
    portal.mails().await
}

/// Gives the account of an open, fresh session this number, and proves it.
pub async fn prove_number(portal: &TestPortal, visitor: &mut Visitor, number: &str) {
    visitor.open("/account/details").await;
    visitor.fill("phone", number);
    assert_eq!(visitor.press("Save").await.location(), Some("/account/phone"));
    visitor.land().await;
    let code = portal.texts().pop().expect("an SMS").code();
    visitor.fill("code", &code);
    assert_eq!(
        visitor.press("Confirm").await.location(),
        Some("/account/details")
    );
    visitor.land().await;
}

/// Replaces the policy of a main account.
pub async fn set_policy(portal: &TestPortal, main: &str, policy: Policy) {
    let main = UsernameKey::of(main);
    let set = move |conn: &mut Conn| {
        let found = accounts::by_key(conn, &main)?.expect("an account");
        policies::set(conn, &found.account.id, &policy)
    };
    portal.services().database.run(set).await.unwrap();
}

/// Approves this many addresses of an account against the list that its main account has for everybody.
pub async fn approve_addresses(portal: &TestPortal, username: &str, count: u8) {
    let (key, now) = (UsernameKey::of(username), Timestamp(portal.now()));
    let approve = move |conn: &mut Conn| {
        let found = accounts::by_key(conn, &key)?.expect("an account");
        transaction(conn, |tx| {
            for n in 0..count {
                let address = format!("198.51.100.{n}");
                approved_addresses::approve(tx, &found.account.id, AllowListScope::Everybody, &address, now)?;
            }
            Ok::<_, StoreError>(())
        })
    };
    portal.services().database.run(approve).await.unwrap();
}

/// Makes a main account require codes by e-mail of accounts without another factor.
pub async fn ask_for_codes_by_email(portal: &TestPortal, main: &str) {
    let policy = Policy {
        email_codes: true,
        ..Policy::default()
    };
    set_policy(portal, main, policy).await;
}
