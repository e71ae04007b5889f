(block) @indent.begin

(block "}" @indent.branch @indent.end)

(unexpected_brace) @indent.branch

; The lines of a block string are text, and keep the indentation that they have.
(block_string) @indent.auto
