//! A main account that is disabled, and its subaccounts with it.

use vestibule::flows::{administer, check};

use crate::{
    security::underneath::Underneath,
    support::{
        house::{House, on_both_databases},
        people,
        visitor::Visitor,
    },
};

/// The names of those that `account list` shows as disabled with their main account.
async fn disabled_with_main(house: &House) -> Vec<String> {
    use vestibule::domain::account::Disabled;
    let accounts = administer::list(house.services()).await.unwrap();
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
    async fn subaccounts_of_a_disabled_main_account_are_signed_out_and_cannot_sign_in(house) {
        people::main_account(&house).await;
        let mia = people::manager(&house, "Mia").await;
        let bob = people::subaccount(&house, "Bob").await;
        let carol = people::required_subaccount(&house, "Carol").await;
        people::added_by_operator(&house, "Mallory").await;
        let trent = people::added(&house, "Trent", Some("Mallory"), false, false).await;
        let (mut manager, mut user, mut other) = (mia.sign_in(&house).await, bob.sign_in(&house).await, trent.sign_in(&house).await);
        manager.open("/subaccounts/new").await;
        manager.fill("username", "late.guest").fill("email", "guest@example.com");
        // Half signed in: the set-up is still to come.
        let mut half = house.visitor();
        assert_eq!(carol.give_password(&mut half).await.path, "/login/setup");

        let disabling = administer::disable(house.services(), "Alice").await.unwrap();
        assert_eq!((disabling.changed, disabling.subaccounts, disabling.signed_out), (true, 3, 2));
        let page = manager.press("Create").await;
        assert!(page.location().unwrap().starts_with("/login"), "{page:?}");
        assert_eq!(Underneath::of(&house).count("accounts WHERE username = 'late.guest'"), 0);
        assert!(!is_inside(&mut user).await);
        assert!(half.open("/login/setup").await.location().unwrap().starts_with("/login"));
        assert!(is_inside(&mut other).await, "nothing happens to other main accounts");
        assert_eq!(disabled_with_main(&house).await, ["Bob", "Carol", "Mia"]);

        // The same refusal as for an account that is disabled itself.
        administer::disable(house.services(), "Trent").await.unwrap();
        for who in [&mia, &bob, &carol, &trent] {
            let page = who.give_password(&mut house.visitor()).await;
            assert_eq!(page.status, 422, "{}", who.username);
            assert_eq!(page.problems(), trent.give_password(&mut house.visitor()).await.problems());
        }
        house.mails().await;
        people::ask_for_a_link(&house, "Bob").await;
        assert!(house.mails().await.is_empty(), "no link to a new password");
        let checked = check::everything(house.services()).await.unwrap();
        assert_eq!(checked.findings, []);
    }

    async fn enabling_a_main_account_lets_its_subaccounts_in_again_and_revives_no_session(house) {
        people::main_account(&house).await;
        let bob = people::subaccount(&house, "Bob").await;
        let carol = people::subaccount(&house, "Carol").await;
        let mut open = bob.sign_in(&house).await;
        administer::disable(house.services(), "Carol").await.unwrap();
        administer::disable(house.services(), "Alice").await.unwrap();
        assert_eq!(bob.give_password(&mut house.visitor()).await.status, 422);
        assert!(administer::enable(house.services(), "Alice").await.unwrap());
        assert!(!is_inside(&mut open).await, "what was open stays ended");
        let mut again = bob.sign_in(&house).await;
        assert!(is_inside(&mut again).await);
        assert_eq!(carol.give_password(&mut house.visitor()).await.status, 422, "she was disabled herself");
        assert!(disabled_with_main(&house).await.is_empty());
    }

    async fn a_link_of_a_subaccount_does_not_open_while_its_main_account_is_disabled(house) {
        people::main_account(&house).await;
        people::subaccount(&house, "Bob").await;
        people::ask_for_a_link(&house, "Bob").await;
        let link = house.mailed_path("/new-password/").await;
        assert_eq!(house.visitor().open(&link).await.status, 200);
        administer::disable(house.services(), "Alice").await.unwrap();
        assert_eq!(house.visitor().open(&link).await.status, 404);
    }
}
