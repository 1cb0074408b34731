namespace GeoCrime.Analytics.Forecasting;

/// <summary>Exact Gaussian likelihood of a differenced series without gaps, its variance and regression coefficients at their best.</summary>
/// <remarks>
/// Chandrasekhar's recursions for a stationary state (Pearlman 1980, Biometrika 67): the covariance changes by one rank a step, so
/// a step costs O(states) and, once that change has faded, only the state's own. Regressors pass the same filter as the
/// counts; their coefficients are a weighted least-squares solution of innovations (Harvey 1989, section 3.4). Not thread-safe.
/// </remarks>
internal sealed class ArmaLikelihood
{
    private readonly SarimaxOrder order;
    private readonly double[][] series;
    private readonly int length;
    private readonly int states;
    private readonly double[][] state;
    private readonly double[] gain;
    private readonly double[] change;
    private readonly double[] innovation;

    /// <param name="values">Shape [n]; all known.</param>
    /// <param name="columns">Shape [n, regressors]; empty without.</param>
    public ArmaLikelihood(SarimaxOrder order, double[] values, double[][] columns)
    {
        this.order = order;
        var width = columns.Length == 0 ? 0 : columns[0].Length;
        series = [Differenced(values, order), .. Enumerable.Range(0, width).Select(k => Differenced([.. columns.Take(values.Length).Select(row => row[k])], order))];
        length = series[0].Length;
        states = order.ArmaStates;
        state = [.. series.Select(_ => new double[states])];
        (gain, change) = (new double[states], new double[states]);
        innovation = new double[series.Length];
    }

    /// <summary>Log-likelihood at the best variance and coefficients for given autoregression and moving average.</summary>
    public (double LogLikelihood, double Variance, double[] Beta) At(SarimaxParameters parameters)
    {
        var (ar, ma) = (Padded(parameters.FullAr(order), states), Padded(parameters.FullMa(order), states - 1));
        var covariances = Covariances(ar, ma);
        if (!(covariances.Variance > 0) || !double.IsFinite(covariances.Variance))
            return (double.NegativeInfinity, 1, new double[series.Length - 1]);
        covariances.Gain.CopyTo(gain, 0);
        covariances.Gain.CopyTo(change, 0);
        var products = new double[series.Length * series.Length];
        var logs = Filter(ar, covariances.Variance, products);
        var (beta, squares) = Regressed(products);
        var variance = Math.Max(squares / length, 1e-12);
        return (-0.5 * (length * (Math.Log(2 * Math.PI * variance) + 1) + logs), variance, beta);
    }

    // Sum of logarithms of innovation variances; products gathers Σ v vᵀ / F of counts and regressors.
    private double Filter(double[] ar, double variance, double[] products)
    {
        foreach (var each in state)
            Array.Clear(each);
        const double faded = 1e-14;
        const int together = 8;
        var y = change.AsSpan(0, states);
        var z = ar.AsSpan(0, states);
        var k = gain.AsSpan(0, states);
        var factor = -1 / variance;
        // One logarithm of a product of eight costs an eighth of eight.
        var (logs, product) = (0.0, 1.0);
        var moving = true;
        for (var t = 0; t < length; t++)
        {
            product *= variance;
            if (t % together == together - 1)
                (logs, product) = (logs + Math.Log(product), 1);
            Innovate(z, k, t, 1 / variance, products);
            if (!moving)
                continue;
            // Y ← T Y; F ← F + M (ZY)²; K ← K + T Y · M (ZY); Y ← T Y − K (ZY)/F; M ← M + (M ZY)²/F.
            var first = y[0];
            var scaled = factor * first;
            var before = variance;
            variance += scaled * first;
            var taken = first / variance;
            for (var i = 0; i < y.Length; i++)
            {
                var moved = z[i] * first + (i + 1 < y.Length ? y[i + 1] : 0);
                k[i] += moved * scaled;
                y[i] = moved - k[i] * taken;
            }
            factor += scaled * scaled / before;
            if (t % together == 0)
            {
                var size = 0.0;
                foreach (var value in y)
                    size = Math.Max(size, Math.Abs(value));
                moving = size * size * Math.Abs(factor) > faded * variance;
            }
        }
        return logs + Math.Log(product);
    }

    private void Innovate(ReadOnlySpan<double> ar, ReadOnlySpan<double> k, int t, double inverse, double[] products)
    {
        for (var s = 0; s < series.Length; s++)
        {
            var own = state[s].AsSpan(0, ar.Length);
            var first = own[0];
            var v = series[s][t] - first;
            var scaled = v * inverse;
            for (var i = 0; i + 1 < own.Length; i++)
                own[i] = ar[i] * first + own[i + 1] + k[i] * scaled;
            own[^1] = ar[^1] * first + k[^1] * scaled;
            innovation[s] = v;
            for (var other = 0; other <= s; other++)
                products[s * series.Length + other] += scaled * innovation[other];
        }
    }

    private (double[] Beta, double Squares) Regressed(double[] products)
    {
        var width = series.Length - 1;
        if (width == 0)
            return ([], products[0]);
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(
            width, width, (a, b) => products[(Math.Max(a, b) + 1) * series.Length + Math.Min(a, b) + 1] * (a == b ? 1 + 1e-12 : 1) + (a == b ? 1e-12 : 0));
        var right = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(width, a => products[(a + 1) * series.Length]);
        var beta = matrix.Cholesky().Solve(right).ToArray();
        return (beta, products[0] - beta.Zip(right, (b, r) => b * r).Sum());
    }

    // Variance of the stationary series and K = T P Zᵀ, from autocovariances and the weights of past disturbances.
    private (double Variance, double[] Gain) Covariances(double[] ar, double[] ma)
    {
        var weights = new double[states];
        for (var k = 0; k < states; k++)
        {
            weights[k] = k == 0 ? 1 : ma[k - 1];
            for (var j = 1; j <= k; j++)
                weights[k] += ar[j - 1] * weights[k - j];
        }
        double Theta(int j) => j == 0 ? 1 : ma[j - 1];
        double Shock(int lag)
        {
            var sum = 0.0;
            for (var j = lag; j < states; j++)
                sum += Theta(j) * weights[j - lag];
            return sum;
        }

        var covariances = Autocovariances(ar, Shock);
        // Cov(stateᵢ, yₜ) = Σ_{j≥i} φⱼ γ(1 + j − i) + Σ_{j≥i} θ_{j−1} ψ_{j−i}, counted from 0 here.
        var withCount = new double[states + 1];
        for (var i = 0; i < states; i++)
            for (var j = i; j < states; j++)
                withCount[i] += ar[j] * covariances[1 + j - i] + Theta(j) * weights[j - i];
        return (withCount[0], [.. Enumerable.Range(0, states).Select(i => ar[i] * withCount[0] + withCount[i + 1])]);
    }

    // γ(k) − Σ φⱼ γ(|k − j|) = Σ_{j≥k} θⱼ ψ_{j−k}.
    private double[] Autocovariances(double[] ar, Func<int, double> shock)
    {
        var lags = Array.FindLastIndex(ar, v => v != 0) + 1;
        var system = new double[lags + 1, lags + 2];
        for (var k = 0; k <= lags; k++)
        {
            system[k, k] += 1;
            for (var j = 1; j <= lags; j++)
                system[k, Math.Abs(k - j)] -= ar[j - 1];
            system[k, lags + 1] = shock(k);
        }
        Eliminate(system, lags + 1);
        var result = new double[states + 1];
        for (var k = 0; k <= states; k++)
        {
            if (k <= lags)
            {
                result[k] = system[k, lags + 1];
                continue;
            }
            result[k] = shock(k);
            for (var j = 1; j <= lags; j++)
                result[k] += ar[j - 1] * result[k - j];
        }
        return result;
    }

    private static void Eliminate(double[,] system, int size)
    {
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < size; row++)
                if (Math.Abs(system[row, column]) > Math.Abs(system[pivot, column]))
                    pivot = row;
            for (var k = column; k <= size; k++)
                (system[column, k], system[pivot, k]) = (system[pivot, k], system[column, k]);
            for (var row = 0; row < size; row++)
            {
                if (row == column || system[row, column] == 0)
                    continue;
                var factor = system[row, column] / system[column, column];
                for (var k = column; k <= size; k++)
                    system[row, k] -= factor * system[column, k];
            }
        }
        for (var row = 0; row < size; row++)
            system[row, size] /= system[row, row];
    }

    private static double[] Differenced(double[] values, SarimaxOrder order)
    {
        foreach (var lag in Enumerable.Repeat(1, order.D).Concat(Enumerable.Repeat(order.Season, order.SeasonalD)))
            values = [.. values.Skip(lag).Zip(values, (now, before) => now - before)];
        return values;
    }

    private static double[] Padded(double[] values, int size)
    {
        var result = new double[size];
        values.CopyTo(result, 0);
        return result;
    }
}
