"""`python -m mfc`, the same as `mfc`."""

import sys

from .cli.main import main

sys.exit(main())
