using GeoCrime.Domain;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Layers;

/// <summary>The answer that every layer of shapes gives: the study's result of an address, as GeoJSON with its run, or 304 to whoever holds it.</summary>
internal static class FeatureLayer
{
    /// <param name="layer">Its name, for the answer's tag.</param>
    /// <param name="p">The request, as the address holds it.</param>
    /// <param name="features">Shapes in degrees with their properties.</param>
    public static async Task<IResult> AnswerAsync<TRequest, TResult>(
        string layer, string jurisdiction, string p, HttpContext context, Gazetteer gazetteer,
        Func<IncidentColumns, TRequest, AccessPolicy, CancellationToken, Task<LiveRun<TResult>>> run, Func<TResult, IEnumerable<(Geometry, object)>> features,
        CancellationToken cancellationToken)
        where TResult : class
    {
        var request = ParameterToken.Read<TRequest>(p);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"{layer} {jurisdiction} {p}", async () =>
        {
            var found = await run(columns, request, AccessPolicy.Local, cancellationToken);
            return new FeatureCollection(found.Run, features(found.Result));
        });
    }
}
