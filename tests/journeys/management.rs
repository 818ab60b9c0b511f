//! What managers do to the accounts of others: what it requires, who is notified, and who sees it later.

use crate::{
    security::raw_database::RawDatabase,
    support::{
        people::{self, Person},
        portal::{TestPortal, on_both_databases},
        visitor::Visitor,
    },
};

const ACTIVITY: &str = "/subaccounts/activity";

/// A manager with an authenticator, signed in.
async fn mia(portal: &TestPortal) -> (Person, Visitor) {
    let mut mia = people::manager(portal, "Mia").await;
    let mut visitor = mia.sign_in(portal).await;
    mia.set_up_authenticator(portal, &mut visitor).await;
    (mia, visitor)
}

/// Opens the page of a subaccount and fills in what deleting it requires.
async fn about_to_delete(portal: &TestPortal, visitor: &mut Visitor, who: &Person, username: &str) {
    portal.wait(30);
    visitor.open(&format!("/subaccounts?q={username}")).await;
    visitor.click_in("tbody tr:last-child", "Change").await;
    if visitor.page().status == 303 {
        visitor.land().await;
        visitor.fill("password", &who.password);
        visitor.press("Confirm").await;
        visitor.land().await;
    }
    assert_eq!(visitor.page().heading(), format!("Change {username}"));
    visitor
        .tick("sure")
        .fill("reason", "left the company")
        .fill("password", &who.password)
        .fill("code", &who.code(portal));
}

async fn delete(portal: &TestPortal, visitor: &mut Visitor, who: &Person, username: &str) {
    about_to_delete(portal, visitor, who, username).await;
    assert_eq!(visitor.press("Delete account").await.status, 303);
    assert!(visitor.land().await.text().contains("The account is deleted."));
}

on_both_databases! {
    async fn a_main_account_sees_what_its_managers_did_to_accounts_that_are_deleted_too(portal) {
        let (alice, mut main) = people::main_account_with_totp(&portal).await;
        let (mia, mut manager) = mia(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        bob.sign_in(&portal).await;
        people::added_by_operator(&portal, "Mallory").await;
        delete(&portal, &mut manager, &mia, "Bob").await;
        assert_eq!(manager.open(ACTIVITY).await.status, 404, "a manager does not see what the others did");
        // The manager is deleted too, and the entries of what she did keep her name.
        delete(&portal, &mut main, &alice, "Mia").await;
        main.open("/subaccounts").await;
        let page = main.click_in("main", "What managers did").await;
        assert_eq!(page.path, ACTIVITY);
        let lines = page.select(".log tbody tr");
        let deleted = |account: &str, by: &str| {
            lines.iter().filter(|line| line.contains("Account deleted") && line.contains(account) && line.contains(by)
                && line.contains("Reason: left the company")).count()
        };
        assert_eq!((deleted("Bob", "Mia"), deleted("Mia", "You")), (1, 1), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("Account created") && line.contains("Bob") && line.contains("administrator")));
        assert!(!lines.iter().any(|line| line.contains("Signed in")), "what they did themselves is theirs: {lines:?}");
        assert!(!page.text().contains("Mallory"), "nor is what belongs to another main account");

        let by: Vec<String> = RawDatabase::of(&portal).lines("SELECT DISTINCT actor AS line FROM security_events WHERE actor_name = 'Mia'");
        main.choose("by", &by[0]);
        let page = main.press("Show").await;
        let lines = page.select(".log tbody tr");
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].contains("Bob"), "{lines:?}");
        let file = main.click("Download as CSV").await;
        assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
        let lines: Vec<&str> = file.html.lines().collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].ends_with("\"reason\",\"account\""), "{lines:?}");
        assert!(lines[1].contains("\"account_deleted\"") && lines[1].ends_with("\"left the company\",\"Bob\""), "{lines:?}");
    }

    async fn deleting_an_account_takes_what_a_reset_takes(portal) {
        let (alice, mut main) = people::main_account(&portal).await;
        let bob = people::subaccount(&portal, "Bob").await;
        main.open("/subaccounts?q=Bob").await;
        let page = main.click_in("tbody tr:last-child", "Change").await;
        assert!(!page.has_button("Delete account"));
        assert!(page.text().contains("You need two-factor authentication yourself before you can delete an account"));
        // Nor with a forged form.
        let path = page.path.clone();
        let token = page.field_value("csrf").unwrap();
        let body = format!("csrf={token}&sure=on&reason=x&password={}&code=123456", alice.password.replace(' ', "+"));
        let form = ("content-type", "application/x-www-form-urlencoded");
        assert_eq!(main.submit_raw(&format!("{path}/delete"), body, &[form]).await.status, 422);

        let mut alice = alice;
        alice.set_up_authenticator(&portal, &mut main).await;
        for (field, wrong, said) in [
            ("reason", "", "Give a reason, in a few words."),
            ("password", "not the password", "The password is not right."),
            ("code", "000000", "not right"),
        ] {
            about_to_delete(&portal, &mut main, &alice, "Bob").await;
            main.fill(field, wrong);
            let page = main.press("Delete account").await;
            assert_eq!(page.status, 422, "{field}");
            assert!(page.problems().iter().any(|problem| problem.contains(said)), "{field}: {:?}", page.problems());
            portal.wait(900);
        }
        bob.sign_in(&portal).await;
        let mut main = alice.sign_in(&portal).await;
        delete(&portal, &mut main, &alice, "Bob").await;
        assert_eq!(bob.give_password(&mut portal.visitor()).await.status, 422);
    }

    async fn the_owner_of_a_deleted_account_and_its_main_account_are_told(portal) {
        people::main_account(&portal).await;
        let (mia, mut manager) = mia(&portal).await;
        people::subaccount(&portal, "Bob").await;
        portal.mails().await;
        delete(&portal, &mut manager, &mia, "Bob").await;
        let mails = portal.mails().await;
        let told: Vec<(&str, &str)> = mails.iter().map(|mail| (mail.to().as_str(), mail.subject().as_str())).collect();
        assert_eq!(told, [
            ("added@example.com", "Acme Panel: Your account was deleted"),
            ("alice@example.com", "Acme Panel: A user account was deleted"),
        ]);
        for (mail, said) in mails.iter().zip(["Mia deleted the account Bob.", "Mia deleted the user account Bob."]) {
            assert!(mail.text().contains(said), "{}", mail.text());
            assert!(!mail.text().contains("left the company"), "the reason stays in the log");
        }
        assert!(mails[1].text().contains(ACTIVITY));
    }

    async fn a_changed_policy_is_told_and_one_that_stays_as_it_is_is_not(portal) {
        let (_, mut main) = people::main_account_with_totp(&portal).await;
        portal.mails().await;
        main.open("/policy").await;
        main.press("Save").await;
        assert!(portal.mails().await.is_empty());
        assert_eq!(RawDatabase::of(&portal).events("policy_changed"), 0);
        main.open("/policy").await;
        main.choose("first_sign_in", "app");
        main.press("Save").await;
        let mails = portal.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].subject().as_str(), "Acme Panel: Your policy was changed");
        assert!(mails[0].text().contains("The policy of Alice was changed") && mails[0].text().contains("If this was not you"));
        let page = main.open(ACTIVITY).await;
        assert!(page.select(".log tbody tr")[0].contains("Policy changed"), "{}", page.text());
    }
}
