//! What one customer, manager or stranger can take from another with only part of what it requires: a name, an
//! address, a flooded mailbox, an invitation. Beside each attack, the legitimate use still works.

use vestibule::{
    domain::account::Email,
    flows::{administer, forgotten_password, remind},
};

use super::raw_database::RawDatabase;
use crate::support::{
    page::Page,
    people::{self, PASSWORD, Person, move_to},
    portal::{TestPortal, on_both_databases},
    visitor::Visitor,
};

const BYSTANDER: &str = "bystander@elsewhere.example";

/// A person whose user name may be an address.
fn named(username: &str) -> Person {
    Person {
        username: username.to_owned(),
        password: PASSWORD.to_owned(),
        phone: None,
        recovery_codes: Vec::new(),
    }
}

/// Another customer, signed in.
async fn eve(portal: &TestPortal) -> Visitor {
    people::added_by_operator(portal, "Eve")
        .await
        .sign_in(portal)
        .await
}

async fn add(manager: &mut Visitor, username: &str, email: &str) -> Page {
    manager.open("/subaccounts/new").await;
    manager.fill("username", username).fill("email", email);
    let page = manager.press("Create").await;
    if page.status == 303 {
        manager.land().await
    } else {
        page
    }
}

async fn accept(portal: &TestPortal) {
    let mut visitor = portal.visitor();
    visitor.open(&portal.mailed_invitation().await).await;
    visitor.fill("password", PASSWORD);
    assert_eq!(visitor.press("Set password").await.status, 303);
}

async fn signs_in(portal: &TestPortal, who: &str) -> bool {
    let page = named(who).give_password(&mut portal.visitor()).await;
    page.status == 200 && page.heading() == "Your account"
}

/// The account that a name and the password sign in to.
async fn account_of(portal: &TestPortal, who: &str) -> String {
    let mut visitor = portal.visitor();
    named(who).give_password(&mut visitor).await;
    let email = visitor.open("/account/details").await.field_value("email");
    email.unwrap_or_default()
}

on_both_databases! {
    async fn where_no_mail_is_sent_nobody_proves_an_address(portal) {
        people::main_account(&portal).await;
        let portal = portal.cut_off().await;
        let mut eve = eve(&portal).await;
        // Entered by an owner.
        eve.open("/account/details").await;
        eve.fill("email", "alice@example.com");
        assert_eq!(eve.press("Save").await.status, 303);
        // Entered by a manager, who is shown the link.
        let page = add(&mut eve, "shadow", "alice@example.com").await;
        let link = page.text().split_whitespace().find(|word| word.contains("/invitation/")).map(str::to_owned);
        let link = url::Url::parse(&link.expect("a link")).unwrap();
        let mut shadow = portal.visitor();
        shadow.open(link.path()).await;
        shadow.fill("password", PASSWORD);
        assert_eq!(shadow.press("Set password").await.status, 303);
        assert_eq!(RawDatabase::of(&portal).count("accounts WHERE email = 'alice@example.com' AND email_proven"), 1);
        assert!(signs_in(&portal, "alice@example.com").await, "hers is proven");
        assert!(signs_in(&portal, "shadow").await);
    }

    async fn what_is_changed_of_somebody_invited_leaves_the_invitation(portal) {
        people::main_account(&portal).await;
        let mut eve = eve(&portal).await;
        add(&mut eve, "guest", BYSTANDER).await;
        let link = portal.mailed_invitation().await;
        let services = portal.services();
        administer::require_second_factor(services, "guest").await.unwrap();
        administer::no_longer_require_second_factor(services, "guest").await.unwrap();
        administer::reset_second_factor(services, "guest").await.unwrap();
        administer::set_phone(services, "guest", None).await.unwrap();
        administer::disable(services, "Eve").await.unwrap();
        assert_eq!(portal.visitor().open(&link).await.status, 404, "while its main account is disabled");
        administer::enable(services, "Eve").await.unwrap();
        assert_eq!(portal.visitor().open(&link).await.status, 200);
        // Another address ends it, and gets its own.
        portal.mails().await;
        let email = Email::parse("right@elsewhere.example").unwrap();
        administer::set_email(services, "guest", email).await.unwrap();
        assert_eq!(portal.visitor().open(&link).await.status, 404);
        let corrected = portal.mailed_invitation().await;
        // So does a password that the operator sets.
        administer::set_password(services, "guest", PASSWORD).await.unwrap();
        assert_eq!(portal.visitor().open(&corrected).await.status, 404);
        assert!(signs_in(&portal, "guest").await);
    }

    async fn who_is_only_invited_and_asks_for_a_password_is_invited_again_as_long_as_that_works(portal) {
        people::main_account(&portal).await;
        let mut eve = eve(&portal).await;
        add(&mut eve, "guest", BYSTANDER).await;
        let first = portal.mailed_invitation().await;
        portal.wait(2 * 86400);
        people::ask_for_a_link(&portal, "guest").await;
        let again = portal.mailed_invitation().await;
        assert_eq!(portal.visitor().open(&first).await.status, 404);
        assert_eq!(portal.visitor().open(&again).await.status, 200);
        portal.wait(86400);
        assert_eq!(portal.visitor().open(&again).await.status, 404, "three days are the end");
        people::ask_for_a_link(&portal, "guest").await;
        assert!(portal.mails().await.is_empty());
        assert_eq!(RawDatabase::of(&portal).count("one_time_links WHERE purpose = 'new_password'"), 0);
    }

    async fn a_user_name_that_was_its_owner_s_address_stays_theirs(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        add(&mut alice, "olga@old.example", "olga@old.example").await;
        accept(&portal).await;
        let mut olga = named("olga@old.example").sign_in(&portal).await;
        move_to(&portal, &mut olga, "olga@new.example").await;
        // The holder of the old mailbox now proves it.
        let mut eve = eve(&portal).await;
        move_to(&portal, &mut eve, "olga@old.example").await;
        assert_eq!(account_of(&portal, "olga@old.example").await, "olga@new.example");
        assert_eq!(account_of(&portal, "olga@new.example").await, "olga@new.example");
        assert_eq!(account_of(&portal, "Eve").await, "olga@old.example");
    }

    async fn a_user_name_that_only_looks_like_another_address_is_refused(portal) {
        people::main_account(&portal).await;
        let mut eve = eve(&portal).await;
        for name in ["alice\u{ff20}example.com", "Ａlice@example.com", "alice@example.com"] {
            let page = add(&mut eve, name, "mallory@evil.example").await;
            assert_eq!(page.status, 422, "{name}");
            assert!(page.problems()[0].contains("has to be the same"), "{name}: {:?}", page.problems());
        }
        // Corrected before the owner has chosen a password, so that it never was theirs.
        add(&mut eve, "petra@alpha.example", "petra@alpha.example").await;
        eve.fill("email", "mallory@evil.example");
        assert_eq!(eve.press("Save").await.status, 303);
        accept(&portal).await;
        assert!(signs_in(&portal, "petra@alpha.example").await, "nobody else is called so");
        let mut petra = people::subaccount(&portal, "Petra").await.sign_in(&portal).await;
        move_to(&portal, &mut petra, "petra@alpha.example").await;
        assert_eq!(account_of(&portal, "petra@alpha.example").await, "petra@alpha.example");
    }

    async fn somebody_who_is_only_invited_is_mailed_invitations_and_nothing_else(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let page = add(&mut alice, "bystander", BYSTANDER).await;
        portal.all_mails().await;
        for button in ["Unlock", "Disable account", "Enable account", "Disable account", "Enable account"] {
            assert_eq!(alice.open(&page.path).await.status, 200);
            assert_eq!(alice.press(button).await.status, 303, "{button}");
        }
        alice.open("/policy").await;
        alice.fill("mandatory_from", "2027-01-20").fill("mandatory_text", "http://evil.example/");
        assert_eq!(alice.press("Save").await.status, 303);
        remind::round(portal.services()).await.unwrap();
        let mails = portal.all_mails().await;
        let to_them: Vec<&str> = mails
            .iter()
            .filter(|mail| mail.to().as_str() == BYSTANDER)
            .map(|mail| mail.subject().as_str())
            .collect();
        assert!(to_them.len() <= 2 && to_them.iter().all(|it| it.contains("Choose your password")), "{to_them:?}");
        // The invitation that was sent when it was enabled works.
        let mut lines = mails.iter().rev().flat_map(|mail| mail.text().lines().map(str::trim));
        let link = lines.find(|line| line.contains("/invitation/")).expect("a link");
        let mut bystander = portal.visitor();
        bystander.open(url::Url::parse(link).unwrap().path()).await;
        bystander.fill("password", PASSWORD);
        assert_eq!(bystander.press("Set password").await.status, 303);
        remind::round(portal.services()).await.unwrap();
        let mails = portal.all_mails().await;
        let told = |words: &str| mails.iter().any(|mail| mail.to().as_str() == BYSTANDER && mail.subject().as_str().contains(words));
        assert!(told("becomes mandatory"), "an owner is reminded");
    }

    async fn a_disabled_invitation_is_not_renewed_before_it_is_enabled(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        let page = add(&mut alice, "bystander", BYSTANDER).await;
        alice.press("Disable account").await;
        alice.open(&page.path).await;
        if alice.page().text().contains("New invitation") {
            alice.press("New invitation").await;
            assert!(alice.land().await.text().contains("Enable it first"), "{}", alice.page().text());
        }
        alice.press("Enable account").await;
        accept(&portal).await;
    }

    async fn one_full_mailbox_keeps_no_reminder_from_the_others(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        for number in 0..12 {
            people::subaccount(&portal, &format!("shared{number}")).await;
        }
        administer::set_email(portal.services(), "shared11", Email::parse("own@example.com").unwrap()).await.unwrap();
        alice.open("/policy").await;
        alice.fill("mandatory_from", "2027-01-20");
        assert_eq!(alice.press("Save").await.status, 303);
        portal.all_mails().await;
        remind::round(portal.services()).await.unwrap();
        let mails = portal.all_mails().await;
        let reminded = |to: &str| {
            let to_them = mails.iter().filter(|mail| mail.to().as_str() == to);
            to_them.filter(|mail| mail.subject().as_str().contains("becomes mandatory")).count()
        };
        assert!(reminded("added@example.com") < 11, "{}", reminded("added@example.com"));
        assert_eq!((reminded("own@example.com"), reminded("alice@example.com")), (1, 1));
    }

    async fn unlocking_and_a_new_password_end_the_wait_of_the_address_too(portal) {
        let (_, mut alice) = people::main_account(&portal).await;
        people::subaccount(&portal, "Carol").await;
        let wrong = Person { password: "not the password".to_owned(), ..named("added@example.com") };
        let fill = async || {
            for number in 0..11 {
                let mut stranger = portal.visitor().with_address(&format!("198.51.{number}.1"));
                wrong.give_password(&mut stranger).await;
            }
            assert_eq!(named("added@example.com").give_password(&mut portal.visitor()).await.status, 429);
        };
        fill().await;
        let id = RawDatabase::of(&portal).lines("SELECT id AS line FROM accounts WHERE username = 'Carol'").remove(0);
        alice.open(&format!("/subaccounts/{id}")).await;
        assert_eq!(alice.press("Unlock").await.status, 303);
        assert!(signs_in(&portal, "added@example.com").await);
        fill().await;
        administer::set_password(portal.services(), "Carol", PASSWORD).await.unwrap();
        assert!(signs_in(&portal, "added@example.com").await);
    }

    async fn no_wait_tells_which_address_belongs_to_which_user_name(portal) {
        people::main_account(&portal).await;
        let wrong = |who: &str| Person { password: "not the password".to_owned(), ..named(who) };
        for number in 0..11 {
            let mut stranger = portal.visitor().with_address(&format!("198.51.{number}.1"));
            wrong("alice@example.com").give_password(&mut stranger).await;
        }
        let mut stranger = portal.visitor().with_address("198.51.100.1");
        let hers = wrong("Alice").give_password(&mut stranger).await;
        let nobody_s = wrong("Nobody").give_password(&mut portal.visitor().with_address("198.51.101.1")).await;
        assert_eq!((hers.status, hers.problems()), (nobody_s.status, nobody_s.problems()));
        assert!(signs_in(&portal, "Alice").await, "and she gets in by her name");
    }

    async fn a_stranger_s_address_by_mistake_gets_no_way_into_the_account(portal) {
        people::main_account(&portal).await;
        let carol = people::subaccount(&portal, "Carol").await;
        RawDatabase::of(&portal).execute("UPDATE accounts SET email = 'carol@typo.example', email_proven = FALSE WHERE username = 'Carol'");
        let mut visitor = carol.sign_in(&portal).await;
        let mails = move_to(&portal, &mut visitor, "carol@example.com").await;
        let to_stranger = mails.iter().filter(|mail| mail.to().as_str() == "carol@typo.example");
        assert!(to_stranger.clone().all(|mail| !mail.text().contains("/restore-email/")), "no way in");
        assert_eq!(to_stranger.count(), 1, "and the news, in case it is hers");
        portal.wait(50 * 3600);
        let mut visitor = carol.sign_in(&portal).await;
        let mails = move_to(&portal, &mut visitor, "carol@example.org").await;
        let told = mails.iter().filter(|mail| mail.to().as_str() == "carol@example.com");
        assert!(told.clone().any(|mail| mail.text().contains("/restore-email/")), "one that was hers has it");
    }

    async fn accounts_of_a_disabled_customer_hold_no_address(portal) {
        people::main_account(&portal).await;
        let gone = people::added_by_operator(&portal, "Gone").await;
        let mut manager = gone.sign_in(&portal).await;
        add(&mut manager, "shadow", BYSTANDER).await;
        accept(&portal).await;
        let mut eve = eve(&portal).await;
        add(&mut eve, "nora", BYSTANDER).await;
        accept(&portal).await;
        assert!(!signs_in(&portal, BYSTANDER).await, "there are two");
        administer::disable(portal.services(), "Gone").await.unwrap();
        assert!(signs_in(&portal, BYSTANDER).await);
    }

    async fn clearing_addresses_of_a_subaccount_leaves_what_passes_its_main_account_s_list(portal) {
        people::main_account(&portal).await;
        people::subaccount(&portal, "Carol").await;
        people::approve_addresses(&portal, "Carol", 2).await;
        assert!(!administer::clear_addresses(portal.services(), "Carol").await.unwrap());
        assert_eq!(RawDatabase::of(&portal).count("approved_addresses"), 2);
    }

    async fn requests_for_a_link_are_counted_by_the_customer_s_network_too(portal) {
        people::main_account(&portal).await;
        let mut refused = 0;
        for number in 0..140 {
            let mut stranger = portal.visitor().with_address(&format!("2001:db8:0:{number:x}::1"));
            stranger.open("/forgotten-password").await;
            stranger.fill("username", "alice");
            refused += usize::from(stranger.press("Send link").await.status == 429);
        }
        assert!((10..=30).contains(&refused), "{refused} of 140 from one /56");
        let mut neighbour = portal.visitor().with_address("2001:db8:1:7::1");
        neighbour.open("/forgotten-password").await;
        neighbour.fill("username", "alice");
        assert_eq!(neighbour.press("Send link").await.status, 303);
    }

    async fn this_was_not_me_says_honestly_that_no_link_comes_where_codes_come_by_mail(portal) {
        people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        people::ask_for_codes_by_email(&portal, "Alice").await;
        let mut thief = portal.visitor();
        bob.give_password(&mut thief).await;
        portal.wait(400);
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        let path = portal.mailed_path("/not-me/").await;
        let mut owner = portal.visitor();
        owner.open(&path).await;
        owner.press("This was not me").await;
        let mails = portal.all_mails().await;
        let text = mails.last().expect("a mail").text().to_owned();
        assert!(text.contains("no longer works"), "{text}");
        assert!(!text.contains("unchanged"), "{text}");
        forgotten_password::round(portal.services()).await.unwrap();
    }
}
