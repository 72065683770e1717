"""Flows as earlier versions of mfc stamped them."""

from mfc.emit.header import STAMP, recognise


def of_first_version(flow: str) -> str:
    """Return a flow with the stamp that the first version of the templates has, as if that had written it."""
    stamp, line = recognise(flow), STAMP.search(flow)
    assert stamp is not None
    assert line is not None
    old = f"# mfc: spec {stamp.spec} {stamp.spec_digest}, body {stamp.body_digest}, templates 1\n"
    return flow.replace(line[0], old)
