from mfc.syntax import tables
from mfc.syntax.actions import ACTIONS


def test_every_rule_has_an_action_and_every_action_a_rule() -> None:
    used = {rule.action for rule in tables.load().rules} - {None, tables.SPLICE}
    assert used == set(ACTIONS)
