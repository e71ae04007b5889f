; Definitions

(project name: (name) @name) @definition.module

(claim name: (name) @name) @definition.function

(matrix name: (name) @name) @definition.class

(cell cell: (cell_reference) @name) @definition.method

[
  (property name: (name) @name)
  (technique name: (name) @name)
  (chain name: (name) @name)
  (ceiling name: (name) @name)
  (reference name: (name) @name)
  (phrase title: (string (string_content) @name))
] @definition.constant

; References

(use path: (string (string_content) @name)) @reference.module

(matrix extends: (name) @name @reference.class)

((field (name) @name) @reference.class
  (#match? @reference.class "^judged-by[ \t]"))

(cell_reference
  left: (name) @name @reference.constant)

(cell_reference
  right: (name) @name @reference.constant)

((field (name) @name) @reference.constant
  (#match? @reference.constant "^(using|needs|serves|costs|limits|favors|gives-up|runs-on|works-with|conflicts-with|source|figure|example)[ \t]"))
