from mfc.syntax import tables
from mfc.syntax.tables import Message, Rule


def test_actions_lead_to_states_and_rules_there_are() -> None:
    table = tables.load()
    for state in table.states:
        for action in state.values():
            assert action < len(table.states)
            assert ~action < len(table.rules)


def test_rules_keep_children_they_have() -> None:
    for rule in tables.load().rules:
        assert all(0 <= place < rule.size for place in rule.kept)
        assert rule.action is not None or len(rule.kept) == 1


def test_units_are_the_rules_that_only_rename() -> None:
    table = tables.load()
    power = next(~n for n, rule in enumerate(table.rules) if rule == Rule("power", None, 1, (0,)))
    assert table.units[power] == "power"
    assert all(table.rules[~action].size == 1 for action in table.units if action is not None)


def test_a_message_for_certain_tokens_goes_before_one_for_all() -> None:
    for messages in tables.load().messages:
        lengths = [len(message.on) for message in messages]
        assert lengths == sorted(lengths, reverse=True)
        assert all(isinstance(message, Message) for message in messages)
