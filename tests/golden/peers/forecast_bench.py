"""Times statsmodels' SARIMAX (1,1,1)(1,0,1,7) on every column of a wide daily CSV. Usage: forecast_bench.py CSV
Prints JSON: a list of {series, seconds, cpu, loglike, params: {ar, ma, seasonalAr, seasonalMa, sigma2}}; the fit is timed, the import is not.
"""
import json
import sys
import time
import warnings

import pandas as pd
from statsmodels.tsa.statespace.sarimax import SARIMAX

warnings.filterwarnings("ignore")
table = pd.read_csv(sys.argv[1], index_col=0)
result = []
for name in table.columns:
    y = table[name].to_numpy(float)
    wall, cpu = time.perf_counter(), time.process_time()
    fit = SARIMAX(y, order=(1, 1, 1), seasonal_order=(1, 0, 1, 7)).fit(disp=False, maxiter=200)
    seconds, used = time.perf_counter() - wall, time.process_time() - cpu
    p = [float(v) for v in fit.params]
    result.append(dict(series=name, seconds=seconds, cpu=used, loglike=float(fit.llf),
                       params=dict(ar=p[0], ma=p[1], seasonalAr=p[2], seasonalMa=p[3], sigma2=p[4])))
print(json.dumps(result))
