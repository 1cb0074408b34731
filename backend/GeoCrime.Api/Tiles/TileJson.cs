using GeoCrime.Api.Hosting;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;

namespace GeoCrime.Api.Tiles;

/// <summary>TileJSON 3.0 documents, so that QGIS and other clients find a layer by one address.</summary>
internal static class TileJson
{
    private static readonly Dictionary<string, (string Description, string? Needs, Dictionary<string, string> Fields)> Layers = new()
    {
        ["areas"] = ("Areas of a kind", "kind", new() { ["code"] = "Area code", ["name"] = "Area name" }),
        ["incidents"] = ("Reported incidents; counted in bins below zoom 12", null, new() { ["count"] = "Reported incidents in the bin", ["id"] = "Incident id", ["category"] = "Offence category", ["severity"] = "Severity weight", ["occurred"] = "Local start" }),
        ["hotspots"] = ("Getis-Ord Gi* cells", "p", new() { ["id"] = "Cell", ["bin"] = "−3…3", ["z"] = "Gi* z", ["p"] = "Normal p", ["exactP"] = "Exact p", ["pseudoP"] = "Permutation p", ["incidents"] = "Reported incidents" }),
    };

    public static async Task<IResult> WriteAsync(string jurisdiction, string layer, HttpContext context, Gazetteer gazetteer, CancellationToken cancellationToken)
    {
        if (!Layers.TryGetValue(layer, out var described))
            throw new UnknownNameException($"There is no tile layer '{layer}'; there are: {string.Join(", ", Layers.Keys)}.");
        if (described.Needs is { } parameter && !context.Request.Query.ContainsKey(parameter))
            throw new ArgumentException($"The tile layer '{layer}' needs the parameter '{parameter}' in its address.");
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        var request = context.Request;
        var bounds = City.Of(columns).DegreeBounds(columns.Jurisdiction.Projection);
        return Results.Json(new Dictionary<string, object?>
        {
            ["tilejson"] = "3.0.0",
            ["name"] = $"{columns.Jurisdiction.Name}: {described.Description}",
            ["version"] = "1.0.0",
            ["description"] = $"{described.Description}. Data version {columns.DataVersion}.",
            ["tiles"] = new[] { $"{request.Scheme}://{request.Host}/tiles/{jurisdiction}/{layer}/{{z}}/{{x}}/{{y}}.mvt{request.QueryString}" },
            ["minzoom"] = 0,
            ["maxzoom"] = 16,
            ["bounds"] = bounds is { } box ? new[] { box.West, box.South, box.East, box.North } : null,
            ["vector_layers"] = new[] { new { id = layer, description = described.Description, fields = described.Fields } },
        });
    }
}
