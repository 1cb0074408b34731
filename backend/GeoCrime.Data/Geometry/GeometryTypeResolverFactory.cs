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
        types.AddType<NtsGeometry>(Geometry, static (options, mapping, _) => mapping.CreateInfo(options, new GeometryConverter<NtsGeometry>()), isDefault: true);
        types.AddType<Point>(Geometry, static (options, mapping, _) => mapping.CreateInfo(options, new GeometryConverter<Point>()));
        types.AddType<MultiPolygon>(Geometry, static (options, mapping, _) => mapping.CreateInfo(options, new GeometryConverter<MultiPolygon>()));
        return types;
    }

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
            arrays.AddArrayType<MultiPolygon>(Geometry);
            return arrays;
        }
    }
}
