"""What the comparisons share: running a command, and printing medians beside those of the first."""
import os, statistics, subprocess, time


def run(command):
    """Wall-clock and processor time in seconds, peak memory in MiB; None when the command fails."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    return None if status else (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def table(results):
    """Prints the medians of each program's runs, and how they compare with the first program's."""
    first = None
    print('| | wall | processor | peak memory | wall by billfold\'s | processor by billfold\'s |')
    print('|---|---|---|---|---|---|')
    for name, figures in results.items():
        wall, processor, memory = (statistics.median(column) for column in zip(*figures))
        first = first or (wall, processor)
        print(f'| {name} | {wall:.2f} s | {processor:.2f} s | {memory:,.0f} MiB | {wall / first[0]:.2f} | {processor / first[1]:.2f} |')
