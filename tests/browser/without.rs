//! What a browser may lack: JavaScript, and a wide screen.

use serde_json::json;

use super::{set_up, tour};
use crate::support::{browser::Browser, house::on_both_databases};

on_both_databases! {
    async fn without_javascript_one_gets_from_the_first_run_to_a_sign_in_with_a_code(house) {
        let browser = Browser::without_javascript(&house.url()).await;
        set_up::from_the_first_run_to_the_second_sign_in(&house, &browser).await;
    }

    async fn no_page_has_to_be_scrolled_sideways_at_320_pixels(house) {
        let browser = Browser::open(&house.url()).await;
        // Not as a telephone: that would zoom out until a page that is too wide fits.
        let narrow = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        browser.devtools("Emulation.setDeviceMetricsOverride", narrow).await;
        let inspect = async |name: &str| {
            let widths = browser
                .ask("return [document.documentElement.scrollWidth, window.innerWidth]")
                .await;
            assert_eq!(widths[1], 320, "{name}");
            assert!(widths[0].as_i64() <= Some(320), "{name} is {} pixels wide", widths[0]);
            assert_is_well_formed(&browser, name).await;
        };
        tour::of_every_page(&house, &browser, inspect).await;
    }
}

/// What holds on every page whatever it is for; seen in passing.
async fn assert_is_well_formed(browser: &Browser, name: &str) {
    let wrong = browser
        .ask(
            r#"
            const all = css => [...document.querySelectorAll(css)];
            const wrong = [];
            if (all('h1').length !== 1) wrong.push(`${all('h1').length} h1`);
            if (document.title.startsWith('Error: ') !== (all('.error-summary').length === 1))
                wrong.push(`title: ${document.title}`);
            for (const field of all('input:not([type=hidden]):not([aria-hidden])'))
                if (!field.labels.length) wrong.push(`no label: ${field.name}`);
            for (const link of all('a[href^="\#"]'))
                if (!document.getElementById(link.hash.slice(1))) wrong.push(`leads nowhere: ${link.hash}`);
            for (const one of all('[aria-describedby], [aria-labelledby]'))
                for (const by of ['aria-describedby', 'aria-labelledby'])
                    for (const id of (one.getAttribute(by) || '').split(' ').filter(Boolean))
                        if (!document.getElementById(id)) wrong.push(`${by}: ${id}`);
            for (const one of all('[id]'))
                if (all('#' + one.id).length !== 1) wrong.push(`twice: ${one.id}`);
            if (all('script, [style]').length) wrong.push('a script or a style');
            return wrong.join('; ');
            "#,
        )
        .await;
    assert_eq!(wrong, "", "{name}");
}
