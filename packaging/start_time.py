"""How long a program takes until its window is there, against another: python packaging/start_time.py A -- B

Each is run whole, in turn, with --tijd; the time is until it says that its window is painted.
"""

import statistics
import subprocess
import sys
import time

RUNS = 15


def measured(command: list[str]) -> float:
    """Milliseconds from the start of the process until its window is painted."""
    start = time.perf_counter()
    with subprocess.Popen([*command, "--tijd"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = (time.perf_counter() - start) * 1000
        process.wait()
    if not line.startswith("zichtbaar"):
        raise SystemExit(f"{command[0]} toont geen venster")
    return taken


def main() -> None:
    divided = sys.argv.index("--")
    commands = (sys.argv[1:divided], sys.argv[divided + 1 :])
    for command in commands:
        measured(command)
    times: list[list[float]] = [[], []]
    for _ in range(RUNS):
        for command, found in zip(commands, times, strict=True):
            found.append(measured(command))
    for command, found in zip(commands, times, strict=True):
        print(f"{statistics.median(found):6.0f} ms ({min(found):.0f} tot {max(found):.0f})  {' '.join(command)}")
    ratios = [a / b for a, b in zip(*times, strict=True)]
    print(f"verhouding {statistics.median(ratios):.2f} ({min(ratios):.2f} tot {max(ratios):.2f}), {RUNS} keer")


if __name__ == "__main__":
    main()
