"""`mfc image`: write the Dockerfile of the image that a flow's tasks run in on other machines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..emit.image import name_of, unpinned
from .compile import write_flows
from .console import CLEAN, CommandError, complain
from .parser import CommandParser
from .specs import examine
from .targets import flow_name

if TYPE_CHECKING:
    from collections.abc import Sequence
EXAMPLES = """\
examples:
  mfc image tournament.mf    write tournament.Dockerfile beside it
  mfc image tournament.mf -o images/Dockerfile
"""
BRINGS_ITS_OWN = (
    "`packages = pypi` in `run` has Metaflow install the libraries itself, whatever the image: "
    "leave it out to use an image of your own"
)


def run(words: Sequence[str]) -> int:
    """Run the command and return its exit status."""
    parser = CommandParser(
        "image", "Write a Dockerfile with the libraries of a flow, in their versions here.", EXAMPLES
    )
    parser.add_argument("spec", metavar="SPEC", help="a specification")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file (default: SPEC.Dockerfile beside SPEC)")
    parser.add_argument("--force", action="store_true", help="also replace a Dockerfile that was edited by hand")
    arguments = parser.parse(words)
    if arguments.spec == "-":
        parser.error("an image needs a specification in a file")
    examined = examine([arguments.spec], sys.stderr)
    if examined.status != CLEAN:
        return examined.status
    compilation = examined.compilations[0]
    if compilation.plan.run.packages is not None:
        raise CommandError(BRINGS_ITS_OWN)
    path = Path(arguments.output or Path(arguments.spec).with_suffix(".Dockerfile"))
    image = compilation.image(path.name, flow_name(arguments.spec))
    build = f"docker build --tag {name_of(compilation.plan)} - < {{}}"
    write_flows({path: image}, force=arguments.force, use=f"build it with: {build}")
    for requirement in unpinned(compilation.plan):
        complain(f"`{requirement}` is not pinned: it is not installed here")
    return CLEAN
