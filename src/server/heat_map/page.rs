//! The files of the page, and what a browser is told of them.

/// The page. Its links are relative, so that they stay behind the token.
const HTML: &str = include_str!("../page/heat-map.html");
const STYLE: &str = include_str!("../page/heat-map.css");
const SCRIPT: &str = include_str!("../page/heat-map.js");

/// Where a nonce belongs in the page.
const NONCE: &str = "NONCE";

/// A file of the page.
pub(super) struct Asset {
    pub(super) kind: &'static str,
    pub(super) text: String,
}

/// The page itself. Only what carries the nonce is run or followed.
pub(super) fn html(nonce: &str) -> Asset {
    Asset { kind: "text/html; charset=utf-8", text: HTML.replace(NONCE, nonce) }
}

/// What the page links to, by name.
pub(super) fn linked(name: &str) -> Option<Asset> {
    match name {
        "heat-map.css" => Some(Asset { kind: "text/css; charset=utf-8", text: STYLE.to_owned() }),
        "heat-map.js" => Some(Asset { kind: "text/javascript; charset=utf-8", text: SCRIPT.to_owned() }),
        _ => None,
    }
}

/// What the page may do: follow our style sheet and script, and talk with us. Everything else is forbidden, above all
/// what is written into it.
pub(super) fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; img-src data:; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// The same for all that is no page.
pub(super) const NO_PAGE: &str = "default-src 'none'; frame-ancestors 'none'";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::color;
    use crate::model::Strength;
    use std::collections::HashMap;

    #[test]
    fn the_page_has_no_script_style_or_handler_in_it_and_nothing_from_elsewhere() {
        let html = HTML.replace("data:,", "");
        assert!(!html.contains("://") && !html.contains(" style=") && !html.contains("<style"), "{html}");
        assert!(!html.contains("onclick") && !html.contains("onload"), "{html}");
        assert_eq!(html.matches("<script").count(), html.matches("<script nonce=\"NONCE\"").count());
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("://") && !text.contains("@import") && !text.contains("eval("));
        }
    }

    /// The colours that a block of the style sheet gives to its names.
    fn colors(block: &str) -> HashMap<&str, &str> {
        block
            .split(';')
            .filter_map(|line| line.rsplit("--").next()?.split_once(": "))
            .filter(|(_, value)| value.starts_with('#') && value.len() == 7)
            .collect()
    }

    fn luminance(hex: &str) -> f64 {
        let part = |at: usize| {
            let part = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits")) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn texts_can_be_read_and_signs_be_seen_on_light_and_dark_paper() {
        let (light, rest) = STYLE.split_once("prefers-color-scheme: dark").expect("there are two");
        let light = colors(light);
        let mut dark = light.clone();
        dark.extend(colors(rest.split_once("\n}").expect("it ends").0));
        for (name, colors) in [("light", &light), ("dark", &dark)] {
            for paper in ["paper", "raised"] {
                for text in ["ink", "muted"] {
                    let found = contrast(colors[text], colors[paper]);
                    assert!(found >= 4.5, "{name}: {text} on {paper}: {found:.2}");
                }
                for sign in ["strong", "moderate", "weak", "none", "focus"] {
                    let found = contrast(colors[sign], colors[paper]);
                    assert!(found >= 3.0, "{name}: {sign} on {paper}: {found:.2}");
                }
            }
            for verdict in ["strong", "moderate", "weak", "none"] {
                let found = contrast(colors[format!("on-{verdict}").as_str()], colors[verdict]);
                assert!(found >= 4.5, "{name}: the letter on {verdict}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_colours_of_the_page_are_those_of_the_palette() {
        let colors = colors(STYLE);
        for &strength in Strength::ALL {
            assert_eq!(colors[strength.as_str()], color(strength).to_string());
        }
    }
}
