//! The face to browsers and npm: plain values in, one plain object out. Behind the feature `js`, since it decides what only
//! a whole program may.
//!
//! The only file that names wasm-bindgen, serde-wasm-bindgen, js-sys and web-sys. A panic becomes a JavaScript error
//! too; the loader (`src/npm/cleaner.js`) then drops this instance, because what a panic leaves behind is unusable.

use std::str::FromStr;

use js_sys::{Array, Function, JSON, Object, Reflect, TypeError, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::{Article, Error, ErrorKind, Field, Options, Recurring, abridged, given_back, scan};

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Routes panics to JavaScript as errors with the code `internal`.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        let message = format!("defect in wechat-article-cleaner, please report it: {info}");
        wasm_bindgen::throw_val(to_js_error(&Error::new(ErrorKind::Internal, message)));
    }));
}

/// Cleans the article in `input`; see the TypeScript types for what comes back. Of a page of which `n_gaps` runs of script
/// were left out, `undefined` calls for the whole.
///
/// # Errors
///
/// A JavaScript `Error` named `WechatArticleError` with a stable `code`.
#[wasm_bindgen]
pub fn clean(input: &str, n_gaps: usize, options: JsValue) -> Result<JsValue, JsValue> {
    let (options, image_url) = read_options(options)?;
    let article = abridged::clean(input, n_gaps, &options);
    if n_gaps > 0 && article.is_err() {
        return Ok(JsValue::UNDEFINED);
    }
    cleaned(article, image_url)
}

/// What recurs in the pages that `next` gives, strings or bytes, until it gives nothing; see [`Recurring`]. Pages without an
/// article are passed over.
///
/// # Errors
///
/// What `next` throws.
#[wasm_bindgen]
pub fn recurring(next: &Function) -> Result<String, JsValue> {
    let options = Options::default();
    let mut recurring = Recurring::default();
    loop {
        let page = next.call0(&JsValue::UNDEFINED)?;
        let article = match page.as_string() {
            Some(page) => crate::clean(&page, &options),
            None if page.is_undefined() => break,
            None => crate::clean_bytes(&Uint8Array::new(&page).to_vec(), &options),
        };
        if let Ok(article) = article {
            recurring.add(&article);
        }
    }
    Ok(recurring.lines().to_owned())
}

/// Whether a script whose beginning is given may hold data, and is to be handed over whole.
#[wasm_bindgen(js_name = holdsData)]
pub fn holds_data(script: &str) -> bool {
    scan::holds_data(script)
}

/// As [`clean`], of bytes as they stand in a file.
///
/// # Errors
///
/// As [`clean`].
#[wasm_bindgen(js_name = cleanBytes)]
pub fn clean_bytes(input: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let (options, image_url) = read_options(options)?;
    cleaned(crate::clean_bytes(input, &options), image_url)
}

/// Writes an article that JavaScript gives back as JSON in one format, with other choices.
///
/// # Errors
///
/// A `TypeError` where the article is none, or the format or an option does not exist.
#[wasm_bindgen]
pub fn render(article: &str, format: &str, options: JsValue) -> Result<String, JsValue> {
    let write = match format {
        "markdown" => Article::to_markdown,
        "html" => Article::to_html,
        "document" => Article::to_html_document,
        "text" => Article::to_text,
        _ => {
            return Err(type_error(
                "format: expected one of markdown, html, document, text",
            ));
        }
    };
    let (options, image_url) = read_options(options)?;
    let mut article = given_back::article(article, options.render)
        .ok_or_else(|| type_error("article: expected one as clean() gives it"))?;
    rewrite_images(&mut article, image_url)?;
    Ok(write(&article))
}

/// What came of cleaning, for JavaScript.
fn cleaned(
    cleaned: Result<Article, Error>,
    image_url: Option<Function>,
) -> Result<JsValue, JsValue> {
    let mut article = cleaned.map_err(|error| to_js_error(&error))?;
    rewrite_images(&mut article, image_url)?;
    to_js(&article)
}

/// Gives pictures the addresses that `image_url` returns for theirs.
fn rewrite_images(article: &mut Article, image_url: Option<Function>) -> Result<(), JsValue> {
    let Some(image_url) = image_url else {
        return Ok(());
    };
    let mut result = Ok(());
    article.rewrite_images(|image| {
        if result.is_err() {
            return None;
        }
        match own_address(&image_url, &image.url) {
            Ok(address) => address,
            Err(error) => {
                result = Err(error);
                None
            }
        }
    });
    result
}

/// What the caller's function returns for an address: another one, or nothing.
fn own_address(image_url: &Function, address: &str) -> Result<Option<String>, JsValue> {
    let given = image_url.call1(&JsValue::UNDEFINED, &address.into())?;
    if given.is_undefined() || given.is_null() {
        return Ok(None);
    }
    let expected = || type_error("options.imageUrl: expected it to return a string or nothing");
    given.as_string().map(Some).ok_or_else(expected)
}

/// Decodes by the name of a charset, with the platform's tables; `None` if it has none of that name.
pub(crate) fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let decoder = web_sys::TextDecoder::new_with_label(label).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Reads the options by hand: serde-wasm-bindgen lets unknown keys pass, and its errors don't name the option.
fn read_options(given: JsValue) -> Result<(Options, Option<Function>), JsValue> {
    let mut options = Options::default();
    let mut image_url = None;
    if given.is_undefined() || given.is_null() {
        return Ok((options, image_url));
    }
    let Some(given) = Object::try_from(&given) else {
        return Err(type_error("options: expected an object"));
    };
    for key in Object::keys(given) {
        let value = Reflect::get(given, &key)?;
        let name = key.as_string().unwrap_or_default();
        if value.is_undefined() {
            continue;
        }
        let expected = match name.as_str() {
            "url" => value
                .as_string()
                .map(|url| options.url = Some(url))
                .ok_or("a string"),
            "frontMatter" => fields(&value)
                .map(|fields| options.render.front_matter = fields)
                .ok_or("a boolean or an array of fields"),
            "images" => named(&value)
                .map(|images| options.render.images = images)
                .ok_or("'link' or 'drop'"),
            "links" => named(&value)
                .map(|links| options.render.links = links)
                .ok_or("'inline', 'reference' or 'drop'"),
            "imageUrl" => value
                .dyn_into::<Function>()
                .map(|function| image_url = Some(function))
                .map_err(|_| "a function"),
            "keep" => list(&value, |item| named(&item))
                .map(|categories| options.keep = categories)
                .ok_or("an array of categories"),
            "recurring" => value
                .as_string()
                .map(|lines| options.recurring = Recurring::of_lines(&lines))
                .ok_or("a string"),
            "restore" => list(&value, |item| {
                let id = item.as_f64()?;
                (id >= 0.0 && id.fract() == 0.0).then_some(id as usize)
            })
            .map(|ids| options.restore = ids)
            .ok_or("an array of ids"),
            _ => Err("url, keep, recurring, restore, frontMatter, images, imageUrl or links"),
        };
        expected.map_err(|expected| type_error(&format!("options.{name}: expected {expected}")))?;
    }
    Ok((options, image_url))
}

/// One of a few words.
fn named<T: FromStr>(value: &JsValue) -> Option<T> {
    value.as_string()?.parse().ok()
}

/// Fields of the front matter, all or none of them by a boolean.
fn fields(value: &JsValue) -> Option<Vec<Field>> {
    match value.as_bool() {
        Some(true) => Some(Field::ALL.to_vec()),
        Some(false) => Some(Vec::new()),
        None => list(value, |item| named(&item)),
    }
}

/// The items of an array, if it is one and each of them can be read.
fn list<T>(value: &JsValue, read: impl Fn(JsValue) -> Option<T>) -> Option<Vec<T>> {
    value.dyn_ref::<Array>()?.iter().map(read).collect()
}

fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}

/// The article as JavaScript sees it: what its JSON says, and the article in each format.
fn to_js(article: &Article) -> Result<JsValue, JsValue> {
    let object = JSON::parse(&article.to_compact_json())?;
    let (html, document) = article.to_html_and_document();
    let formats = Formats {
        markdown: article.to_markdown(),
        html,
        document,
        text: article.to_text(),
        file_name: article.file_name(),
    };
    with_fields(object, &formats)
}

/// An article in each format.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Formats {
    markdown: String,
    html: String,
    document: String,
    text: String,
    file_name: String,
}

/// What an error tells beside its message.
#[derive(Serialize)]
struct Details<'a> {
    code: &'a str,
    reason: Option<&'a str>,
    url: Option<&'a str>,
    account: Option<&'a str>,
}

fn to_js_error(error: &Error) -> JsValue {
    let object = js_sys::Error::new(&error.to_string());
    object.set_name("WechatArticleError");
    let details = Details {
        code: error.code(),
        reason: error.reason(),
        url: error.url(),
        account: error.account(),
    };
    with_fields(object.into(), &details).unwrap_or_else(|error| error)
}

/// Gives a JavaScript object the fields of a structure; what is missing is `null`.
///
/// Few and long values, that is: an article of many small ones is there sooner by way of JSON.
fn with_fields(object: JsValue, fields: &impl Serialize) -> Result<JsValue, JsValue> {
    let fields = fields.serialize(&Serializer::json_compatible())?;
    let object: &Object = object.unchecked_ref();
    Ok(Object::assign(object, fields.unchecked_ref()).into())
}
