using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GeoCrime.Cli.Files;
using GeoCrime.Data.Columns;
using GeoCrime.Data.Ledger;
using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime risk</c>: the ranking of areas, with why and how sure.</summary>
internal static class RiskVerb
{
    private static readonly Option<string> Jurisdiction = new("--jurisdiction") { Description = "Code of the jurisdiction.", Required = true };
    private static readonly Option<string> Kind = new("--kind") { Description = "Area kind, such as precinct.", Required = true };
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "Last day of the data to use, such as 2024-03-31 (default: all).", CustomParser = Day };
    private static readonly Option<int> Horizon = new("--horizon") { Description = "Days ahead, 1 to 180.", DefaultValueFactory = _ => 28 };
    private static readonly Option<string?> Weights = new("--weights") { Description = "Volume, momentum, hot spots, severity, such as 0.5,0.3,0.1,0.1." };
    private static readonly Option<RiskBasis> Per = new("--per") { Description = "Count, SquareKilometre or Resident." };
    private static readonly Option<bool> Severity = new("--severity") { Description = "Weigh the volume by severity." };
    private static readonly Option<string?> Group = new("--group") { Description = "Offence group, such as property." };
    private static readonly Option<double> OfficerWeight = new("--officer-weight") { Description = "What a record that officers started counts, 0 to 1.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string[]> Changes = new("--change") { Description = "Scenario: PERCENT, PERCENT:category=CODE or PERCENT:area=CODE." };
    private static readonly Option<string[]> Events = new("--event") { Description = "Scenario: DATE=PERCENT or DATE=PASTDATE[,PASTDATE]." };
    private static readonly Option<bool> Feedback = new("--feedback") { Description = "Say how far the ranking rests on records that officers started, and whom it would send officers to." };
    private static readonly Option<FileInfo?> Output = new("--out") { Description = "CSV file (default: stdout)." };

    public static Command Create()
    {
        var command = new Command("risk", "Rank areas by what is expected to be reported, with the components behind each score.")
        {
            Jurisdiction, Kind, AsOf, Horizon, Weights, Per, Severity, Group, OfficerWeight, Changes, Events, Feedback, Output,
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
        var study = new RiskStudy(live, new ForecastStudy(live, new RunLedger(session.Database), new ForecastStore(session.Database)));
        try
        {
            var request = new RiskRequest(
                arguments.GetRequiredValue(Kind), arguments.GetValue(AsOf), arguments.GetValue(Horizon), WeightsOf(arguments.GetValue(Weights)), arguments.GetValue(Per), arguments.GetValue(Severity),
                OffenceGroups.Within(IncidentFilter.All, arguments.GetValue(Group), columns), arguments.GetValue(OfficerWeight),
                ScenarioOptions.Read(arguments.GetValue(Changes) ?? [], arguments.GetValue(Events) ?? []));
            var run = await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken);
            var feedback = arguments.GetValue(Feedback) ? await new FeedbackStudy(study, new IndicatorReader(session.Database)).RunAsync(columns, request, AccessPolicy.Local, cancellationToken) : null;
            if (arguments.GetValue(SessionOptions.Json))
                Console.WriteLine(JsonResult.Of(Figures(run, feedback)));
            else
                ResultFile.Write(arguments.GetValue(Output), Lines(run.Result));
            Remark(run.Result, feedback);
            return 0;
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static void Remark(RiskResult result, FeedbackResult? feedback)
    {
        foreach (var note in result.Notes)
            Console.Error.WriteLine($"Scenario: {note}");
        Console.Error.WriteLine(result.Sensitivity);
        Console.Error.WriteLine(result.Scorecard.Note);
        if (result.Scorecard is { RankCorrelation: { } own, LastMonthRankCorrelation: { } plain })
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rank correlation with the reports that then came: {own:0.00}, that of the last 28 days' counts {plain:0.00}."));
        if (feedback is null)
            return;
        Console.Error.WriteLine(feedback.Note);
        foreach (var exposure in feedback.Exposures)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{exposure.Label}: {exposure.City:0.##} over all areas, {exposure.LeadingFull:0.##} in the leading fifth, {exposure.LeadingAdjusted:0.##} where records of officers count {100 * feedback.OfficerWeight:0} %."));
    }

    private static IEnumerable<string> Lines(RiskResult result)
    {
        var (scenario, adjusted) = (result.Scores.Any(score => score.Baseline is not null), result.Scores.Any(score => score.FullyCounted is not null));
        yield return "rank,area,name,score,lower_80,upper_80,rank_lower,rank_upper,top_five_probability,band,trend,year_trend,expected_reports,momentum_percent,year_change_percent,volume,momentum,hotspot,severity"
            + (scenario ? ",baseline_rank,baseline_score,baseline_expected_reports" : "") + (adjusted ? ",fully_counted_rank" : "");
        foreach (var score in result.Scores)
        {
            List<string> fields =
            [
                $"{score.Rank}", ResultFile.Quote(score.Area.Code), ResultFile.Quote(score.Area.Name), Number(score.Score), Number(score.Lower), Number(score.Upper), $"{score.RankLower}", $"{score.RankUpper}",
                Number(score.TopFiveProbability), Lower(score.Band), Lower(score.Trend), Lower(score.YearTrend), Number(score.ExpectedIncidents), Number(score.MomentumPercent), Number(score.YearChangePercent),
                .. score.Components.Select(component => Number(component.Contribution)),
            ];
            if (scenario)
                fields.AddRange([$"{score.Baseline?.Rank}", Number(score.Baseline?.Score), Number(score.Baseline?.ExpectedIncidents)]);
            if (adjusted)
                fields.Add($"{score.FullyCounted?.Rank}");
            yield return string.Join(',', fields);
        }
    }

    private static object Figures(LiveRun<RiskResult> run, FeedbackResult? feedback) => new
    {
        run = new { run.Run.Id, run.Run.Jurisdiction, run.Run.DatasetVersion, run.Run.CodeVersion, run.Run.Seed, run.Run.Parameters },
        run.Result.Sensitivity,
        run.Result.Notes,
        run.Result.Scorecard,
        scores = run.Result.Scores.Select(score => new
        {
            area = score.Area.Code,
            score.Score,
            score.Lower,
            score.Upper,
            score.Rank,
            score.RankLower,
            score.RankUpper,
            score.TopFiveProbability,
            band = Lower(score.Band),
            trend = Lower(score.Trend),
            yearTrend = Lower(score.YearTrend),
            score.ExpectedIncidents,
            score.MomentumPercent,
            score.YearChangePercent,
            score.Components,
            score.Groups,
            score.Baseline,
            score.FullyCounted,
        }),
        feedback = feedback is null ? null : new
        {
            feedback.OfficerShare,
            feedback.OfficerWeight,
            feedback.Pai,
            ranks = feedback.Ranks.Select(rank => new { area = rank.Area.Code, rank.RankFull, rank.RankAdjusted, rank.OfficerShare }),
            feedback.Exposures,
            feedback.Note,
        },
    };

    private static RiskWeights WeightsOf(string? text)
    {
        if (text is null)
            return new RiskWeights();
        var numbers = text.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return numbers is [var volume, var momentum, var hotspot, var severity]
            ? new RiskWeights(volume, momentum, hotspot, severity)
            : throw new UsageException($"--weights: '{text}' is not four numbers, such as 0.5,0.3,0.1,0.1.");
    }

    private static string Number(double? value) => value is { } number ? Math.Round(number, 6).ToString(CultureInfo.InvariantCulture) : "";

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"--as-of: '{text}' is not a date such as 2024-03-31.");
        return null;
    }
}
