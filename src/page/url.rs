//! Addresses of articles, without the part that tracks the reader, of films and of recordings.

/// The parameters that name an article in a long link. `chksm`, `scene`, `sessionid` and the like tell where a
/// reader came from.
const NAMING: [&str; 4] = ["__biz", "mid", "idx", "sn"];

/// The parameters that open a temporary link; without any of them it opens nothing.
const TEMPORARY: [&str; 4] = ["src", "timestamp", "ver", "signature"];

/// Parameters of other sites that tell where a reader came from, besides `utm_source` and the like.
const TRACKING: [&str; 5] = ["spm", "spm_id_from", "vd_source", "fbclid", "gclid"];

/// The address of the article that `url` leads to, or `None` if it doesn't lead to an article of WeChat.
pub(crate) fn canonical(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .or_else(|| url.strip_prefix("//"))?;
    let path = rest.strip_prefix("mp.weixin.qq.com/")?.split('#').next()?;
    if let Some(token) = path.strip_prefix("s/") {
        let token = token
            .split(['?', '/'])
            .next()
            .filter(|token| !token.is_empty())?;
        return token
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
            .then(|| format!("https://mp.weixin.qq.com/s/{token}"));
    }
    let query = path
        .strip_prefix("s?")
        .or_else(|| path.strip_prefix("mp/appmsg/show?"))
        .or_else(|| path.strip_prefix("mp/rumor?"))?;
    let kept = named(query, &NAMING).or_else(|| named(query, &TEMPORARY))?;
    let page = path.split('?').next()?;
    Some(format!("https://mp.weixin.qq.com/{page}?{kept}"))
}

/// The address without the parameters that only tell where a reader came from.
pub(crate) fn without_tracking(url: String) -> String {
    let (before, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
    let Some((page, query)) = before.split_once('?') else {
        return url;
    };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| {
            let name = pair.trim_start_matches("amp;").split('=').next();
            !name.is_some_and(|name| name.starts_with("utm_") || TRACKING.contains(&name))
        })
        .collect();
    match kept.is_empty() {
        true => format!("{page}{fragment}"),
        false => format!("{page}?{}{fragment}", kept.join("&")),
    }
}

/// The address of an article by the parts that name it.
pub(crate) fn from_parts(biz: &str, mid: &str, idx: &str, sn: &str) -> Option<String> {
    canonical(&format!(
        "https://mp.weixin.qq.com/s?__biz={biz}&mid={mid}&idx={idx}&sn={sn}"
    ))
}

/// Whether this is the id of an account as addresses have it: Base64 of a number.
pub(crate) fn is_biz(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    (8..=24).contains(&text.len()) && digits.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The account's id in a long address.
pub(crate) fn biz(url: &str) -> Option<String> {
    let canonical = canonical(url)?;
    let biz = canonical.split_once("__biz=")?.1.split('&').next()?;
    is_biz(biz).then(|| biz.to_owned())
}

/// The page to watch a film on, by its id. WeChat's own begin with `wxv_`, others are Tencent Video's.
pub(crate) fn film(vid: &str) -> Option<String> {
    let is_id = !vid.is_empty() && vid.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    is_id.then(|| match vid.strip_prefix("wxv_") {
        Some(_) => format!(
            "https://mp.weixin.qq.com/mp/readtemplate?t=pages/video_player_tmpl&action=mpvideo&auto=0&vid={vid}"
        ),
        None => format!("https://v.qq.com/x/page/{vid}.html"),
    })
}

/// The address of a recording, by its id, which is in Base64 at times.
pub(crate) fn recording(id: &str) -> Option<String> {
    let is_part = |b: u8| b.is_ascii_alphanumeric() || b"_-=".contains(&b);
    let is_id = !id.is_empty() && id.bytes().all(is_part);
    is_id.then(|| format!("https://res.wx.qq.com/voice/getvoice?mediaid={id}"))
}

/// The given parameters of a query in the given order, if it has the first and at least one other.
fn named(query: &str, names: &[&str]) -> Option<String> {
    let found: Vec<String> = names
        .iter()
        .filter_map(|name| {
            // Addresses copied from source have `&amp;`, sometimes twice escaped.
            let value = query.split('&').find_map(|pair| {
                let mut pair = pair;
                while let Some(rest) = pair.strip_prefix("amp;") {
                    pair = rest;
                }
                pair.strip_prefix(name)?.strip_prefix('=')
            })?;
            // Some links have the `=` of Base64 encoded.
            let value = value.replace("%3D", "=").replace("%3d", "=");
            // What such an address never holds and another would have encoded ends it as one of an article.
            let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"<>\"'`\\|".contains(&byte);
            (!value.is_empty() && value.bytes().all(is_plain)).then(|| format!("{name}={value}"))
        })
        .collect();
    let opens_with_first = found.first().is_some_and(|pair| pair.starts_with(names[0]));
    (opens_with_first && found.len() > 1).then(|| found.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_to_recordings() {
        for id in ["Mzk_1-2", "Ab_1="] {
            let expected = format!("https://res.wx.qq.com/voice/getvoice?mediaid={id}");
            assert_eq!(recording(id), Some(expected));
        }
        for id in ["", "a\"b", "a&b=1", "茶"] {
            assert_eq!(recording(id), None, "{id}");
        }
    }

    #[test]
    fn keeps_what_names_the_article() {
        for (given, expected) in [
            (
                "http://mp.weixin.qq.com/s?__biz=MzA5==&amp;mid=26&amp;idx=7&amp;sn=e0&amp;chksm=8b&amp;scene=58#rd",
                Some("https://mp.weixin.qq.com/s?__biz=MzA5==&mid=26&idx=7&sn=e0"),
            ),
            (
                "https://mp.weixin.qq.com/s?mid=26&sn=e0&__biz=Mz==&idx=1",
                Some("https://mp.weixin.qq.com/s?__biz=Mz==&mid=26&idx=1&sn=e0"),
            ),
            (
                "https://mp.weixin.qq.com/s/aB-c_9?scene=1&click_id=2",
                Some("https://mp.weixin.qq.com/s/aB-c_9"),
            ),
            (
                "https://mp.weixin.qq.com/s?src=11&timestamp=15&ver=1&signature=x*y-&new=1",
                Some("https://mp.weixin.qq.com/s?src=11&timestamp=15&ver=1&signature=x*y-"),
            ),
            ("https://mp.weixin.qq.com/s?x=1", None),
            (
                "https://mp.weixin.qq.com/s?__biz=Mz==&mid=26\u{13}amp;&idx=1",
                Some("https://mp.weixin.qq.com/s?__biz=Mz==&idx=1"),
            ),
            ("https://mp.weixin.qq.com/s?__biz=Mz\0==&mid=26", None),
            ("https://mp.weixin.qq.com/s?__biz=Mz`==&mid=26", None),
            ("https://mp.weixin.qq.com/s?__biz=Mz\u{2028}==&mid=26", None),
            ("https://mp.weixin.qq.com/s/", None),
            ("https://mp.weixin.qq.com/s/\"><script>", None),
            ("https://example.org/s/abc", None),
            ("javascript:alert(1)", None),
        ] {
            assert_eq!(canonical(given).as_deref(), expected, "{given}");
        }
    }

    #[test]
    fn takes_tracking_out() {
        for (given, expected) in [
            (
                "https://a.cn/?utm_source=x&b=1&utm_medium=y#c",
                "https://a.cn/?b=1#c",
            ),
            (
                "https://a.cn/b?utm_source=x#?utm_source=y",
                "https://a.cn/b#?utm_source=y",
            ),
            ("https://a.cn/?a=1&amp;spm=2", "https://a.cn/?a=1"),
            (
                "https://a.cn/?spmx=1&utmost=2",
                "https://a.cn/?spmx=1&utmost=2",
            ),
            ("https://a.cn/?", "https://a.cn/?"),
            ("https://a.cn/utm_source=x", "https://a.cn/utm_source=x"),
        ] {
            assert_eq!(without_tracking(given.to_owned()), expected);
        }
    }

    #[test]
    fn knows_the_ids_of_accounts() {
        for (url, expected) in [
            (
                "https://mp.weixin.qq.com/s?__biz=MzA5MDAwMDAwMQ==&mid=1&idx=1&sn=a",
                Some("MzA5MDAwMDAwMQ=="),
            ),
            (
                "https://mp.weixin.qq.com/s?__biz=MzA5MDAwMDAwMQ%3D%3D&mid=1&idx=1&sn=a",
                Some("MzA5MDAwMDAwMQ=="),
            ),
            ("https://mp.weixin.qq.com/s/abc", None),
            ("https://mp.weixin.qq.com/s?__biz=x&mid=1", None),
        ] {
            assert_eq!(biz(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn knows_films_by_their_ids() {
        for (vid, expected) in [
            ("a1b2", Some("https://v.qq.com/x/page/a1b2.html")),
            (
                "wxv_12",
                Some(
                    "https://mp.weixin.qq.com/mp/readtemplate?t=pages/video_player_tmpl&action=mpvideo&auto=0&vid=wxv_12",
                ),
            ),
            ("", None),
            ("a\"><script>", None),
        ] {
            assert_eq!(film(vid).as_deref(), expected, "{vid}");
        }
    }
}
