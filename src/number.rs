//! Decimal numbers, read and written plainly.
//!
//! The standard library gets the last of sixteen digits right, with tables that make a twentieth of the WebAssembly each
//! way. Pages hold sizes, ratios and times, for which that digit does not matter.

/// The number that `text` holds: digits with an optional sign, point and exponent.
pub(crate) fn parse(text: &str) -> Option<f64> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match rest.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (rest, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut value = 0.0;
    let mut n_digits = 0;
    for byte in whole.bytes().chain(fraction.bytes()) {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10.0 + f64::from(byte - b'0');
        n_digits += 1;
    }
    let shift = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let power = power(shift.unsigned_abs());
    let number = sign
        * if shift < 0 {
            value / power
        } else {
            value * power
        };
    (n_digits > 0 && number.is_finite()).then_some(number)
}

/// `number` in decimal digits, up to fifteen of them after the point. `None` if it has more than eighteen before it.
pub(crate) fn write(number: f64) -> Option<String> {
    let size = number.abs();
    let (scaled, n_decimals) = (0..=15)
        .map(|n_decimals| (size * power(n_decimals), n_decimals as usize))
        .find(|(scaled, n_decimals)| {
            let rest = scaled - scaled.floor();
            *n_decimals == 15 || rest.min(1.0 - rest) <= scaled.max(1.0) * 1e-15
        })
        .filter(|(scaled, _)| *scaled < 1e18)?;
    let digits = format!("{:0>1$}", (scaled + 0.5) as u64, n_decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - n_decimals);
    let sign = if number < 0.0 { "-" } else { "" };
    let point = if n_decimals > 0 { "." } else { "" };
    Some([sign, whole, point, fraction].concat())
}

fn power(exponent: u32) -> f64 {
    // Past this a number is infinite or nothing anyway.
    (0..exponent.min(400)).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_decimals() {
        for (text, expected) in [
            ("0", Some(0.0)),
            ("1769269588", Some(1_769_269_588.0)),
            ("-1.5", Some(-1.5)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("0.7824427480916031", Some(0.782_442_748_091_603_1)),
            ("1e3", Some(1000.0)),
            ("25E-1", Some(2.5)),
            ("1e999", None),
            ("1e-99999999999", None),
            // The least exponent there is, whose opposite is none.
            ("1e-2147483648", Some(0.0)),
            ("1.5e-2147483648", None),
            ("1e2147483647", None),
            ("", None),
            (".", None),
            ("-", None),
            ("1.2.3", None),
            ("12px", None),
            ("inf", None),
            ("nan", None),
        ] {
            let near = match (parse(text), expected) {
                (Some(read), Some(expected)) => (read - expected).abs() <= 1e-15 * expected.abs(),
                (read, expected) => read == expected,
            };
            assert!(near, "{text}: {:?}", parse(text));
        }
    }
    #[test]
    fn writes_decimals() {
        for (number, expected) in [
            (0.0, Some("0")),
            (-0.0, Some("0")),
            (1.0, Some("1")),
            (-27.0, Some("-27")),
            (1_769_269_588.0, Some("1769269588")),
            (0.1, Some("0.1")),
            (0.1 + 0.2, Some("0.3")),
            (-1.05, Some("-1.05")),
            (0.007, Some("0.007")),
            (99.99, Some("99.99")),
            (123_456.789, Some("123456.789")),
            (1.0 / 3.0, Some("0.333333333333333")),
            (1e-20, Some("0")),
            (1e17, Some("100000000000000000")),
            (1e18, None),
            (f64::INFINITY, None),
            (f64::NAN, None),
        ] {
            assert_eq!(write(number).as_deref(), expected, "{number}");
        }
    }
}
