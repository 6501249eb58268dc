//! The two ways in which mail, and with it MHTML, writes bytes as ASCII. Both decoders take whatever they are given:
//! what is no code stays as it is (quoted-printable) or is passed over (base64).

use memchr::memchr;

/// Undoes quoted-printable: `=E8` is a byte, `=` at the end of a line joins it with the next.
pub(super) fn quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr(b'=', rest) {
        bytes.extend_from_slice(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(byte) = hex(rest) {
            bytes.push(byte);
            rest = &rest[2..];
        } else if let Some(next) = next_line(rest) {
            rest = next;
        } else {
            bytes.push(b'=');
        }
    }
    bytes.extend_from_slice(rest);
    bytes
}

fn hex(text: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    Some((digit(0)? * 16 + digit(1)?) as u8)
}

/// What follows the line end, if nothing but blanks stands before it.
fn next_line(text: &[u8]) -> Option<&[u8]> {
    let blanks = text
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
        .count();
    match text.get(blanks) {
        Some(b'\n') => text.get(blanks + 1..),
        None => Some(&[]),
        Some(_) => None,
    }
}

/// Undoes base64, also the kind for addresses.
pub(super) fn base64(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0_u32, 0);
    for byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                n_bits = 0;
                continue;
            }
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push((bits >> n_bits) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undoes_quoted_printable() {
        for (text, expected) in [
            ("id=3D\"a\"", "id=\"a\""),
            ("=E8=8C=B6=\r\n=e6=b0=b4 =  \nx", "茶水 x"),
            ("a=b =3 =", "a=b =3 "),
            ("=中", "=中"),
            ("one\r\ntwo\n", "one\r\ntwo\n"),
            ("", ""),
        ] {
            let bytes = quoted_printable(text.as_bytes());
            assert_eq!(String::from_utf8_lossy(&bytes), expected, "{text}");
        }
    }

    #[test]
    fn undoes_base64() {
        for (text, expected) in [
            ("6Iy25rC0", "茶水"),
            ("6Iy2\r\n 5rC\n0", "茶水"),
            ("YQ==", "a"),
            ("YQ==YmM=", "abc"),
            ("YWI", "ab"),
            ("P-__", "?\u{fffd}\u{fffd}"),
            ("!\u{4e2d}", ""),
            ("A", ""),
            ("", ""),
        ] {
            assert_eq!(
                String::from_utf8_lossy(&base64(text.as_bytes())),
                expected,
                "{text}"
            );
        }
    }
}
