//! The chart in docs/performance.md shows the figures of its table. `HYPECHECK_BLESS=1 cargo test --test
//! performance_picture` draws it anew.

#[path = "support/files.rs"]
#[allow(dead_code)]
mod files;
#[path = "support/made.rs"]
#[allow(dead_code)]
mod made;

use maud::{Markup, html};

const PAGE: &str = "docs/performance.md";
const PICTURE: &str = "docs/images/keystroke.svg";

// Where the chart is in the picture, and how large it is.
const LEFT: f64 = 72.0;
const TOP: f64 = 24.0;
const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 320.0;
/// The powers of ten at its ends: lines across, milliseconds upwards.
const ACROSS: [f64; 2] = [1.1, 4.1];
const UPWARDS: [f64; 2] = [-1.75, 3.0];
/// How the lines are drawn, apart from what is written at their ends.
const DASHES: [&str; 7] = ["2 4", "none", "9 3", "6 3 2 3", "3 3", "12 4", "1 2"];

/// A column of the table: what it is called, and its figures by lines of the document.
struct Column {
    name: String,
    points: Vec<(f64, f64)>,
}

/// The table on what a keystroke takes.
fn columns() -> Vec<Column> {
    let page = files::read(PAGE);
    let rows: Vec<Vec<String>> = page
        .lines()
        .skip_while(|line| !line.starts_with("| lines |"))
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect();
    let number = |cell: &str| cell.replace(',', "").parse::<f64>().unwrap_or_else(|_| panic!("{cell} is no figure"));
    let (head, figures) = (&rows[0], &rows[2..]);
    let column = |index: usize| Column {
        name: head[index].clone(),
        points: figures.iter().map(|row| (number(&row[0]), number(&row[index]))).collect(),
    };
    (1..head.len()).map(column).collect()
}

fn x(lines: f64) -> f64 {
    LEFT + WIDTH * (lines.log10() - ACROSS[0]) / (ACROSS[1] - ACROSS[0])
}

fn y(milliseconds: f64) -> f64 {
    TOP + HEIGHT * (1.0 - (milliseconds.log10() - UPWARDS[0]) / (UPWARDS[1] - UPWARDS[0]))
}

/// Where the names at the ends of the lines stand: each at its line, or as near to it as the others leave room.
fn names(columns: &[Column]) -> Vec<f64> {
    const APART: f64 = 15.0;
    let end = |column: &Column| column.points.last().map_or(0.0, |(_, milliseconds)| y(*milliseconds));
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by(|&a, &b| end(&columns[b]).total_cmp(&end(&columns[a])));
    let mut places = vec![0.0; columns.len()];
    let mut below = f64::INFINITY;
    for index in order {
        places[index] = end(&columns[index]).min(below - APART);
        below = places[index];
    }
    places
}

fn picture(columns: &[Column]) -> Markup {
    let at = |value: f64| format!("{value:.1}");
    let grid = [0.1, 1.0, 10.0, 100.0, 1000.0];
    let lengths: Vec<f64> = columns[0].points.iter().map(|(lines, _)| *lines).collect();
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" role="img" font-family="sans-serif" font-size="13" {
            title { "From a key to the findings" }
            desc { "Milliseconds by lines of the document, for each server of the table; both axes are in powers of ten." }
            // Legible on whatever the page has behind it.
            rect width="640" height="400" fill="#ffffff" {}
            @for milliseconds in grid {
                path d=(format!("M{LEFT} {}h{WIDTH}", at(y(milliseconds)))) stroke="#d0d0d0" {}
                text x=(at(LEFT - 8.0)) y=(at(y(milliseconds) + 4.0)) text-anchor="end" fill="#333333" { (milliseconds) " ms" }
            }
            @for lines in &lengths {
                text x=(at(x(*lines))) y=(at(TOP + HEIGHT + 20.0)) text-anchor="middle" fill="#333333" { (lines) }
            }
            text x=(at(LEFT + WIDTH / 2.0)) y=(at(TOP + HEIGHT + 42.0)) text-anchor="middle" fill="#333333" { "lines of the document" }
            @for ((column, dashes), name) in columns.iter().zip(DASHES).zip(names(columns)) {
                @let ours = column.name.starts_with("hypecheck");
                @let colour = if ours { "#0b5cad" } else { "#444444" };
                @let line = column.points.iter().map(|(lines, ms)| format!("{},{}", at(x(*lines)), at(y(*ms))));
                polyline points=(line.collect::<Vec<_>>().join(" ")) fill="none" stroke=(colour) stroke-dasharray=(dashes)
                    stroke-width=(if ours { "3" } else { "1.5" }) {}
                text x=(at(LEFT + WIDTH + 8.0)) y=(at(name + 4.0)) fill=(colour) font-weight=(if ours { "bold" } else { "normal" }) {
                    (column.name)
                }
            }
        }
    }
}

#[test]
fn the_chart_shows_the_figures_of_the_table() {
    let columns = columns();
    assert!(columns.len() <= DASHES.len() && columns.iter().all(|column| column.points.len() > 2));
    made::up_to_date(PICTURE, &(picture(&columns).into_string() + "\n"));
}
