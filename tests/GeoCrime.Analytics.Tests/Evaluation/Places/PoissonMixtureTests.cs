using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Evaluation.Places;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Evaluation.Places;

public class PoissonMixtureTests
{
    [Fact]
    public void Weights_that_made_the_counts_are_found()
    {
        var random = new Random(1);
        var guesses = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 4000).Select(_ => random.NextDouble() * 10).ToArray()).ToArray();
        var came = Enumerable.Range(0, 4000).Select(cell => (double)Poisson.Sample(random, 0.7 * guesses[0][cell] + 0.3 * guesses[2][cell])).ToArray();
        var weights = PoissonMixture.Fit(guesses, came);
        // Standard errors are about 0.015.
        Assert.Equal(0.7, weights[0], 0.05);
        Assert.Equal(0, weights[1], 0.05);
        Assert.Equal(0.3, weights[2], 0.05);
    }

    [Fact]
    public void No_other_weights_are_likelier() => Prop.ForAll(Gen.Choose(0, 6).ArrayOf(12).ToArbitrary(), Gen.Choose(1, 20).ArrayOf(4).ToArbitrary(), (counts, tries) =>
    {
        double[][] guesses = [[1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6], [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]];
        double[] came = [.. counts.Select(count => (double)count)];
        double Likelihood(double[] w) => Enumerable.Range(0, 12).Sum(cell => (w[0] * guesses[0][cell] + w[1] * guesses[1][cell]) is var mean && mean > 0
            ? came[cell] * Math.Log(mean) - mean : came[cell] > 0 ? double.NegativeInfinity : 0);
        var found = Likelihood(PoissonMixture.Fit(guesses, came));
        // A hundred rounds leave the likelihood within a hundredth of its maximum.
        return found + 0.01 >= Likelihood([tries[0] / 10.0, tries[1] / 10.0]) && found + 0.01 >= Likelihood([tries[2] / 10.0, tries[3] / 10.0]);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void What_guesses_nothing_weighs_nothing_and_nothing_came_weighs_nothing()
    {
        Assert.Equal([1.0, 0], PoissonMixture.Fit([[1, 3], [0, 0]], [1, 3]).Select(weight => Math.Round(weight, 9)));
        Assert.Equal([0.0, 0], PoissonMixture.Fit([[1, 3], [2, 2]], [0, 0]));
        Assert.Empty(PoissonMixture.Fit([], [1, 2]));
    }

    [Fact]
    public void Guesses_of_another_length_are_refused() => Assert.StartsWith("A component guesses 1 cells; 2 counts came.",
        Assert.Throws<ArgumentException>(() => PoissonMixture.Fit([[1]], [1, 2])).Message, StringComparison.Ordinal);
}
