" `:make` checks the spec of the buffer; the findings go to the quickfix list.
if exists("current_compiler") | finish | endif
let current_compiler = "mfc"

CompilerSet makeprg=mfc\ check\ %:S
CompilerSet errorformat=
      \%E%trror[MF%n]:\ %m,
      \%W%tarning[MF%n]:\ %m,
      \%Z\ %#-->\ %f:%l:%c,
      \%-G%.%#
