; Names are known in the whole file, wherever in it they are declared, so the file is the only scope. Nothing refers to
; the name of a project or of a claim.

(source_file) @local.scope

[
  (matrix name: (name) @local.definition)
  (property name: (name) @local.definition)
  (technique name: (name) @local.definition)
  (chain name: (name) @local.definition)
  (ceiling name: (name) @local.definition)
  (reference name: (name) @local.definition)
]

(matrix extends: (name) @local.reference)

(cell_reference
  left: (name) @local.reference)

(cell_reference
  right: (name) @local.reference)

; A name among the values of a field may also stand for itself, such as `live`; then it resolves to nothing.
(field (name) @local.reference)
