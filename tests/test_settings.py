from pathlib import Path

import pytest

from mfc.settings import Settings, SettingsError, checked_codes, settings_for


def settings(directory: Path, table: str) -> Settings:
    (directory / "pyproject.toml").write_text(f"[tool.mfc]\n{table}\n")
    return settings_for(directory)


def test_without_a_file_everything_is_given(tmp_path: Path) -> None:
    found = settings_for(tmp_path)
    assert (found.select, found.ignore, found.exclude, found.strict) == (None, (), (), False)
    assert found.gives("MF602")


def test_the_nearest_file_with_the_table_counts(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.mfc]\nignore = ["MF602"]\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'mfc-user'\n")
    assert settings_for(tmp_path / "a" / "b").ignore == ("MF602",)
    assert settings_for(tmp_path / "a" / "b").directory == tmp_path


def test_select_and_ignore_take_codes_and_their_beginnings(tmp_path: Path) -> None:
    found = settings(tmp_path, 'select = ["mf60"]\nignore = ["MF602"]')
    assert [found.gives(code) for code in ("MF601", "MF602", "MF691")] == [True, False, False]


def test_errors_are_given_whatever_is_selected(tmp_path: Path) -> None:
    assert settings(tmp_path, 'select = ["MF602"]\nignore = ["MF"]').gives("MF203")


def test_switches(tmp_path: Path) -> None:
    assert settings(tmp_path, "strict = true").strict


def test_files_are_excluded_by_patterns_relative_to_the_settings(tmp_path: Path) -> None:
    found = settings(tmp_path, 'exclude = ["drafts", "old/*.mf"]')
    paths = ["drafts/a.mf", "drafts/b/c.mf", "old/a.mf", "a.mf", "new/drafts/a.mf", "new/a.mf"]
    assert [found.excludes(tmp_path / path) for path in paths] == [True, True, True, False, True, False]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('selct = ["MF601"]', "unknown key `selct` in [tool.mfc]; did you mean `select`"),
        ("colour = true", "unknown key `colour` in [tool.mfc]; choose from select, ignore, exclude, strict"),
        (
            "imports = true",
            "`imports` is not a setting: it would let a repository run its code; use `mfc check --imports`",
        ),
        ('exclude = [""]', "`` in `exclude` of [tool.mfc] is not a valid pattern of paths"),
        ('exclude = ["a", "."]', "`.` in `exclude` of [tool.mfc] is not a valid pattern of paths"),
        ('ignore = "MF601"', "`ignore` in [tool.mfc] must be a list of strings"),
        ("ignore = [601]", "`ignore` in [tool.mfc] must be a list of strings"),
        ("strict = 1", "`strict` in [tool.mfc] must be `true` or `false`"),
        ('ignore = ["MF6O2"]', "unknown code `MF6O2`; did you mean"),
        ('ignore = ["MF203"]', "`MF203` cannot be ignored: it is an error"),
        ("ignore = [", "Invalid value"),
    ],
)
def test_mistakes_are_refused_with_the_file(tmp_path: Path, table: str, message: str) -> None:
    with pytest.raises(SettingsError) as refused:
        settings(tmp_path, table)
    assert str(refused.value).startswith(f"`{tmp_path / 'pyproject.toml'}`: {message}")


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\nmfc = 1\n")
    with pytest.raises(SettingsError, match=r"`tool\.mfc` is not a table"):
        settings_for(tmp_path)


def test_codes_are_checked() -> None:
    assert checked_codes(["mf203", "MF6"], ignored=False) == ("MF203", "MF6")
    with pytest.raises(SettingsError, match="unknown code ``"):
        checked_codes([""], ignored=False)
