//! The operator's accent colour as rules of the stylesheet, adjusted as far as necessary: text in it, and text on it,
//! has a contrast of at least 7:1 in light and in dark (WCAG 2.2, 1.4.6).

use std::fmt::Write as _;

/// Red, green and blue.
pub type Colour = [u8; 3];

/// The minimum contrast of text in the accent colour.
const CONTRAST: f64 = 7.0;
/// `--paper` in light: of the backgrounds that links stand on, the darkest.
pub const LIGHT: Colour = [0xf4, 0xf6, 0xf7];
/// `--warn-wash` in dark: of those there, the lightest.
pub const DARK: Colour = [0x2a, 0x22, 0x14];
const BLACK: Colour = [0; 3];
const WHITE: Colour = [255; 3];

/// The accent colour as shown on light pages.
#[must_use]
pub fn on_light(accent: Colour) -> Colour {
    until_it_stands_out(accent, LIGHT, BLACK)
}

/// The custom properties of an accent colour, light and dark. They are in no cascade layer, so that they override
/// those of the stylesheet.
#[must_use]
pub fn rules(accent: Colour) -> String {
    let light = on_light(accent);
    let dark = until_it_stands_out(accent, DARK, WHITE);
    let on_dark = until_it_stands_out(dark, dark, BLACK);
    let mut rules = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        rules,
        ":root{{--accent:{};--accent-strong:{};--on-accent:{}}}\
         @media (prefers-color-scheme:dark){{:root{{--accent:{};--accent-strong:{};--on-accent:{}}}}}",
        hexadecimal(light),
        hexadecimal(mixed(light, BLACK, 25)),
        hexadecimal(WHITE),
        hexadecimal(dark),
        hexadecimal(mixed(dark, WHITE, 40)),
        hexadecimal(on_dark),
    );
    rules
}

/// `#rrggbb`.
#[must_use]
pub fn hexadecimal([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Mixes a colour with black or white, by the smallest percentage that suffices.
fn until_it_stands_out(colour: Colour, background: Colour, end: Colour) -> Colour {
    (0..=100)
        .map(|percent| mixed(colour, end, percent))
        .find(|mixed| contrast(*mixed, background) >= CONTRAST)
        .unwrap_or(end)
}

fn mixed(colour: Colour, other: Colour, percent: u16) -> Colour {
    std::array::from_fn(|part| {
        let sum = u16::from(colour[part]) * (100 - percent) + u16::from(other[part]) * percent;
        u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
    })
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, *contrast ratio*).
#[must_use]
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2, *relative luminance*.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126f64.mul_add(red, 0.7152f64.mul_add(green, 0.0722 * blue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_measured_as_wcag_does() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 0.001);
        assert!((contrast([0x76, 0x76, 0x76], WHITE) - 4.54).abs() < 0.01);
        assert!((contrast(WHITE, WHITE) - 1.0).abs() < 0.001);
    }

    #[test]
    fn whatever_colour_is_asked_for_text_in_it_and_on_it_stands_out() {
        let parts = [0, 1, 64, 128, 200, 255];
        for red in parts {
            for green in parts {
                for blue in parts {
                    let rules = rules([red, green, blue]);
                    let colours: Vec<Colour> = rules
                        .split('#')
                        .skip(1)
                        .map(|rest| {
                            let part = |at: usize| u8::from_str_radix(&rest[at..at + 2], 16).unwrap();
                            [part(0), part(2), part(4)]
                        })
                        .collect();
                    let [light, light_strong, on_light, dark, dark_strong, on_dark] = colours[..] else {
                        panic!("{rules}");
                    };
                    for (text, background) in [
                        (light, LIGHT),
                        (light_strong, LIGHT),
                        (on_light, light),
                        (on_light, light_strong),
                        (dark, DARK),
                        (dark_strong, DARK),
                        (on_dark, dark),
                        (on_dark, dark_strong),
                    ] {
                        assert!(contrast(text, background) >= CONTRAST, "{rules}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_colour_that_stands_out_is_taken_as_it_is() {
        assert_eq!(on_light([0x0b, 0x4a, 0x63]), [0x0b, 0x4a, 0x63]);
        assert_ne!(on_light([0xff, 0x80, 0x00]), [0xff, 0x80, 0x00]);
    }

    #[test]
    fn the_backgrounds_are_those_of_the_stylesheet() {
        let stylesheet = include_str!("../../static/vestibule.css");
        let (light, dark) = stylesheet.split_once("prefers-color-scheme: dark").unwrap();
        assert!(light.contains(&format!("--paper: {};", hexadecimal(LIGHT))));
        assert!(dark.contains(&format!("--warn-wash: {};", hexadecimal(DARK))));
    }
}
