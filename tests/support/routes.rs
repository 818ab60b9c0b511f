//! The route that an address belongs to, as the route table writes it.

/// Of a path, with or without a query.
pub fn route_of(address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        [
            "",
            first @ ("welcome" | "invitation" | "new-password" | "not-me" | "approve-address"),
            _,
        ] => format!("/{first}/{{token}}"),
        ["", "subaccounts", "new" | "remind" | "sent-codes" | "activity"] => path.to_owned(),
        ["", "subaccounts", _, ref rest @ ..] => [&["", "subaccounts", "{id}"], rest].concat().join("/"),
        _ => path.to_owned(),
    }
}
