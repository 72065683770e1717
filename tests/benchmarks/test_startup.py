import subprocess
import sys
from pathlib import Path

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "startup.py"
GENEROUS = 1.5  # few runs, other tests beside them; the figures proper are those of `make bench`


def test_the_command_line_starts_quickly() -> None:
    ran = subprocess.run([sys.executable, BENCHMARK, "--runs", "7"], capture_output=True, text=True, check=True)
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in ran.stdout.splitlines()[2:]]
    assert [row[0] for row in rows] == [
        "`python -c pass`",
        "`mfc --version`",
        "`mfc check`, 60 lines",
        "`mfc compile`, 60 lines",
    ]
    for command, _, _, times, limit in rows[1:]:
        assert float(times) < GENEROUS * float(limit), command


def test_the_specification_has_sixty_lines() -> None:
    assert len(BENCHMARK.with_name("sixty_lines.mf").read_text().splitlines()) == 60
