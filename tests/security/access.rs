//! Access control: every role at every route with every method, compared with the one table in `access_matrix.txt`.
//!
//! A cell is `in` if the handler was reached, `>PAGE` for a redirect to another page (the end of its address),
//! otherwise the status. A POST has a token that is never valid, so that a handler that is reached answers 403 and
//! nothing is changed.

use std::{collections::BTreeSet, fmt::Write as _};

use reqwest::Method;
use vestibule::{domain::policy::Policy, flows::administer, store::policies};

use super::{FORM, SESSION, assert_headers};
use crate::support::{
    page::Page,
    people,
    portal::{TestPortal, on_both_databases},
    routes::mounted,
    visitor::Visitor,
};

const TABLE: &str = include_str!("access_matrix.txt");

const ROLES: [&str; 11] = [
    "anonymous",
    "code",
    "phone",
    "mail",
    "enrol-only",
    "subaccount",
    "manager",
    "main",
    "other-main",
    "disabled",
    "garbage",
];

/// A visitor of each role, in the order of [`ROLES`], and the id of a subaccount of the main one.
async fn everybody(portal: &TestPortal) -> (Vec<Visitor>, String) {
    let (alice, main) = people::main_account_with_totp(portal).await;
    let mut code = portal.visitor();
    alice.give_password(&mut code).await;
    let carol = people::required_subaccount_with_number(portal, "Carol").await;
    let mut phone = portal.visitor();
    carol.give_password(&mut phone).await;
    let dora = people::required_subaccount(portal, "Dora").await;
    let mut enrol_only = portal.visitor();
    dora.give_password(&mut enrol_only).await;
    let subaccount = people::subaccount(portal, "Bob").await.sign_in(portal).await;
    let manager = people::manager(portal, "Mia").await.sign_in(portal).await;
    let disabled = people::subaccount(portal, "Ivan").await.sign_in(portal).await;
    administer::disable(portal.services(), "Ivan").await.unwrap();

    let owner = people::added_by_operator(portal, "Eve").await;
    let frank = people::added(portal, "Frank", Some("Eve"), false, false).await;
    let eve = people::id_of(portal, "Eve").await;
    let policy = Policy {
        email_codes: true,
        ..Policy::default()
    };
    let set = portal
        .services()
        .database
        .run(move |conn| policies::set(conn, &eve, &policy));
    set.await.unwrap();
    let mut other_main = portal.visitor();
    people::give_mailed_code(portal, &owner, &mut other_main).await;
    let mut by_mail = portal.visitor();
    frank.give_password(&mut by_mail).await;

    let mut garbage = portal.visitor();
    garbage.set_cookie(SESSION, "garbage");
    let everybody = vec![
        portal.visitor(),
        code,
        phone,
        by_mail,
        enrol_only,
        subaccount,
        manager,
        main,
        other_main,
        disabled,
        garbage,
    ];
    (everybody, people::id_of(portal, "Bob").await.0)
}

/// What a page reveals about access.
fn cell(page: &Page) -> String {
    match page.status {
        200 | 403 => "in".to_owned(),
        302 | 303 => {
            let location = page.location().unwrap_or_default();
            let path = location.split('?').next().unwrap_or_default();
            format!(">{}", path.rsplit('/').next().unwrap_or_default())
        }
        status => status.to_string(),
    }
}

/// The routes, except the files that browsers cache.
fn routes() -> BTreeSet<&'static str> {
    let paths = mounted().into_iter().map(|(_, path)| path);
    paths.filter(|path| !path.starts_with("/static/")).collect()
}

async fn measured(portal: &TestPortal) -> String {
    let (mut everybody, id) = everybody(portal).await;
    let mut table = format!("{:<48}", "");
    for role in ROLES {
        write!(table, " {role:<15}").unwrap();
    }
    table = table.trim_end().to_owned() + "\n";
    for route in routes() {
        let path = route
            .replace("{id}", &id)
            .replace("{token}", "x")
            .replace("{random}", "x");
        for method in [Method::GET, Method::POST, Method::PUT] {
            let mut row = format!("{:<48}", format!("{method} {route}"));
            for visitor in &mut everybody {
                let mut copy = visitor.thief();
                let request = copy.request(method.clone(), &path);
                let page = if method == Method::POST {
                    let (name, value) = FORM;
                    request.header(name, value).body("csrf=fits-nobody").send().await
                } else {
                    request.send().await
                };
                assert_headers(&page, false);
                write!(row, " {:<15}", cell(&page)).unwrap();
            }
            table += row.trim_end();
            table.push('\n');
        }
    }
    table
}

on_both_databases! {
    async fn every_role_reaches_at_every_route_what_the_table_says(portal) {
        let measured = measured(&portal).await;
        if measured != TABLE {
            let different: Vec<&str> = measured.lines().filter(|line| !TABLE.lines().any(|known| known == *line)).collect();
            std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/access_matrix.txt"), &measured).unwrap();
            panic!(
                "{} of {} rows are not in tests/security/access_matrix.txt; all of them are in {}:\n{}",
                different.len(),
                measured.lines().count(),
                concat!(env!("CARGO_TARGET_TMPDIR"), "/access_matrix.txt"),
                different.join("\n")
            );
        }
    }
}
