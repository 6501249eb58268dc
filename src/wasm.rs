//! The face to browsers and npm: plain values in, one plain object out.
//!
//! The only file that names wasm-bindgen, js-sys and web-sys. A panic becomes a JavaScript error too; the
//! loader (`src/npm/instance.js`) then drops this instance, because what a panic leaves behind is unusable.

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::{Article, Category, Error, ErrorKind, Options};

/// Options as JavaScript gives them.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct JsOptions {
    url: Option<String>,
    keep: Vec<Category>,
    restore: Vec<usize>,
    front_matter: Option<bool>,
}

/// Routes panics to JavaScript as errors with the code `internal`.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        let message = format!("defect in wechat-article-cleaner, please report it: {info}");
        wasm_bindgen::throw_val(to_js_error(&Error::new(ErrorKind::Internal, message)));
    }));
}

/// Cleans the article in `input`; see the TypeScript types for what comes back.
///
/// # Errors
///
/// A JavaScript `Error` named `WechatArticleError` with a stable `code`.
#[wasm_bindgen]
pub fn clean(input: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let article = crate::clean(input, &options).map_err(|error| to_js_error(&error))?;
    to_js(&article)
}

/// Cleans the article that is open in `document`.
///
/// # Errors
///
/// As [`clean`].
#[wasm_bindgen(js_name = cleanDocument)]
pub fn clean_document(document: &web_sys::Document, options: JsValue) -> Result<JsValue, JsValue> {
    let mut options = read_options(options)?;
    if options.url.is_none() {
        options.url = document.url().ok();
    }
    let source = document
        .document_element()
        .map(|root| root.outer_html())
        .unwrap_or_default();
    let article = crate::clean(&source, &options).map_err(|error| to_js_error(&error))?;
    to_js(&article)
}

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn read_options(options: JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    let given: JsOptions = serde_wasm_bindgen::from_value(options)
        .map_err(|error| js_sys::TypeError::new(&format!("options: {error}")))?;
    Ok(Options {
        url: given.url,
        keep: given.keep,
        restore: given.restore,
        no_front_matter: given.front_matter == Some(false),
    })
}

fn to_js(article: &Article) -> Result<JsValue, JsValue> {
    let object = crate::render::json::view(article).serialize(&Serializer::json_compatible())?;
    for (name, value) in [
        ("markdown", article.to_markdown()),
        ("html", article.to_html()),
        ("text", article.to_text()),
    ] {
        js_sys::Reflect::set(&object, &name.into(), &value.into())?;
    }
    Ok(object)
}

fn to_js_error(error: &Error) -> JsValue {
    let object = js_sys::Error::new(&error.to_string());
    object.set_name("WechatArticleError");
    // Cannot fail: an error object that was just made takes any property.
    let _ = js_sys::Reflect::set(&object, &"code".into(), &error.code().into());
    object.into()
}
