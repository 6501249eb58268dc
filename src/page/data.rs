//! The data that a page's scripts hold.

use crate::scan::Scan;
use crate::script::{self, Value};

/// The data in a page's scripts: the object `window.cgiDataNew` (from late 2025 on) and single assignments.
pub(crate) struct Data<'a> {
    scripts: &'a [&'a str],
    object: Option<Value>,
}

impl<'a> Data<'a> {
    /// Reads the object; single assignments are read when they are asked for.
    pub fn read(scan: &'a Scan<'a>) -> Self {
        let scripts = scan.scripts.as_slice();
        let object = scripts
            .iter()
            .filter_map(|script| script::assigned(script, "cgiDataNew"))
            .find(|value| matches!(value, Value::Object(_)));
        Data { scripts, object }
    }

    /// A value of `cgiDataNew`; `path` names a key, or a key within an object (`a.b`).
    pub fn key(&self, path: &str) -> Option<&Value> {
        path.split('.')
            .try_fold(self.object.as_ref()?, |value, key| value.get(key))
    }

    /// A value of `window.cgiData`, the older and smaller object, which video posts and notices have.
    pub fn in_cgi_data(&self, key: &str) -> Option<Value> {
        self.variable("cgiData")?.get(key).cloned()
    }

    /// The value assigned to a variable in any of the scripts.
    pub fn variable(&self, name: &str) -> Option<Value> {
        self.scripts
            .iter()
            .find_map(|script| script::assigned(script, name))
    }

    /// The text under the first of `keys` or, failing these, in the first of `variables`.
    pub fn text(&self, keys: &[&str], variables: &[&str]) -> Option<String> {
        keys.iter()
            .find_map(|key| self.key(key).and_then(written))
            .or_else(|| {
                variables
                    .iter()
                    .find_map(|name| self.variable(name).as_ref().and_then(written))
            })
    }

    /// The number under the first of `keys` or, failing these, in the first of `variables`.
    pub fn number(&self, keys: &[&str], variables: &[&str]) -> Option<f64> {
        keys.iter()
            .find_map(|key| self.key(key)?.number())
            .or_else(|| {
                variables
                    .iter()
                    .find_map(|name| self.variable(name)?.number())
            })
    }
}

/// A text that is not empty. Ids stand in the data as strings in some years and as numbers in others.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) if *number > 0.0 => Some(crate::number::write(*number)),
        value => value.text().map(str::to_owned),
    }
}
