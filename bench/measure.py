#!/usr/bin/env python3
"""Runs a command as a whole process and prints the median time, the fastest, and the peak memory.

usage: measure.py [-n RUNS] [--at-most MILLISECONDS] [--memory MEGABYTES] [--record FILE] [--times FACTOR FILE] LABEL COMMAND...

--record keeps the median in FILE; --times bounds this one by FACTOR times the median kept there.
Exit code 1 where a bound is not kept, 2 where the command cannot be measured (an exit code above 1).
"""
import argparse
import os
import statistics
import sys
import time
from pathlib import Path


def once(command):
    """(milliseconds, peak megabytes) of one run, output thrown away."""
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        try:
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(2)
    return (time.perf_counter() - begin) * 1000, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("-n", type=int, default=21)
    parser.add_argument("--at-most", type=float)
    parser.add_argument("--memory", type=float)
    parser.add_argument("--record")
    parser.add_argument("--times", nargs=2)
    parser.add_argument("label")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    once(arguments.command)  # the cache is warm from here on
    runs = [once(arguments.command) for _ in range(arguments.n)]
    times = [run[0] for run in runs]
    median, memory = statistics.median(times), max(run[1] for run in runs)
    if arguments.record:
        Path(arguments.record).write_text(f"{median}\n")
    if arguments.times:
        arguments.at_most = round(float(arguments.times[0]) * float(Path(arguments.times[1]).read_text()), 1)
    late = arguments.at_most is not None and median > arguments.at_most
    large = arguments.memory is not None and memory > arguments.memory
    print(f"{arguments.label:<44} median {median:8.1f} ms   fastest {min(times):8.1f} ms   peak {memory:6.1f} MB"
          + (f"   above {arguments.at_most:g} ms" if late else "") + (f"   above {arguments.memory:g} MB" if large else ""))
    sys.exit(1 if late or large else 0)


main()
