//! The units that are known by a name, as plain data.

use super::Base;
use smol_str::SmolStr;

pub(super) type Prefixes = &'static [(&'static str, f64)];

pub(super) const NONE: Prefixes = &[("", 1.0)];
pub(super) const SMALL: Prefixes = &[("", 1.0), ("m", 1e-3), ("µ", 1e-6), ("μ", 1e-6), ("u", 1e-6), ("n", 1e-9)];
/// Also before a count by its name. No `m`, which could be a thousandth or a million, and no `B`, which is a byte.
pub(super) const LARGE: Prefixes = &[("", 1.0), ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12)];
pub(super) const ALL: Prefixes = &[
    ("", 1.0),
    ("k", 1e3),
    ("K", 1e3),
    ("M", 1e6),
    ("G", 1e9),
    ("T", 1e12),
    ("P", 1e15),
    ("E", 1e18),
    ("Z", 1e21),
    ("Y", 1e24),
];
pub(super) const ENERGY: Prefixes =
    &[("", 1.0), ("µ", 1e-6), ("m", 1e-3), ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("P", 1e15)];
pub(super) const BINARY: Prefixes = &[
    ("Ki", 1024.0),
    ("Mi", 1_048_576.0),
    ("Gi", 1_073_741_824.0),
    ("Ti", 1_099_511_627_776.0),
    ("Pi", 1_125_899_906_842_624.0),
];
pub(super) const WORDS: Prefixes =
    &[("", 1.0), ("kilo", 1e3), ("mega", 1e6), ("giga", 1e9), ("tera", 1e12), ("peta", 1e15)];

pub(super) const SECOND: f64 = 1.0;
pub(super) const MINUTE: f64 = 60.0;
pub(super) const HOUR: f64 = 3_600.0;
pub(super) const DAY: f64 = 86_400.0;
pub(super) const YEAR: f64 = 365.25 * DAY;

/// A row of the table: units by their names, each with each of the prefixes.
pub(super) struct Row {
    pub(super) names: &'static [&'static str],
    pub(super) prefixes: Prefixes,
    pub(super) bases: &'static [(Base, i8)],
    pub(super) factor: f64,
}

macro_rules! rows {
    ($($prefixes:ident [$($name:literal)*] = $factor:expr, [$($base:expr),*] / [$($per:expr),*];)*) => {
        &[$(Row {
            names: &[$($name),*],
            prefixes: $prefixes,
            bases: &[$(($base, 1),)* $(($per, -1),)*],
            factor: $factor,
        }),*]
    };
}

/// All units that are known by a name. Where only the case of letters tells two apart, the likelier one stands first.
pub(super) static UNITS: &[Row] = rows![
    SMALL ["s"] = SECOND, [Base::Time] / [];
    NONE ["sec" "secs" "second" "seconds"] = SECOND, [Base::Time] / [];
    NONE ["millisecond" "milliseconds" "msec"] = 1e-3, [Base::Time] / [];
    NONE ["microsecond" "microseconds"] = 1e-6, [Base::Time] / [];
    NONE ["nanosecond" "nanoseconds"] = 1e-9, [Base::Time] / [];
    NONE ["min" "mins" "minute" "minutes"] = MINUTE, [Base::Time] / [];
    NONE ["h" "hr" "hrs" "hour" "hours"] = HOUR, [Base::Time] / [];
    NONE ["d" "day" "days"] = DAY, [Base::Time] / [];
    NONE ["week" "weeks"] = 7.0 * DAY, [Base::Time] / [];
    NONE ["month" "months"] = YEAR / 12.0, [Base::Time] / [];
    NONE ["year" "years" "yr" "yrs"] = YEAR, [Base::Time] / [];
    NONE ["Hz"] = 1.0, [] / [Base::Time];
    NONE ["kHz"] = 1e3, [] / [Base::Time];
    NONE ["MHz"] = 1e6, [] / [Base::Time];
    NONE ["GHz"] = 1e9, [] / [Base::Time];

    ALL ["B"] = 1.0, [Base::Data] / [];
    BINARY ["B"] = 1.0, [Base::Data] / [];
    WORDS ["byte" "bytes"] = 1.0, [Base::Data] / [];
    ALL ["bit" "bits"] = 0.125, [Base::Data] / [];
    LARGE ["b"] = 0.125, [Base::Data] / [];
    ALL ["bps"] = 0.125, [Base::Data] / [Base::Time];

    ALL ["FLOP" "FLOPs"] = 1.0, [Base::Compute] / [];
    ALL ["FLOPS"] = 1.0, [Base::Compute] / [Base::Time];

    ENERGY ["W"] = 1.0, [Base::Energy] / [Base::Time];
    WORDS ["watt" "watts"] = 1.0, [Base::Energy] / [Base::Time];
    ENERGY ["Wh"] = HOUR, [Base::Energy] / [];
    ENERGY ["J"] = 1.0, [Base::Energy] / [];

    NONE ["USD"] = 1.0, [Base::Money(SmolStr::new_static("USD"))] / [];
    NONE ["EUR"] = 1.0, [Base::Money(SmolStr::new_static("EUR"))] / [];
    NONE ["GBP"] = 1.0, [Base::Money(SmolStr::new_static("GBP"))] / [];
    NONE ["CHF"] = 1.0, [Base::Money(SmolStr::new_static("CHF"))] / [];

    NONE ["%" "percent"] = 1e-2, [Base::Share] / [];
    NONE ["‰"] = 1e-3, [Base::Share] / [];
    NONE ["x" "times"] = 1.0, [Base::Multiple] / [];
    NONE ["k" "K" "thousand"] = 1e3, [] / [];
    NONE ["M" "million"] = 1e6, [] / [];
    NONE ["bn" "billion"] = 1e9, [] / [];
    NONE ["T" "trillion"] = 1e12, [] / [];

    LARGE ["TPS" "tps"] = 1.0, [Base::Count(SmolStr::new_static("tx"))] / [Base::Time];
    NONE ["QPS" "qps"] = 1.0, [Base::Count(SmolStr::new_static("query"))] / [Base::Time];
    NONE ["RPS" "rps"] = 1.0, [Base::Count(SmolStr::new_static("request"))] / [Base::Time];
    NONE ["FPS" "fps"] = 1.0, [Base::Count(SmolStr::new_static("frame"))] / [Base::Time];
];

/// What is often counted: the name, and other ways to write it. Any other word is a count, too; these are known not to
/// be misspelt units, and take the letters of thousands and millions: `Mgas/s`, `ktx/s`.
pub(super) const COUNTS: &[(&str, &[&str])] = &[
    ("tx", &["tx", "txs", "txn", "txns", "transaction", "transactions"]),
    ("op", &["op", "ops", "operation", "operations"]),
    ("request", &["request", "requests", "req", "reqs"]),
    ("query", &["query", "queries"]),
    ("token", &["token", "tokens", "tok"]),
    ("parameter", &["parameter", "parameters", "param", "params"]),
    ("gas", &["gas"]),
    ("gpu", &["gpu", "gpus"]),
    ("node", &["node", "nodes"]),
    ("validator", &["validator", "validators"]),
    ("user", &["user", "users"]),
    ("layer", &["layer", "layers"]),
    ("step", &["step", "steps"]),
    ("sample", &["sample", "samples"]),
    ("block", &["block", "blocks"]),
    ("frame", &["frame", "frames"]),
    ("proof", &["proof", "proofs"]),
    // Near a unit in spelling, and no misspelling of one.
    ("bite", &["bite", "bites"]),
    ("tour", &["tour", "tours"]),
    ("mouth", &["mouth", "mouths"]),
    ("bear", &["bears"]),
    ("seek", &["seeks"]),
];

/// Times as they are written after a slash.
pub(super) const TIMES: &[&str] = &["s", "ms", "min", "h", "day", "week", "month", "year"];

/// Words long enough that one wrong letter in them is a slip and not another word.
pub(super) const LONG: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hours",
    "weeks",
    "month",
    "months",
    "years",
    "bytes",
    "percent",
    "thousand",
    "million",
    "billion",
    "trillion",
    "tokens",
    "milliseconds",
    "parameters",
    "transactions",
    "validators",
];

/// Units that are short or written in capitals, in the order in which one is meant that differs in case alone.
pub(super) const SHORT: &[&str] = &[
    "ms", "ns", "µs", "s", "min", "h", "sec", "days", "day", "week", "year", "hours", "kB", "MB", "GB", "TB", "PB",
    "EB", "KiB", "MiB", "GiB", "TiB", "FLOP", "FLOPs", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP", "kW",
    "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "USD", "EUR", "GBP", "CHF", "Mbps", "Gbps", "kbps", "bps",
    "kHz", "MHz", "GHz", "TPS", "x",
];

/// The units that are offered to somebody who has written a number: the usual ones of each sort, as specs write them.
pub(super) const OFFERED: &[&str] = &[
    "%",
    "x",
    "ms",
    "s",
    "min",
    "h",
    "days",
    "kB",
    "MB",
    "GB",
    "TB",
    "Mbps",
    "FLOP",
    "kW",
    "MW",
    "GW",
    "kWh",
    "USD",
    "EUR",
    "tx/s",
    "tokens/s",
    "requests/s",
    "GB/s",
    "nodes",
    "GPUs",
    "validators",
    "parameters",
    "tokens",
    "users",
];
