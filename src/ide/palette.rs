//! The colours of the three strengths, wherever a strength is shown in colour: the swatches in a matrix, the heat map.
//!
//! Blue, amber and red. They keep apart for readers who do not tell red from green, or blue from yellow; each has a
//! contrast of at least 3 to 1 both with a white page and with the near-black of dark editors, which is what WCAG 2.2
//! asks of graphics. The tests hold them to it. Colour never stands alone: beside it stands the word or its sign.

use crate::model::Strength;

/// A colour of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Rgb {
    const fn new(red: u8, green: u8, blue: u8) -> Rgb {
        Rgb { red, green, blue }
    }

    /// How far apart two colours are, for choosing the nearest of a few.
    fn distance(self, other: Rgb) -> u32 {
        let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
        square(self.red, other.red) + square(self.green, other.green) + square(self.blue, other.blue)
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// The colour of a strength.
pub const fn color(strength: Strength) -> Rgb {
    match strength {
        Strength::Strong => Rgb::new(0x1f, 0x77, 0xb4),
        Strength::Moderate => Rgb::new(0xb9, 0x8c, 0x00),
        Strength::Weak => Rgb::new(0xc0, 0x39, 0x2b),
    }
}

/// The strengths, the one whose colour is nearest to a colour first.
pub fn nearest_strengths(to: Rgb) -> Vec<Strength> {
    let mut strengths = Strength::ALL.to_vec();
    strengths.sort_by_key(|&strength| color(strength).distance(to));
    strengths
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Rgb = Rgb::new(255, 255, 255);
    /// The background of the usual dark themes.
    const DARK: Rgb = Rgb::new(0x1e, 0x1e, 0x1e);

    /// How people see who lack one sort of cones, on linear RGB: Machado, Oliveira and Fernandes, 2009, severity 1.
    const SEEN: [(&str, [[f64; 3]; 3]); 4] = [
        ("by all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "without long ones",
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        ),
        (
            "without middle ones",
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ),
        (
            "without short ones",
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
        ),
    ];

    fn linear(rgb: Rgb) -> [f64; 3] {
        [rgb.red, rgb.green, rgb.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn luminance([red, green, blue]: [f64; 3]) -> f64 {
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(linear(a)) + 0.05, luminance(linear(b)) + 0.05);
        a.max(b) / a.min(b)
    }

    /// A colour in CIELAB as it is seen, where distances are those that people see.
    fn lab(rgb: Rgb, seen: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = linear(rgb);
        let [r, g, b] = seen.map(|row| (0..3).map(|i| row[i] * linear[i]).sum::<f64>().clamp(0.0, 1.0));
        let curve = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
        let y = curve(luminance([r, g, b]));
        let z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn each_colour_stands_out_on_a_light_and_on_a_dark_page() {
        for &strength in Strength::ALL {
            for page in [WHITE, DARK] {
                let found = contrast(color(strength), page);
                assert!(found >= 3.0, "{strength} on {page}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_colours_keep_apart_for_eyes_of_every_sort() {
        for (eyes, seen) in &SEEN {
            for (a, b) in [
                (Strength::Strong, Strength::Moderate),
                (Strength::Moderate, Strength::Weak),
                (Strength::Strong, Strength::Weak),
            ] {
                let (one, other) = (lab(color(a), seen), lab(color(b), seen));
                let apart = (0..3).map(|i| (one[i] - other[i]).powi(2)).sum::<f64>().sqrt();
                // Some ten times what can just be told apart.
                assert!(apart >= 20.0, "{a} and {b} seen {eyes}: {apart:.1}");
            }
        }
    }

    #[test]
    fn a_colour_that_is_picked_means_the_nearest_strength() {
        let nearest = |red, green, blue| nearest_strengths(Rgb::new(red, green, blue))[0];
        assert_eq!(nearest(0, 0, 255), Strength::Strong);
        assert_eq!(nearest(255, 200, 0), Strength::Moderate);
        assert_eq!(nearest(255, 0, 0), Strength::Weak);
        for &strength in Strength::ALL {
            assert_eq!(nearest_strengths(color(strength))[0], strength);
        }
    }
}
