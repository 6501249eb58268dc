//! Times of publication: RFC 3339 in China's time zone; without a zone or a time where the page tells none.

use super::said::seconds;

/// RFC 3339 in China's time zone, of seconds since 1970.
pub(crate) fn at_seconds(seconds: f64) -> Option<String> {
    const CHINA: i64 = 8 * 3600;
    // WeChat began in 2011; what lies outside is no publication time.
    if !(1.2e9..4.2e9).contains(&seconds) {
        return None;
    }
    let local = seconds as i64 + CHINA;
    let (days, time) = (local.div_euclid(86_400), local.rem_euclid(86_400));
    let (year, month, day) = civil_date(days);
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}+08:00",
        time / 3600,
        time / 60 % 60,
        time % 60
    ))
}

/// Year, month and day of a day counted from 1970-01-01, in the proleptic Gregorian calendar.
/// The method is Howard Hinnant's `civil_from_days`: years are counted from March, so that leap days come last.
fn civil_date(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// A date as pages show it (`2017-12-13`, `2023-01-10 07:07`, `2023年1月10日 07:07`) or feeds write it. Relative words
/// (5天前) tell no date.
pub(crate) fn at_date(shown: &str) -> Option<String> {
    let mut time = at_seconds(seconds(shown)?)?;
    let numbers = shown.split(|c: char| !c.is_ascii_digit());
    let n_numbers = numbers.filter(|digits| !digits.is_empty()).count();
    if (2..5).contains(&n_numbers) && !shown.contains(':') {
        time.truncate("2017-12-13".len());
    }
    Some(time)
}

/// As [`at_date`], of a time that a browser wrote in its own zone, which nothing tells: it comes without one.
pub(super) fn at_local_date(shown: &str) -> Option<String> {
    let mut time = at_date(shown)?;
    time.truncate("2023-01-09T07:05:00".len());
    Some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_times_in_china() {
        for (seconds, expected) in [
            (1_513_163_700.0, Some("2017-12-13T19:15:00+08:00")),
            (1_709_136_000.0, Some("2024-02-29T00:00:00+08:00")),
            (1_735_660_799.0, Some("2024-12-31T23:59:59+08:00")),
            (0.0, None),
            (f64::NAN, None),
        ] {
            assert_eq!(at_seconds(seconds).as_deref(), expected);
        }
    }

    #[test]
    fn reads_dates_that_pages_show() {
        for (shown, expected) in [
            ("2017-12-13", Some("2017-12-13")),
            ("2023-01-10 07:07", Some("2023-01-10T07:07:00+08:00")),
            ("2023年1月9日 7:05", Some("2023-01-09T07:05:00+08:00")),
            ("2024-03-05T20:30:00Z", Some("2024-03-06T04:30:00+08:00")),
            ("2024-03-05", Some("2024-03-05")),
            ("5 Mar 2024", Some("2024-03-05")),
            ("5 Mar 2024 08:30", Some("2024-03-05T08:30:00+08:00")),
            ("1709598600", Some("2024-03-05T08:30:00+08:00")),
            ("5天前", None),
            ("", None),
            ("99999999999999-1-1", None),
        ] {
            assert_eq!(at_date(shown).as_deref(), expected, "{shown}");
        }
        let local = at_local_date("2023年1月9日 7:05");
        assert_eq!(local.as_deref(), Some("2023-01-09T07:05:00"));
        let day = at_local_date("2017-12-13");
        assert_eq!(day.as_deref(), Some("2017-12-13"));
    }
}
