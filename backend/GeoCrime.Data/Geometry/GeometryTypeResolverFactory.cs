using NetTopologySuite.Geometries;
using Npgsql.Internal;
using Npgsql.Internal.Postgres;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

#pragma warning disable NPG9001 // see GeometryConverter

namespace GeoCrime.Data.Geometry;

/// <summary>Teaches Npgsql the PostGIS type <c>geometry</c>, typed as NetTopologySuite geometries.</summary>
internal sealed class GeometryTypeResolverFactory : PgTypeInfoResolverFactory
{
    private const string Geometry = "geometry";

    public override IPgTypeInfoResolver CreateResolver() => new Resolver();

    public override IPgTypeInfoResolver CreateArrayResolver() => new ArrayResolver();

    private static TypeInfoMappingCollection Types()
    {
        var types = new TypeInfoMappingCollection();
        Add<NtsGeometry>(types, isDefault: true);
        // A parameter's type is that of its value: each class needs an entry of its own.
        Add<Point>(types);
        Add<LineString>(types);
        Add<LinearRing>(types);
        Add<Polygon>(types);
        Add<MultiPoint>(types);
        Add<MultiLineString>(types);
        Add<MultiPolygon>(types);
        Add<GeometryCollection>(types);
        return types;
    }

    private static void Add<T>(TypeInfoMappingCollection types, bool isDefault = false)
        where T : NtsGeometry =>
        types.AddType<T>(Geometry, static (options, mapping, _) => mapping.CreateInfo(options, new GeometryConverter<T>()), isDefault);

    private sealed class Resolver : IPgTypeInfoResolver
    {
        private readonly TypeInfoMappingCollection mappings = Types();

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            mappings.Find(type, dataTypeName, options);
    }

    private sealed class ArrayResolver : IPgTypeInfoResolver
    {
        private readonly TypeInfoMappingCollection mappings = Arrays();

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options) =>
            mappings.Find(type, dataTypeName, options);

        private static TypeInfoMappingCollection Arrays()
        {
            var arrays = new TypeInfoMappingCollection(Types());
            arrays.AddArrayType<NtsGeometry>(Geometry);
            arrays.AddArrayType<Point>(Geometry);
            arrays.AddArrayType<LineString>(Geometry);
            arrays.AddArrayType<LinearRing>(Geometry);
            arrays.AddArrayType<Polygon>(Geometry);
            arrays.AddArrayType<MultiPoint>(Geometry);
            arrays.AddArrayType<MultiLineString>(Geometry);
            arrays.AddArrayType<MultiPolygon>(Geometry);
            arrays.AddArrayType<GeometryCollection>(Geometry);
            return arrays;
        }
    }
}
