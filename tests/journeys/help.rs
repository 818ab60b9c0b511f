//! The help page.

use crate::support::{people, portal::on_both_databases};

on_both_databases! {
    async fn help_shows_after_the_first_wrong_code(portal) {
        let (person, _) = people::main_account_with_totp(&portal).await;
        let mut visitor = portal.visitor();
        assert!(!person.give_password(&mut visitor).await.has_button("Help"));
        assert!(person.guess_codes(&portal, &mut visitor, 1).await.has_button("Help"));
        let page = visitor.press("Help").await;
        assert_eq!((page.status, page.heading().as_str()), (200, "Get a backup code"));
        assert!(page.text().contains("the administrator of Acme Panel"), "and ends with whom to ask");
        visitor.open("/login/code").await;
        let page = visitor.click("Codes that do not work").await;
        for part in ["what", "apps", "codes", "sent-codes", "lost", "ask"] {
            assert_eq!(page.select(&format!("section#{part}")).len(), 1, "{part}");
        }
        assert!(page.text().contains("the administrator of Acme Panel"));
        assert!(visitor.open("/login/code").await.has_button("Help"), "still, after a refresh");
    }

    async fn help_shows_when_the_operator_wants_it(portal) {
        let portal = portal.rebuilt(|settings| settings.sign_in.help_after = 0).await;
        let (person, _) = people::main_account_with_totp(&portal).await;
        assert!(person.give_password(&mut portal.visitor()).await.has_button("Help"));
        let portal = portal.rebuilt(|settings| settings.sign_in.help_after = 2).await;
        let mut visitor = portal.visitor();
        person.give_password(&mut visitor).await;
        assert!(!person.guess_codes(&portal, &mut visitor, 1).await.has_button("Help"));
        assert!(person.guess_codes(&portal, &mut visitor, 1).await.has_button("Help"));
    }

    async fn a_support_link_is_shown_where_one_may_need_it(portal) {
        let link = "mailto:help@example.com";
        let portal = portal.rebuilt(|settings| settings.sign_in.support = Some(link.to_owned())).await;
        for path in ["/help", "/login", "/nowhere"] {
            assert!(portal.visitor().open(path).await.html.contains(link), "{path}");
        }
    }

    async fn health_is_told_to_load_balancers(portal) {
        for path in ["/healthz", "/readyz"] {
            let page = portal.visitor().open(path).await;
            assert_eq!((page.status, page.html.as_str()), (200, "ok"), "{path}");
        }
    }
}
