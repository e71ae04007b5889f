; A project, and whatever else holds declarations or describes one thing, is a class; what stands in it is a function.

[
  (project)
  (matrix)
  (property)
  (technique)
  (chain)
  (ceiling)
  (phrase)
  (reference)
  (unknown_declaration)
] @class.outer

(project body: (block . "{" . (_)+ @class.inner))
(matrix body: (block . "{" . (_)+ @class.inner))
(property body: (block . "{" . (_)+ @class.inner))
(technique body: (block . "{" . (_)+ @class.inner))
(chain body: (block . "{" . (_)+ @class.inner))
(ceiling body: (block . "{" . (_)+ @class.inner))
(phrase body: (block . "{" . (_)+ @class.inner))
(reference body: (block . "{" . (_)+ @class.inner))
(unknown_declaration body: (block . "{" . (_)+ @class.inner))

[
  (claim)
  (cell)
] @function.outer

(claim body: (block . "{" . (_)+ @function.inner))
(cell body: (block . "{" . (_)+ @function.inner))

; The values of a field

(field
  [
    (string)
    (block_string)
    (url)
    (name)
    (cell_reference)
    (comparison)
    (quantity)
    (date)
    (deadline)
  ] @parameter.inner @parameter.outer)

(comment) @comment.outer
