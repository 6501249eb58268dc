//! Decimal numbers, read plainly.
//!
//! The standard library rounds the last of sixteen digits rightly, with tables that make a twentieth of the WebAssembly.
//! Pages hold sizes, ratios and times, for which that digit does not matter.

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
}
