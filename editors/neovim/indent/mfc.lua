-- Two columns for every bracket that is open.
vim.bo.indentexpr = "v:lua.require'mfc'.indent(v:lnum)"
vim.bo.indentkeys = "0},0),0],o,O"
