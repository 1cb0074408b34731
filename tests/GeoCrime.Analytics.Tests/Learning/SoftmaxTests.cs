using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class SoftmaxTests
{
    [Fact]
    public void Equal_scores_share_alike_and_a_logarithm_counts_as_its_number()
    {
        var p = new float[4];
        Softmax.Forward([5, 5, 0, MathF.Log(3)], p, 2);
        Assert.Equal([0.5, 0.5, 0.25, 0.75], p.Select(v => Math.Round(v, 6)));
    }

    [Fact]
    public void Great_scores_do_not_overflow()
    {
        var p = new float[3];
        Softmax.Forward([1e4f, 1e4f, -1e4f], p, 3);
        Assert.Equal([0.5f, 0.5f], p[..2]);
        Assert.InRange(p[2], 0, 1e-30f);
        Assert.Equal(1e4 + Math.Log(2), Softmax.LogSum([1e4f, 1e4f]), 1e-6);
    }

    [Fact]
    public void Gradient_equals_finite_differences()
    {
        float[] scores = [0.3f, -1, 2, 0.5f, 0.1f, -0.4f], given = [1, -2, 0.5f, 0.7f, 3, -1];
        double Loss()
        {
            var p = new float[6];
            Softmax.Forward(scores, p, 3);
            return p.Zip(given, (a, b) => (double)a * b).Sum();
        }

        var (probabilities, gradient) = (new float[6], new float[6]);
        Softmax.Forward(scores, probabilities, 3);
        Softmax.Backward(probabilities, given, gradient, 3);
        for (var i = 0; i < 6; i++)
        {
            var kept = scores[i];
            scores[i] = kept + 1e-2f;
            var above = Loss();
            scores[i] = kept - 1e-2f;
            var below = Loss();
            scores[i] = kept;
            Assert.Equal((above - below) / 2e-2, gradient[i], 1e-3);
        }
    }
}
