//! The command line, as a person uses it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn fixture(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    root.join(name).join("page.html").display().to_string()
}

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_wechat-article-cleaner"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that fails before it reads closes its end: that is no fault of the test.
    let _ = child
        .stdin
        .take()
        .expect("input is piped")
        .write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// An empty directory that no other test uses.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    path
}

#[test]
fn reads_standard_input_and_writes_markdown() {
    let page = fs::read_to_string(fixture("article-2026")).unwrap();
    for arguments in [&[][..], &["-"]] {
        let output = run(arguments, &page);
        assert!(output.status.success());
        assert!(text(&output.stdout).starts_with("---\ntitle: "));
    }
}

#[test]
fn writes_each_format() {
    for (format, start) in [
        ("markdown", "---\ntitle: "),
        ("html", "<!DOCTYPE html>"),
        ("text", "雾里的茶山"),
        ("json", "{\n  \"source\": \"page\""),
    ] {
        let output = run(&["--format", format, &fixture("article-2026")], "");
        assert!(
            text(&output.stdout).starts_with(start),
            "{format}: {}",
            text(&output.stdout)
        );
    }
}

#[test]
fn front_matter_can_be_left_out() {
    let output = run(&["--no-front-matter", &fixture("article-2017")], "");
    assert!(text(&output.stdout).starts_with("# 老桥与渡船\n"));
}

#[test]
fn front_matter_can_be_chosen() {
    let output = run(
        &["--front-matter", "date,title", &fixture("article-2026")],
        "",
    );
    let text = text(&output.stdout);
    let (head, _) = text[4..].split_once("---\n").expect("a fence");
    let names: Vec<_> = head
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(names, ["title", "date"]);
}

#[test]
fn pictures_and_links_can_be_chosen() {
    let page = fixture("article-2026");
    let with = |arguments: &[&str]| {
        let arguments = [arguments, &["--no-front-matter", &page]].concat();
        text(&run(&arguments, "").stdout)
    };
    assert!(with(&[]).contains("!["));
    assert!(!with(&["--images", "drop"]).contains("!["));
    assert!(with(&[]).contains("](https://"));
    assert!(with(&["--links", "reference"]).contains("\n[1]: https://"));
    let without = with(&["--links", "drop", "--images", "drop"]);
    assert!(!without.contains("https://"), "{without}");
}

#[test]
fn what_comes_from_standard_input_is_named_after_the_article() {
    let directory = directory("named");
    let page = fs::read_to_string(fixture("article-2017")).unwrap();
    let output = run(&["--out", &directory.display().to_string()], &page);
    assert!(output.status.success());
    let names: Vec<_> = fs::read_dir(&directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(
        names.len() == 1 && names[0].ends_with("老桥与渡船.md"),
        "{names:?}"
    );
}

#[test]
fn categories_can_be_kept() {
    let page = fixture("article-2026");
    assert!(!text(&run(&[&page], "").stdout).contains("河边的一年"));
    assert!(text(&run(&["--keep", "related,decor", &page], "").stdout).contains("河边的一年"));
}

#[test]
fn an_address_can_be_given() {
    let output = run(
        &[
            "--url",
            "https://mp.weixin.qq.com/s/given?scene=1",
            &fixture("fragment"),
        ],
        "",
    );
    assert!(text(&output.stdout).contains("url: https://mp.weixin.qq.com/s/given\n"));
}

#[test]
fn inputs_without_an_article_do_not_stop_the_others() {
    let directory = directory("mixed");
    let output = run(
        &[
            "--out",
            &directory.display().to_string(),
            &fixture("error-deleted"),
            &fixture("article-2017"),
            "no-such-file.html",
            &fixture("fragment"),
        ],
        "",
    );
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("error[deleted]: "), "{errors}");
    assert!(
        errors.contains("no-such-file.html: error[io]: "),
        "{errors}"
    );
    let mut names: Vec<_> = fs::read_dir(&directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    // Both pages are called page.html: neither writes over the other.
    assert_eq!(names, ["page-2.md", "page.md"]);
    assert!(text(&output.stdout).is_empty());
}

/// The texts of the files in a directory, by their names.
fn files_in(directory: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(directory).expect("the directory is there");
    entries
        .map(|entry| {
            let entry = entry.expect("an entry");
            let text = fs::read_to_string(entry.path()).expect("a text");
            (entry.file_name().display().to_string(), text)
        })
        .collect()
}

#[test]
fn inputs_are_never_written_over() {
    let directory = directory("inputs");
    fs::create_dir_all(directory.join("in")).unwrap();
    let page = fs::read_to_string(fixture("article-2017")).unwrap();
    let archive = fs::read_to_string(fixture("archive").replace("page.html", "page.md")).unwrap();
    for (name, text) in [
        ("x.md", &archive),
        ("x.html", &page),
        ("y.html", &page),
        ("in/x.htm", &page),
    ] {
        fs::write(directory.join(name), text).unwrap();
    }
    let path = |name: &str| directory.join(name).display().to_string();
    let out = directory.display().to_string();
    // Its own result, that of another input, and the same by ways around.
    for (inputs, refused) in [
        (vec![path("x.md")], 1),
        (vec![path("in/../x.md")], 1),
        (vec![path("x.html"), path("x.md"), path("y.html")], 1),
        (vec![path("in/x.htm"), path("x.md")], 1),
    ] {
        let _ = fs::remove_file(directory.join("y.md"));
        let mut arguments: Vec<&str> = inputs.iter().map(String::as_str).collect();
        arguments.extend(["--out", &out]);
        let output = run(&arguments, "");
        assert_eq!(output.status.code(), Some(1), "{inputs:?}");
        let errors = text(&output.stderr);
        let n_refused = errors.matches("error[overwrites-input]: ").count();
        assert_eq!(n_refused, refused, "{errors}");
        assert!(
            errors.contains("x.md: expected a directory") && errors.contains("--out"),
            "{errors}"
        );
        assert!(fs::read_to_string(directory.join("x.md")).unwrap() == archive);
        // The others are written all the same.
        let has_other = inputs.iter().any(|input| input.ends_with("y.html"));
        assert_eq!(directory.join("y.md").exists(), has_other);
    }
}

#[cfg(unix)]
#[test]
fn an_input_behind_a_link_is_never_written_over() {
    let directory = directory("linked");
    fs::create_dir_all(directory.join("out")).unwrap();
    let (input, link) = (directory.join("x.html"), directory.join("out/x.md"));
    fs::copy(fixture("article-2017"), &input).unwrap();
    let before = fs::read_to_string(&input).unwrap();
    let out = directory.join("out").display().to_string();
    let arguments = [&input.display().to_string(), "--out", &out];
    for is_hard in [false, true] {
        let _ = fs::remove_file(&link);
        if is_hard {
            fs::hard_link(&input, &link).unwrap();
        } else {
            std::os::unix::fs::symlink(&input, &link).unwrap();
        }
        assert_eq!(run(&arguments, "").status.code(), Some(1));
        assert_eq!(fs::read_to_string(&input).unwrap(), before);
    }
}

#[test]
fn a_second_run_writes_over_the_results_of_the_first() {
    let directory = directory("again");
    fs::create_dir_all(&directory).unwrap();
    fs::write(directory.join("page.md"), "an earlier result").unwrap();
    let out = directory.display().to_string();
    let page = fixture("article-2017");
    let arguments = [&page, "--out", &out];
    assert!(run(&arguments, "").status.success());
    let first = files_in(&directory);
    assert!(run(&arguments, "").status.success());
    assert_eq!(files_in(&directory), first);
    assert!(first.len() == 1 && first["page.md"].starts_with("---\ntitle: "));
}

/// Many file systems take `A.md` and `a.md` for one.
#[test]
fn names_differ_in_more_than_the_case_of_letters() {
    let directory = directory("cases");
    for (folder, name) in [("1", "Page.html"), ("2", "page.html"), ("3", "PAGE-2.html")] {
        fs::create_dir_all(directory.join(folder)).unwrap();
        fs::copy(fixture("article-2017"), directory.join(folder).join(name)).unwrap();
    }
    let path = |name: &str| directory.join(name).display().to_string();
    let output = run(
        &[
            &path("1/Page.html"),
            &path("2/page.html"),
            &path("3/PAGE-2.html"),
            "--out",
            &path("out"),
        ],
        "",
    );
    assert!(output.status.success());
    let names: Vec<_> = files_in(&directory.join("out")).into_keys().collect();
    assert_eq!(names, ["PAGE-2-2.md", "Page.md", "page-2.md"]);
}

#[test]
fn archives_are_taken_as_they_are() {
    let directory = directory("archives");
    let [first, second] =
        ["archive", "archive-stub"].map(|name| fixture(name).replace("page.html", "page.md"));
    let output = run(
        &["--out", &directory.display().to_string(), &first, &second],
        "",
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("error[no-article]: "));
    let written = fs::read_to_string(directory.join("page.md")).unwrap();
    assert!(written.starts_with("---\ntitle: ") && !written.contains("预览时标签不可点"));
}

/// What the account puts under each of its articles is told by their being several.
#[test]
fn what_several_files_of_an_account_have_in_common_is_left_out() {
    let directory = directory("common");
    let out = directory.join("out").display().to_string();
    fs::create_dir_all(&directory).unwrap();
    let paths = ["春天的茶山上雾气很重", "秋天的河水落下去了"].map(|text| {
        let path = directory.join(format!("{text}.md"));
        let page = format!(
            "---\ntitle: {text}\nsource: 山脚读书会\n---\n\n{text}，天不亮就有人出了门，一路上谁也不说话，只听见脚步声，\
             露水打湿了他们的裤脚。\n\n山里的灯，一盏一盏地亮\n"
        );
        fs::write(&path, page).unwrap();
        path.display().to_string()
    });
    let holds_lamp = |arguments: &[&str]| {
        let arguments = [arguments, &["--out", &out]].concat();
        assert!(run(&arguments, "").status.success());
        files_in(Path::new(&out))
            .values()
            .any(|text| text.contains("一盏一盏地亮"))
    };
    let [spring, autumn] = &paths;
    assert!(holds_lamp(&[spring]));
    assert!(!holds_lamp(&[spring, autumn]));
    assert!(holds_lamp(&["--alone", spring, autumn]));
    assert!(holds_lamp(&[spring, spring]));
}

#[test]
fn wrong_usage_is_said_and_tells_by_its_status() {
    for arguments in [
        &["--format", "pdf"][..],
        &["--keep", "everything"],
        &["--no-such-option"],
        &["--images", "keep"],
        &["--links", "none"],
        &["--front-matter", "titel"],
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains("--help"), "{arguments:?}");
    }
}
