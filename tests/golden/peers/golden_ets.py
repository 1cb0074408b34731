"""All thirty exponential smoothing forms on the airline passengers (144 months), by statsmodels. Usage: golden_ets.py AIRLINE_CSV OUT_JSON

AIRLINE_CSV: airline_decomposition.csv (column y). For each form: parameters, initial states, Gaussian log-likelihood and 12 forecasts at
them. A fit may sit in a local optimum, so a test may ask that ours is at least as likely; what the likelihood and the forecasts are at
given parameters it may ask exactly.
"""
import json
import sys
import warnings

import pandas as pd
import statsmodels
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

warnings.filterwarnings("ignore")
y = pd.read_csv(sys.argv[1])["y"].astype(float)
forms = {}
for error in ("add", "mul"):
    for trend, damped in ((None, False), ("add", False), ("add", True), ("mul", False), ("mul", True)):
        for season in (None, "add", "mul"):
            fit = ETSModel(y, error=error, trend=trend, damped_trend=damped, seasonal=season, seasonal_periods=12 if season else None).fit(disp=False, maxiter=3000)
            letter = {None: "N", "add": "A", "mul": "M"}
            name = letter[error] + "," + letter[trend] + ("d" if damped else "") + "," + letter[season]
            forms[name] = dict(params={k: float(v) for k, v in zip(fit.param_names, fit.params)}, loglike=float(fit.llf), aic=float(fit.aic),
                               forecast=[float(v) for v in fit.forecast(12)])
json.dump(dict(source="golden_ets.py", statsmodels=statsmodels.__version__, forms=forms), open(sys.argv[2], "w"), indent=1)
