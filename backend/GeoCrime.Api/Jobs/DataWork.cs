using GeoCrime.Api.Hosting;
using GeoCrime.Data;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.Uploads;
using GeoCrime.Domain;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Jobs;

/// <summary>Does what a run that changes data says, by the same services as the command line.</summary>
internal sealed class DataWork(GeoCrimeDatabase database, UploadStore uploads, FirstStudies studies, WebServerOptions options)
{
    /// <param name="tell">Takes progress 0–1 and what there is to say.</param>
    /// <returns>What came of it, for the run's metrics.</returns>
    /// <exception cref="ImportException">The file or the request is not as it should be.</exception>
    public async Task<object> RunAsync(Run run, Action<double, object?> tell, CancellationToken cancellationToken) => run.Study switch
    {
        StudyKind.Import => await ImportAsync(RunIdentity.Read<ImportTask>(run.Parameters), tell, cancellationToken),
        StudyKind.Areas => await LoadAreasAsync(RunIdentity.Read<AreaTask>(run.Parameters), tell, cancellationToken),
        StudyKind.Undo => await new BatchUndo(database).RunAsync(RunIdentity.Read<UndoTask>(run.Parameters).Batch, cancellationToken),
        StudyKind.Sample => await LoadSampleAsync(RunIdentity.Read<SampleTask>(run.Parameters), tell, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(run), run.Study, "This study changes no data."),
    };

    private Task<ImportSummary> ImportAsync(ImportTask task, Action<double, object?> tell, CancellationToken cancellationToken) =>
        new Importer(database).RunAsync(task.ToRequest(Find(task.Upload, task.File), options.GisDataFolder), new ImportTeller(tell, 0), cancellationToken);

    private Task<AreaSummary> LoadAreasAsync(AreaTask task, Action<double, object?> tell, CancellationToken cancellationToken) =>
        new AreaImporter(database).RunAsync(task.ToRequest(Find(task.Upload, task.File)), new AreaTeller(tell), cancellationToken);

    private async Task<ImportSummary> LoadSampleAsync(SampleTask task, Action<double, object?> tell, CancellationToken cancellationToken)
    {
        // Generating the files takes about as long as reading the first third of them.
        const double generated = 0.25;
        tell(0.02, new { stage = "generating" });
        var folder = SampleData.Folder(options.GisDataFolder);
        await SampleData.GenerateAsync(task.Seed, folder, cancellationToken);
        var summary = await SampleData.LoadAsync(database, folder, options.GisDataFolder, new ImportTeller(tell, generated), cancellationToken);
        await studies.StartSampleAsync(cancellationToken);
        return summary;
    }

    private string Find(string upload, string name)
    {
        var file = uploads.Find(upload) ?? throw new ImportException(name, null, "the file that was sent is no longer here; send it again, and the import goes on where it stopped");
        UploadStore.Touch(file);
        return file.Path;
    }

    private sealed class ImportTeller(Action<double, object?> tell, double from) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            tell(from + ((1 - from) * value.BytesRead / Math.Max(1, value.BytesTotal)), new { rows = value.Rows, bytesRead = value.BytesRead, bytesTotal = value.BytesTotal });
    }

    private sealed class AreaTeller(Action<double, object?> tell) : IProgress<AreaProgress>
    {
        public void Report(AreaProgress value) => tell((double)value.Joined / Math.Max(1, value.Incidents), value);
    }
}
