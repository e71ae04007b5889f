;;; session.el --- A person at work in Emacs with eglot  -*- lexical-binding: t -*-

;; Opens a spec, reads what is found, hovers, mends and closes.
;; HYPECHECK_COMMAND is the command that runs the server, its words separated by line feeds.

(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)

(define-derived-mode synergy-mode prog-mode "Synergy" (setq-local comment-start "#"))
(add-to-list 'eglot-server-programs `(synergy-mode . ,(split-string (getenv "HYPECHECK_COMMAND") "\n")))
(setq eglot-sync-connect 10
      eglot-connect-timeout 10
      eglot-autoshutdown nil
      eglot-send-changes-idle-time 0)

(defun session-check (right what)
  (princ (format "%s %s\n" (if right "ok  " "FAIL") what))
  (unless right (kill-emacs 1)))

(defun session-until (wanted)
  "Wait up to ten seconds for WANTED to return something, and return it."
  (let ((end (+ (float-time) 10)) value)
    (while (and (not (setq value (funcall wanted))) (< (float-time) end))
      (accept-process-output nil 0.05))
    value))

(defun session-found (words)
  "The findings whose text has WORDS."
  (seq-filter (lambda (each) (string-match-p words (flymake-diagnostic-text each))) (flymake-diagnostics)))

(find-file "demo.synergy")
(synergy-mode)
(apply #'eglot (append (eglot--guess-contact) nil))
(session-check (eglot-current-server) "the server answers")
(flymake-mode 1)
(flymake-start)
(session-check (session-until (lambda () (session-found "decentralisation"))) "a misspelt property is found")

(goto-char (point-min))
(search-forward "performance + dec")
(let* ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
       (contents (plist-get hover :contents)))
  (session-check (string-match-p "Low-communication training" (plist-get contents :value))
                 "the hover tells of the house matrix"))

(goto-char (point-min))
(search-forward "relay-aver")
(session-check (string-match-p "house.synergy" (format "%S" (jsonrpc-request
                                                             (eglot-current-server) :textDocument/definition
                                                             (eglot--TextDocumentPositionParams))))
               "the definition of a technique is in the house file")

(goto-char (point-min))
(search-forward "decentralisation")
(replace-match "decentralization")
(eglot--signal-textDocument/didChange)
(session-check (session-until (lambda () (flymake-start) (null (session-found "decentralisation"))))
               "the finding goes when the word is mended")

(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
;;; session.el ends here
