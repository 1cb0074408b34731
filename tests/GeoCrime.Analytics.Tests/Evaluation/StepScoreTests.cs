using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class StepScoreTests
{
    [Fact]
    public void Scores_are_what_the_hand_computes()
    {
        // Draws 8, 10, 12 for a count of 11: mean distance 5/3, mean distance between draws 16/9.
        var score = StepScore.Of(10, [-2, 0, 2], 11, [50], 0);
        Assert.Equal(5 / 3.0 - 16 / 18.0, score.Crps, 1e-12);
        Assert.True(score.Inside[0]);
        Assert.Equal(4, score.Winkler[0], 1e-12);
        Assert.Equal(2 / 3.0, score.Pit, 1e-12);
        // Outside by 1: four more at 50 %.
        Assert.Equal(4 + 4 * 1, StepScore.Of(10, [-2, 0, 2], 13, [50], 0).Winkler[0], 1e-12);
    }

    [Fact]
    public void Draws_below_zero_count_as_zero()
    {
        var score = StepScore.Of(1, [-5, 0, 5], 0, [50], 0.5);
        Assert.True(score.Inside[0]);
        Assert.Equal(6, score.Winkler[0], 1e-12);
        Assert.Equal(0.5 / 3, score.Pit, 1e-12);
    }

    [Fact]
    public void The_pit_of_small_counts_from_the_right_distribution_is_uniform()
    {
        var random = new Random(3);
        var chances = SplitMix64.For(3, 2);
        var errors = Enumerable.Range(0, 2000).Select(_ => Poisson.Sample(random, 1.5) - 1.5).Order().ToArray();
        var pits = Enumerable.Range(0, 4000).Select(_ => StepScore.Of(1.5, errors, Poisson.Sample(random, 1.5), [80], chances.NextDouble()).Pit).Order().ToArray();
        // Kolmogorov's distance of 4,000 draws and a sample of 2,000 exceeds 0.05 once in many thousand times.
        Assert.All(pits.Select((pit, i) => Math.Abs(pit - (i + 0.5) / pits.Length)), distance => Assert.InRange(distance, 0, 0.05));
    }
}
