; No two patterns capture one node under different names, so it makes no difference whether an editor prefers the first
; match or the last: each pattern names the parent, or the field, of what it captures.

; Keywords

(use "use" @keyword)
(project "project" @keyword)
(claim "claim" @keyword)
(matrix ["matrix" "extends"] @keyword)
(cell "cell" @keyword)
(property "property" @keyword)
(technique "technique" @keyword)
(chain "chain" @keyword)
(ceiling "ceiling" @keyword)
(phrase "phrase" @keyword)
(reference "reference" @keyword)
(deadline ["by" "until"] @keyword)

; Names, where they are declared

(claim name: (name) @function)

[
  (project name: (name) @type)
  (matrix name: (name) @type)
  (matrix extends: (name) @type)
]

; What makes up the vocabulary looks the same where it is declared and where it is referred to.

[
  (property name: (name) @constant)
  (technique name: (name) @constant)
  (chain name: (name) @constant)
  (ceiling name: (name) @constant)
  (reference name: (name) @constant)
]

(cell_reference
  left: (name) @constant)

(cell_reference
  right: (name) @constant)

; Fields and their values

(field
  name: (field_name) @property)

(field (name) @constant)

(phrase kind: (name) @constant)

(comparison metric: (name) @constant)

(quantity number: (number) @number)
(quantity unit: (unit) @type)

(field (date) @number)
(deadline date: [(date) (number)] @number)

; Strings. One that is a URL from its first character on is painted as such, and as nothing else.

(string "\"" @string)

((string (string_content) @string.special.url)
  (#match? @string.special.url "^https?://[^ ]+$"))

((string (string_content) @string)
  (#not-match? @string "^https?://[^ ]+$"))

(block_string "\"\"\"" @string)
(block_string (string_content) @string)

(escape_sequence) @string.escape

(field (url) @string.special.url)

; Marks

(operator) @operator
(cell_reference "+" @operator)

(block ["{" "}"] @punctuation.bracket)

(claim ":" @punctuation.delimiter)
(cell_list "," @punctuation.delimiter)
(field "," @punctuation.delimiter)

(comment) @comment
