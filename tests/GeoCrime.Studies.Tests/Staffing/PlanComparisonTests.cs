using GeoCrime.Studies.Staffing;

namespace GeoCrime.Studies.Tests.Staffing;

public class PlanComparisonTests
{
    [Fact]
    public void Todays_plan_stands_beside_row_by_row()
    {
        // All six units in P1 by day, two each in the others by night.
        var plan = Enumerable.Range(0, 7).SelectMany(weekday => new PlannedUnits[]
        {
            new("P1", weekday, "Day", 6), new("P1", weekday, "Night", 0), new("P2", weekday, "Night", 3), new("P3", weekday, "Night", 3),
        }).ToArray();
        var result = StaffedCity.Plan(StaffedCity.Usual with { Plan = plan });
        Assert.Equal(6, result.Row("P1", 3, "Day").Planned!.Units);
        Assert.Equal(0, result.Row("P2", 3, "Day").Planned!.Units);
        // A city's hours are in each profile, so some calls come in P2 by day, where the plan has no one.
        Assert.Null(result.Row("P2", 3, "Day").Planned!.MeanWaitMinutes);
        Assert.InRange(result.Comparison!.Planned.OverloadedShare, 0.001, 0.1);
        Assert.Equal(0, result.Comparison.SamePosts.OverloadedShare);
        Assert.Equal(6, result.Comparison.SamePosts.Units);
        Assert.Equal(result.Figures, result.Comparison.SamePosts);
        Assert.Contains("28 of 56 shifts by area are not in today's plan", result.Warnings.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_plan_that_is_written_is_the_plan_that_is_read()
    {
        var result = StaffedCity.Plan(StaffedCity.Usual);
        var again = result.Rows.Select(row => new PlannedUnits(row.Area.Code, row.Weekday, row.Shift.Name, row.Staffed.Units)).ToArray();
        var compared = StaffedCity.Plan(StaffedCity.Usual with { Plan = again });
        Assert.Equal(compared.Figures, compared.Comparison!.Planned);
        Assert.Equal(compared.Figures, compared.Comparison.SamePosts);
        Assert.Empty(compared.Warnings);
        Assert.Contains("in place of", compared.Comparison.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_the_file_name_area_weekday_shift_and_units()
    {
        var lines = StaffingCsv.Lines(StaffedCity.Plan(StaffedCity.Usual)).ToList();
        Assert.Equal(57, lines.Count);
        Assert.StartsWith("area,name,weekday,shift,start_hour,hours,expected_reported_incidents,load_erlangs,units,required_units,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("P1,Precinct P1,Monday,Day,8,8,", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(letter => letter == ','), line.Count(letter => letter == ',')));
    }
}
