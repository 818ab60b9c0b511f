//! What the pages say about an account's protection is what its sign-in really requires, whatever the account has,
//! whatever the policy requires, and whatever can be sent.

use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use vestibule::{
    domain::{
        account::UsernameKey,
        clock::Timestamp,
        next_step::{Step, Then},
        phone_number::CountryPrefixes,
        policy::{FirstSignIn, Policy},
        subaccount::{AccountFilter, Manager, Protection, Traits},
    },
    flows::subaccounts::{self, List, Search},
    store::{Conn, accounts},
};

use crate::{
    security::raw_database::RawDatabase,
    support::{
        page::Page,
        people::{self, Person},
        portal::{TestPortal, on_both_databases},
        visitor::Visitor,
    },
};

const DAY: i64 = 24 * 3600;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Date {
    Never,
    Past,
    Future,
}

/// An account, and the policy that applies to it.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is drawn at random, one by one"
)]
struct Case {
    app: bool,
    set_up_under_way: bool,
    /// Whether it is proven, and whether codes are sent to its country.
    number: Option<(bool, bool)>,
    /// Whether it belongs to the account's current epoch.
    set_up_code: Option<bool>,
    required: bool,
    set_up_forced: bool,
    protected_once: bool,
    invited: bool,
    first_sign_in_by_app: bool,
    email_codes: bool,
    date: Date,
}

fn case() -> impl Strategy<Value = Case> {
    let has = (
        prop::bool::weighted(0.15),
        any::<bool>(),
        prop::option::weighted(0.6, any::<(bool, bool)>()),
        prop::option::weighted(0.5, any::<bool>()),
    );
    let demanded = (
        any::<bool>(),
        prop::bool::weighted(0.3),
        any::<bool>(),
        any::<bool>(),
    );
    let date = prop_oneof![Just(Date::Never), Just(Date::Past), Just(Date::Future)];
    let policy = (any::<bool>(), any::<bool>(), date);
    (has, demanded, policy).prop_map(|(has, demanded, policy)| Case {
        app: has.0,
        set_up_under_way: has.1,
        number: has.2,
        set_up_code: has.3,
        required: demanded.0,
        set_up_forced: demanded.1,
        invited: demanded.2,
        protected_once: demanded.3,
        first_sign_in_by_app: policy.0,
        email_codes: policy.1,
        date: policy.2,
    })
}

/// The same cases each time; `PROPTEST_CASES` sets a greater number.
fn cases(count: usize) -> Vec<Case> {
    let more = std::env::var("PROPTEST_CASES").ok();
    let count = more.and_then(|more| more.parse().ok()).unwrap_or(count);
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
    let case = case();
    (0..count)
        .map(|_| case.new_tree(&mut runner).unwrap().current())
        .collect()
}

impl Case {
    fn policy(self, now: i64) -> Policy {
        Policy {
            mandatory_from: match self.date {
                Date::Never => None,
                Date::Past => Some(Timestamp(now - 1)),
                Date::Future => Some(Timestamp(now + 100 * DAY)),
            },
            mandatory_text: String::new(),
            language: None,
            first_sign_in: if self.first_sign_in_by_app {
                FirstSignIn::App
            } else {
                FirstSignIn::Phone
            },
            email_codes: self.email_codes,
        }
    }

    /// Configures Carol's account for the case. The time of confirmation decides whether she has an app.
    fn arrange(self, portal: &TestPortal) {
        let now = portal.now();
        let carol = "(SELECT id FROM accounts WHERE username = 'Carol')";
        let confirmed = if self.app {
            now.to_string()
        } else {
            "NULL".to_owned()
        };
        let begun = if self.set_up_under_way {
            now - 60
        } else {
            now - DAY
        };
        let chosen = if self.invited {
            "NULL".to_owned()
        } else {
            now.to_string()
        };
        let mut statements = vec![
            format!(
                "UPDATE accounts SET two_factor_required = {}, set_up_forced = {}, protected_once = {}, \
                 password_chosen_at = {chosen} WHERE username = 'Carol'",
                self.required, self.set_up_forced, self.protected_once
            ),
            format!(
                "UPDATE totp_authenticators SET confirmed_at = {confirmed}, created_at = {begun} \
                 WHERE account_id = {carol}"
            ),
            format!("DELETE FROM phone_numbers WHERE account_id = {carol}"),
            format!("DELETE FROM one_time_links WHERE account_id = {carol}"),
            format!("DELETE FROM out_of_band_codes WHERE account_id = {carol}"),
        ];
        if let Some((proven, reachable)) = self.number {
            let number = if reachable {
                "+358401234567"
            } else {
                "+46701234567"
            };
            let proven = if proven {
                now.to_string()
            } else {
                "NULL".to_owned()
            };
            statements.push(format!(
                "INSERT INTO phone_numbers (account_id, number, proven_at, created_at) \
                 VALUES ({carol}, '{number}', {proven}, {now})"
            ));
        }
        if let Some(current) = self.set_up_code {
            let epoch = if current { "epoch" } else { "epoch + 1" };
            statements.push(format!(
                "INSERT INTO one_time_links (token_digest, purpose, account_id, epoch, recipient_id, sent_to, payload, \
                 created_at, expires_at) SELECT 'digest', 'set_up_code', id, {epoch}, id, email, '', {now}, {} \
                 FROM accounts WHERE username = 'Carol'",
                now + DAY
            ));
        }
        RawDatabase::of(portal).execute(&statements.join(";\n"));
    }
}

async fn manager(portal: &TestPortal) -> Manager {
    let find = |conn: &mut Conn| accounts::by_key(conn, &UsernameKey::of("Alice"));
    let found = portal.services().database.run(find).await.unwrap();
    Manager::of(&found.expect("an account").account).expect("a main account")
}

/// Enters the password; returns the redirect target, and the page of that step.
async fn sign_in(portal: &TestPortal, carol: &Person) -> (Step, Visitor) {
    let mut visitor = portal.visitor();
    visitor.open("/login").await;
    visitor
        .fill("username", &carol.username)
        .fill("password", &carol.password);
    let page = visitor.press("Sign in").await;
    if page.status == 403 {
        assert_eq!(page.heading(), "You cannot sign in at the moment");
        return (Step::Unreachable, visitor);
    }
    let location = page.location().expect("a way on").to_owned();
    let step = match location.as_str() {
        "/account" => Step::Nothing,
        "/login/setup" => Step::SetUp,
        "/login/code" => Step::App,
        "/login/backup" => Step::Phone(then_by_phone(portal, &mut visitor).await),
        "/login/email" => Step::Email(then_by_mail(portal, &mut visitor).await),
        "/login/setup-code" => Step::SetUpCode,
        other => panic!("{other}"),
    };
    match step {
        Step::App => {
            visitor.land().await;
            portal.wait(30);
            carol.give_code(&mut visitor, &carol.code(portal)).await;
            visitor.land().await;
        }
        Step::Nothing => drop(visitor.land().await),
        _ => {}
    }
    (step, visitor)
}

async fn then(visitor: &mut Visitor, code: &str) -> Then {
    visitor.fill("code", code);
    let page = visitor.press("Log in").await;
    match page.location() {
        // By phone, the set-up is offered first; its page would replace a set-up that is in progress.
        Some("/account" | "/account/security/authenticator") => {
            visitor.open("/account").await;
            Then::SignedIn
        }
        Some("/login/setup") => Then::SetUp,
        other => panic!("{other:?}: {:?}", page.problems()),
    }
}

async fn then_by_phone(portal: &TestPortal, visitor: &mut Visitor) -> Then {
    visitor.land().await;
    assert_eq!(visitor.press("Send SMS").await.status, 303);
    visitor.land().await;
    let code = portal.texts().pop().expect("an SMS").code();
    then(visitor, &code).await
}

async fn then_by_mail(portal: &TestPortal, visitor: &mut Visitor) -> Then {
    visitor.land().await;
    let mails = portal.mails().await;
    let mail = mails
        .iter()
        .rev()
        .find(|mail| mail.subject().as_str().contains("Your sign-in code"));
    let text = mail.expect("a code").text().to_owned();
    let code: String = text
        .split(" is ")
        .nth(1)
        .expect("a code")
        .chars()
        .take(6)
        .collect();
    then(visitor, &code).await
}

/// What the checklist says of two-factor authentication.
fn on_the_checklist(page: &Page) -> Protection {
    let text = page.text();
    [
        (
            Protection::On,
            "After the password, you enter a code from your authenticator.",
        ),
        (
            Protection::ByPhone,
            "After the password, you enter a code that you get by SMS or call.",
        ),
        (
            Protection::ByEmail,
            "After the password, you enter a code that you get by e-mail.",
        ),
        (
            Protection::Off,
            "Off. Anyone who learns your password can sign in.",
        ),
    ]
    .into_iter()
    .find(|(_, said)| text.contains(said))
    .unwrap_or_else(|| panic!("{text}"))
    .0
}

async fn list(portal: &TestPortal, manager: &Manager, which: AccountFilter) -> List {
    let search = Search {
        text: String::new(),
        which,
        after: None,
    };
    subaccounts::list(portal.services(), manager, search)
        .await
        .unwrap()
}

async fn names(portal: &TestPortal, manager: &Manager, which: AccountFilter) -> Vec<String> {
    let accounts = list(portal, manager, which).await.accounts.into_iter();
    accounts
        .map(|listed| listed.account.username.as_str().to_owned())
        .collect()
}

/// Compares board, filters, checklist and preview with the sign-in.
async fn compare(portal: &TestPortal, manager: &Manager, carol: &Person, case: Case) {
    // Earlier counters have expired by now.
    portal.wait(2 * DAY);
    case.arrange(portal);
    let services = portal.services();
    let policy = case.policy(portal.now());
    people::set_policy(portal, "Alice", policy.clone()).await;
    let board = list(portal, manager, AccountFilter::All).await.board;
    let mut lists = Vec::new();
    for which in AccountFilter::ALL.iter().copied() {
        let names = names(portal, manager, which).await;
        assert_eq!(
            board.tally.of(which),
            i64::try_from(names.len()).unwrap(),
            "{which:?} {case:?}"
        );
        lists.push((which, names.contains(&"Carol".to_owned())));
    }
    let preview = subaccounts::forecast(services, manager.main(), &policy)
        .await
        .unwrap();

    let (step, visitor) = sign_in(portal, carol).await;
    let traits = Traits {
        disabled: false,
        required: case.required,
        protection: Protection::of(step, case.set_up_under_way && !case.app),
    };
    for (which, listed) in lists {
        assert_eq!(listed, which.has(traits), "{which:?} {step:?} {case:?}");
    }
    let reminded = traits.protection.can_be_bettered() && !case.invited;
    assert_eq!(board.may_remind, reminded, "{step:?} {case:?}");
    if visitor.page().path == "/account" {
        let said = on_the_checklist(visitor.page());
        assert_eq!(said, Protection::of(step, false), "{step:?} {case:?}");
    }

    // As on the day; meanwhile a code that was sent has proven a number.
    portal.wait(DAY);
    case.arrange(portal);
    let mandatory = Policy {
        mandatory_from: Some(Timestamp(portal.now() - 1)),
        ..policy
    };
    people::set_policy(portal, "Alice", mandatory).await;
    let (step, _) = sign_in(portal, carol).await;
    let alice = i64::from(step == Step::App);
    assert_eq!(preview.of(step), 1 + alice, "{step:?} {case:?} {preview:?}");
}

on_both_databases! {
    async fn board_lists_checklist_and_preview_say_what_the_sign_in_asks_for(portal) {
        let portal = portal
            .rebuilt(|settings| settings.phone.countries = CountryPrefixes::Only(vec!["+358".to_owned()]))
            .await;
        people::main_account_with_totp(&portal).await;
        let mut carol = people::subaccount(&portal, "Carol").await;
        let mut visitor = carol.sign_in(&portal).await;
        carol.set_up_authenticator(&portal, &mut visitor).await;
        portal.mails().await;
        let manager = manager(&portal).await;
        for case in cases(16) {
            compare(&portal, &manager, &carol, case).await;
        }
        // Neither mail nor SMS.
        let portal = portal.cut_off().await;
        for case in cases(24).into_iter().skip(16) {
            compare(&portal, &manager, &carol, case).await;
        }
    }
}
