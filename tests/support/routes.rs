//! The routes of the server, read from the source of the route table.

/// All mounted routes, each with its kind: `get`, `post` or `form`.
pub fn mounted() -> Vec<(&'static str, &'static str)> {
    let table = include_str!("../../src/web/routes.rs");
    let mounted: Vec<(&str, &str)> = table
        .split(".service(")
        .filter_map(|part| part.split_once('('))
        .filter(|(how, _)| ["get", "post", "form"].contains(how))
        .map(|(how, part)| (how, path(part.trim_start())))
        .collect();
    assert!(mounted.len() > 70, "{mounted:?}");
    mounted
}

/// The path of a constant.
fn path(constant: &str) -> &'static str {
    let paths = include_str!("../../src/web/paths.rs");
    // As it is, or as a pattern within a scope.
    let constant = constant.strip_prefix("under(paths::HOOKS, ").unwrap_or(constant);
    let name = constant.strip_prefix("paths::").unwrap_or_default();
    let name = name.split([',', ')']).next().unwrap_or_default();
    let line = format!("pub const {name}: &str = \"");
    let (_, rest) = paths
        .split_once(&line)
        .unwrap_or_else(|| panic!("no path in src/web/paths.rs: {constant}"));
    rest.split('"').next().unwrap_or_default()
}

/// The route that matches a path, with or without a query.
pub fn route_of(address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        [
            "",
            first @ ("welcome" | "invitation" | "new-password" | "not-me" | "restore-email"
            | "approve-address"),
            _,
        ] => format!("/{first}/{{token}}"),
        ["", "subaccounts", "new" | "remind" | "sent-codes" | "activity"] => path.to_owned(),
        ["", "subaccounts", _, ref rest @ ..] => [&["", "subaccounts", "{id}"], rest].concat().join("/"),
        _ => path.to_owned(),
    }
}
