using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GeoCrime.Cli.Files;
using GeoCrime.Data.Columns;
using GeoCrime.Data.Ledger;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Scenarios;
using GeoCrime.Studies.Staffing;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime staffing</c>: units by area, weekday and shift from the forecast.</summary>
internal static class StaffingVerb
{
    private static readonly Option<string> Jurisdiction = new("--jurisdiction") { Description = "Code of the jurisdiction.", Required = true };
    private static readonly Option<string> Kind = new("--kind") { Description = "Area kind, such as precinct.", Required = true };
    private static readonly Option<int> Units = new("--units") { Description = "Posts filled in each shift over the whole jurisdiction.", Required = true };
    private static readonly Option<DateOnly?> From = new("--from") { Description = "First day, such as 2025-01-06 (default: the day after the data's end).", CustomParser = Day };
    private static readonly Option<int> Days = new("--days") { Description = "Days that the plan covers.", DefaultValueFactory = _ => 28 };
    private static readonly Option<string[]> Shifts = new("--shift") { Description = "NAME=START+HOURS, such as Night=23+8; once a shift (default: Day=7+8, Evening=15+8, Night=23+8)." };
    private static readonly Option<double> Minutes = new("--minutes") { Description = "Service minutes of an incident.", DefaultValueFactory = _ => 45 };
    private static readonly Option<double> MaxWait = new("--max-wait") { Description = "Mean wait, in minutes, that units must keep.", DefaultValueFactory = _ => 10 };
    private static readonly Option<double> Percentile = new("--percentile") { Description = "Of the forecast workload, that units are reckoned for.", DefaultValueFactory = _ => 80 };
    private static readonly Option<double> Relief = new("--relief") { Description = "People employed for each post filled.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Calls = new("--calls") { Description = "Calls for service for each reported incident.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> OfficerWeight = new("--officer-weight") { Description = "What a record that officers started counts, 0 to 1.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Plan = new("--plan") { Description = "Today's plan, a CSV file area,weekday,shift,units, to compare with." };
    private static readonly Option<string[]> Changes = new("--change") { Description = "Scenario: PERCENT, PERCENT:category=CODE or PERCENT:area=CODE, such as -20:category=burglary." };
    private static readonly Option<string[]> Events = new("--event") { Description = "Scenario: DATE=PERCENT or DATE=PASTDATE[,PASTDATE], such as 2025-07-04=2024-07-04,2023-07-04." };
    private static readonly Option<bool> Simulate = new("--simulate") { Description = "Simulate each queue beside the formula." };
    private static readonly Option<bool> Csv = new("--csv") { Description = "Write the rows as CSV, as --out does." };
    private static readonly Option<FileInfo?> Output = new("--out") { Description = "CSV file of the rows." };

    public static Command Create()
    {
        var command = new Command("staffing", "Plan units by area, weekday and shift from the forecast of reported incidents.")
        {
            Jurisdiction, Kind, Units, From, Days, Shifts, Minutes, MaxWait, Percentile, Relief, Calls, OfficerWeight, Plan, Changes, Events, Simulate, Csv, Output,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        var jurisdiction = await session.JurisdictionAsync(arguments.GetRequiredValue(Jurisdiction), cancellationToken);
        var columns = await new IncidentColumnStore(session.Database).GetAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var live = new LiveRuns();
        var study = new StaffingStudy(live, new ForecastStudy(live, new RunLedger(session.Database), new ForecastStore(session.Database)));
        var plan = arguments.GetValue(Plan);
        try
        {
            var request = Request(arguments, columns, plan is null ? null : PlanFile.Read(plan));
            var run = await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken);
            var simulated = arguments.GetValue(Simulate) ? await study.SimulateAsync(run, request, cancellationToken) : null;
            Write(arguments, run, simulated);
            return 0;
        }
        catch (ArgumentException error)
        {
            throw new UsageException(plan is null ? error.Message : error.Message.Replace("currentPlan", plan, StringComparison.Ordinal));
        }
    }

    private static StaffingRequest Request(ParseResult arguments, IncidentColumns columns, IReadOnlyList<PlannedUnits>? plan)
    {
        var last = columns.CompleteThrough ?? columns.Chunks.Where(chunk => chunk.Count > 0).Select(chunk => DateOnly.FromDayNumber(chunk.Day[^1])).DefaultIfEmpty().Max();
        var shifts = arguments.GetValue(Shifts) is { Length: > 0 } given ? [.. given.Select(ShiftOf)] : Shift.Default;
        return new StaffingRequest(
            arguments.GetRequiredValue(Kind),
            arguments.GetValue(From) ?? last.AddDays(1),
            arguments.GetValue(Days),
            arguments.GetRequiredValue(Units),
            shifts,
            arguments.GetValue(Minutes),
            arguments.GetValue(MaxWait),
            arguments.GetValue(Percentile),
            arguments.GetValue(Relief),
            arguments.GetValue(Calls),
            arguments.GetValue(OfficerWeight),
            IncidentFilter.All,
            ScenarioOptions.Read(arguments.GetValue(Changes) ?? [], arguments.GetValue(Events) ?? []),
            plan);
    }

    private static Shift ShiftOf(string text)
    {
        var name = text.LastIndexOf('=');
        var parts = name < 0 ? [] : text[(name + 1)..].Split('+');
        return parts is [var start, var hours] && int.TryParse(start, CultureInfo.InvariantCulture, out var from) && int.TryParse(hours, CultureInfo.InvariantCulture, out var length)
            ? new Shift(text[..name], from, length)
            : throw new UsageException($"--shift: '{text}' is not NAME=START+HOURS, such as Night=23+8.");
    }

    private static void Write(ParseResult arguments, LiveRun<StaffingResult> run, IReadOnlyList<SimulatedRow>? simulated)
    {
        var plan = run.Result;
        var output = arguments.GetValue(Output);
        if (arguments.GetValue(SessionOptions.Json))
            Console.WriteLine(JsonResult.Of(StaffingJson.Of(run, simulated)));
        else if (arguments.GetValue(Csv) || output is not null)
            ResultFile.Write(output, StaffingCsv.Lines(plan));
        else
            StaffingTable.Write(plan);
        foreach (var warning in plan.Warnings)
            Console.Error.WriteLine($"Warning: {warning}");
        Console.Error.WriteLine(plan.Explanation);
        if (plan.Comparison is { } comparison)
            Console.Error.WriteLine(comparison.Note);
        Console.Error.WriteLine(plan.Scorecard.Note);
        if (simulated?.Count(row => row.FormulaInside is not null) is > 0 and var judged)
            Console.Error.WriteLine($"Simulated: in {simulated.Count(row => row.FormulaInside == true)} of {judged} rows the formula's wait lies in the simulation's own 95 % interval.");
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"--from: '{text}' is not a date such as 2025-01-06.");
        return null;
    }
}
