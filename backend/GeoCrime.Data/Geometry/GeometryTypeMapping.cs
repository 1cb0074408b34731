using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace GeoCrime.Data.Geometry;

/// <summary>EF Core's mapping of NetTopologySuite geometries to columns such as <c>geometry(Point,4326)</c>.</summary>
internal sealed class GeometryTypeMapping : RelationalTypeMapping
{
    public GeometryTypeMapping(Type clrType, string storeType)
        : base(storeType, clrType)
    {
    }

    private GeometryTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) =>
        new GeometryTypeMapping(parameters);

    protected override void ConfigureParameter(DbParameter parameter) =>
        ((NpgsqlParameter)parameter).DataTypeName = "geometry";
}

/// <summary>Offers <see cref="GeometryTypeMapping"/> for every geometry property of the model.</summary>
internal sealed class GeometryTypeMappingSource : IRelationalTypeMappingSourcePlugin
{
    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo)
    {
        if (mappingInfo.ClrType is { } type && typeof(NtsGeometry).IsAssignableFrom(type))
            return new GeometryTypeMapping(type, mappingInfo.StoreTypeName ?? "geometry");
        return mappingInfo.ClrType is null && mappingInfo.StoreTypeName?.StartsWith("geometry", StringComparison.Ordinal) == true
            ? new GeometryTypeMapping(typeof(NtsGeometry), mappingInfo.StoreTypeName)
            : null;
    }
}
