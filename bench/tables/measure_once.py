#!/usr/bin/env python3
"""Runs a command and prints its seconds and peak memory: measure_once.py COMMAND... Ends with the command's exit code."""
import resource
import subprocess
import sys
import time

start = time.monotonic()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
seconds = time.monotonic() - start
print(f"{seconds:.2f} s, {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB")
sys.exit(code)
