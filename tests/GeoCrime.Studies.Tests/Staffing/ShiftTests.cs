using GeoCrime.Studies.Staffing;

namespace GeoCrime.Studies.Tests.Staffing;

public class ShiftTests
{
    [Fact]
    public void Shifts_that_cover_the_day_once_warn_of_nothing() => Assert.Empty(Shift.Warnings(Shift.Default));

    [Fact]
    public void Gaps_and_overlaps_are_named_by_their_hours()
    {
        Assert.Equal(["No shift covers 4:00–7:00: what is reported then is in no row."], Shift.Warnings([new("A", 7, 11), new("B", 18, 10)]));
        Assert.Equal(["Shifts overlap at 6:00–7:00, 14:00–16:00: what is reported then is counted in each of them."], Shift.Warnings([new("A", 6, 10), new("B", 14, 17)]));
        Assert.Equal(["No shift covers 22:00–2:00: what is reported then is in no row."], Shift.Warnings([new("A", 2, 20)]));
        Assert.Equal(["Shifts overlap at any hour: what is reported then is counted in each of them."], Shift.Warnings([new("A", 0, 24), new("B", 5, 24)]));
    }
}
