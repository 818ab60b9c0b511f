//! Signing in and out.

use crate::support::{
    house::on_both_databases,
    people::{self, PASSWORD},
};

on_both_databases! {
    async fn a_password_alone_opens_an_account_without_a_second_factor(house) {
        let (person, _) = people::main_account(&house).await;
        let mut visitor = house.visitor();
        let page = person.give_password(&mut visitor).await;
        assert_eq!(page.path, "/account");
        assert!(page.text().contains("Alice"));
    }

    async fn an_account_with_an_authenticator_asks_for_a_code(house) {
        let (person, _) = people::main_account_with_totp(&house).await;
        house.wait(30);
        let mut visitor = house.visitor();
        let page = person.give_password(&mut visitor).await;
        assert_eq!(page.heading(), "Enter your one-time password");
        assert_eq!(visitor.open("/account").await.location(), Some("/login/code"));
        visitor.land().await;
        person.give_code(&mut visitor, &person.code(&house)).await;
        assert_eq!(visitor.land().await.heading(), "Your account");
    }

    async fn the_user_name_is_kept_and_the_password_is_not(house) {
        people::main_account(&house).await;
        let mut visitor = house.visitor();
        visitor.open("/login").await;
        visitor.fill("username", "alice").fill("password", "not the password");
        let page = visitor.press("Sign in").await;
        assert_eq!(page.status, 422);
        assert!(page.title().starts_with("Error: "), "{}", page.title());
        assert_eq!(page.field_value("username").as_deref(), Some("alice"));
        assert!(!page.html.contains("not the password"));
        visitor.fill("password", PASSWORD);
        visitor.press("Sign in").await;
        assert_eq!(visitor.land().await.heading(), "Your account");
    }
}
