//! Learns the weights, and says what they are worth.
//!
//! `npm run learn` runs this. It learns from the made-up articles of `tests/accounts/seen` and, where a labelled corpus is
//! at hand, from its pages; accounts that it is measured by it has not learned from.

// What it measures is what it is run for.
#![allow(clippy::print_stderr)]

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::article::Found;
use crate::draft::Draft;
use crate::judge::place::Body;
use crate::judge::seen::condense;
use crate::options::Options;
use crate::{archive, input, judge, read_page};

// What only the test of the whole asks for.
#[allow(dead_code)]
#[path = "../../../tests/accounts/set.rs"]
mod set;

/// An article whose pieces are labelled: `true` for what is to be removed.
struct Example {
    pieces: Vec<Draft>,
    article: std::ops::Range<usize>,
    page: crate::page::Page,
    labels: Vec<Option<bool>>,
    origin: &'static str,
    /// All examples of a group are learned from, or none.
    group: usize,
}

/// A block as a person labelled it.
struct Labelled {
    letters: String,
    picture: Option<String>,
    label: Option<bool>,
}

impl Example {
    fn new(input: &[u8], blocks: &[Labelled], origin: &'static str, group: usize) -> Option<Self> {
        let options = Options::default();
        let given = input::recognise_bytes(input).ok()?;
        let Found {
            page,
            drafts,
            article,
            ..
        } = if given.is_archive {
            archive::read(&given, &options).ok()?
        } else {
            read_page(&given, &options).ok()?
        };
        let (pieces, article) = judge::into_lines(drafts, article);
        let pieces: Vec<Draft> = pieces.into_iter().map(|(draft, _)| draft).collect();
        let mut at = 0;
        let labels = pieces
            .iter()
            .map(|draft| {
                let seen = judge::seen::look(draft, 0);
                let letters = set::letters(&seen.text);
                let url = seen.image.map(|image| image.url).unwrap_or_default();
                let is_here = |block: &Labelled| match &block.picture {
                    Some(picture) => url.contains(picture.as_str()),
                    None if letters.is_empty() => false,
                    None => {
                        block.letters.contains(&letters)
                            || block.letters.chars().count() > 3 && letters.contains(&block.letters)
                    }
                };
                // The nearest, and rather one that follows.
                let distance = |n: &usize| if *n >= at { n - at } else { 3 * (at - n) };
                let found = (0..blocks.len())
                    .filter(|n| is_here(&blocks[*n]))
                    .min_by_key(distance)?;
                at = found;
                blocks[found].label
            })
            .collect();
        Some(Example {
            pieces,
            article,
            page,
            labels,
            origin,
            group,
        })
    }

    fn body(&self, weights: Weights<'static>) -> Body {
        Body::new(
            self.pieces.iter(),
            self.article.clone(),
            &self.page,
            weights,
            &judge::Recurring::default(),
        )
    }

    /// What the scorer sees of each piece: its grams and signs, where it is scored and labelled.
    fn rows(&self) -> Vec<Row> {
        let mut n_letters = 0;
        let mut seen = Vec::new();
        for draft in &self.pieces[self.article.clone()] {
            let piece = judge::seen::look(draft, n_letters);
            n_letters += piece.n_letters;
            seen.push(piece);
        }
        judge::place::count_uses(&mut seen);
        let account = condense(self.page.account.name.as_deref().unwrap_or_default());
        let lexicon = Lexicon::new();
        let around = Surroundings {
            article: Scored {
                seen: &seen,
                n_letters,
                account: &account,
            },
            lexicon: &lexicon,
            last_prose: signs::last_prose(&seen),
        };
        (0..seen.len())
            .map(|at| Row {
                grams: grams(&seen[at].text),
                signs: around.signs(at),
                label: self.labels[self.article.start + at],
            })
            .collect()
    }
}

struct Row {
    grams: Vec<usize>,
    signs: Vec<usize>,
    label: Option<bool>,
}

impl Row {
    /// The inputs of the first regression.
    fn inputs(&self) -> Vec<(usize, f32)> {
        let share = gram_share(self.grams.len());
        let grams = self.grams.iter().map(|at| (*at, share));
        let signs = self.signs.iter().map(|at| (N_GRAMS + at, SIGN_SHARE));
        grams.chain(signs).collect()
    }
}

/// What a sign counts for while learning, beside the grams.
const SIGN_SHARE: f32 = 0.5;

/// Fits a logistic regression by all its rows at once (Adam), its weights held small.
fn fit(rows: &[(Vec<(usize, f32)>, bool)], n_inputs: usize, hold: f32) -> Vec<f32> {
    let (mut weights, mut mean, mut square) = (
        vec![0.0_f32; n_inputs],
        vec![0.0_f32; n_inputs],
        vec![0.0_f32; n_inputs],
    );
    for step in 1..=400 {
        let mut slope: Vec<f32> = weights.iter().map(|weight| weight * hold).collect();
        for (inputs, label) in rows {
            let score: f32 = inputs.iter().map(|(at, value)| weights[*at] * value).sum();
            let error = 1.0 / (1.0 + (-score).exp()) - f32::from(u8::from(*label));
            for (at, value) in inputs {
                slope[*at] += error * value;
            }
        }
        let rate = 0.05;
        for at in 0..n_inputs {
            mean[at] = 0.9 * mean[at] + 0.1 * slope[at];
            square[at] = 0.99 * square[at] + 0.01 * slope[at] * slope[at];
            let mean = mean[at] / (1.0 - 0.9_f32.powi(step));
            let square = square[at] / (1.0 - 0.99_f32.powi(step));
            weights[at] -= rate * mean / (square.sqrt() + 1e-6);
        }
    }
    weights
}

/// How many steps a weight of a gram and one of a sign may be from 0. Few steps take few bits, and grams are many.
const LEVELS: [f32; 2] = [7.0, 127.0];

/// The weights of the first regression as bytes, and what a byte of either part is worth.
fn in_bytes(weights: &[f32]) -> (Vec<u8>, [f32; 2]) {
    let mut bytes = Vec::new();
    let mut worth = [0.0; 2];
    for (n, part) in [&weights[..N_GRAMS], &weights[N_GRAMS..]]
        .into_iter()
        .enumerate()
    {
        let most = part
            .iter()
            .fold(0.0_f32, |most, weight| most.max(weight.abs()));
        worth[n] = (most / LEVELS[n]).max(f32::MIN_POSITIVE);
        bytes.extend(
            part.iter()
                .map(|weight| ((weight / worth[n]).round() as i8).cast_unsigned()),
        );
    }
    (bytes, worth)
}

fn learn(examples: &[&Example]) -> Vec<u8> {
    let rows: Vec<(usize, Vec<Row>)> = examples
        .iter()
        .map(|example| (example.group, example.rows()))
        .collect();
    let first = |is_in: &dyn Fn(usize) -> bool| {
        let labelled: Vec<_> = rows
            .iter()
            .filter(|(group, _)| is_in(*group))
            .flat_map(|(_, rows)| rows)
            .filter_map(|row| Some((row.inputs(), row.label?)))
            .collect();
        let (mut bytes, worth) = in_bytes(&fit(&labelled, N_GRAMS + N_SIGNS, 0.3));
        bytes.extend(worth[0].to_le_bytes());
        bytes.extend((worth[1] * SIGN_SHARE).to_le_bytes());
        bytes
    };
    // The second learns from scores of articles that the first has not learned from, as it will meet them.
    const N_FOLDS: usize = 4;
    let mut second = Vec::new();
    for fold in 0..N_FOLDS {
        let bytes = first(&|group| group % N_FOLDS != fold);
        let weights = Weights(&bytes);
        for (_, rows) in rows.iter().filter(|(group, _)| group % N_FOLDS == fold) {
            let alone: Vec<f32> = rows
                .iter()
                .map(|row| weights.alone(&row.grams, &row.signs))
                .collect();
            for (at, row) in rows.iter().enumerate() {
                if let Some(label) = row.label {
                    let inputs = company(|at| alone.get(at).copied(), at)
                        .into_iter()
                        .enumerate()
                        .collect();
                    second.push((inputs, label));
                }
            }
        }
    }
    let mut bytes = first(&|_| true);
    for weight in fit(&second, N_COMPANY, 1.0) {
        bytes.extend(weight.to_le_bytes());
    }
    bytes
}

/// Weights as judging wants them, which are never given back.
fn in_use(weights: Vec<u8>) -> Weights<'static> {
    Weights(weights.leak())
}

/// What all rules together leave and take of articles, by origin.
fn measure(
    examples: &[&Example],
    weights: Weights<'static>,
    tallies: &mut Vec<(&'static str, [usize; 4])>,
) {
    for example in examples {
        let mut body = example.body(weights);
        judge::run(&mut body);
        let scores = body.scores();
        let at = tallies
            .iter()
            .position(|(origin, _)| *origin == example.origin)
            .unwrap_or_else(|| {
                tallies.push((example.origin, [0; 4]));
                tallies.len() - 1
            });
        let tally = &mut tallies[at].1;
        for (at, (verdict, label)) in body.verdicts().into_iter().zip(&example.labels).enumerate() {
            let Some(is_junk) = *label else { continue };
            if !example.article.contains(&at) {
                continue;
            }
            tally[usize::from(is_junk)] += 1;
            if is_junk != verdict.is_some() {
                tally[2 + usize::from(is_junk)] += 1;
                if std::env::var_os("SHOW").is_some() {
                    let text = judge::seen::look(&example.pieces[at], 0).text;
                    let rule = verdict.map_or("left", |rule| rule.id);
                    let score = scores[at].unwrap_or_default();
                    eprintln!("{rule}\t{score:.1}\t{}\t{text}", example.origin);
                }
            }
        }
    }
}

fn print(name: &str, tallies: &[(&str, [usize; 4])]) {
    for (origin, [n_article, n_junk, n_lost, n_left]) in tallies {
        eprintln!(
            "{name:<28} {origin:<18} left {:5.1} % of {n_junk:<5} lost {:5.2} % of {n_article}",
            100.0 * *n_left as f64 / (*n_junk).max(1) as f64,
            100.0 * *n_lost as f64 / (*n_article).max(1) as f64
        );
    }
}

/// The made-up articles of a set, each as a page and as an archive.
fn accounts(set: &'static str, origins: [&'static str; 2]) -> Vec<Example> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/accounts")
        .join(set);
    let mut examples = Vec::new();
    for (group, account) in set::accounts(&root).iter().enumerate() {
        let blocks: Vec<Labelled> = account
            .lines
            .iter()
            .enumerate()
            .map(|(n, line)| Labelled {
                picture: (line.kind == "img").then(|| set::picture_name(n)),
                letters: set::letters(&line.text),
                label: Some(!line.is_article),
            })
            .collect();
        for (input, origin) in [set::page(account), set::archive(account)]
            .iter()
            .zip(origins)
        {
            examples.extend(Example::new(input.as_bytes(), &blocks, origin, group));
        }
    }
    examples
}

/// The labelled pages that `scripts/learn.mjs` laid out, where there are any.
fn corpus(folder: Option<PathBuf>) -> Vec<Example> {
    let mut paths: Vec<PathBuf> = folder
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).expect("LABELLED is a folder"))
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension != "tsv"))
        .collect();
    paths.sort();
    let examples = paths.iter().enumerate().filter_map(|(group, path)| {
        let labels =
            fs::read_to_string(path.with_extension("tsv")).expect("each page has its labels");
        let blocks: Vec<Labelled> = labels
            .lines()
            .map(|line| {
                let mut parts = line.split('\t');
                let label = match parts.next() {
                    Some("K" | "C") => Some(false),
                    Some("N" | "chrome" | "None") | None => None,
                    Some(_) => Some(true),
                };
                let picture = parts
                    .next()
                    .filter(|name| !name.is_empty())
                    .map(str::to_owned);
                let letters = parts.next().unwrap_or_default().to_owned();
                Labelled {
                    letters,
                    picture,
                    label,
                }
            })
            .collect();
        let is_archive = path.extension().is_some_and(|extension| extension == "md");
        let origin = if is_archive {
            "corpus, archives"
        } else {
            "corpus, pages"
        };
        Example::new(
            &fs::read(path).expect("it can be read"),
            &blocks,
            origin,
            group,
        )
    });
    examples.collect()
}

#[test]
#[ignore = "writes weights.bin; run by `npm run learn`"]
fn learn_the_weights() {
    let mut examples = accounts("seen", ["seen, as pages", "seen, as archives"]);
    let n_own = examples.len();
    examples.extend(corpus(std::env::var_os("LABELLED").map(PathBuf::from)));
    eprintln!("{n_own} of our own, {} of a corpus", examples.len() - n_own);
    let unseen = accounts("unseen", ["unseen, as pages", "unseen, as archives"]);
    let none = Weights(&[]);

    let (mut before, mut across) = (Vec::new(), Vec::new());
    measure(&examples.iter().collect::<Vec<_>>(), none, &mut before);
    measure(&unseen.iter().collect::<Vec<_>>(), none, &mut before);
    print("rules alone", &before);
    const N_FOLDS: usize = 5;
    for fold in 0..N_FOLDS {
        let (tested, learned): (Vec<_>, Vec<_>) = examples
            .iter()
            .partition(|example| example.group % N_FOLDS == fold);
        measure(&tested, in_use(learn(&learned)), &mut across);
    }
    print("accounts not learned from", &across);

    let weights = learn(&examples.iter().collect::<Vec<_>>());
    let mut last = Vec::new();
    measure(
        &unseen.iter().collect::<Vec<_>>(),
        in_use(weights.clone()),
        &mut last,
    );
    print("accounts not learned from", &last);
    fs::write(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/judge/scorer/weights.bin"),
        weights,
    )
    .expect("the weights can be written");
}
