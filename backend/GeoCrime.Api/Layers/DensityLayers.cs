using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using GeoCrime.Domain;
using GeoCrime.Studies.Density;

namespace GeoCrime.Api.Layers;

/// <summary>Density surfaces as pictures, arrays and GIS rasters.</summary>
internal static class DensityLayers
{
    public static void MapDensity(this RouteGroupBuilder layers)
    {
        layers.MapGet("density.png", ImageAsync);
        layers.MapGet("density.float32", ValuesAsync);
        layers.MapGet("density.tif", GeoTiffAsync);
        layers.MapGet("density.zip", AsciiGridAsync);
        layers.MapGet("density-frame.png", FrameAsync);
        layers.MapGet("density-change.png", ChangeImageAsync);
        layers.MapGet("density-change.tif", ChangeGeoTiffAsync);
    }

    private static Task<IResult> ImageAsync(string jurisdiction, string p, string? theme, string? max, string? scale, HttpContext context, Gazetteer gazetteer, DensityStudy study, CancellationToken cancellationToken) =>
        AnswerAsync<DensityRequest>(jurisdiction, p, context, gazetteer, async (columns, request) =>
        {
            var ramp = Ramp(theme);
            var surface = (await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)).Result.Surface;
            var image = WebMercatorImage.Of(surface, columns.Jurisdiction.Projection);
            return Picture(ByRank(scale) ? ramp.PaintRanks(PercentileScale.Of(image.Values)) : ramp.Paint(image.Values, max is null ? surface.Max : Positive(max)), image);
        }, cancellationToken);

    private static Task<IResult> FrameAsync(string jurisdiction, string p, DateOnly at, string? theme, string? max, HttpContext context, Gazetteer gazetteer, CancellationToken cancellationToken) =>
        AnswerAsync<DensityFrameRequest>(jurisdiction, p, context, gazetteer, (columns, request) => Task.Run(() =>
        {
            var ramp = Ramp(theme);
            var surface = DensityFrameStudy.Frame(columns, request, at, cancellationToken);
            var image = WebMercatorImage.Of(surface, columns.Jurisdiction.Projection);
            return Picture(ramp.Paint(image.Values, max is null ? surface.Max : Positive(max)), image);
        }, cancellationToken), cancellationToken);

    private static Task<IResult> ValuesAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, DensityStudy study, CancellationToken cancellationToken) =>
        AnswerAsync<DensityRequest>(jurisdiction, p, context, gazetteer, async (columns, request) =>
        {
            var surface = (await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)).Result.Surface;
            return Results.Bytes(MemoryMarshal.AsBytes(surface.PerSquareKilometre.AsSpan()).ToArray(), "application/octet-stream");
        }, cancellationToken);

    private static Task<IResult> GeoTiffAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, DensityStudy study, CancellationToken cancellationToken) =>
        AnswerAsync<DensityRequest>(jurisdiction, p, context, gazetteer, async (columns, request) =>
        {
            var run = await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken);
            var surface = run.Result.Surface;
            return Results.Bytes(
                GeoTiff.Encode(surface.Grid, [surface.PerSquareKilometre], columns.Jurisdiction.AnalysisSrid, $"Reported incidents per km2; run {run.Run.Id}, data {columns.DataVersion}"),
                "image/tiff; application=geotiff", "density.tif");
        }, cancellationToken);

    private static Task<IResult> AsciiGridAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, DensityStudy study, CancellationToken cancellationToken) =>
        AnswerAsync<DensityRequest>(jurisdiction, p, context, gazetteer, async (columns, request) =>
        {
            var surface = (await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)).Result.Surface;
            using var packed = new MemoryStream();
            using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            {
                using (var grid = new StreamWriter(zip.CreateEntry("density.asc").Open()))
                    AsciiGrid.Write(grid, surface.Grid, surface.PerSquareKilometre);
                using var crs = new StreamWriter(zip.CreateEntry("density.prj").Open());
                crs.Write(columns.Jurisdiction.Projection.Wkt);
            }
            return Results.Bytes(packed.ToArray(), "application/zip", "density.zip");
        }, cancellationToken);

    private static Task<IResult> ChangeImageAsync(string jurisdiction, string p, string? theme, string? measure, HttpContext context, Gazetteer gazetteer, DensityChangeStudy study, CancellationToken cancellationToken) =>
        AnswerAsync<DensityChangeRequest>(jurisdiction, p, context, gazetteer, async (columns, request) =>
        {
            var ramp = theme switch { null or "light" => ChangeRamp.Light, "dark" => ChangeRamp.Dark, _ => throw new ArgumentException($"theme: '{theme}' is neither light nor dark.") };
            var ratio = measure switch { null or "difference" => false, "ratio" => true, _ => throw new ArgumentException($"measure: '{measure}' is neither difference nor ratio.") };
            var result = (await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)).Result;
            var image = ChangePicture.Of(result, columns.Jurisdiction.Projection, ratio);
            return Picture(ramp.Paint(image.Strength.Values, image.Clear), image.Strength);
        }, cancellationToken);

    private static Task<IResult> ChangeGeoTiffAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, DensityChangeStudy study, CancellationToken cancellationToken) =>
        AnswerAsync<DensityChangeRequest>(jurisdiction, p, context, gazetteer, async (columns, request) =>
        {
            var run = await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken);
            var change = run.Result.Change;
            return Results.Bytes(
                GeoTiff.Encode(run.Result.Grid, [change.Difference, change.Ratio, [.. change.Direction.Select(each => (float)each)]], columns.Jurisdiction.AnalysisSrid,
                    $"Change of reported incidents: difference per km2, ratio, direction at a false discovery rate of 5 %; run {run.Run.Id}, data {columns.DataVersion}"),
                "image/tiff; application=geotiff", "density-change.tif");
        }, cancellationToken);

    private static async Task<IResult> AnswerAsync<T>(string jurisdiction, string token, HttpContext context, Gazetteer gazetteer, Func<IncidentColumns, T, Task<IResult>> answer, CancellationToken cancellationToken)
    {
        var request = ParameterToken.Read<T>(token);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"{context.Request.Path}{context.Request.QueryString}", () => answer(columns, request));
    }

    private static IResult Picture(byte[] pixels, WebMercatorImage image) => Results.Bytes(Png.Encode(pixels, image.Width, image.Height), "image/png");

    private static DensityRamp Ramp(string? theme) => theme switch
    {
        null or "light" => DensityRamp.Light,
        "dark" => DensityRamp.Dark,
        _ => throw new ArgumentException($"theme: '{theme}' is neither light nor dark."),
    };

    private static bool ByRank(string? scale) => scale switch
    {
        null or "density" => false,
        "percentile" => true,
        _ => throw new ArgumentException($"scale: '{scale}' is neither density nor percentile."),
    };

    private static double Positive(string max) =>
        double.TryParse(max, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number > 0
            ? number
            : throw new ArgumentException($"max: '{max}' is not a number above 0 (incidents per km²).");
}
