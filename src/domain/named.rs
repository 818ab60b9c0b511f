//! Enums whose variants have one name in the database, in forms and in exports. Each variant is written once,
//! with its name.

macro_rules! named {
    ($(#[$meta:meta])* $vis:vis enum $Named:ident {
        $($(#[$about:meta])* $Variant:ident = $name:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $Named {
            $($(#[$about])* $Variant,)+
        }

        impl $Named {
            /// All variants.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The stored name; never changed once released.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)+
                }
            }

            /// Parses [`Self::name`].
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

pub(crate) use named;

#[cfg(test)]
mod tests {
    named! {
        /// A side.
        enum Side {
            /// Left.
            Left = "left",
            /// Right.
            Right = "right",
        }
    }

    #[test]
    fn what_is_written_down_is_read_back() {
        for side in Side::ALL {
            assert_eq!(Side::named(side.name()), Some(*side));
        }
        assert_eq!(Side::named("Left"), None);
        assert_eq!(Side::ALL, [Side::Left, Side::Right]);
    }
}
