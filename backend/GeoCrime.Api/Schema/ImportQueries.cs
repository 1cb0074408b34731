using GeoCrime.Api.Hosting;
using GeoCrime.Data;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Preview;
using GeoCrime.Data.Import.Uploads;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <summary>Imports: what was loaded, and what a file that was sent looks like.</summary>
public sealed partial class QueryResolvers
{
    private const int MostImports = 1000;

    public async Task<IReadOnlyList<ImportBatchNode>> Imports(string? jurisdiction, int? first, RequestContext context, CancellationToken cancellationToken)
    {
        var count = PageSize(first ?? 50, MostImports);
        return [.. (await new BatchList(context.Get<GeoCrimeDatabase>()).ReadAsync(jurisdiction, cancellationToken)).Take(count).Select(entry => new ImportBatchNode(entry))];
    }

    public ImportLimitsNode ImportLimits(RequestContext context)
    {
        var most = context.Get<UploadStore>().MostBytes;
        return new(most, UploadStore.InWords(most), ImportTrials.MostRows);
    }

    public async Task<UploadNode?> Upload(string id, RequestContext context, CancellationToken cancellationToken)
    {
        if (context.Get<UploadStore>().Find(id) is not { } file)
            return null;
        var sources = Path.Combine(context.Get<WebServerOptions>().GisDataFolder, "sources");
        return new UploadNode(file, await Input.ImportAsync(() => FilePreviewReader.ReadAsync(file.Path, sources, cancellationToken)));
    }

    public async Task<ImportTrialNode> ImportTrial(ImportInput input, RequestContext context, CancellationToken cancellationToken)
    {
        var file = Input.File(context, input.Upload);
        var trials = new ImportTrials(context.Get<GeoCrimeDatabase>());
        return ImportTrialNode.Of(await Input.ImportAsync(() =>
            trials.RunAsync(input.ToTask(file).ToRequest(file.Path, context.Get<WebServerOptions>().GisDataFolder), cancellationToken)));
    }
}
