//! The values of operators, calls and members.

use super::Value;
use super::text::js_decode;
use crate::address::percent_decoded;
use crate::number;

pub(super) fn apply(left: Value, operator: &str, right: Value) -> Value {
    match operator {
        "||" | "??" => {
            if left.is_truthy() {
                left
            } else {
                right
            }
        }
        "&&" => {
            if left.is_truthy() {
                right
            } else {
                left
            }
        }
        // Nothing is known about what only a running page could tell: neither that it is equal nor that it differs.
        "===" | "==" => Value::Bool(left != Value::Null && is_equal(&left, &right)),
        "!==" | "!=" => {
            Value::Bool(left != Value::Null && right != Value::Null && !is_equal(&left, &right))
        }
        "+" => sum(left, right),
        _ => match (left.number(), right.number()) {
            (Some(left), Some(right)) if operator == "*" => Value::Number(left * right),
            (Some(left), Some(right)) => Value::Number(left - right),
            _ => Value::Null,
        },
    }
}

fn is_equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(_), _) | (_, Value::Number(_)) => left.number() == right.number(),
        _ => left == right,
    }
}

fn sum(left: Value, right: Value) -> Value {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Value::Number(left + right),
        (Value::String(mut left), Value::String(right)) => {
            left.push_str(&right);
            Value::String(left)
        }
        (Value::String(text), Value::Number(number)) => {
            number::write(number).map_or(Value::Null, |digits| Value::String(text + &digits))
        }
        (Value::Number(number), Value::String(text)) => {
            number::write(number).map_or(Value::Null, |digits| Value::String(digits + &text))
        }
        (Value::String(text), _) | (_, Value::String(text)) => Value::String(text),
        _ => Value::Null,
    }
}

/// The value of a call of one of the functions that data is dressed in.
pub(super) fn call(function: &str, arguments: Vec<Value>) -> Value {
    let Some(argument) = arguments.into_iter().next() else {
        return Value::Null;
    };
    match (function, argument) {
        ("JsDecode", Value::String(text)) => Value::String(js_decode(&text)),
        // Data has its entities encoded, dressed or not: decoding is left to who asks, lest it be done twice.
        ("htmlDecode", argument) => argument,
        ("decodeURIComponent", Value::String(text)) => {
            Value::String(percent_decoded(&text).unwrap_or(text))
        }
        ("Number" | "parseInt" | "parseFloat", argument) => {
            argument.number().map_or(Value::Null, Value::Number)
        }
        ("String", argument) => argument,
        _ => Value::Null,
    }
}

/// The value of a method call. Most that data is dressed in change nothing that matters: `replace`, `toString`, `trim`, and
/// `html(false)`, which decodes entities: as with `htmlDecode`, that is left to who asks.
pub(super) fn method(value: Value, name: &str, arguments: &[Value]) -> Value {
    match (value, name, arguments) {
        (Value::Array(items), "slice", [Value::Number(start), rest @ ..]) if *start >= 0.0 => {
            let start = *start as usize;
            let end = match rest.first().and_then(Value::number) {
                Some(end) if end >= 0.0 => end as usize,
                _ => usize::MAX,
            };
            Value::Array(
                items
                    .into_iter()
                    .skip(start)
                    .take(end.saturating_sub(start))
                    .collect(),
            )
        }
        (value, ..) => value,
    }
}

pub(super) fn member(value: Value, name: &str) -> Value {
    match value {
        Value::Object(members) => {
            let found = members.into_iter().rev().find(|(key, _)| key == name);
            found.map_or(Value::Null, |(_, value)| value)
        }
        _ => Value::Null,
    }
}
