from lark.grammar import Rule

from mfc.syntax import language
from mfc.syntax.actions import ACTIONS


def made(rule: Rule) -> str | None:
    """Return the name of what Lark makes of a rule, if it makes anything that is not spliced into the rule above."""
    if rule.alias:
        return rule.alias
    name = str(rule.origin.name)
    return None if name.startswith("_") or rule.options.expand1 else name


def test_every_rule_has_an_action_and_every_action_a_rule() -> None:
    assert {made(rule) for rule in language.load().parser.rules} - {None} == set(ACTIONS)
