-- A person at work in Neovim: opens a spec, reads what is found, hovers, jumps, mends, and closes.
-- HYPECHECK_COMMAND is the command that runs the server, its words separated by line feeds.

local function check(right, what)
  io.stdout:write((right and "ok   " or "FAIL ") .. what .. "\n")
  if not right then vim.cmd("cquit 1") end
end

vim.cmd("edit demo.synergy")
vim.bo.filetype = "synergy"
local buffer = vim.api.nvim_get_current_buf()
local options = { name = "hypecheck", cmd = vim.split(vim.env.HYPECHECK_COMMAND, "\n"), root_dir = vim.fn.getcwd() }
local client
if vim.lsp.start then
  client = vim.lsp.start(options)
else
  client = vim.lsp.start_client(options)
  vim.lsp.buf_attach_client(buffer, client)
end

local function found(code)
  return vim.tbl_filter(function(each) return each.code == code end, vim.diagnostic.get(buffer))
end

local function line_of(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then return number, column - 1 end
  end
end

local function request(method, words, more)
  local line, column = line_of(words)
  vim.api.nvim_win_set_cursor(0, { line, column + 2 })
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(), more or {})
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000)
  local answer = answers and answers[client] or {}
  check(answer.err == nil, method .. " is answered without an error")
  return answer.result
end

check(vim.wait(10000, function() return #found("unknown-name") == 1 end, 20), "a misspelt property is found")
local line = line_of("decentralisation")
check(found("unknown-name")[1].lnum == line - 1, "it is found where it stands")

local hover = request("textDocument/hover", "performance + decentralization")
check(hover.contents.value:find("Low-communication training", 1, true) ~= nil, "the hover tells of the house matrix")
vim.lsp.buf.hover()
check(
  vim.wait(10000, function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then return true end
    end
  end, 20),
  "the hover is shown in a window"
)

local definition = request("textDocument/definition", "relay-averaging")
local target = (definition[1] or definition).targetUri or (definition[1] or definition).uri
check(target:find("house.synergy", 1, true) ~= nil, "the definition of a technique is in the house file")

local symbols = vim.lsp.buf_request_sync(
  buffer,
  "textDocument/documentSymbol",
  { textDocument = vim.lsp.util.make_text_document_params(buffer) },
  10000
)
check(#symbols[client].result >= 2, "the outline has both projects")

local row, column = line_of("decentralisation")
vim.api.nvim_buf_set_text(buffer, row - 1, column, row - 1, column + #"decentralisation", { "decentralization" })
check(vim.wait(10000, function() return #found("unknown-name") == 0 end, 20), "the finding goes when the word is mended")

vim.cmd("bdelete!")
vim.lsp.stop_client(client)
vim.wait(2000, function() return vim.lsp.client_is_stopped(client) end, 20)
vim.cmd("qall!")
