"""The same three products in NumPy, on one thread; prints the milliseconds of each round as JSON."""

import json
import os
import sys
import time

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np

n, d, m, rounds = map(int, sys.argv[1:])
x, w, g = (np.random.rand(*shape).astype(np.float32) - 0.5 for shape in ((n, d), (d, m), (n, m)))
y, dx, dw = (np.empty(shape, np.float32) for shape in ((n, m), (n, d), (d, m)))
times = []
for _ in range(rounds + 1):
    start = time.perf_counter()
    np.matmul(x, w, out=y)
    np.matmul(g, w.T, out=dx)
    np.matmul(x.T, g, out=dw)
    times.append((time.perf_counter() - start) * 1e3)
print(json.dumps({"version": np.__version__, "times": times[1:]}))
