-- Specs of tournaments end in `.mf`, which Vim takes for Metafont.
vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = "*.mf",
  callback = function() vim.bo.filetype = "mfc" end,
})
