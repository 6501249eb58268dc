//! What the wrapping says about the article, such as an item of a feed: it fills what the page itself leaves open.

use super::Page;
use super::date::at_seconds;
use crate::input::Said;
use crate::number;
use crate::script::decode_entities;
use crate::words;

/// Fills what the page does not tell.
pub(super) fn complete(page: &mut Page, said: &Said) {
    let line = |text: &Option<String>| {
        let line = words::one_line(&decode_entities(text.as_deref()?));
        (!line.is_empty()).then_some(line)
    };
    if page.title.is_empty() {
        page.title = line(&said.title).unwrap_or_default();
    }
    page.author = page.author.take().or_else(|| line(&said.author));
    page.published_at = page
        .published_at
        .take()
        .or_else(|| at_seconds(seconds(said.published.as_deref()?)?));
}

/// Seconds since 1970, of a time as feeds write it: `Tue, 05 Mar 2024 08:30:00 +0800` (RSS), `2024-03-05T00:30:00Z`
/// (Atom, JSON Feed), or a number of seconds or milliseconds. Without a zone it is China's.
pub(super) fn seconds(time: &str) -> Option<f64> {
    if let Some(number) = number::parse(time) {
        return Some(if number > 1e11 {
            number / 1000.0
        } else {
            number
        });
    }
    let time = time.trim();
    let mut numbers = [0_u32; 6];
    let month = MONTHS.iter().position(|month| time.contains(month));
    let words = time
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok());
    for (number, word) in numbers.iter_mut().zip(words) {
        *number = word;
    }
    let (year, month, day, [hour, minute, second]) = match (numbers, month) {
        ([day, year, hour, minute, second, _], Some(month)) => {
            (year, month as u32 + 1, day, [hour, minute, second])
        }
        ([year, month, day, hour, minute, second], None) => {
            (year, month, day, [hour, minute, second])
        }
    };
    let is_time = (1..=12).contains(&month) && (1..=31).contains(&day);
    if !is_time || !(1970..3000).contains(&year) || hour > 24 || minute > 59 || second > 60 {
        return None;
    }
    let days = days_since_1970(i64::from(year), i64::from(month), i64::from(day));
    let clock = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    Some((days * 86_400 + clock - zone(time)) as f64)
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// How far the zone at the end of a time is ahead of UTC, in seconds.
fn zone(time: &str) -> i64 {
    const CHINA: i64 = 8 * 3600;
    if time.ends_with(['Z', 'z']) || time.ends_with("GMT") || time.ends_with("UTC") {
        return 0;
    }
    // A sign before the clock belongs to the date.
    let Some(at) = time
        .rfind(['+', '-'])
        .filter(|at| time[..*at].contains(':'))
    else {
        return CHINA;
    };
    let digits: String = time[at..]
        .chars()
        .filter(char::is_ascii_digit)
        .take(4)
        .collect();
    let Ok(number) = digits.parse::<i64>() else {
        return CHINA;
    };
    let ahead = match digits.len() {
        4 => number / 100 * 3600 + number % 100 * 60,
        _ => number * 3600,
    };
    if time[at..].starts_with('-') {
        -ahead
    } else {
        ahead
    }
}

/// Days from 1970-01-01 to a date in the proleptic Gregorian calendar.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    // Counted from March, the leap day is a year's last.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times_of_feeds() {
        for (time, expected) in [
            (
                "Tue, 05 Mar 2024 08:30:00 +0800",
                Some("2024-03-05T08:30:00+08:00"),
            ),
            (
                "Tue, 5 Mar 2024 00:30:00 GMT",
                Some("2024-03-05T08:30:00+08:00"),
            ),
            (
                "Mon, 04 Mar 2024 19:30:00 -0500",
                Some("2024-03-05T08:30:00+08:00"),
            ),
            ("2024-03-05T00:30:00Z", Some("2024-03-05T08:30:00+08:00")),
            (
                "2024-03-05T08:30:00.000+08:00",
                Some("2024-03-05T08:30:00+08:00"),
            ),
            ("2024-03-05 08:30", Some("2024-03-05T08:30:00+08:00")),
            ("2024-02-29", Some("2024-02-29T00:00:00+08:00")),
            ("1709598600", Some("2024-03-05T08:30:00+08:00")),
            ("1709598600000", Some("2024-03-05T08:30:00+08:00")),
            ("5天前", None),
            ("Tue, 05 Mar", None),
            ("99-99-99", None),
            ("", None),
        ] {
            let read = seconds(time).and_then(at_seconds);
            assert_eq!(read.as_deref(), expected, "{time}");
        }
    }
}
