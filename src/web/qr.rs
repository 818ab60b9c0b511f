//! QR codes as inline SVG.

use qrcode::{EcLevel, QrCode, render::svg};

use crate::flows::Fault;

/// Draws `text` in black on white with its white quiet zone, whatever the page's colours: without it, a code cannot
/// be scanned in dark mode.
///
/// # Errors
/// If the text does not fit into a QR code (over 2,331 bytes).
pub fn draw(text: &str) -> Result<String, Fault> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|error| Fault::Internal(format!("failed to create the QR code: {error}")))?;
    let drawing = code
        .render::<svg::Color<'_>>()
        .min_dimensions(240, 240)
        .quiet_zone(true)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    // An XML declaration is not allowed inside a page.
    Ok(match drawing.split_once("?>") {
        Some((_, svg)) => svg.to_owned(),
        None => drawing,
    })
}
