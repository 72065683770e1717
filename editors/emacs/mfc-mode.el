;;; mfc-mode.el --- Specifications of machine-learning tournaments  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: Apache-2.0
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages

;;; Commentary:

;; A major mode for `.mf' files.  With Eglot (part of Emacs since 29), `M-x eglot' starts the language server of the
;; project: the mfc of its `.venv', or else the one on `exec-path'.

;;; Code:

(require 'prog-mode)

(defvar eglot-server-programs)
(declare-function project-root "project")
(declare-function project-current "project")

(defgroup mfc nil
  "Specifications of machine-learning tournaments."
  :group 'languages)

(defcustom mfc-indent-offset 2
  "Columns that each open bracket adds."
  :type 'natnum
  :safe #'natnump)

(defconst mfc--declarations
  '("tournament" "seed" "task" "let" "param" "include" "data" "preprocess" "test" "folds" "score" "model" "ensemble"
    "select" "race" "run" "report"))

(defconst mfc--entries
  '("space" "step" "fit" "early_stopping" "search" "resources" "preprocess"))

(defconst mfc--named
  '("tournament" "let" "param"))

(defconst mfc--typed
  '("model" "ensemble" "step"))

(defconst mfc--no-binder "\\(?:[ \t]+\\(?:[^=~ \t\ni]\\|i[^n]\\|in[[:alnum:]_]\\)\\|[ \t]*$\\)"
  "What follows a keyword; a word that is bound by `=', `~' or `in' is a name.")

(defconst mfc-font-lock-keywords
  `((,(concat "^[ \t]*" (regexp-opt mfc--declarations t) mfc--no-binder) 1 font-lock-keyword-face)
    (,(concat "\\(?:^\\|[{,]\\)[ \t]*" (regexp-opt mfc--entries t) mfc--no-binder) 1 font-lock-keyword-face)
    (,(concat "^[ \t]*" (regexp-opt mfc--named) "[ \t]+\\([A-Za-z_][A-Za-z_0-9]*\\)") 1 font-lock-constant-face)
    (,(concat "^[ \t]*" (regexp-opt mfc--typed) "[ \t]+\\([A-Za-z_][A-Za-z_0-9]*\\)[ \t]*:[ \t]*\\([A-Za-z_0-9.]+\\)")
     (1 font-lock-function-name-face)
     (2 font-lock-type-face))
    ("\\_<\\([A-Za-z_][A-Za-z_0-9]*\\)[ \t]*\\(?:[=~]\\|\\_<in\\_>\\)" 1 font-lock-variable-name-face)
    ("\\_<\\(?:true\\|false\\|none\\)\\_>" . font-lock-constant-face)
    ("\\_<in\\_>\\|->\\|~" . font-lock-builtin-face)))

(defvar mfc-mode-syntax-table
  (let ((table (make-syntax-table prog-mode-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?. "_" table)
    (dolist (sign '(?= ?~ ?+ ?- ?* ?/ ?% ?:))
      (modify-syntax-entry sign "." table))
    table))

(defun mfc-indent-line ()
  "Indent the line by the brackets that are open where it begins."
  (interactive)
  (let* ((closes (save-excursion (back-to-indentation) (looking-at-p "[])}]")))
         (depth (save-excursion (car (syntax-ppss (line-beginning-position)))))
         (column (* mfc-indent-offset (max 0 (if closes (1- depth) depth)))))
    (if (<= (current-column) (current-indentation))
        (indent-line-to column)
      (save-excursion (indent-line-to column)))))

;;;###autoload
(define-derived-mode mfc-mode prog-mode "Tournament"
  "Major mode for specifications of machine-learning tournaments."
  (setq-local comment-start "# "
              comment-start-skip "#+[ \t]*"
              font-lock-defaults '(mfc-font-lock-keywords)
              indent-line-function #'mfc-indent-line
              indent-tabs-mode nil
              tab-width mfc-indent-offset))

(defun mfc-server (&rest _)
  "Return the command of the language server for the project of the buffer."
  (let* ((project (project-current))
         (program (and project (expand-file-name ".venv/bin/mfc" (project-root project)))))
    (list (if (and program (file-executable-p program)) program "mfc") "lsp")))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.mf\\'" . mfc-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(mfc-mode . mfc-server)))

(provide 'mfc-mode)
;;; mfc-mode.el ends here
