//! A main account that is disabled, and its subaccounts with it.

use vestibule::flows::{administer, check};

use crate::{
    security::raw_database::RawDatabase,
    support::{
        people,
        portal::{TestPortal, on_both_databases},
        visitor::Visitor,
    },
};

/// The names that `account list` shows as disabled with their main account.
async fn disabled_with_main(portal: &TestPortal) -> Vec<String> {
    use vestibule::domain::account::Disabled;
    let accounts = administer::list(portal.services()).await.unwrap();
    accounts
        .into_iter()
        .filter(|account| matches!(account.disabled, Some(Disabled::WithMainAccount(_))))
        .map(|account| account.username.as_str().to_owned())
        .collect()
}

async fn is_inside(visitor: &mut Visitor) -> bool {
    visitor.open("/account").await.status == 200
}

on_both_databases! {
    async fn subaccounts_of_a_disabled_main_account_are_signed_out_and_cannot_sign_in(portal) {
        people::main_account(&portal).await;
        let mia = people::manager(&portal, "Mia").await;
        let bob = people::subaccount(&portal, "Bob").await;
        let carol = people::required_subaccount(&portal, "Carol").await;
        people::added_by_operator(&portal, "Mallory").await;
        let trent = people::added(&portal, "Trent", Some("Mallory"), false, false).await;
        let (mut manager, mut user, mut other) = (mia.sign_in(&portal).await, bob.sign_in(&portal).await, trent.sign_in(&portal).await);
        manager.open("/subaccounts/new").await;
        manager.fill("username", "late.guest").fill("email", "guest@example.com");
        // Half signed in: the set-up is still pending.
        let mut half = portal.visitor();
        assert_eq!(carol.give_password(&mut half).await.path, "/login/setup");

        let disabling = administer::disable(portal.services(), "Alice").await.unwrap();
        assert_eq!((disabling.changed, disabling.subaccounts, disabling.signed_out), (true, 3, 2));
        let page = manager.press("Create").await;
        assert!(page.location().unwrap().starts_with("/login"), "{page:?}");
        assert_eq!(RawDatabase::of(&portal).count("accounts WHERE username = 'late.guest'"), 0);
        assert!(!is_inside(&mut user).await);
        assert!(half.open("/login/setup").await.location().unwrap().starts_with("/login"));
        assert!(is_inside(&mut other).await, "nothing happens to other main accounts");
        assert_eq!(disabled_with_main(&portal).await, ["Bob", "Carol", "Mia"]);

        // The same refusal as for an account that is itself disabled.
        administer::disable(portal.services(), "Trent").await.unwrap();
        for who in [&mia, &bob, &carol, &trent] {
            let page = who.give_password(&mut portal.visitor()).await;
            assert_eq!(page.status, 422, "{}", who.username);
            assert_eq!(page.problems(), trent.give_password(&mut portal.visitor()).await.problems());
        }
        portal.mails().await;
        people::ask_for_a_link(&portal, "Bob").await;
        assert!(portal.mails().await.is_empty(), "no link to a new password");
        let checked = check::everything(portal.services()).await.unwrap();
        assert_eq!(checked.findings, []);
    }

    async fn enabling_a_main_account_lets_its_subaccounts_in_again_and_revives_no_session(portal) {
        people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        let carol = people::subaccount(&portal, "Carol").await;
        let mut open = bob.sign_in(&portal).await;
        administer::disable(portal.services(), "Carol").await.unwrap();
        administer::disable(portal.services(), "Alice").await.unwrap();
        assert_eq!(bob.give_password(&mut portal.visitor()).await.status, 422);
        assert!(administer::enable(portal.services(), "Alice").await.unwrap());
        assert!(!is_inside(&mut open).await, "what was open stays ended");
        let mut again = bob.sign_in(&portal).await;
        assert!(is_inside(&mut again).await);
        assert_eq!(carol.give_password(&mut portal.visitor()).await.status, 422, "she was disabled herself");
        assert!(disabled_with_main(&portal).await.is_empty());
    }

    async fn a_link_of_a_subaccount_does_not_open_while_its_main_account_is_disabled(portal) {
        people::main_account(&portal).await;
        people::subaccount(&portal, "Bob").await;
        people::ask_for_a_link(&portal, "Bob").await;
        let link = portal.mailed_path("/new-password/").await;
        assert_eq!(portal.visitor().open(&link).await.status, 200);
        administer::disable(portal.services(), "Alice").await.unwrap();
        assert_eq!(portal.visitor().open(&link).await.status, 404);
    }
}
