//! The attacker wants more from a form that is sent twice than its own browser gets: another browser, another form,
//! another code, later, or after the session has ended.

use reqwest::Method;

use super::{FORM, SESSION, is_inside, raw_database::RawDatabase};
use crate::support::{
    people::{self, Person},
    portal::{TestPortal, on_both_databases},
    visitor::{Jar, Visitor},
};

const CSRF: &str = "vestibule-csrf";

on_both_databases! {
    async fn a_form_counts_once_where_the_clock_of_the_next_instance_is_behind(portal) {
        let SignIn { mut owner, before, body, .. } = sign_in(&portal).await;
        let mut copy = portal.visitor();
        for seconds in [-1, -5, -4] {
            portal.wait(seconds);
            copy.use_jar(before.clone());
            let again = copy.post_form("/login/code", body.clone()).await;
            assert_eq!((again.status, again.location()), (303, Some("/account")), "{seconds}");
        }
        assert!(is_inside(&mut owner).await && is_inside(&mut copy).await);
        assert_eq!(RawDatabase::of(&portal).count("sessions WHERE signed_in_at IS NOT NULL"), 2, "this one, and from the set-up");
    }

    async fn copies_of_a_form_keep_no_place_while_they_wait_for_its_answer(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut first = portal.visitor();
        first.open("/login").await;
        first.fill("username", &person.username).fill("password", &person.password);
        let (_, path, body) = first.form_to_send("body", "Sign in");
        let before = first.jar();
        assert_eq!(first.post_form(&path, body.clone()).await.status, 303);
        // As if the request that answers it had died.
        RawDatabase::of(&portal).execute("UPDATE answered_forms SET session_handle = NULL, location = NULL");
        let mut copies = tokio::task::JoinSet::new();
        for _ in 0..100 {
            let (mut copy, path, body) = (portal.visitor(), path.clone(), body.clone());
            copy.use_jar(before.clone());
            copies.spawn(async move { copy.post_form(&path, body).await });
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert!(!copies.is_empty() && copies.try_join_next().is_none(), "they wait for the answer");
        assert_eq!(person.give_password(&mut portal.visitor()).await.path, "/login/code");
        let told = copies.join_next().await.unwrap().unwrap();
        assert_eq!((told.status, told.heading().as_str()), (503, "Still working on it"));
        copies.abort_all();
    }
}

/// A sign-in whose code was just entered.
struct SignIn {
    person: Person,
    /// The browser, signed in.
    owner: Visitor,
    /// Its cookies from before.
    before: Jar,
    /// What it posted, and the same code in another form of the same step.
    body: String,
    other_form: String,
}

async fn sign_in(portal: &TestPortal) -> SignIn {
    let (person, _) = people::main_account_with_totp(portal).await;
    portal.wait(30);
    let mut owner = portal.visitor();
    person.give_password(&mut owner).await;
    owner.open("/login/code").await;
    owner.fill("code", &person.code(portal));
    let (_, _, other_form) = owner
        .thief_with(&[("code", &person.code(portal))])
        .form_to_send("body", "Log in");
    owner.open("/login/code").await;
    owner.fill("code", &person.code(portal));
    let (_, path, body) = owner.form_to_send("body", "Log in");
    let before = owner.jar();
    let page = owner.post_form(&path, body.clone()).await;
    assert_eq!(page.location(), Some("/account"));
    SignIn {
        person,
        owner,
        before,
        body,
        other_form,
    }
}

impl SignIn {
    /// A visitor with these cookies of the browser from before.
    fn with(&self, portal: &TestPortal, names: &[&str]) -> Visitor {
        let mut whole = portal.visitor();
        whole.use_jar(self.before.clone());
        let mut visitor = portal.visitor();
        for name in names {
            let value = whole.cookie(name).expect("the cookie").to_owned();
            visitor.set_cookie(name, &value);
        }
        visitor
    }
}

/// Posts, and gets nothing that grants access.
async fn assert_nothing(mut visitor: Visitor, path: &str, body: &str, whom: &str) {
    let page = visitor.submit_raw(path, body, &[FORM]).await;
    assert_eq!(page.cookie_set(SESSION), None, "{whom}: {page:?}");
    assert_ne!(page.location(), Some("/account"), "{whom}");
    assert!(!is_inside(&mut visitor).await, "{whom}");
}

/// Posts, and is signed in.
async fn assert_signed_in(mut visitor: Visitor, sign_in: &SignIn) {
    let page = visitor
        .submit_raw("/login/code", sign_in.body.as_str(), &[FORM])
        .await;
    assert_eq!(page.location(), Some("/account"), "{page:?}");
    assert_eq!(page.cookie_set(SESSION).as_deref(), sign_in.owner.cookie(SESSION));
    assert!(is_inside(&mut visitor).await);
}

on_both_databases! {
    async fn an_old_id_is_worth_nothing_without_the_rest_of_the_form(portal) {
        let it = sign_in(&portal).await;
        let code = it.person.code(&portal);
        let another = it.body.replace(&code, &it.person.code_at(portal.now() + 30));
        assert_ne!(another, it.body);
        let whole = || it.with(&portal, &[SESSION, CSRF]);
        assert_nothing(it.with(&portal, &[SESSION]), "/login/code", &it.body, "another browser").await;
        assert_nothing(it.with(&portal, &[CSRF]), "/login/code", &it.body, "without the old id").await;
        let mut own = it.with(&portal, &[SESSION]);
        own.open("/login").await;
        own.set_cookie(SESSION, it.with(&portal, &[SESSION]).cookie(SESSION).unwrap());
        assert_nothing(own, "/login/code", &it.body, "with a CSRF cookie of its own").await;
        assert_nothing(whole(), "/login/code", &it.other_form, "another form").await;
        assert_nothing(whole(), "/login/code", &another, "another code").await;
        assert_nothing(whole(), "/login/code", &format!("{}&x=1", it.body), "another body").await;
        assert_nothing(whole(), "/login/recovery", &it.body, "another page").await;
        let mut elsewhere = whole();
        let page = elsewhere
            .request(Method::POST, "/login/code")
            .header("origin", "https://evil.example")
            .header(FORM.0, FORM.1)
            .body(it.body.as_str())
            .send()
            .await;
        assert_eq!(page.cookie_set(SESSION), None, "another site");

        // The browser itself, beside all of these.
        assert_signed_in(whole(), &it).await;
        let mut raw_database = RawDatabase::of(&portal);
        assert_eq!(raw_database.events("signed_in"), 2, "the first run and this one");
        assert_eq!(raw_database.count("sessions"), 2);
    }

    async fn the_answer_is_there_for_half_a_minute_and_no_longer(portal) {
        let it = sign_in(&portal).await;
        portal.wait(29);
        assert_signed_in(it.with(&portal, &[SESSION, CSRF]), &it).await;
        portal.wait(1);
        assert_nothing(it.with(&portal, &[SESSION, CSRF]), "/login/code", &it.body, "later").await;
        portal.wait(1);
        assert_nothing(it.with(&portal, &[SESSION, CSRF]), "/login/code", &it.body, "later").await;
    }

    async fn the_answer_goes_with_the_session_that_it_led_to(portal) {
        let mut it = sign_in(&portal).await;
        let whole = it.with(&portal, &[SESSION, CSRF]);
        let answered = "answered_forms WHERE location IS NOT NULL";
        let before = RawDatabase::of(&portal).count(answered);
        it.owner.open("/account").await;
        it.owner.press("Sign out").await;
        assert_nothing(whole, "/login/code", &it.body, "after signing out").await;
        assert_eq!(RawDatabase::of(&portal).count(answered), before - 2, "password and code");
    }

    async fn the_answer_ends_with_end_session(portal) {
        let (alice, mut here) = people::main_account(&portal).await;
        let mut there = alice.sign_in(&portal).await;
        there.open("/account/confirm").await;
        there.fill("password", &alice.password);
        let (_, path, body) = there.form_to_send("body", "Confirm");
        let before = there.thief();
        assert_eq!(there.post_form(&path, body.clone()).await.location(), Some("/account"));
        here.open("/account/sessions").await;
        here.press("End session").await;
        assert!(here.land().await.text().contains("The session is ended."));
        assert_nothing(before, &path, &body, "after End session").await;
        assert!(!is_inside(&mut there).await);
        assert!(is_inside(&mut here).await);
    }

    async fn a_late_repeat_does_not_bring_back_an_id_that_was_renewed_since(portal) {
        let mut it = sign_in(&portal).await;
        it.owner.open("/account/confirm").await;
        it.owner.fill("password", &it.person.password);
        it.owner.press("Confirm").await;
        assert_nothing(it.with(&portal, &[SESSION, CSRF]), "/login/code", &it.body, "late").await;
        assert!(is_inside(&mut it.owner).await);
    }

    async fn a_wrong_code_sent_twice_is_looked_at_twice(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        let answered = RawDatabase::of(&portal).count("answered_forms");
        visitor.fill("code", &person.wrong_code(&portal));
        let (_, path, body) = visitor.form_to_send("body", "Log in");
        for _ in 0..2 {
            assert_eq!(visitor.post_form(&path, body.clone()).await.status, 422);
        }
        assert_eq!(RawDatabase::of(&portal).events("code_refused"), 2);
        assert_eq!(RawDatabase::of(&portal).count("answered_forms"), answered, "what led nowhere is not kept");
    }
}
