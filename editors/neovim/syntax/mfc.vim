" The tournament language; words of the language are keywords only where an entry begins.
if exists("b:current_syntax") | finish | endif

syntax case match
syntax match mfcComment "#.*$" contains=mfcIgnore,@Spell
syntax match mfcIgnore "\<mfc:\s*ignore\(\[[^]]*\]\)\?" contained
syntax region mfcString start=+"+ skip=+\\.+ end=+"+ oneline contains=mfcEscape
syntax match mfcEscape +\\\(["\\/bfnrt]\|u\x\{4}\)+ contained

syntax match mfcNumber "\<\d\+\(_\d\+\)*\(\.\d\+\(_\d\+\)*\)\?\([eE][+-]\?\d\+\|%\|[smhd]\>\|[MGT]B\>\)\?"
syntax keyword mfcConstant true false none
syntax keyword mfcIn in
syntax match mfcOperator "[-+*/=~]\|\.\."

syntax match mfcFunction "\<\h\w*\(\.\h\w*\)*\ze\s*("
syntax match mfcName "\<\h\w*\>\ze\s*\(=\|\~\|in\>\)"

syntax match mfcDeclaration "^\s*\zs\(tournament\|seed\|task\|let\|param\|include\|data\|preprocess\|test\|folds\|score\|model\|ensemble\|select\|race\|run\|report\)\>\ze\(\s*\([=~:.,)\]]\|->\|in\>\)\)\@!"
syntax match mfcEntry "\(^\|[{,]\)\s*\zs\(space\|step\|fit\|early_stopping\|search\|resources\|preprocess\)\>\ze\(\s*\([=~:.,)\]]\|->\|in\>\)\)\@!"
syntax match mfcType "\(^\s*\(model\|ensemble\|step\)\s\+\h\w*\s*:\s*\)\@<=\h\w*\(\.\h\w*\)*"
syntax match mfcTitle "\(^\s*\(tournament\)\s\+\)\@<=\h\w*"

highlight default link mfcComment Comment
highlight default link mfcIgnore SpecialComment
highlight default link mfcString String
highlight default link mfcEscape SpecialChar
highlight default link mfcNumber Number
highlight default link mfcConstant Boolean
highlight default link mfcIn Operator
highlight default link mfcOperator Operator
highlight default link mfcFunction Function
highlight default link mfcName Identifier
highlight default link mfcDeclaration Keyword
highlight default link mfcEntry Keyword
highlight default link mfcType Type
highlight default link mfcTitle Title

let b:current_syntax = "mfc"
