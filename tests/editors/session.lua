-- A session in Neovim, for test_neovim.py: what it sees goes to seen.json beside the spec.
local seen = {}
local patience = 20000 -- milliseconds

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") .. "\n"
end

local function colour(line, column)
  return vim.fn.synIDattr(vim.fn.synID(line, column, 1), "name")
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, patience) or {}
  local _, answer = next(answers)
  assert(answer and not answer.err, method .. ": " .. vim.inspect(answer))
  return answer.result
end

local function finding(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == code then return one end
  end
end

local function findings()
  return vim.tbl_map(function(one)
    return { code = one.code, lnum = one.lnum, col = one.col, end_col = one.end_col, message = one.message }
  end, vim.diagnostic.get(0))
end

local function place(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
end

seen.filetype = vim.bo.filetype
seen.colours = { colour(2, 1), colour(2, 12), colour(2, 19), colour(5, 15), colour(7, 3), colour(7, 12), colour(7, 15) }

vim.cmd("silent make!")
seen.quickfix = vim.fn.getqflist()

vim.wait(patience, function() return finding("MF203") ~= nil end)
seen.diagnostics = findings()

place(7, 4)
local range = vim.lsp.util.make_range_params()
range.context = { diagnostics = {} }
local fix = ask("textDocument/codeAction", range)[1]
seen.fix = fix.title
vim.lsp.util.apply_workspace_edit(fix.edit, "utf-16")
seen.mended = text()
vim.wait(patience, function() return finding("MF203") == nil end)
seen.left = findings()

place(7, 0)
vim.api.nvim_put({ "  min_sa" }, "l", false, false)
local list = ask("textDocument/completion", {
  textDocument = vim.lsp.util.make_text_document_params(),
  position = { line = 6, character = 8 },
})
seen.completions = vim.tbl_map(function(item) return item.label end, list.items or list)
vim.api.nvim_buf_set_lines(0, 6, 7, false, {})

place(3, 5)
vim.lsp.buf.rename("size")
vim.wait(patience, function() return not text():find("trees") end)
seen.renamed = text()

local format = vim.lsp.buf.format or function() vim.lsp.buf.formatting_sync(nil, patience) end
vim.api.nvim_buf_set_lines(0, 5, 6, false, { "  n_estimators =  size" })
format()
seen.formatted = text()
format()
seen.formatted_twice = text()

local file = assert(io.open(vim.fn.expand("%:p:h") .. "/seen.json", "w"))
file:write(vim.json.encode(seen))
file:close()
