"""`python -m mfc`, the same as `mfc`."""

import sys

if not sys.flags.safe_path:
    del sys.path[0]  # do not import from the working directory, as with `mfc`

from .cli.main import main

sys.exit(main())
