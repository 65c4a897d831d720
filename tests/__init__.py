"""The tests, one folder per room, and besides: laws (what holds everywhere), stories (whole sentences through HTTP and
the browser), golden (bytes that never change), cases (worked examples as data) and benchmarks.
"""
