using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Forecasting;
using MathNet.Numerics.LinearAlgebra;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class ReconciliationTests
{
    [Fact]
    public void Days_and_their_week_meet_half_way()
    {
        var days = Reconciliation.Parts([10, 10, 10, 10, 10, 10, 10], 84, Reconciliation.Structural(7));
        Assert.Equal(77, days.Sum(), 1e-9);
        Assert.All(days, day => Assert.Equal(11, day, 1e-9));
    }

    [Fact]
    public void Shares_are_those_of_the_minimum_trace_formula()
    {
        var random = new Random(4);
        double[][] parts = [.. Enumerable.Range(1, 3).Select(i => Enumerable.Range(0, 40).Select(_ => i * (random.NextDouble() - 0.5)).ToArray())];
        double[] whole = [.. Enumerable.Range(0, 40).Select(t => parts.Sum(p => p[t]) + random.NextDouble() - 0.5)];
        var shares = Reconciliation.ByErrors(parts, whole);
        double[] forecast = [20, 30, 40];
        var own = Reconciliation.Parts(forecast, 100, shares);
        // The covariance that those shares stand for, shrunk by the same intensity, found again from two of its products.
        double[][] all = [whole, .. parts];
        var best = Enumerable.Range(0, 1001).Select(k => k / 1000.0).MinBy(kept => Dense(all, kept, forecast, 100).Zip(own, (a, b) => Math.Abs(a - b)).Sum());
        var dense = Dense(all, best, forecast, 100);
        for (var i = 0; i < 3; i++)
            Assert.Equal(dense[i], own[i], 0.02);
    }

    [Fact]
    public void The_sum_of_parts_lies_between_both_forecasts_and_nothing_is_negative()
    {
        var input = Gen.Zip(Gen.ArrayOf(Gen.Choose(0, 20)).Where(a => a.Length > 0), Gen.Choose(0, 200));
        Prop.ForAll(input.ToArbitrary(), each =>
        {
            double[] parts = [.. each.Item1.Select(v => (double)v)];
            var result = Reconciliation.Parts(parts, each.Item2, Reconciliation.Structural(parts.Length));
            Assert.All(result, v => Assert.True(v >= 0));
            Assert.Equal((parts.Sum() + each.Item2) / 2, result.Sum(), 1e-9);
        }).Check(Config.QuickThrowOnFailure);
    }

    [Fact]
    public void What_adds_up_already_is_left_alone() =>
        Assert.Equal([1d, 0, 5], Reconciliation.Parts([1, 0, 5], 6, [0.2, 0.3, 0.1]));

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.Equal("2 parts but 1 shares", Assert.Throws<ArgumentException>(() => Reconciliation.Parts([1, 2], 3, [1])).Message);
        Assert.Contains("be at least 3; the whole has 2", Assert.Throws<ArgumentException>(() => Reconciliation.ByErrors([[1, 2]], [1, 2])).Message);
    }

    // ỹ = ŷ − W Cᵀ (C W Cᵀ)⁻¹ C ŷ with dense matrices; off-diagonal covariances times a factor.
    private static double[] Dense(double[][] errors, double kept, double[] parts, double whole)
    {
        var n = errors.Length;
        var w = Matrix<double>.Build.Dense(n, n, (i, j) => (i == j ? 1 : kept) * errors[i].Zip(errors[j], (a, b) => a * b).Average());
        var c = Matrix<double>.Build.Dense(1, n, (_, j) => j == 0 ? 1 : -1);
        var y = Matrix<double>.Build.DenseOfColumnArrays([whole, .. parts]);
        var result = y - w * c.Transpose() * (c * w * c.Transpose()).Inverse() * c * y;
        return [.. Enumerable.Range(1, n - 1).Select(i => result[i, 0])];
    }
}
