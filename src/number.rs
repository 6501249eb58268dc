//! Decimal numbers, read and written plainly.
//!
//! The standard library's exact rounding brings tables that make a tenth of the WebAssembly: pages hold sizes, ratios
//! and times, none of which is exact in the last of sixteen digits.

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
    let number = sign
        * if shift < 0 {
            value / power(-shift)
        } else {
            value * power(shift)
        };
    (n_digits > 0 && number.is_finite()).then_some(number)
}

/// The number in digits: whole numbers as JavaScript writes them, others to six places.
pub(crate) fn write(number: f64) -> String {
    let sign = if number < 0.0 { "-" } else { "" };
    let size = number.abs();
    let whole = size.trunc();
    let millionths = ((size - whole) * 1e6).round();
    let (whole, millionths) = if millionths < 1e6 {
        (whole as u64, millionths as u64)
    } else {
        (whole as u64 + 1, 0)
    };
    match millionths {
        0 => format!("{sign}{whole}"),
        part => format!(
            "{sign}{whole}.{}",
            format!("{part:06}").trim_end_matches('0')
        ),
    }
}

fn power(exponent: i32) -> f64 {
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
    fn writes_numbers() {
        for (number, expected) in [
            (0.0, "0"),
            (2_650_000_025.0, "2650000025"),
            (-3.0, "-3"),
            (0.25, "0.25"),
            (1.999_999_9, "2"),
            (12.000_001, "12.000001"),
        ] {
            assert_eq!(write(number), expected);
        }
    }
}
