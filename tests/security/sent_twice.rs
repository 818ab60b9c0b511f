//! Whoever wants more of a form that is sent twice than its own browser gets: another browser,
//! another form, another code, later, or after the session has ended.

use reqwest::Method;

use super::{FORM, SESSION, is_inside, underneath::Underneath};
use crate::support::{
    house::{House, on_both_databases},
    people::{self, Person},
    visitor::{Jar, Visitor},
};

const CSRF: &str = "vestibule-csrf";

on_both_databases! {
    async fn a_form_counts_once_where_the_clock_of_the_next_instance_is_behind(house) {
        let SignIn { mut owner, before, body, .. } = sign_in(&house).await;
        let mut copy = house.visitor();
        for seconds in [-1, -5, -4] {
            house.wait(seconds);
            copy.use_jar(before.clone());
            let again = copy.post_form("/login/code", body.clone()).await;
            assert_eq!((again.status, again.location()), (303, Some("/account")), "{seconds}");
        }
        assert!(is_inside(&mut owner).await && is_inside(&mut copy).await);
        assert_eq!(Underneath::of(&house).count("sessions WHERE signed_in_at IS NOT NULL"), 2, "this one, and from the set-up");
    }

    async fn copies_of_a_form_keep_no_place_while_they_wait_for_its_answer(house) {
        let (person, _) = people::main_account_with_totp(&house).await;
        let mut first = house.visitor();
        first.open("/login").await;
        first.fill("username", &person.username).fill("password", &person.password);
        let (_, path, body) = first.form_to_send("body", "Sign in");
        let before = first.jar();
        assert_eq!(first.post_form(&path, body.clone()).await.status, 303);
        // As if whoever answers it had died.
        Underneath::of(&house).execute("UPDATE answered_forms SET session_handle = NULL, location = NULL");
        let mut copies = tokio::task::JoinSet::new();
        for _ in 0..100 {
            let (mut copy, path, body) = (house.visitor(), path.clone(), body.clone());
            copy.use_jar(before.clone());
            copies.spawn(async move { copy.post_form(&path, body).await });
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert!(!copies.is_empty() && copies.try_join_next().is_none(), "they wait for the answer");
        assert_eq!(person.give_password(&mut house.visitor()).await.path, "/login/code");
        let told = copies.join_next().await.unwrap().unwrap();
        assert_eq!((told.status, told.heading().as_str()), (503, "Still working on it"));
        copies.abort_all();
    }
}

/// A sign-in whose code was just given.
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

async fn sign_in(house: &House) -> SignIn {
    let (person, _) = people::main_account_with_totp(house).await;
    house.wait(30);
    let mut owner = house.visitor();
    person.give_password(&mut owner).await;
    owner.open("/login/code").await;
    owner.fill("code", &person.code(house));
    let (_, _, other_form) = owner
        .thief_with(&[("code", &person.code(house))])
        .form_to_send("body", "Log in");
    owner.open("/login/code").await;
    owner.fill("code", &person.code(house));
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
    /// Somebody with these cookies of the browser from before.
    fn with(&self, house: &House, names: &[&str]) -> Visitor {
        let mut whole = house.visitor();
        whole.use_jar(self.before.clone());
        let mut visitor = house.visitor();
        for name in names {
            let value = whole.cookie(name).expect("the cookie").to_owned();
            visitor.set_cookie(name, &value);
        }
        visitor
    }
}

/// Posts, and gets nothing that opens anything.
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
    async fn an_old_id_is_worth_nothing_without_the_rest_of_the_form(house) {
        let it = sign_in(&house).await;
        let code = it.person.code(&house);
        let another = it.body.replace(&code, &it.person.code_at(house.now() + 30));
        assert_ne!(another, it.body);
        let whole = || it.with(&house, &[SESSION, CSRF]);
        assert_nothing(it.with(&house, &[SESSION]), "/login/code", &it.body, "another browser").await;
        assert_nothing(it.with(&house, &[CSRF]), "/login/code", &it.body, "without the old id").await;
        let mut own = it.with(&house, &[SESSION]);
        own.open("/login").await;
        own.set_cookie(SESSION, it.with(&house, &[SESSION]).cookie(SESSION).unwrap());
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
        let mut underneath = Underneath::of(&house);
        assert_eq!(underneath.events("signed_in"), 2, "the first run and this one");
        assert_eq!(underneath.count("sessions"), 2);
    }

    async fn the_answer_is_there_for_half_a_minute_and_no_longer(house) {
        let it = sign_in(&house).await;
        house.wait(29);
        assert_signed_in(it.with(&house, &[SESSION, CSRF]), &it).await;
        house.wait(1);
        assert_nothing(it.with(&house, &[SESSION, CSRF]), "/login/code", &it.body, "later").await;
        house.wait(1);
        assert_nothing(it.with(&house, &[SESSION, CSRF]), "/login/code", &it.body, "later").await;
    }

    async fn the_answer_goes_with_the_session_that_it_led_to(house) {
        let mut it = sign_in(&house).await;
        let whole = it.with(&house, &[SESSION, CSRF]);
        let answered = "answered_forms WHERE location IS NOT NULL";
        let before = Underneath::of(&house).count(answered);
        it.owner.open("/account").await;
        it.owner.press("Sign out").await;
        assert_nothing(whole, "/login/code", &it.body, "after signing out").await;
        assert_eq!(Underneath::of(&house).count(answered), before - 2, "password and code");
    }

    async fn the_answer_ends_with_end_session(house) {
        let (alice, mut here) = people::main_account(&house).await;
        let mut there = alice.sign_in(&house).await;
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

    async fn a_late_repeat_does_not_bring_back_an_id_that_was_renewed_since(house) {
        let mut it = sign_in(&house).await;
        it.owner.open("/account/confirm").await;
        it.owner.fill("password", &it.person.password);
        it.owner.press("Confirm").await;
        assert_nothing(it.with(&house, &[SESSION, CSRF]), "/login/code", &it.body, "late").await;
        assert!(is_inside(&mut it.owner).await);
    }

    async fn a_wrong_code_sent_twice_is_looked_at_twice(house) {
        let (person, _) = people::main_account_with_totp(&house).await;
        let mut visitor = house.visitor();
        person.give_password(&mut visitor).await;
        let answered = Underneath::of(&house).count("answered_forms");
        visitor.fill("code", &person.wrong_code(&house));
        let (_, path, body) = visitor.form_to_send("body", "Log in");
        for _ in 0..2 {
            assert_eq!(visitor.post_form(&path, body.clone()).await.status, 422);
        }
        assert_eq!(Underneath::of(&house).events("code_refused"), 2);
        assert_eq!(Underneath::of(&house).count("answered_forms"), answered, "what led nowhere is not kept");
    }
}
