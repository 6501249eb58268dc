//! The data that a page's scripts hold.

use crate::number;
use crate::scan::Scan;
use crate::script::{self, Value};
use crate::words::words;

/// The data in a page's scripts: two objects and single assignments.
pub(crate) struct Data<'a> {
    scripts: &'a [&'a str],
    /// `window.cgiDataNew`, which holds everything from late 2025 on.
    new: Option<Value>,
    /// `window.cgiData`, the older and smaller one, which video posts and notices have.
    old: Option<Value>,
}

impl<'a> Data<'a> {
    /// Reads the objects; single assignments are read when they are asked for.
    pub fn read(scan: &'a Scan<'a>) -> Self {
        let scripts = scan.scripts.as_slice();
        let object = |name| {
            scripts
                .iter()
                .filter_map(|script| script::assigned(script, name))
                .find(|value| matches!(value, Value::Object(_)))
        };
        Data {
            scripts,
            new: object("cgiDataNew"),
            old: object("cgiData"),
        }
    }

    /// Whether no script holds any.
    pub fn is_empty(&self) -> bool {
        self.scripts.is_empty()
    }

    /// A value of `cgiDataNew`; `path` names a key, or a key within an object (`a.b`).
    pub fn key(&self, path: &str) -> Option<&Value> {
        path.split('.')
            .try_fold(self.new.as_ref()?, |value, key| value.get(key))
    }

    /// A value of `cgiData`.
    pub fn old_key(&self, key: &str) -> Option<&Value> {
        self.old.as_ref()?.get(key)
    }

    /// The value assigned to a variable in any of the scripts.
    pub fn variable(&self, name: &str) -> Option<Value> {
        self.scripts
            .iter()
            .find_map(|script| script::assigned(script, name))
    }

    /// What the scripts write into the page where they stand.
    pub fn written(&self) -> Option<String> {
        self.scripts
            .iter()
            .find_map(|script| script::written(script))
    }

    /// The variables that may tell what the keys don't: none where there is `cgiDataNew`, which holds all that they do.
    /// To search megabytes of script for a name that is not there would be work for nothing.
    fn in_variables<'n>(&self, keys: &str, variables: &'n str) -> &'n str {
        if self.new.is_some() && !keys.is_empty() {
            ""
        } else {
            variables
        }
    }

    /// The text under the first of `keys` or, failing these, in the first of `variables`.
    pub fn text(&self, keys: &str, variables: &str) -> Option<String> {
        words(keys)
            .find_map(|key| self.key(key).and_then(written))
            .or_else(|| {
                words(self.in_variables(keys, variables))
                    .find_map(|name| self.variable(name).as_ref().and_then(written))
            })
    }

    /// The number under the first of `keys` or, failing these, in the first of `variables`.
    pub fn number(&self, keys: &str, variables: &str) -> Option<f64> {
        words(keys)
            .find_map(|key| self.key(key)?.number())
            .or_else(|| {
                words(self.in_variables(keys, variables))
                    .find_map(|name| self.variable(name)?.number())
            })
    }
}

/// A text that is not empty. Ids stand in the data as strings in some years and as numbers in others.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) if *number > 0.0 => number::write(*number),
        value => value.text().map(str::to_owned),
    }
}
