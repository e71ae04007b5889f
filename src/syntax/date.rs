//! Dates and deadlines.

use serde::{Deserialize, Serialize};

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day, 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `2026`, `2026-05` or `2026-05-31`; none for what is no date of the calendar.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year: u16 = parts.next()?.parse().ok()?;
        let month: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
        let day: Option<u8> = parts.next().map(str::parse).transpose().ok()?;
        let days = match month {
            None => 0,
            Some(2) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            Some(2) => 28,
            Some(4 | 6 | 9 | 11) => 30,
            Some(1..=12) => 31,
            Some(_) => return None,
        };
        let date = Date { year, month, day };
        (day.is_none_or(|day| (1..=days).contains(&day)) && parts.next().is_none()).then_some(date)
    }

    /// The day that is so many days after 1970-01-01, in the Gregorian calendar.
    pub fn from_unix_days(days: u64) -> Date {
        // Counted from 1 March, so that the day which leap years add comes last; 146,097 days are 400 years.
        let days = days + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        Date { year: year as u16, month: Some(month as u8), day: Some(day as u8) }
    }

    /// Whole months from this date to a later one; a part that is not given counts as its beginning. Negative if the
    /// other is earlier.
    pub fn months_until(self, later: Date) -> i32 {
        let months = |date: Date| i32::from(date.year) * 12 + i32::from(date.month.unwrap_or(1)) - 1;
        let part = i32::from(later.day.unwrap_or(1) < self.day.unwrap_or(1));
        months(later) - months(self) - part
    }

    /// Days from this day to a later one, negative if the other is earlier; nothing where one of them is no day.
    pub fn days_until(self, later: Date) -> Option<i64> {
        // Days since the first of March of the year 0, as in `from_unix_days`.
        let days = |date: Date| {
            let (month, day) = (i64::from(date.month?), i64::from(date.day?));
            let year = i64::from(date.year) - i64::from(month <= 2);
            let shifted_month = (month + 9) % 12;
            Some(
                365 * year + year.div_euclid(4) - year.div_euclid(100)
                    + year.div_euclid(400)
                    + (153 * shifted_month + 2) / 5
                    + day
                    - 1,
            )
        };
        Some(days(later)? - days(self)?)
    }

    /// Whether all of this day, month or year lies before a day.
    pub fn is_over_on(self, day: Date) -> bool {
        let end = (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31));
        end < (day.year, day.month.unwrap_or(1), day.day.unwrap_or(1))
    }

    pub(super) fn from_year(number: &str) -> Option<Date> {
        (number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit())).then(|| Date::parse(number)).flatten()
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// `until 2027-01-31`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deadline {
    /// Until or by.
    pub kind: DeadlineKind,
    /// When.
    pub date: Option<Date>,
}

/// Whether a deadline ends something or is when something is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeadlineKind {
    /// `until`
    Until,
    /// `by`
    By,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_calendar() {
        let first = Date::from_unix_days(0);
        for days in [0, 1, 58, 59, 60, 365, 789, 11_016, 11_017, 20_000, 47_540] {
            let later = Date::from_unix_days(days);
            assert_eq!(first.days_until(later), Some(days as i64), "{later}");
            assert_eq!(later.days_until(first), Some(-(days as i64)), "{later}");
        }
        let month = Date { year: 2026, month: Some(5), day: None };
        assert_eq!(month.days_until(first), None);
    }

    #[test]
    fn dates_are_those_of_the_calendar() {
        for good in ["2026", "2026-02", "2024-02-29", "2026-12-31"] {
            assert_eq!(Date::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
        }
        for bad in ["2026-13", "2026-00", "2026-02-29", "2026-04-31", "2026-01-00", "x"] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_counted_through_leap_years() {
        for (days, date) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_781, "2026-11-24")] {
            assert_eq!(Date::from_unix_days(days).to_string(), date);
        }
    }

    #[test]
    fn dates_are_compared_by_what_is_given_of_them() {
        let date = |text| Date::parse(text).expect("a date");
        assert_eq!(date("2024-02-17").months_until(date("2026-02-16")), 23);
        assert_eq!(date("2024").months_until(date("2026-11-24")), 34);
        assert!(date("2026-11-23").is_over_on(date("2026-11-24")));
        assert!(!date("2026-11").is_over_on(date("2026-11-24")));
        assert!(date("2025").is_over_on(date("2026-01-01")));
    }
}
