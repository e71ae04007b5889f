//! What the second reader has learned is what the labelled claims teach: `HYPECHECK_BLESS=1 cargo test --test learning`
//! teaches it anew. Nothing is drawn at random, and no sum depends on the machine.
//!
//! Each class is told from all others by a linear support vector machine with squared loss, trained by dual coordinate
//! descent (Hsieh and others, 2008, <https://doi.org/10.1145/1390156.1390208>).

#[allow(dead_code, missing_docs)]
#[path = "claims/measure.rs"]
mod measure;

use hypecheck::model::reading::learned::{CLASSES, RARE_UNITS, ROW, UNIT, class, features_of};
use std::collections::BTreeMap;

/// The claims it learns from, and how much each counts: real projects more than what was invented. The other files in
/// the folder measure it, and are never learned from.
const TEACHING: [(&str, f64); 6] =
    [("dev", 3.0), ("real-a", 3.0), ("practice", 1.0), ("fresh-a", 1.0), ("own-plain", 1.0), ("written", 1.0)];

const FILE: &str = "src/model/reading/learned.bin";

/// What a mistake costs beside simplicity.
const COST: f64 = 0.5;

/// How often it goes through all claims.
const ROUNDS: usize = 60;

/// A claim as it is learned from: its features by their places in the list, and its class.
struct Example {
    features: Vec<(usize, f64)>,
    class: usize,
    counts: f64,
}

/// The logarithm to the base of two, as straight lines between powers of two: the same on every machine.
fn logarithm(value: f64) -> f64 {
    let (mut power, mut rest) = (0.0, value);
    while rest >= 2.0 {
        rest /= 2.0;
        power += 1.0;
    }
    power + rest - 1.0
}

/// The features that at least two claims have, each with how rare it is, and the claims as examples.
fn examples() -> (Vec<(u32, u8)>, Vec<Example>) {
    let mut read = Vec::new();
    for (name, counts) in TEACHING {
        for claim in measure::claims(&format!("{}/tests/claims/{name}.jsonl", env!("CARGO_MANIFEST_DIR"))) {
            if let Some(cells) = claim.cells {
                read.push((features_of(&claim.text), class(cells.first().copied()), counts));
            }
        }
    }
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    read.iter().flat_map(|(features, ..)| features).for_each(|feature| *counts.entry(*feature).or_default() += 1);
    let rare = |count: usize| {
        let rare = 1.0 + 0.69 * logarithm((read.len() + 1) as f64 / (count + 1) as f64);
        (rare * f64::from(RARE_UNITS)).round() as u8
    };
    let known: Vec<(u32, u8)> =
        counts.into_iter().filter(|(_, count)| *count >= 2).map(|(feature, count)| (feature, rare(count))).collect();
    let examples = read
        .iter()
        .map(|&(ref features, class, counts)| {
            let known_ones = features.iter().filter_map(|feature| known.binary_search_by_key(feature, |it| it.0).ok());
            let mut features: Vec<(usize, f64)> =
                known_ones.map(|at| (at, f64::from(known[at].1) / f64::from(RARE_UNITS))).collect();
            let length = features.iter().map(|(_, value)| value * value).sum::<f64>().sqrt();
            features.iter_mut().for_each(|(_, value)| *value /= length);
            Example { features, class, counts }
        })
        .collect();
    (known, examples)
}

/// The weights that tell a class from the others, and behind them what speaks for it before any word is read.
fn learn(examples: &[Example], count: usize, class: usize) -> Vec<f64> {
    let mut weights = vec![0.0; count + 1];
    let mut alphas = vec![0.0; examples.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state = 1u64;
    for _ in 0..ROUNDS {
        for left in (1..order.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(left, ((state >> 33) % (left as u64 + 1)) as usize);
        }
        for &index in &order {
            let example = &examples[index];
            let side = if example.class == class { 1.0 } else { -1.0 };
            let dot = |weights: &[f64]| {
                example.features.iter().map(|&(at, value)| weights[at] * value).sum::<f64>() + weights[count]
            };
            let size = example.features.iter().map(|(_, value)| value * value).sum::<f64>() + 1.0;
            let slack = 1.0 / (2.0 * COST * example.counts);
            let gradient = side * dot(&weights) - 1.0 + slack * alphas[index];
            let alpha = f64::max(alphas[index] - gradient / (size + slack), 0.0);
            let step = (alpha - alphas[index]) * side;
            alphas[index] = alpha;
            example.features.iter().for_each(|&(at, value)| weights[at] += step * value);
            weights[count] += step;
        }
    }
    weights
}

/// The rows of the file.
fn learned() -> Vec<u8> {
    let (known, examples) = examples();
    let classes: Vec<Vec<f64>> = (0..CLASSES).map(|class| learn(&examples, known.len(), class)).collect();
    let bytes = |at: usize| -> Vec<u8> {
        let byte = |weights: &Vec<f64>| (weights[at] / f64::from(UNIT)).round().clamp(-127.0, 127.0) as i8 as u8;
        classes.iter().map(byte).collect()
    };
    let mut rows = Vec::with_capacity((known.len() + 1) * ROW);
    let mut add = |hash: u32, rare: u8, weights: Vec<u8>| {
        rows.extend(hash.to_le_bytes());
        rows.push(rare);
        rows.extend(weights);
    };
    add(0, 0, bytes(known.len()));
    known.iter().enumerate().for_each(|(at, (hash, rare))| add(*hash, *rare, bytes(at)));
    rows
}

#[test]
fn what_it_has_learned_is_what_the_claims_teach() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let learned = learned();
    if std::env::var_os("HYPECHECK_BLESS").is_some() {
        std::fs::write(&path, &learned).expect("it can be written");
    }
    let known = std::fs::read(&path).expect("it is there");
    assert!(known == learned, "{FILE} is out of date: run `HYPECHECK_BLESS=1 cargo test --test learning`");
}
