using GeoCrime.Domain;
using GeoCrime.Studies.Scenarios;

namespace GeoCrime.Studies.Staffing;

/// <summary>Units of one shift in a plan that is in force today.</summary>
/// <param name="Weekday">0 is Monday.</param>
public sealed record PlannedUnits(string Area, int Weekday, string Shift, int Units);

/// <summary>What a staffing plan is asked with.</summary>
/// <param name="From">First day of the plan; where it lies in the data, the plan is made as it would have been made then.</param>
/// <param name="Units">Posts filled in each shift over the whole jurisdiction.</param>
/// <param name="MinutesPerIncident">Mean service time of a unit.</param>
/// <param name="MaxWaitMinutes">The mean wait that a cell's units must keep.</param>
/// <param name="Percentile">Of the forecast workload, that units are reckoned for.</param>
/// <param name="ReliefFactor">People employed for each post filled.</param>
/// <param name="CallsPerIncident">Calls for service for each reported incident.</param>
/// <param name="OfficerWeight">What a record that officers started counts, 0–1.</param>
/// <param name="Filter">Without a window.</param>
public sealed record StaffingRequest(
    string Kind,
    DateOnly From,
    int Days,
    int Units,
    IReadOnlyList<Shift> Shifts,
    double MinutesPerIncident,
    double MaxWaitMinutes,
    double Percentile,
    double ReliefFactor,
    double CallsPerIncident,
    double OfficerWeight,
    IncidentFilter Filter,
    Scenario? Scenario = null,
    IReadOnlyList<PlannedUnits>? Plan = null)
{
    public const int Seed = 1;
    private const int MostUnits = 5000;
    private const int MostDays = 180;

    /// <exception cref="ArgumentException">A number is outside its range; the message names the field.</exception>
    public StaffingRequest Checked()
    {
        if (Units is < 1 or > MostUnits)
            throw new ArgumentException($"units is {Units}; 1…{MostUnits} is allowed.");
        if (Days is < 1 or > MostDays)
            throw new ArgumentException($"days is {Days}; 1…{MostDays} is allowed.");
        Within("minutesPerIncident", MinutesPerIncident, 1, 1440);
        Within("maxWaitMinutes", MaxWaitMinutes, 0.1, 1440);
        Within("percentile", Percentile, 1, 99);
        Within("reliefFactor", ReliefFactor, 1, 20);
        Within("callsPerIncident", CallsPerIncident, 0.01, 100);
        Within("officerInitiatedWeight", OfficerWeight, 0, 1);
        if (Filter.From is not null || Filter.To is not null)
            throw new ArgumentException("A staffing plan uses the whole history: leave filter.from and filter.to out (from and days say what is planned).");
        Shift.Check(Shifts);
        return this;
    }

    private static void Within(string field, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw new ArgumentException($"{field} is {value}; {least}…{most} is allowed.");
    }
}
