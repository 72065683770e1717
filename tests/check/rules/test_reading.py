import pytest
from checking import finding, findings


def csv(options: str) -> tuple[str, str]:
    return "task regression", f'data csv("a.csv", {options}) {{ target = y }}'


@pytest.mark.parametrize(
    "options",
    [
        'sep = ";", decimal = ","',
        'sep = "\\t", encoding = "utf-16"',
        'sep = ";", decimal = ",", thousands = "."',
        'thousands = "\'", quotechar = "|", comment = "#"',
        'na_values = ["?", "n/a", -999], skiprows = 3',
        'sep = "\\\\s+"',
        'thousands = ","',
        'decimal = ","',
        'thousands = ",", currency = "$"',
        'sep = ";", decimal = ",", currency = " Fr."',
        'sep = "::"',
        'sep = "\\\\|\\\\|"',
        'sep = ";", thousands = "\\u00a0", encoding = "utf-16"',
    ],
)
def test_files_that_pandas_reads(options: str) -> None:
    assert findings(*csv(options)) == []


@pytest.mark.parametrize(
    ("options", "code", "marked"),
    [
        ('decimal = ",,"', "MF302", '",,"'),
        ('quotechar = ""', "MF302", '""'),
        ('sep = ""', "MF302", '""'),
        ('encoding = "utf-88"', "MF302", '"utf-88"'),
        ('encoding = "hex"', "MF302", '"hex"'),
        ('encoding = "undefined"', "MF302", '"undefined"'),
        ('encoding = "\\u0000"', "MF302", '"\\u0000"'),
        ('sep = "a("', "MF302", '"a("'),
        ('sep = "||"', "MF302", '"||"'),
        ('decimal = "-"', "MF302", '"-"'),
        ('thousands = "5"', "MF302", '"5"'),
        ("skiprows = -1", "MF302", "-1"),
        ("skiprows = 10_000_000_000_000_000_000_000", "MF302", "10_000_000_000_000_000_000_000"),
        ("sep = 5", "MF301", "5"),
        ('seperator = ";"', "MF203", "seperator"),
        ('sep = ";", decimal = ";"', "MF407", '";"'),
        ('decimal = ",", thousands = ","', "MF407", '","'),
        ('quotechar = ","', "MF407", '","'),
        ('currency = ""', "MF302", '""'),
        ('currency = " "', "MF302", '" "'),
        ('currency = "1$"', "MF302", '"1$"'),
        ('currency = "-"', "MF302", '"-"'),
        ('currency = ","', "MF407", '","'),
        ('currency = "."', "MF407", '"."'),
        ('thousands = "\'", currency = "\'"', "MF407", '"\'"'),
        ('quotechar = "$", currency = "$"', "MF407", '"$"'),
        ("currency = 5", "MF301", "5"),
        ('sep = ";", thousands = "."', "MF407", '"."'),
    ],
)
def test_what_pandas_refuses_or_misreads(options: str, code: str, marked: str) -> None:
    assert (code, marked) in findings(*csv(options))


def test_an_encoding_is_suggested() -> None:
    found = finding(*csv('encoding = "latin_11"'))
    assert found.message == "Python has no text encoding `latin_11`"
    assert "`latin_1`" in (found.help or "")


def test_options_are_known_when_the_flow_is_made() -> None:
    assert ("MF304", "mark") in findings('param mark = ";"', *csv("sep = mark"))
