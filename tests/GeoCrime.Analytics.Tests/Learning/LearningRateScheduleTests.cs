using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class LearningRateScheduleTests
{
    [Fact]
    public void Half_a_cosine_falls_from_one_through_the_middle_to_the_floor()
    {
        var schedule = LearningRateSchedule.HalfCosine(0.1);
        Assert.Equal([1, 0.55, 0.1], new[] { 0, 0.5, 1 }.Select(s => Math.Round(schedule.Factor(s), 9)));
    }

    [Fact]
    public void Stairs_fall_at_equal_distances_and_stay_at_the_last()
    {
        var schedule = LearningRateSchedule.Stairs(3, 0.5);
        Assert.Equal([1, 1, 0.5, 0.25, 0.25], new[] { 0, 0.3, 0.4, 0.7, 1 }.Select(schedule.Factor));
    }

    [Fact]
    public void A_warm_start_rises_in_a_straight_line_to_the_schedule()
    {
        var schedule = LearningRateSchedule.HalfCosine(0).After(0.2);
        Assert.Equal([0, 0.5, 1, 0.5, 0], new[] { 0, 0.1, 0.2, 0.6, 1 }.Select(s => Math.Round(schedule.Factor(s), 9)));
    }

    [Fact]
    public void Every_schedule_stays_between_zero_and_one() =>
        Assert.All(
            new[] { LearningRateSchedule.Constant, LearningRateSchedule.HalfCosine(0.05), LearningRateSchedule.Stairs(4, 0.3).After(0.1) },
            schedule => Assert.All(Enumerable.Range(0, 101), i => Assert.InRange(schedule.Factor(i / 100.0), 0, 1)));

    [Fact]
    public void Shares_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedule.HalfCosine(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningRateSchedule.Constant.After(1));
    }
}
