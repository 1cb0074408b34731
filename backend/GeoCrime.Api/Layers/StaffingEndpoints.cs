using System.Text;
using GeoCrime.Domain;
using GeoCrime.Studies.Staffing;

namespace GeoCrime.Api.Layers;

/// <summary>/staffing/{jurisdiction}.csv: a staffing plan as a file, recomputed from the parameters in its address (p).</summary>
internal static class StaffingEndpoints
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public static void MapStaffing(this WebApplication app) => app.MapGet("/staffing/{jurisdiction}.csv", PlanAsync).WithRequestTimeout(TimeLimit);

    private static async Task<IResult> PlanAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, StaffingStudy study, CancellationToken cancellationToken)
    {
        var request = ParameterToken.Read<StaffingRequest>(p);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var run = await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken);
        // The published forecast may change while the data stay: the run's id names both.
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"staffing.csv {jurisdiction} {run.Run.Id}", () =>
            Task.FromResult(Results.File(Encoding.UTF8.GetBytes(string.Join("\r\n", [.. StaffingCsv.Lines(run.Result), ""])), "text/csv; charset=utf-8", $"staffing-{jurisdiction}-{request.From:yyyy-MM-dd}.csv")));
    }
}
