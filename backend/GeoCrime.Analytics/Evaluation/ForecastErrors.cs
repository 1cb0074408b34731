using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Error measures of a backtest. Missing counts are left out; an origin without any known count does not exist for them.</summary>
/// <remarks>Hyndman and Koehler (2006), International Journal of Forecasting 22(4).</remarks>
public static class ForecastErrors
{
    /// <summary>Mean absolute seasonal difference of the first steps: the scale of MASE.</summary>
    /// <returns>Null where no two seasons are known or all are equal.</returns>
    public static double? Scale(CountSeries series, int origin)
    {
        ArgumentNullException.ThrowIfNull(series);
        var (sum, count) = (0.0, 0);
        for (var i = series.Season; i < origin; i++)
        {
            var difference = Math.Abs(series.Values[i] - series.Values[i - series.Season]);
            if (double.IsNaN(difference))
                continue;
            sum += difference;
            count++;
        }
        return count == 0 || sum == 0 ? null : sum / count;
    }

    /// <summary>Mean absolute error of each origin; NaN where none of its counts is known.</summary>
    public static double[] AbsoluteByOrigin(Backtest backtest) =>
        [.. backtest.Errors.Select(path => Mean(path.Where(Known).Select(Math.Abs)) ?? double.NaN)];

    /// <summary>Mean over origins of the absolute error over the scale at that origin.</summary>
    /// <returns>Null where no origin has a scale.</returns>
    public static double? Mase(Backtest backtest, CountSeries series) =>
        Mean(AbsoluteByOrigin(backtest).Select((mae, o) => mae / (Scale(series, backtest.Origins[o]) ?? double.NaN)).Where(Known));

    /// <summary>Mean over origins of the mean absolute error.</summary>
    public static double? Mae(Backtest backtest) => Mean(AbsoluteByOrigin(backtest).Where(Known));

    /// <summary>Mean of forecast − count over all known steps: above 0 where forecasts run too high.</summary>
    public static double? Bias(Backtest backtest) => Mean(backtest.Errors.SelectMany(path => path.Where(Known).Select(error => -error)));

    /// <summary>Mean over origins of the root mean squared error.</summary>
    public static double? Rmse(Backtest backtest) =>
        Mean(backtest.Errors.Select(path => Mean(path.Where(Known).Select(e => e * e))).Where(m => m is not null).Select(m => Math.Sqrt(m!.Value)));

    /// <summary>Mean absolute percentage error of the steps with a count above 0; per cent.</summary>
    public static double? Mape(Backtest backtest) =>
        Mean(backtest.Errors.SelectMany((path, o) => path.Select((e, h) => 100 * Math.Abs(e) / backtest.Actuals[o][h]))
            .Where(double.IsFinite));

    /// <summary>Mean of 200·|error| / (forecast + count), 0 where both are 0; per cent.</summary>
    public static double? Smape(Backtest backtest) =>
        Mean(backtest.Errors.SelectMany((path, o) => path.Select((e, h) => 200 * Math.Abs(e) / Math.Max(1e-9, backtest.Actuals[o][h] + backtest.Forecasts[o][h])))
            .Where(Known));

    /// <summary>1 − squared errors over squares about each window's own mean, both summed over all origins.</summary>
    public static double? RSquared(Backtest backtest)
    {
        var (errors, total) = (0.0, 0.0);
        for (var o = 0; o < backtest.Origins.Length; o++)
        {
            if (Mean(backtest.Actuals[o].Where(Known)) is not { } mean)
                continue;
            errors += backtest.Errors[o].Where(Known).Sum(e => e * e);
            total += backtest.Actuals[o].Where(Known).Sum(y => (y - mean) * (y - mean));
        }
        return total > 0 ? 1 - errors / total : null;
    }

    /// <summary>
    /// Share of steps whose change from the step before (the forecast's: from the forecast before; both from the last count at
    /// step 1) has the forecast's sign, "no change" being a sign of its own.
    /// </summary>
    public static double? DirectionalAccuracy(Backtest backtest, CountSeries series)
    {
        var (right, count) = (0, 0);
        for (var o = 0; o < backtest.Origins.Length; o++)
        {
            var (actual, forecast) = (series.Values[backtest.Origins[o] - 1], series.Values[backtest.Origins[o] - 1]);
            for (var h = 0; h < backtest.Horizon; h++)
            {
                var (nextActual, nextForecast) = (backtest.Actuals[o][h], backtest.Forecasts[o][h]);
                var (change, expected) = (nextActual - actual, nextForecast - forecast);
                if (Known(change) && Known(expected))
                {
                    // A difference of 10⁻⁶ counts is rounding, not a direction.
                    right += Math.Sign(change) == Math.Sign(Math.Round(expected, 6)) ? 1 : 0;
                    count++;
                }
                (actual, forecast) = (nextActual, nextForecast);
            }
        }
        return count == 0 ? null : (double)right / count;
    }

    private static bool Known(double value) => !double.IsNaN(value);

    private static double? Mean(IEnumerable<double> values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            sum += value;
            count++;
        }
        return count == 0 ? null : sum / count;
    }
}
