-- A spec in a buffer: how it is indented and commented, and the server that knows it.
if vim.b.did_ftplugin then return end
vim.b.did_ftplugin = 1

vim.bo.commentstring = "# %s"
vim.bo.comments = ":#"
vim.bo.expandtab = true
vim.bo.shiftwidth = 2
vim.bo.softtabstop = 2
vim.cmd("compiler mfc")
require("mfc").attach(vim.api.nvim_get_current_buf())
