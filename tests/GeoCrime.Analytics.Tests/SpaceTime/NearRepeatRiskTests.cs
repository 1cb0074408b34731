using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.SpaceTime;

namespace GeoCrime.Analytics.Tests.SpaceTime;

public class NearRepeatRiskTests
{
    [Fact]
    public void One_event_a_week_ago_weighs_half_at_its_place_and_a_quarter_one_step_away() =>
        Assert.Equal([0.5, 0.25, 0], NearRepeatRisk.At([0], [0], [10], 17, [0, 125, 251], [0, 0, 0], 250, 28, 125));

    [Fact]
    public void Events_of_the_day_itself_later_ones_and_old_ones_leave_no_risk() =>
        Assert.Equal([0.0], NearRepeatRisk.At([0, 0, 0], [0, 0, 0], [17, 18, -12], 17, [0], [0], 250, 28, 125));

    [Fact]
    public void Risk_of_any_events_is_the_double_sum() => Prop.ForAll(PlanarSamples.Any, points =>
    {
        int[] days = [.. points.X.Select((x, i) => i % 12)];
        var places = PlanarSamples.Uniform(40, 20, 4);
        var risk = NearRepeatRisk.At(points.X, points.Y, days, 10, places.X, places.Y, 3, 7, 1.5);
        return Enumerable.Range(0, 40).All(place =>
        {
            var expected = 0.0;
            for (var i = 0; i < days.Length; i++)
            {
                var distance = Math.Sqrt(Math.Pow(points.X[i] - places.X[place], 2) + Math.Pow(points.Y[i] - places.Y[place], 2));
                if (distance <= 3 && 10 - days[i] is >= 1 and <= 7)
                    expected += 1 / (1 + distance / 1.5) / (1 + (10 - days[i]) / 7.0);
            }
            return Math.Abs(expected - risk[place]) < 1e-9;
        });
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Nothing_near_and_nothing_at_all_is_no_risk()
    {
        Assert.Equal([0.0], NearRepeatRisk.At([1e7], [-1e7], [1], 2, [0], [0], 250, 28, 125));
        Assert.Equal([0.0], NearRepeatRisk.At([], [], [], 2, [0], [0], 250, 28, 125));
        Assert.Empty(NearRepeatRisk.At([0], [0], [1], 2, [], [], 250, 28, 125));
    }

    [Theory]
    [InlineData(0, 28, 125)]
    [InlineData(250, 0, 125)]
    [InlineData(250, 28, double.NaN)]
    public void A_reach_or_step_that_is_none_is_refused(double reach, int days, double step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NearRepeatRisk.At([0], [0], [1], 2, [0], [0], reach, days, step));

    [Fact]
    public void Fewer_days_than_events_are_refused() => Assert.StartsWith("There are 0 days for 1 events.",
        Assert.Throws<ArgumentException>(() => NearRepeatRisk.At([0], [0], [], 2, [0], [0], 250, 28, 125)).Message, StringComparison.Ordinal);
}
