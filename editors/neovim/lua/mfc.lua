-- The tournament language: its server, one for each project, and its indentation.
local M = {}

--- Options that `setup` may change: `cmd`, the words that start the server, and `on_attach`, as Neovim's clients take it.
M.options = { cmd = { "mfc", "lsp" }, on_attach = nil }

local clients = {} -- by root, for Neovims without vim.lsp.start

--- Change the options; not needed for the defaults.
function M.setup(options)
  M.options = vim.tbl_extend("force", M.options, options or {})
end

local function ancestors(path)
  local found, directory = {}, vim.fn.fnamemodify(path, ":p:h")
  while true do
    table.insert(found, directory)
    local parent = vim.fn.fnamemodify(directory, ":h")
    if parent == directory then return found end
    directory = parent
  end
end

local function root_of(path)
  for _, directory in ipairs(ancestors(path)) do
    for _, mark in ipairs({ ".git", "pyproject.toml" }) do
      if vim.loop.fs_stat(directory .. "/" .. mark) then return directory end
    end
  end
  return vim.fn.fnamemodify(path, ":p:h")
end

--- Give a buffer the server of its project, and start it where it does not run yet.
function M.attach(buffer)
  local root, cmd = root_of(vim.api.nvim_buf_get_name(buffer)), M.options.cmd
  if vim.fn.executable(cmd[1]) == 0 then
    vim.notify_once(cmd[1] .. " is not on the PATH: activate the environment it is installed in", vim.log.levels.WARN)
    return
  end
  local config = { name = "mfc", cmd = cmd, root_dir = root, on_attach = M.options.on_attach }
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  if not clients[root] or vim.lsp.client_is_stopped(clients[root]) then
    clients[root] = vim.lsp.start_client(config)
  end
  vim.lsp.buf_attach_client(buffer, clients[root])
end

--- Return the indentation of a line: that of the line before, and a step for each bracket it opens.
function M.indent(line)
  local previous = vim.fn.prevnonblank(line - 1)
  if previous == 0 then return 0 end
  local text = vim.fn.getline(previous):gsub('"[^"]*"', ""):gsub("#.*", "")
  local opened = 0
  for bracket in text:gsub("^%s*[%]})]+", ""):gmatch("[%[%](){}]") do
    opened = opened + (bracket:match("[%[({]") and 1 or -1)
  end
  local closes = vim.fn.getline(line):match("^%s*[%]})]") and 1 or 0
  return math.max(0, vim.fn.indent(previous) + (opened - closes) * vim.fn.shiftwidth())
end

return M
