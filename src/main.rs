//! The command line: files in, articles out.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, ValueEnum};
use wechat_article_cleaner::{
    Article, Category, Field, Images, Links, Options, Recurring, UnknownName, clean_bytes,
};

/// Takes the article out of WeChat Official Account pages (mp.weixin.qq.com).
///
/// Reads saved pages, copied page source, the inside of an article, or pages scraped to Markdown, and writes the article alone: without the page
/// around it, and without prompts to follow, scan, share or buy. Nothing is fetched, nothing leaves this machine.
#[derive(Parser)]
#[command(version, max_term_width = 100, after_help = EXAMPLES)]
struct Arguments {
    /// Pages to clean; `-` or none: standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// What to write
    #[arg(short, long, value_enum, default_value_t = Format::Markdown)]
    format: Format,

    /// Writes one file for each input into this directory, named after the input, or after the article where that is
    /// standard input; what has such a name is overwritten, but never an input
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Leaves out the front matter before Markdown
    #[arg(long)]
    no_front_matter: bool,

    /// Writes only these fields of the front matter
    #[arg(
        long,
        value_name = "FIELD",
        value_delimiter = ',',
        value_parser = one_of(Field::ALL, Field::name),
        conflicts_with = "no_front_matter"
    )]
    front_matter: Vec<Field>,

    /// What becomes of pictures
    #[arg(long, value_name = "WHAT", default_value = "link", value_parser = one_of(Images::ALL, Images::name))]
    images: Images,

    /// What becomes of links; their addresses stand at the end as `reference`
    #[arg(long, value_name = "WHAT", default_value = "inline", value_parser = one_of(Links::ALL, Links::name))]
    links: Links,

    /// Keeps what would be removed as this category; may be given several times
    #[arg(
        short,
        long,
        value_name = "CATEGORY",
        value_delimiter = ',',
        value_parser = one_of(Category::ALL, Category::name)
    )]
    keep: Vec<Category>,

    /// Cleans each file by itself. Otherwise what several of them have in common, being of one account, is left out before
    /// and after their texts too
    #[arg(long)]
    alone: bool,

    /// The page's address, if the page itself does not tell it
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  wechat-article-cleaner page.html > article.md
  wechat-article-cleaner --format json --out cleaned/ saved/*.html
  wechat-article-cleaner --out clean/ archive/*.md
  pbpaste | wechat-article-cleaner --keep related

Exit status:
  0  every input gave an article
  1  one did not; the others were written all the same
  2  the arguments make no sense";

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// With metadata as front matter
    Markdown,
    /// A complete document
    Html,
    /// Plain text
    Text,
    /// Typed blocks, metadata, and what was removed with the reasons
    Json,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Text => "txt",
            Format::Json => "json",
        }
    }

    fn write(self, article: &Article) -> String {
        match self {
            Format::Markdown => article.to_markdown(),
            Format::Html => article.to_html_document(),
            Format::Text => article.to_text(),
            Format::Json => article.to_json(),
        }
    }
}

/// Reads one of the names, which the help lists.
fn one_of<T>(all: &[T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T> + use<T>
where
    T: FromStr<Err = UnknownName> + Copy + Send + Sync + 'static,
{
    let names = PossibleValuesParser::from(all.iter().map(|one| name(*one)));
    names.try_map(|name| name.parse::<T>())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut options = {
        let mut options = Options::default();
        options.url = arguments.url.clone();
        options.keep = arguments.keep.clone();
        options.render.images = arguments.images;
        options.render.links = arguments.links;
        if arguments.no_front_matter || !arguments.front_matter.is_empty() {
            options.render.front_matter = arguments.front_matter.clone();
        }
        options
    };
    let mut inputs = arguments.files.clone();
    if inputs.is_empty() {
        inputs.push(PathBuf::from("-"));
    }
    if inputs.len() > 1 && !arguments.alone {
        options.recurring = recurring(&inputs, &options);
    }
    let mut outputs = Outputs::beside(&inputs);
    let mut all_done = true;
    for input in &inputs {
        if let Err(message) = convert(input, &arguments, &options, &mut outputs) {
            report(&format!("{}: {message}", name_of(input)));
            all_done = false;
        }
    }
    if all_done {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// What the inputs that are files have in common. Of one that gives no article, cleaning it tells.
fn recurring(inputs: &[PathBuf], options: &Options) -> Recurring {
    let mut recurring = Recurring::default();
    // What is no file, such as a pipe, can be read only once.
    for input in inputs.iter().filter(|input| input.is_file()) {
        let source = fs::read(input).unwrap_or_default();
        if let Ok(article) = clean_bytes(&source, options) {
            recurring.add(&article);
        }
    }
    recurring
}

/// Cleans one input and writes the result.
fn convert(
    input: &Path,
    arguments: &Arguments,
    options: &Options,
    outputs: &mut Outputs<'_>,
) -> Result<(), String> {
    let source = read(input)?;
    let article = clean_bytes(&source, options)
        .map_err(|error| format!("error[{}]: {error}", error.code()))?;
    for warning in &article.warnings {
        report(&format!(
            "{}: warning[{}]: {}",
            name_of(input),
            warning.code,
            warning.message
        ));
    }
    let written = arguments.format.write(&article);
    let Some(directory) = &arguments.out else {
        return write_out(&written).map_err(of_system);
    };
    let stem = match input.file_stem() {
        Some(stem) if input != Path::new("-") => stem.to_owned(),
        _ => article.file_name().into(),
    };
    let path = directory.join(outputs.free_name(&stem, arguments.format.extension()));
    outputs.spare(&path)?;
    fs::create_dir_all(directory)
        .and_then(|()| fs::write(&path, written))
        .map_err(of_system)
}

fn of_system(error: io::Error) -> String {
    format!("error[io]: {error}")
}

fn read(input: &Path) -> Result<Vec<u8>, String> {
    if input == Path::new("-") {
        if io::stdin().is_terminal() {
            report(
                "reading from the keyboard: paste a page and end with Ctrl+D (Ctrl+Z on Windows), or see --help",
            );
        }
        let mut bytes = Vec::new();
        return match io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(of_system(error)),
        };
    }
    if input.is_dir() {
        return Err(
            "error[io]: is a directory: expected files, such as those of *.html in it".to_owned(),
        );
    }
    fs::read(input).or_else(|error| match input.to_str() {
        // What is said of an address tells what to do instead.
        Some(address) if address.starts_with("http") => Ok(address.into()),
        _ => Err(of_system(error)),
    })
}

/// Writes to standard output. A reader that has seen enough (`| head`) is no error.
fn write_out(text: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// What must not be written over: the inputs, and what was written so far.
struct Outputs<'a> {
    inputs: HashMap<Identity, &'a Path>,
    /// In lower case, since many file systems take `A.md` and `a.md` for one.
    names: HashSet<String>,
}

impl<'a> Outputs<'a> {
    fn beside(inputs: &'a [PathBuf]) -> Outputs<'a> {
        // One that is not there has nothing to lose.
        let known = |input: &'a PathBuf| Some((identity(input).ok()?, input.as_path()));
        Outputs {
            inputs: inputs.iter().filter_map(known).collect(),
            names: HashSet::new(),
        }
    }

    /// A name for a result: two inputs of one name must not write over each other.
    fn free_name(&mut self, stem: &OsStr, extension: &str) -> OsString {
        let mut n = 1;
        loop {
            let mut name = stem.to_owned();
            if n > 1 {
                name.push(format!("-{n}"));
            }
            name.push(format!(".{extension}"));
            if self.names.insert(name.to_string_lossy().to_lowercase()) {
                return name;
            }
            n += 1;
        }
    }

    /// Fails where a result would take the place of an input.
    fn spare(&self, path: &Path) -> Result<(), String> {
        let input = identity(path).ok().and_then(|file| self.inputs.get(&file));
        input.map_or(Ok(()), |input| {
            Err(format!(
                "error[overwrites-input]: the result would be written over the input {}: expected a directory \
                 without inputs of such names, give another to --out",
                input.display()
            ))
        })
    }
}

/// What tells one file from another, whatever path leads to it: links, `./`, or letters of another case.
#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::metadata(path)?;
    Ok((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<Identity> {
    fs::canonicalize(path)
}

fn name_of(input: &Path) -> String {
    if input == Path::new("-") {
        "standard input".to_owned()
    } else {
        input.display().to_string()
    }
}

fn report(message: &str) {
    // Pages and names of files have a say in messages, but none in what a terminal does.
    let printable = |c: char| {
        let is_bidi = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || is_bidi {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    let message: String = message.chars().map(printable).collect();
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{message}");
}

#[cfg(test)]
mod tests {
    use clap::{Arg, Command, CommandFactory};
    use serde_json::{Value, json};

    use super::*;

    /// The command as `src/npm/cli.js` has to know it, which does the same in Node.
    fn description() -> Value {
        let mut command = Arguments::command().term_width(100);
        command.build();
        let options: Vec<_> = command
            .get_arguments()
            .filter_map(|argument| option(&command, argument))
            .collect();
        json!({
            "help": {
                "short": command.render_help().to_string(),
                "long": command.render_long_help().to_string(),
            },
            "options": options,
            "extensions": Format::value_variants().iter().map(|format| {
                (format.to_possible_value().unwrap().get_name().to_owned(), format.extension().into())
            }).collect::<serde_json::Map<_, _>>(),
        })
    }

    /// An option; the files are none.
    fn option(command: &Command, argument: &Arg) -> Option<Value> {
        let names = |values: Vec<clap::builder::PossibleValue>| -> Vec<String> {
            values
                .iter()
                .map(|value| value.get_name().to_owned())
                .collect()
        };
        let takes_value = argument.get_action().takes_values();
        let conflicts = command.get_arg_conflicts_with(argument);
        Some(json!({
            "name": argument.get_long()?,
            "short": argument.get_short(),
            "takesValue": takes_value,
            "values": takes_value.then(|| names(argument.get_possible_values())).filter(|names| !names.is_empty()),
            "isList": argument.get_value_delimiter() == Some(','),
            "default": argument.get_default_values().first().and_then(|value| value.to_str()),
            "conflicts": conflicts.iter().filter_map(|other| other.get_long()).collect::<Vec<_>>(),
        }))
    }

    #[test]
    fn the_command_of_the_npm_package_is_this_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/npm/made/command.json");
        let expected = format!("{:#}\n", description());
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(path, &expected).unwrap();
        }
        assert!(
            fs::read_to_string(path).is_ok_and(|found| found == expected),
            "src/npm/made/command.json is not this command: run UPDATE_EXPECT=1 cargo test --features cli --bins"
        );
    }
}
