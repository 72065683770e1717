"""The language server: the editor features of `ide` over the Language Server Protocol."""
