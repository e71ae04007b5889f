/**
 * @file Synergy: specs of projects that join AI and blockchains
 * @license MIT OR Apache-2.0
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

// How this grammar survives half-typed text
//
// A file is edited far more often than it is finished, so what people type on the way is part of the
// grammar and not left to generic error recovery:
//
// - every part of a header is optional, so `claim`, `claim x`, and `claim x privacy + security` are all claims; what
//   means nothing there is `unexpected`, and the parts after it are still found;
// - a string may lack its closing quote: it then ends with its line, or, a title, before the brace that ends its line;
// - a body may lack its closing brace: it is then open up to the end of the file;
// - a closing brace may stand alone at the top level, and an opening brace on a line of its own;
// - characters and values that mean nothing where they stand are `unexpected` nodes inside the line they stand on;
// - an unclosed `"""` ends before a line that looks like the header of a declaration.
//
// What is missing or surplus is reported by the checker, in words. ERROR and MISSING nodes remain possible but rare.

/** The words that open a declaration. They are reserved: the parser finds its feet at the next one. */
const DECLARATIONS = [
  'use', 'project', 'claim', 'matrix', 'cell', 'property', 'technique', 'chain', 'ceiling', 'phrase', 'reference',
];

/**
 * How a line of a block string may begin. A line that looks like the header of a declaration (`claim name:`,
 * `project name {`, `chain name "`, `phrase "`) is no text: it ends the string, so that a forgotten `"""` does not
 * swallow the declarations after it. The lexer cannot look ahead, so the complement is spelled out from the
 * keywords, and each token takes in the character that decides.
 */
function blockLineStarts() {
  const NAME = '[A-Za-z_][A-Za-z0-9_-]*';
  /** Any character of a line but these, or an escape sequence. */
  const not = (/** @type {string} */ these) => `([^${these}\\\\\\r\\n]|\\\\[^\\r\\n])`;
  /** What is left of the keywords after a common beginning: the ways in which a line can leave them.
   * @type {(words: string[], besides?: string) => string} */
  const leave = (words, besides = '') => {
    const letters = [...new Set(words.filter((w) => w !== '').map((w) => w[0]))].join('');
    const further = [...letters].map((c) => c + leave(words.filter((w) => w[0] === c).map((w) => w.slice(1))));
    const afterName = `(${not('-A-Za-z0-9_:{" \\t')}|[ \\t]+${not(':{" \\t')})`;
    const afterKeyword = `${not(`${letters} \\t`)}|[ \\t]+(${not('A-Za-z_" \\t')}|${NAME}${afterName})`;
    return `(${[words.includes('') ? afterKeyword : not(letters + besides), ...further].join('|')})`;
  };
  // A beginning that a header could have, of any length.
  /** @type {(words: string[]) => string} */
  const begin = (words) => {
    const letters = [...new Set(words.filter((w) => w !== '').map((w) => w[0]))];
    const further = letters.map((c) => c + begin(words.filter((w) => w[0] === c).map((w) => w.slice(1))));
    const done = words.includes('') ? [`[ \\t]+(${NAME}[ \\t]*)?`] : [];
    return `(${[...done, ...further].join('|')})?`;
  };
  // Prose may well begin a line with `use "this"`; a `use` seldom follows anything.
  const headers = DECLARATIONS.filter((word) => word !== 'use');
  return {
    /** Text up to and with the character that shows it to be no header. */
    text: new RegExp(`[ \\t]*${leave(headers, ' \\t')}`),
    /** A line that ends where it could still have become a header; with its line break. */
    line: new RegExp(`[ \\t]*${begin(headers)}(\\r\\n?|\\n)`),
    /** The same before the closing quotes; with the quotes. */
    last: new RegExp(`[ \\t]*${begin(headers)}"""`),
  };
}

module.exports = grammar({
  name: 'synergy',

  word: ($) => $._word,

  reserved: {
    global: (_) => DECLARATIONS,
  },

  extras: ($) => [/[ \t\f\v\ufeff]/, $.comment],

  // Fewer steps for the most common headers.
  inline: ($) => [$._tail, $._cells_or_body, $._header_text],

  conflicts: ($) => [
    // After `using a,` and a line break, a name may go on with the list or be the next field.
    [$._lines, $._groups],
    [$._lines, $._hanging_comma],
  ],

  rules: {
    source_file: ($) => seq(
      repeat(choice(...items($), $.unexpected_brace)),
      optional($._open_end),
    ),

    _declaration: ($) => choice(...DECLARATIONS.map((kind) => $[kind])),

    // What only the end of the file ends: a line, or a declaration whose body lacks its closing brace. Nothing can
    // follow such a declaration, so every item, and every closing brace, goes to the innermost body that is open.
    _open_end: ($) => choice(
      $._unended_line,
      seq(optional($._unended_line), $._open_declaration),
      alias($._open_unknown_declaration, $.unknown_declaration),
    ),

    _open_declaration: ($) => choice(...DECLARATIONS.map((kind) => alias($[openName(kind)], $[kind]))),

    // A declaration ends any line that it stands on.
    _line: ($) => seq($._unended_line, choice($._newline, $._declaration)),

    _unended_line: ($) => choice($.field, $.unexpected_line),

    // Declarations

    // Each is written once and gives two rules: one with a body that is closed or absent, and one with an open body.

    ...twice('use', ($, form) => seq('use', optional(field('path', headerString($))), form.rest('_tail'))),

    ...twice('project', ($, form) => named($, form, 'project')),

    ...twice('claim', ($, form) => seq('claim', optional(field('name', $.name)), form.rest('_claim_tail'))),

    ...twice('_claim_tail', ($, form) => choice(
      seq(title($), form.rest('_cells_tail')),
      $[form.name('_cells_tail')],
      openTitle($, form),
    )),

    // Before the colon, a word means nothing unless a plus follows it.
    ...twice('_cells_tail', ($, form) => choice(
      seq(surplus($, 'word'), form.rest('_cells_or_body')),
      $[form.name('_cells_or_body')],
    )),

    ...twice('_cells_or_body', ($, form) => choice(
      prec.right(seq($._colon, optional(field('cells', $.cell_list)), form.rest('_titled_tail'))),
      seq(field('cells', alias($._cell_list_without_colon, $.cell_list)), form.rest('_titled_tail')),
      form.body($),
    )),

    _colon: ($) => prec.right(seq(':', repeat(alias(':', $.unexpected)))),

    ...twice('matrix', ($, form) => seq('matrix', optional(field('name', $.name)), form.rest('_matrix_tail'))),

    ...twice('_matrix_tail', ($, form) => choice(
      seq(title($), form.rest('_extends_tail')),
      $[form.name('_extends_tail')],
      openTitle($, form),
    )),

    ...twice('_extends_tail', ($, form) => choice(
      seq($._extends, form.rest('_tail')),
      $[form.name('_tail')],
    )),

    _extends: ($) => prec.right(1, seq('extends', optional(field('extends', $.name)))),

    ...twice('cell', ($, form) => seq('cell', form.rest('_cell_tail'))),

    ...twice('_cell_tail', ($, form) => choice(
      seq(surplus($, 'colon'), form.rest('_cell_or_body')),
      $[form.name('_cell_or_body')],
    )),

    ...twice('_cell_or_body', ($, form) => choice(
      seq(field('cell', cell($)), form.rest('_tail')),
      form.body($),
    )),

    ...twice('property', ($, form) => named($, form, 'property')),

    ...twice('technique', ($, form) => named($, form, 'technique')),

    ...twice('chain', ($, form) => named($, form, 'chain')),

    ...twice('ceiling', ($, form) => named($, form, 'ceiling')),

    ...twice('phrase', ($, form) => seq('phrase', form.rest('_phrase_tail'))),

    ...twice('_phrase_tail', ($, form) => choice(
      seq(title($), form.rest('_kind_tail')),
      $[form.name('_kind_tail')],
      openTitle($, form),
    )),

    ...twice('_kind_tail', ($, form) => choice(
      seq(field('kind', $.name), form.rest('_tail')),
      $[form.name('_tail')],
    )),

    ...twice('reference', ($, form) => named($, form, 'reference')),

    // A line that opens a body with a word that is not known here: a misspelt keyword, or one of a later version. Or a
    // body on a line of its own, whose opening brace belongs on the line above.
    ...twice('unknown_declaration', ($, form) => seq(
      optional(seq(field('keyword', $.field_name), optional($._list))),
      form.body($),
    )),

    ...twice('_titled_tail', ($, form) => choice(
      seq(title($), form.rest('_tail')),
      $[form.name('_tail')],
      openTitle($, form),
    )),

    ...twice('_tail', ($, form) => choice(
      seq(surplus($, 'any'), form.optionalBody($)),
      form.body($),
    )),

    block: ($) => seq('{', surplusBraces($), repeat(choice(...items($))), optional($._unended_line), '}'),

    _open_block: ($) => seq('{', surplusBraces($), repeat(choice(...items($))), optional($._open_end)),

    // A body whose opening brace would belong to a title that lacks its closing quote, did it not end the line.
    _block_after_open_title: ($) => seq(
      alias($._brace_in_open_title, '{'), repeat(choice(...items($))), optional($._unended_line), '}',
    ),

    _open_block_after_open_title: ($) => seq(
      alias($._brace_in_open_title, '{'), repeat(choice(...items($))), optional($._open_end),
    ),

    // Fields

    field: ($) => prec.right(seq(field('name', $.field_name), optional($._list))),

    field_name: ($) => $._word,

    _list: ($) => choice(
      prec.right($._groups),
      prec.right(seq($._lines, $._lone_values)),
      seq($._lines, $._lone_values, $._hanging_comma),
    ),

    // A comma at the end of a line: the list goes on with the next line, one value a comma; or the comma was left
    // hanging and the next line is a field of its own, which shows in a second value beside the first. Both are tried at
    // each line. Left recursion, so that a list which might have ended is put together in a step, however long it is.
    _lines: ($) => choice(
      prec.dynamic(1, seq($._groups, ',', repeat1($._newline))),
      prec.dynamic(1, seq($._lines, $._lone_values, ',', repeat1($._newline))),
    ),

    _hanging_comma: (_) => ',',

    // Left recursion, so that a comma need not be told from a hanging one before what follows it is seen.
    _groups: ($) => choice(
      $._values,
      prec.right(1, seq(alias(',', $.unexpected), optional($._values))),
      prec.right(1, seq($._groups, ',', $._values)),
      seq($._groups, ','),
    ),

    _values: ($) => prec.right(repeat1($._value)),

    _lone_values: ($) => choice($._lone_value, prec.right(1, seq($._lone_values, ',', $._lone_value))),

    _lone_value: ($) => choice($.name, $.string, $.cell_reference, $.url),

    _value: ($) => choice(
      $.string,
      $.block_string,
      $.url,
      $.name,
      $.cell_reference,
      $.comparison,
      $.quantity,
      $.date,
      $.deadline,
      $.unexpected,
    ),

    comparison: ($) => prec.right(1, seq(
      optional(field('metric', $.name)),
      field('operator', $.operator),
      optional(field('value', $.quantity)),
    )),

    operator: (_) => choice('<', '<=', '>', '>=', '='),

    quantity: ($) => prec.right(seq(field('number', $.number), optional(field('unit', $.unit)))),

    unit: ($) => choice($._word, token(/[%‰]|[A-Za-zµμ][A-Za-z0-9-]*\/[A-Za-z0-9-]+/)),

    deadline: ($) => prec.right(seq(choice('by', 'until'), optional(field('date', choice($.date, $.number))))),

    cell_list: ($) => prec.right(seq(cell($), repeat($._further_cell))),

    // A rule of its own: within a repetition, tree-sitter would settle each comma before it sees what follows.
    _further_cell: ($) => prec.right(1, seq(',', optional(cell($)))),

    // Without the colon, one property alone would be taken for anything.
    _cell_list_without_colon: ($) => prec.right(seq($.cell_reference, repeat($._further_cell))),

    _half_cell: ($) => field('left', $.name),

    cell_reference: ($) => prec.right(1, seq(field('left', $.name), '+', optional(field('right', $.name)))),

    // Tokens

    name: ($) => $._word,

    _word: (_) => /[\p{L}_][\p{L}\p{M}\p{N}_-]*/,

    number: (_) => /[+-]?[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][+-]?[0-9]+)?/,

    date: (_) => /[0-9]{4}-[0-9]{2}(-[0-9]{2})?/,

    // A comma at its end parts it from the next value.
    url: (_) => /https?:\/\/[^\s"]*[^\s",]/,

    string: ($) => prec.right(seq(
      '"',
      repeat(choice($.string_content, $.escape_sequence)),
      optional(token.immediate('"')),
    )),

    // A string in a header. The only difference is that an opening brace at the end of the line is no part of it.
    _header_string: ($) => seq('"', repeat($._header_text), optional(token.immediate('"'))),

    _open_title: ($) => seq('"', repeat($._header_text)),

    _header_text: ($) => choice(
      alias($._header_content, $.string_content),
      alias($._header_brace, $.string_content),
      $.escape_sequence,
    ),

    _header_content: (_) => token.immediate(prec(1, /[^"\\\r\n{]+/)),

    _header_brace: (_) => token.immediate(prec(1, /\{/)),

    _brace_in_open_title: (_) => token.immediate(prec(1, /\{[ \t]*[\r\n]/)),

    string_content: (_) => token.immediate(prec(1, /[^"\\\r\n]+/)),

    escape_sequence: (_) => token.immediate(prec(1, /\\(u\{[0-9A-Fa-f]*\}|[^\r\n])?/)),

    // Each way to end it is possible where it may stand only: a token that begins with blanks would come before text of
    // nothing but blanks.
    block_string: ($) => prec.right(seq(
      '"""',
      repeat($._block_text),
      choice(
        optional(token.immediate(prec(3, '"""'))),
        seq(
          $._block_break,
          repeat($._block_line),
          choice(
            optional(alias($._block_last_line, $.string_content)),
            seq($._block_end, optional(token.immediate(prec(3, '"""')))),
          ),
        ),
      ),
    )),

    _block_line: ($) => choice(
      alias($._block_short_line, $.string_content),
      seq($._block_end, $._block_break),
    ),

    _block_end: ($) => prec.right(seq(
      choice(alias($._block_line_start, $.string_content), $.escape_sequence),
      repeat($._block_text),
    )),

    _block_text: ($) => choice(
      alias($._block_content, $.string_content),
      $.escape_sequence,
      alias($._block_quote, $.string_content),
    ),

    _block_content: (_) => token.immediate(prec(1, /[^"\\\r\n]+/)),

    _block_quote: (_) => token.immediate(prec(1, /"{1,2}/)),

    _block_break: (_) => token.immediate(prec(1, /\r\n?|\n/)),

    _block_line_start: (_) => token.immediate(prec(2, blockLineStarts().text)),

    _block_short_line: (_) => token.immediate(prec(2, blockLineStarts().line)),

    _block_last_line: (_) => token.immediate(prec(3, blockLineStarts().last)),

    comment: (_) => token(/#[^\r\n]*/),

    // A line break and the blank lines after it.
    _newline: (_) => token(/[\r\n]\s*/),

    // What means nothing where it stands

    unexpected_line: ($) => prec.dynamic(-2, prec.right(seq(
      choice($.string, $.block_string, $.url, $.quantity, $.date, $.operator, $.unexpected),
      repeat(choice($._value, ',')),
    ))),

    unexpected_brace: (_) => '}',

    unexpected: ($) => choice(':', '+', $._stray_character),

    // Whatever else stands on the line of a header.
    _surplus: ($) => prec(-1, choice(
      ',', '+', $._stray_character, $.operator, headerString($), $.block_string, $.url, $.number, $.date,
    )),

    _surplus_word: ($) => prec(-1, $._word),

    _stray_character: (_) => token(prec(-1, /[^ \t\f\v\ufeff\r\n]/)),
  },
});

/**
 * A part of a declaration that reaches to the end of its body, as two rules. In the one the body is closed or absent: a
 * header that is still being typed leaves everything after it where it was. In the other, whose name begins with
 * `_open`, the body lacks its closing brace, and the file ends.
 * @param {string} kind
 * @param {($: GrammarSymbols<string>, form: Form) => RuleOrLiteral} rule
 */
function twice(kind, rule) {
  return {
    [kind]: (/** @type {GrammarSymbols<string>} */ $) => prec.right(rule($, {
      name: (part) => part,
      rest: (part) => optional($[part]),
      body: () => field('body', $.block),
      optionalBody: () => optional(field('body', $.block)),
      bodyAfterOpenTitle: () => field('body', alias($._block_after_open_title, $.block)),
    })),
    [openName(kind)]: (/** @type {GrammarSymbols<string>} */ $) => prec.right(rule($, {
      name: openName,
      rest: (part) => $[openName(part)],
      body: () => field('body', alias($._open_block, $.block)),
      optionalBody: () => field('body', alias($._open_block, $.block)),
      bodyAfterOpenTitle: () => field('body', alias($._open_block_after_open_title, $.block)),
    })),
  };
}

/**
 * @typedef {object} Form
 * @property {(part: string) => string} name the name of the rule that a part has in this form
 * @property {(part: string) => RuleOrLiteral} rest a part that may be absent if the body may
 * @property {($: GrammarSymbols<string>) => RuleOrLiteral} body
 * @property {($: GrammarSymbols<string>) => RuleOrLiteral} optionalBody a body that may be absent in this form
 * @property {($: GrammarSymbols<string>) => RuleOrLiteral} bodyAfterOpenTitle
 */

/** @param {string} kind */
function openName(kind) {
  return `_open_${kind.replace(/^_/, '')}`;
}

/**
 * A declaration of the usual form: a keyword, a name and a title.
 * @param {GrammarSymbols<string>} $
 * @param {Form} form
 * @param {string} keyword
 */
function named($, form, keyword) {
  return seq(keyword, optional(field('name', $.name)), form.rest('_titled_tail'));
}

/** @param {GrammarSymbols<string>} $ */
function title($) {
  return field('title', headerString($));
}

/**
 * A title without its closing quote, and the body after it.
 * @param {GrammarSymbols<string>} $
 * @param {Form} form
 */
function openTitle($, form) {
  return seq(field('title', alias($._open_title, $.string)), form.bodyAfterOpenTitle($));
}

/** @param {GrammarSymbols<string>} $ */
function headerString($) {
  return alias($._header_string, $.string);
}

/**
 * Whatever else stands in a header, where a word or a colon means nothing, or where it begins a part.
 * @param {GrammarSymbols<string>} $
 * @param {'word' | 'colon' | 'any'} besides
 */
function surplus($, besides) {
  return repeat1(choice(
    alias($._surplus, $.unexpected),
    ...(besides === 'colon' ? [] : [alias($._surplus_word, $.unexpected)]),
    ...(besides === 'word' ? [] : [alias(':', $.unexpected)]),
  ));
}

/**
 * What follows one another at the top level and in a body.
 * @param {GrammarSymbols<string>} $
 */
function items($) {
  return [$._newline, $._declaration, $.unknown_declaration, $._line];
}

/**
 * A cell, or one property of a cell that is still being typed.
 * @param {GrammarSymbols<string>} $
 */
function cell($) {
  return choice($.cell_reference, alias($._half_cell, $.cell_reference));
}

/**
 * Opening braces right behind the one that opens a body. (One on a line of its own opens another body.)
 * @param {GrammarSymbols<string>} $
 */
function surplusBraces($) {
  return repeat(prec(1, alias('{', $.unexpected)));
}
