"""Run the command line with ``python -m lgtrade``."""

import sys

from lgtrade.cli import main

sys.exit(main())
