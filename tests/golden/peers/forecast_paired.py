"""Compares a model of ./geocrime backtest --by-origin with the peers at the same origins. Usage: forecast_paired.py SERIES_DIR BY_ORIGIN_DIR [MODEL]
SERIES_DIR holds denver_<level>.csv, .json and the peers' denver_<level>__*.csv (forecast_run.py, forecast_gbm.py, forecast_run.R);
BY_ORIGIN_DIR holds denver_<level>.csv. Prints a Markdown table: MASE of both, their paired difference over origins (each the mean
over series) and its standard error, and the ratio to ets+sarimax.
"""
import csv
import glob
import json
import sys

import numpy as np

folder, ours = sys.argv[1:3]
model = sys.argv[3] if len(sys.argv) > 3 else "best"
LEVELS = ["area_daily", "city_daily", "hood_weekly", "area_monthly", "city_monthly"]
MEANS = {"ets+sarimax": ["ets", "sarimax"], "ets+sarimax+gbm": ["ets", "sarimax", "gbm_global"]}
print("| level | " + model + " | ets+sarimax | ratio | best peer | its MASE | difference | SE |\n|---|---|---|---|---|---|---|---|")
ratios = []
for level in LEVELS:
    rows = list(csv.reader(open(f"{folder}/denver_{level}.csv")))
    names, values = rows[0][1:], np.array([[float(v) for v in r[1:]] for r in rows[1:]])
    meta = json.load(open(f"{folder}/denver_{level}.json"))
    m, h, origins = meta["m"], meta["h"], meta["origins20"]
    path = {}
    for name in glob.glob(f"{folder}/denver_{level}__*.csv"):
        for r in csv.DictReader(open(name)):
            path.setdefault(r["model"], {}).setdefault((r["series"], int(r["origin"])), {})[int(r["step"])] = float(r["yhat"])
    peers = {k: {key: np.array([v[i + 1] for i in range(h)]) for key, v in each.items()} for k, each in path.items()}
    for name, members in MEANS.items():
        peers[name] = {key: np.mean([peers[k][key] for k in members], axis=0) for key in peers[members[0]]}

    def mase(name, j, o):
        y = values[:, j]
        return np.abs(y[o:o + h] - peers[name][names[j], o]).mean() / np.abs(y[m:o] - y[:o - m]).mean()

    by_origin = {k: np.array([np.mean([mase(k, j, o) for j in range(len(names))]) for o in origins])
                 for k in peers if all((n, o) in peers[k] for n in names for o in origins)}
    own = {}
    for r in csv.DictReader(open(f"{ours}/denver_{level}.csv")):
        if r["model"] == model:
            own.setdefault(int(r["origin"]), []).append(float(r["mase"]))
    mine = np.array([np.mean(own[o]) for o in origins])
    best = min(by_origin, key=lambda k: by_origin[k].mean())
    d = mine - by_origin[best]
    base = by_origin["ets+sarimax"].mean()
    ratios.append(mine.mean() / base)
    print(f"| {level.replace('_', ' ')} | {mine.mean():.3f} | {base:.3f} | {ratios[-1]:.3f} | {best} | {by_origin[best].mean():.3f} | {d.mean():+.3f} | {d.std(ddof=1) / np.sqrt(len(d)):.3f} |")
print(f"| mean | | | **{np.mean(ratios):.3f}** | | | | |")
