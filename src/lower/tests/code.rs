//! Code blocks, as the editor and the publishers write them.

use super::assert_becomes;

#[test]
fn lines() {
    assert_becomes(&[
        // WeChat's own: a line is a `<code>`, an empty one holds a `<br>`.
        (
            "<section class='code-snippet__fix code-snippet__js'>\
             <ul class='code-snippet__line-index code-snippet__js'><li></li><li></li><li></li></ul>\
             <pre class='code-snippet__js' data-lang='Python'>\
             <code><span class='code-snippet_outer'><span class='code-snippet__keyword'>if</span> a:</span></code>\
             <code><span class='code-snippet_outer'><br></span></code>\
             <code><span class='code-snippet_outer'>&nbsp;&nbsp;&nbsp; b()</span></code></pre></section>",
            "code python \"if a:\\n\\n    b()\"",
        ),
        (
            "<ul class='code-snippet__line-index'><li>counter(line</li></ul><pre><code>ounter(line</code><code>counter(lineounter(line</code><code>x</code></pre>",
            "code - \"x\"",
        ),
        // mdnice: dots above, `<br>` and no-break spaces, blanks between the parts.
        (
            "<pre class='custom' data-tool='mdnice编辑器'>\n  <span style='display:block;background:url(https://a.cn/1.svg)'></span>\n  <code class='hljs'><span class='hljs-keyword'>fn</span> a() {<br>&nbsp;&nbsp;b();<br><br>}<br></code></pre>",
            "code - \"fn a() {\\n  b();\\n\\n}\"",
        ),
        // doocs: a sign drawn above, a language, indented from the first line.
        (
            "<pre class='hljs code__pre'><span class='mac-sign'><svg><ellipse></ellipse></svg></span><code class='language-Rust'>&nbsp; a<br/>\tb</code></pre>",
            "code rust \"  a\\n\\tb\"",
        ),
        (
            "<pre class='language-c'>a();\n{}\n// 完\n\n</pre>",
            "code c \"a();\\n{}\\n// 完\"",
        ),
        ("<pre>a\u{200b}b\r\n\u{feff}c</pre>", "code - \"ab\\nc\""),
        (
            "<pre class='hljs'><p>a</p><p><br></p><p>&nbsp;b</p></pre>",
            "code - \"a\\n\\n b\"",
        ),
        (
            "<pre><code><span style='display:block'>a</span><span style='display:block'>b</span></code></pre>",
            "code - \"a\\nb\"",
        ),
        // Without a `<pre>`.
        (
            "<p><code>a = 1<br>b = 2</code></p>",
            "code - \"a = 1\\nb = 2\"",
        ),
        (
            "<section style='white-space: pre-wrap; font-family: Menlo, monospace'><p>a</p><p>&nbsp;b</p></section>",
            "code - \"a\\n b\"",
        ),
        ("<p>用 <code>a&nbsp;b</code> 试</p>", "p 用 c{a b} 试"),
    ]);
}

#[test]
fn a_sentence_is_not_torn_apart() {
    assert_becomes(&[
        (
            "<p>我们用 <code>npm install</code> 安装，再用 <code>npm i<br>npm t</code> 测试一下。</p>",
            "p 我们用 c{npm install} 安装，再用 c{npm i}⏎c{npm t} 测试一下。",
        ),
        (
            "<p>用<span><b><code>a = 1<br>b = 2</code></b> </span>试</p>",
            "p 用bc{a = 1}⏎bc{b = 2} 试",
        ),
        ("<p><code>a<br>b</code>，两行。</p>", "p c{a}⏎c{b}，两行。"),
        // What stands on other lines is no part of it.
        (
            "<p>代码：<br><span><code>a = 1<br>b = 2</code></span><br>完</p>",
            "p 代码：\ncode - \"a = 1\\nb = 2\"\np 完",
        ),
        (
            "<section>代码：<p><b> <code>a<br>b</code> </b></p>完</section>",
            "p 代码：\ncode - \"a\\nb\"\np 完",
        ),
        (
            "<p><code>a<br>b</code><code>c<br>d</code></p>",
            "code - \"a\\nb\"\ncode - \"c\\nd\"",
        ),
    ]);
}

#[test]
fn numbers_of_lines() {
    assert_becomes(&[
        (
            "<pre><code><div><span>1</span>a</div><div><span>2</span></div><div><span>3</span>b</div></code></pre>",
            "code - \"a\\n\\nb\"",
        ),
        (
            "<pre class='hljs'><code><section><section class='line-numbers'><section>1</section><section>2</section></section><section><div>a<br>b</div></section></section></code></pre>",
            "code - \"a\\nb\"",
        ),
        (
            "<pre class='hljs'><code><section><section>1</section><section>2</section></section><section>a<br>b</section></code></pre>",
            "code - \"a\\nb\"",
        ),
        // Numbers that are the code.
        (
            "<pre class='line-numbers'><code><span class='hljs-number'>1</span> + 1<br><span class='hljs-number'>2</span> + 2</code></pre>",
            "code - \"1 + 1\\n2 + 2\"",
        ),
        (
            "<pre><code><p>1</p><p>2</p><p>4</p><p>8</p></code></pre>",
            "code - \"1\\n2\\n4\\n8\"",
        ),
    ]);
}

#[test]
fn languages() {
    for (attributes, expected) in [
        ("class='code-snippet__js' data-lang='go'", "go"),
        ("class='code-snippet__js'", "-"),
        ("class='code-snippet__fix code-snippet__php'", "php"),
        ("class='hljs lang-C++'", "c++"),
        ("class='hljs swift'", "swift"),
        ("class='custom'", "-"),
        ("data-lang='<b>'", "-"),
    ] {
        let html = format!("<pre {attributes}>x</pre>");
        assert_becomes(&[(&html, &format!("code {expected} \"x\""))]);
    }
}

#[test]
fn what_is_no_code() {
    assert_becomes(&[
        (
            "<ol><li><pre><code>这一行是被编辑器缩进了的正文。</code></pre></li></ol>",
            "ol1 [p 这一行是被编辑器缩进了的正文。]",
        ),
        (
            "<pre><section>一</section><img src='https://a.cn/1.png'></pre>",
            "p 一\nimg https://a.cn/1.png",
        ),
        (
            "<section style='white-space: pre-wrap; font-family: monospace'><p>山间</p><p>来信</p></section>",
            "p 山间\np 来信",
        ),
    ]);
}

/// Before the editor had code blocks.
#[test]
fn typed_as_paragraphs() {
    assert_becomes(&[
        // In italics, indented by blanks of two kinds, with an empty line and a comment.
        (
            "<p>如下：</p><p><em>switch (kind) {</em></p> <p>&nbsp; <em>case TEA : return a();</em></p><p><br></p><p>&nbsp; &nbsp; // 其余的</p><p><em>}</em></p><p>就是这样。</p>",
            "p 如下：\ncode - \"switch (kind) {\\n  case TEA : return a();\\n\\n    // 其余的\\n}\"\np 就是这样。",
        ),
        // From a highlighter, into a quotation.
        (
            "<blockquote><p><span>let</span> a = <b>1</b>;</p><p>b(a)</p><p>c = {}</p></blockquote>",
            "code - \"let a = 1;\\nb(a)\\nc = {}\"",
        ),
        ("<p>a = 1;<br>&nbsp;b(a);</p>", "code - \"a = 1;\\n b(a);\""),
        (
            "<p>#include &lt;tea.h&gt;</p><p>int main() {</p><p>}</p>",
            "code - \"#include <tea.h>\\nint main() {\\n}\"",
        ),
        // With the numbers of its lines in a column or as a list.
        (
            "<table><tr><td><div>1</div><div>2</div></td><td><div>a = b();</div><div>&nbsp;c(a);</div></td></tr></table>",
            "code - \"a = b();\\n c(a);\"",
        ),
        (
            "<ol><li><span>a = b();</span></li><li><p>&nbsp;c(a);</p></li></ol>",
            "code - \"a = b();\\n c(a);\"",
        ),
        (
            "<ol><li>a = b();</li><li>茶</li></ol>",
            "ol1 [p a = b();][p 茶]",
        ),
        (
            "<table><tr><td>1<br>2</td><td>采茶<br>喝茶</td></tr></table>",
            "p 1⏎2\np 采茶⏎喝茶",
        ),
        // What is not followed by code is none.
        (
            "<p>a = b();</p><p>print</p><p>就是这样。</p>",
            "code - \"a = b();\"\np print\np 就是这样。",
        ),
        // What only ends alike, and what would lose more than it gained.
        (
            "<p>f(x) = ax<sup>2</sup>;</p><p><a href='https://a.cn/'>g(x);</a></p>",
            "p f(x) = ax^{2};\np a{g(x);}",
        ),
        (
            "<p>tea@a.cn;</p><p>book@a.cn;</p><p>hill@a.cn;</p>",
            "p tea@a.cn;\np book@a.cn;\np hill@a.cn;",
        ),
        (
            "<p>用 brew() 泡茶;</p><p>brew(tea)</p>",
            "p 用 brew() 泡茶;\np brew(tea)",
        ),
        (
            "<p>Tea (green) is fine; so is it;</p><p>We drink it.</p>",
            "p Tea (green) is fine; so is it;\np We drink it.",
        ),
        (
            "<p>a = {<img src='https://a.cn/1.png'></p>",
            "p a = {\nimg https://a.cn/1.png",
        ),
        ("<p style='display: none'>a = 1;</p>", "-p a = 1;"),
    ]);
}
