//! How well the check agrees with readers: counts for a bench or a test.

use super::Wording;
use std::ops::Range;

/// Agreement over many texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Hype, and found to be.
    pub hits: u32,
    /// No hype, and said to be.
    pub false_alarms: u32,
    /// Hype, and missed.
    pub misses: u32,
    /// No hype, and left alone.
    pub passes: u32,
    /// Spans of the readers, in texts that are hype to both, that one of ours overlaps; and all of them.
    pub spans_met: (u32, u32),
    /// Our spans, in the same texts, that overlap one of theirs; and all of them.
    pub spans_right: (u32, u32),
}

impl Score {
    /// Adds one text: what was read in it, whether it is hype to a reader, and that reader's spans in bytes.
    pub fn add(&mut self, wording: &Wording, hype: bool, spans: &[Range<usize>]) {
        match (hype, wording.is_hype()) {
            (true, true) => self.hits += 1,
            (true, false) => self.misses += 1,
            (false, true) => self.false_alarms += 1,
            (false, false) => self.passes += 1,
        }
        if hype && wording.is_hype() {
            let ours: Vec<&Range<usize>> = wording.spans().map(|found| &found.range).collect();
            let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
            for span in spans {
                self.spans_met.0 += u32::from(ours.iter().any(|own| meets(own, span)));
                self.spans_met.1 += 1;
            }
            for own in ours {
                self.spans_right.0 += u32::from(spans.iter().any(|span| meets(own, span)));
                self.spans_right.1 += 1;
            }
        }
    }

    /// Of what is said to be hype, the part that is.
    pub fn precision(&self) -> f64 {
        part(self.hits, self.hits + self.false_alarms)
    }

    /// Of what is hype, the part that is found.
    pub fn recall(&self) -> f64 {
        part(self.hits, self.hits + self.misses)
    }

    /// The harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        part(2 * self.hits, 2 * self.hits + self.false_alarms + self.misses)
    }
}

fn part(some: u32, all: u32) -> f64 {
    if all == 0 { 0.0 } else { f64::from(some) / f64::from(all) }
}
