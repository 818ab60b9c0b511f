//! Networks from which sign-in is allowed.

use std::{fmt, net::IpAddr};

use ipnet::IpNet;

use super::{named::named, typed};

/// Networks from which sign-in is allowed; an empty list allows every address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AllowList(Vec<IpNet>);

/// Why a typed list is not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AllowListError {
    /// A line that is neither an address nor a network.
    Unreadable(usize),
    /// A network address with host bits set.
    HostBits(usize, IpNet),
    /// Too many entries.
    TooMany,
}

impl AllowList {
    /// Maximum number of entries.
    pub const MAX: usize = 50;
    /// Maximum length of the text of a list, in characters.
    pub const LONGEST_TEXT: usize = Self::MAX * 50;

    /// Parses a typed list, with one address or network per line.
    ///
    /// # Errors
    /// [`AllowListError`] names the line and gives the correct form.
    pub fn parse(text: &str) -> Result<Self, AllowListError> {
        let mut networks: Vec<IpNet> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            let line: String = typed::visible(line).collect();
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            let network = network(line, number + 1)?;
            if !networks.contains(&network) {
                networks.push(network);
            }
            if networks.len() > Self::MAX {
                return Err(AllowListError::TooMany);
            }
        }
        Ok(Self(networks))
    }

    /// Whether every address is allowed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether sign-in is allowed from this address.
    #[must_use]
    pub fn allows(&self, address: IpAddr) -> bool {
        self.is_empty() || self.0.iter().any(|network| network.contains(&address))
    }
}

fn network(line: &str, number: usize) -> Result<IpNet, AllowListError> {
    if let Ok(address) = line.parse::<IpAddr>() {
        // An IPv4-mapped address: clients are compared as IPv4.
        return Ok(IpNet::from(address.to_canonical()));
    }
    let network: IpNet = line.parse().map_err(|_| AllowListError::Unreadable(number))?;
    if network.addr() != network.network() {
        return Err(AllowListError::HostBits(number, network.trunc()));
    }
    Ok(network)
}

/// The typed form: one per line, single addresses without a prefix length.
impl fmt::Display for AllowList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, network) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{}", Place(*network))?;
        }
        Ok(())
    }
}

/// The network location of a client: an IPv4 address, or the /64 network of an IPv6 address. The other half of
/// an IPv6 address belongs to the device, and many devices change it daily (RFC 8981), so a list of full
/// addresses would lock its owner out the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(IpNet);

impl Place {
    /// Bits of an IPv6 address that name the network (RFC 4291, 2.5.4).
    const NETWORK_BITS: u8 = 64;

    /// The place of an address.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        let address = address.to_canonical();
        let whole = IpNet::from(address);
        Self(match address {
            IpAddr::V4(_) => whole,
            // The whole IPv4 internet behind one NAT64 translator (RFC 6052, 2.1).
            IpAddr::V6(v6) if v6.segments()[..6] == [0x64, 0xff9b, 0, 0, 0, 0] => whole,
            IpAddr::V6(_) => IpNet::new(address, Self::NETWORK_BITS).map_or(whole, |network| network.trunc()),
        })
    }

    /// The first address of the network, which identifies it.
    #[must_use]
    pub fn beginning(self) -> IpAddr {
        self.0.addr()
    }

    /// The same place if it contains more than one address.
    #[must_use]
    pub fn network(self) -> Option<Self> {
        (self.0.prefix_len() < self.0.max_prefix_len()).then_some(self)
    }
}

/// The form used in a list: a single address without a prefix length.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.network().is_some() {
            write!(f, "{}", self.0)
        } else {
            write!(f, "{}", self.0.addr())
        }
    }
}

/// The lists that apply to an account, and the approvals of one address.
#[derive(Debug, Clone, Default)]
pub struct AllowLists {
    /// The account's own list.
    pub own: AllowList,
    /// Its main account's list for all accounts.
    pub everybody: AllowList,
    /// The lists that the address was approved against, for this account. An approval applies only to the list
    /// that it was given for (the attack: an account approves its own address and so bypasses a list that its
    /// main account sets later).
    pub approved: Vec<AllowListScope>,
}

named! {
    /// Whose list refuses an address, and who may approve it.
    pub enum AllowListScope {
        /// The account's own.
        Own = "own",
        /// The main account's.
        Everybody = "everybody",
    }
}

impl AllowLists {
    /// The list that refuses this address: every list must allow the address, unless it was approved against
    /// that list. If both refuse, the main account's applies.
    #[must_use]
    pub fn refusing(&self, address: IpAddr) -> Option<AllowListScope> {
        [
            (AllowListScope::Everybody, &self.everybody),
            (AllowListScope::Own, &self.own),
        ]
        .into_iter()
        .find(|(scope, list)| !list.allows(address) && !self.approved.contains(scope))
        .map(|(scope, _)| scope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn addresses_and_networks_of_both_kinds_are_read_and_written() {
        let text =
            "203.0.113.7\r\n\r\n 198.51.100.0/24 \n2001:db8::/32\n2001:db8::1\n::ffff:192.0.2.1\n203.0.113.7";
        let list = AllowList::parse(text).unwrap();
        assert_eq!(
            list.to_string(),
            "203.0.113.7\n198.51.100.0/24\n2001:db8::/32\n2001:db8::1\n192.0.2.1"
        );
        assert_eq!(AllowList::parse(&list.to_string()), Ok(list.clone()));
        for inside in ["203.0.113.7", "198.51.100.255", "2001:db8:ffff::1", "192.0.2.1"] {
            assert!(list.allows(ip(inside)), "{inside}");
        }
        for outside in ["203.0.113.8", "198.51.101.0", "2001:db9::1", "192.0.2.2"] {
            assert!(!list.allows(ip(outside)), "{outside}");
        }
        assert!(AllowList::default().allows(ip("192.0.2.2")), "no list, no wall");
    }

    #[test]
    fn a_place_is_an_address_or_the_network_that_a_device_stays_in() {
        for (address, place) in [
            ("203.0.113.7", "203.0.113.7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"),
            ("64:ff9b::cb00:7109", "64:ff9b::cb00:7109"),
        ] {
            assert_eq!(Place::of(ip(address)).to_string(), place);
        }
        let list = AllowList::parse(&Place::of(ip("2001:db8:1:2::7")).to_string()).unwrap();
        assert!(list.allows(ip("2001:db8:1:2:1234::9")), "tomorrow's address");
        assert!(!list.allows(ip("2001:db8:1:3::7")), "next door");
    }

    #[test]
    fn a_wrong_line_is_named() {
        for (text, error) in [
            ("203.0.113.7\nhome", AllowListError::Unreadable(2)),
            ("203.0.113", AllowListError::Unreadable(1)),
            ("203.0.113.7/33", AllowListError::Unreadable(1)),
            ("203.0.113.0-203.0.113.9", AllowListError::Unreadable(1)),
            ("203.0.113.7, 203.0.113.8", AllowListError::Unreadable(1)),
            ("2001:db8::/129", AllowListError::Unreadable(1)),
            (
                "203.0.113.7/24",
                AllowListError::HostBits(1, "203.0.113.0/24".parse().unwrap()),
            ),
        ] {
            assert_eq!(AllowList::parse(text), Err(error), "{text}");
        }
        let many: Vec<String> = (0..51).map(|n| format!("203.0.113.{n}")).collect();
        assert_eq!(AllowList::parse(&many.join("\n")), Err(AllowListError::TooMany));
    }

    #[test]
    fn each_list_has_to_allow_an_address_that_nobody_approved() {
        let list = |text: &str| AllowList::parse(text).unwrap();
        let lists = |own: &str, everybody: &str, approved| AllowLists {
            own: list(own),
            everybody: list(everybody),
            approved,
        };
        let here = ip("203.0.113.7");
        for (own, everybody, approved, refusing) in [
            ("", "", vec![], None),
            ("203.0.113.7", "203.0.113.0/24", vec![], None),
            ("203.0.113.8", "203.0.113.0/24", vec![], Some(AllowListScope::Own)),
            (
                "203.0.113.7",
                "192.0.2.0/24",
                vec![],
                Some(AllowListScope::Everybody),
            ),
            (
                "203.0.113.8",
                "192.0.2.0/24",
                vec![],
                Some(AllowListScope::Everybody),
            ),
            (
                "203.0.113.8",
                "192.0.2.0/24",
                vec![AllowListScope::Own],
                Some(AllowListScope::Everybody),
            ),
            (
                "203.0.113.8",
                "192.0.2.0/24",
                vec![AllowListScope::Everybody],
                Some(AllowListScope::Own),
            ),
            (
                "203.0.113.8",
                "192.0.2.0/24",
                vec![AllowListScope::Own, AllowListScope::Everybody],
                None,
            ),
        ] {
            assert_eq!(
                lists(own, everybody, approved).refusing(here),
                refusing,
                "{own} {everybody}"
            );
        }
    }
}
