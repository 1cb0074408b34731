using GeoCrime.Api.Hosting;
using GeoCrime.Api.Jobs;
using GeoCrime.Data;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Categories;
using GeoCrime.Domain;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <summary>Changes of data: each is a run of the ledger, save the category map, which takes no time.</summary>
public sealed partial class MutationResolvers
{
    public async Task<RunNode> StartImport(ImportInput input, RequestContext context, CancellationToken cancellationToken)
    {
        var file = Input.File(context, input.Upload);
        return await Input.ImportAsync(async () =>
        {
            var task = input.ToTask(file);
            // Made here, so that a contradiction (another time zone) is told at once and the run belongs to it.
            await new Importer(context.Get<GeoCrimeDatabase>()).PrepareAsync(task.ToRequest(file.Path, context.Get<WebServerOptions>().GisDataFolder), cancellationToken);
            return new RunNode(await jobs.StartDataAsync(StudyKind.Import, task.Jurisdiction, task, cancellationToken));
        });
    }

    public async Task<RunNode> LoadAreas(AreaFileInput input, RequestContext context, CancellationToken cancellationToken)
    {
        var file = Input.File(context, input.Upload);
        var task = Input.Checked(() => input.ToTask(file));
        var known = await gazetteer.FindAsync(task.Jurisdiction, AccessPolicy.Local, cancellationToken);
        if (known is null && task.TimeZone is null)
            throw Input.Bad($"The jurisdiction '{task.Jurisdiction}' is new: name its time zone.");
        return new RunNode(await jobs.StartDataAsync(StudyKind.Areas, known?.Code, task, cancellationToken));
    }

    public async Task<RunNode> UndoImport(int batch, RequestContext context, CancellationToken cancellationToken)
    {
        var all = await new BatchList(context.Get<GeoCrimeDatabase>()).ReadAsync(null, cancellationToken);
        var found = all.FirstOrDefault(entry => entry.Batch == batch) ?? throw Input.Bad($"There is no import {batch}.");
        return found.State == "undone"
            ? throw Input.Bad($"Import {batch} is undone already.")
            : new RunNode(await jobs.StartDataAsync(StudyKind.Undo, found.Jurisdiction, new UndoTask(batch), cancellationToken));
    }

    public async Task<RunNode> LoadSampleCity(CancellationToken cancellationToken) => new(await jobs.StartSampleAsync(cancellationToken));

    public async Task<CategoryChangeNode> SetCategories(string jurisdiction, IReadOnlyList<CategoryInput> categories, RequestContext context, CancellationToken cancellationToken)
    {
        var edits = categories.Select(each => new CategoryEdit(each.Code, each.Label, each.Group, each.Severity, each.OfficerInitiated)).ToList();
        var changed = await Input.ImportAsync(() => new CategoryMap(context.Get<GeoCrimeDatabase>()).SaveAsync(jurisdiction, edits, cancellationToken));
        return new CategoryChangeNode(changed, (await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken)).DataVersion);
    }
}
