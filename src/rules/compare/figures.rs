//! Whether a metric asks for less than before. Units are reckoned with: `50 ms` and `0.05 s` are the same.

use super::facts::MetricFacts;
use crate::model::times;
use crate::syntax::Operator;

/// How a metric changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Moved {
    /// Not at all, or only in how it is written.
    Same,
    /// It asks for less; how, in words.
    Loosened(String),
    /// It asks for more; how, in words.
    Tightened(String),
    /// It is another figure, and which of the two asks for more cannot be told; why, in words.
    Otherwise(String),
}

/// What differs by less was rounded.
const ROUNDING: f64 = 1e-9;

/// Words in the name of a metric of which less is better.
const LESS_IS_BETTER: &[&str] =
    &["cost", "delay", "downtime", "drop", "error", "fee", "latency", "loss", "overhead", "slowdown", "time"];
/// Words in the name of a metric of which more is better.
const MORE_IS_BETTER: &[&str] = &[
    "accuracy",
    "availability",
    "bandwidth",
    "goodput",
    "speed",
    "speedup",
    "throughput",
    "uptime",
    "utilisation",
    "utilization",
];

/// On which side of its figure a metric allows values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    At,
    Above,
}

pub(super) fn side(metric: &MetricFacts) -> Side {
    match metric.operator {
        Operator::Less | Operator::LessOrEqual => Side::Below,
        Operator::Equal => Side::At,
        Operator::GreaterOrEqual | Operator::Greater => Side::Above,
    }
}

/// How a metric changed from one to the other of the same name.
pub(super) fn moved(before: &MetricFacts, after: &MetricFacts) -> Moved {
    let (Some(old), Some(new)) = (&before.measure, &after.measure) else {
        return if before.shown == after.shown {
            Moved::Same
        } else {
            Moved::Otherwise("its unit cannot be read".to_owned())
        };
    };
    if !old.compares_with(new) {
        return Moved::Otherwise("the units cannot be compared".to_owned());
    }
    let less_is_better = match (side(before), side(after)) {
        (Side::Below, Side::Above) | (Side::Above, Side::Below) => {
            return Moved::Loosened("it now bounds the other side".to_owned());
        }
        (Side::Below, _) | (_, Side::Below) => Some(true),
        (Side::Above, _) | (_, Side::Above) => Some(false),
        (Side::At, Side::At) => better(&before.name),
    };
    let (old, new) = (old.value, new.value);
    if (old - new).abs() <= ROUNDING * old.abs().max(new.abs()) {
        return same_figure(before, after);
    }
    let by = || {
        let factor = if old > new { old / new } else { new / old };
        if factor.is_finite() && factor >= 1.005 && old.signum() == new.signum() {
            // "1.0 times" would say nothing.
            let way = if new > old { "more" } else { "less" };
            if factor < 1.1 { format!("a little {way}") } else { format!("{} {way}", times(factor)) }
        } else {
            "another figure".to_owned()
        }
    };
    match less_is_better {
        Some(less) if (new < old) == less => Moved::Tightened(by()),
        Some(_) => Moved::Loosened(by()),
        None => Moved::Otherwise("whether less or more of it is better cannot be told".to_owned()),
    }
}

/// The same figure: by when, and how strictly?
fn same_figure(before: &MetricFacts, after: &MetricFacts) -> Moved {
    match (before.by, after.by) {
        (old, new) if old == new => {}
        (Some(old), Some(new)) if new < old => return Moved::Tightened("by an earlier date".to_owned()),
        (Some(_), None) => return Moved::Tightened("from now on".to_owned()),
        (Some(_), Some(_)) => return Moved::Loosened("by a later date".to_owned()),
        (None, _) => return Moved::Loosened("no longer from now on".to_owned()),
    }
    if before.operator == after.operator {
        Moved::Same
    } else {
        Moved::Otherwise("the same figure, compared in another way".to_owned())
    }
}

/// Whether less of a metric is better, as far as its name tells.
fn better(name: &str) -> Option<bool> {
    let has = |words: &[&str]| name.split('-').any(|word| words.contains(&word));
    // A `latency-reduction` is better the more there is of it, and an `accuracy-loss` the less.
    match (has(LESS_IS_BETTER), has(MORE_IS_BETTER), has(&["reduction", "gain", "improvement", "saving"])) {
        (_, _, true) => Some(false),
        (true, _, _) => Some(true),
        (false, true, _) => Some(false),
        (false, false, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Measure;
    use crate::syntax::{Date, Quantity, Word};
    use crate::text::TextRange;

    fn metric(text: &str) -> MetricFacts {
        let parts: Vec<&str> = text.split(' ').collect();
        let operator = match parts[1] {
            "<" => Operator::Less,
            "<=" => Operator::LessOrEqual,
            "=" => Operator::Equal,
            ">=" => Operator::GreaterOrEqual,
            _ => Operator::Greater,
        };
        let unit = parts.get(3).filter(|word| **word != "by");
        let quantity = Quantity {
            number: parts[2].into(),
            value: parts[2].parse().expect("a number"),
            unit: unit.map(|unit| Word { text: (*unit).into(), range: TextRange::default() }),
        };
        let by = text.split_once(" by ").and_then(|(_, date)| Date::parse(date));
        MetricFacts {
            name: parts[0].into(),
            operator,
            measure: Measure::of(&quantity),
            by,
            note: None,
            shown: text.to_owned(),
        }
    }

    #[track_caller]
    fn check(before: &str, after: &str, expected: &str) {
        let found = match moved(&metric(before), &metric(after)) {
            Moved::Same => "same".to_owned(),
            Moved::Loosened(how) => format!("loosened: {how}"),
            Moved::Tightened(how) => format!("tightened: {how}"),
            Moved::Otherwise(why) => format!("otherwise: {why}"),
        };
        assert_eq!(found, expected, "{before} → {after}");
    }

    #[test]
    fn a_bound_is_loosened_when_it_allows_more() {
        check("latency < 50 ms", "latency < 200 ms", "loosened: 4 times more");
        check("latency < 200 ms", "latency < 0.05 s", "tightened: 4 times less");
        check("throughput >= 100 tx/s", "throughput >= 3000 tx/min", "loosened: 2 times less");
        check("accuracy-loss < 2 %", "accuracy-loss < 0.04", "loosened: 2 times more");
        check("latency < 50 ms", "latency < 51 ms", "loosened: a little more");
        check("latency < 50 ms", "latency > 50 ms", "loosened: it now bounds the other side");
    }

    #[test]
    fn the_same_in_another_unit_is_the_same() {
        check("latency < 50 ms", "latency < 0.05 s", "same");
        check("throughput >= 120 requests/min", "throughput >= 2 requests/s", "same");
    }

    #[test]
    fn of_a_figure_that_is_no_bound_the_name_may_tell_which_is_better() {
        check("throughput = 100 tx/s", "throughput = 50 tx/s", "loosened: 2 times less");
        check("latency = 50 ms", "latency = 25 ms", "tightened: 2 times less");
        check("latency-reduction = 3 x", "latency-reduction = 2 x", "loosened: 1.5 times less");
        check("hospitals = 40", "hospitals = 20", "otherwise: whether less or more of it is better cannot be told");
    }

    #[test]
    fn a_later_date_asks_for_less() {
        check("latency < 50 ms by 2027", "latency < 50 ms by 2028", "loosened: by a later date");
        check("latency < 50 ms by 2027", "latency < 50 ms", "tightened: from now on");
        check("latency < 50 ms", "latency < 50 ms by 2027", "loosened: no longer from now on");
    }

    #[test]
    fn what_cannot_be_compared_is_not() {
        check("latency < 50 ms", "latency < 50 blocks", "otherwise: the units cannot be compared");
        check("latency < 50 ms", "latency <= 50 ms", "otherwise: the same figure, compared in another way");
    }
}
