using GeoCrime.Data.Geometry;
using GeoCrime.Data.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

#pragma warning disable NPG9001 // see GeometryConverter

namespace GeoCrime.Data;

/// <summary>Opens the GeoCrime database: one connection pool that knows the type <c>geometry</c>, and EF Core contexts over it.</summary>
public sealed class GeoCrimeDatabase : IAsyncDisposable
{
    private readonly DbContextOptions<GeoCrimeContext> options;

    /// <param name="connectionString">An Npgsql connection string of a database with PostGIS.</param>
    public GeoCrimeDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.ApplicationName = "geocrime";
        builder.AddTypeInfoResolverFactory(new GeometryTypeResolverFactory());
        Source = builder.Build();
        options = new DbContextOptionsBuilder<GeoCrimeContext>()
            .UseGeoCrime(Source)
            .Options;
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public GeoCrimeContext Context() => new(options);

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}

public static class GeoCrimeContextOptions
{
    /// <summary>The one way in which contexts are configured, shared by the running product and the migrations' design time.</summary>
    public static DbContextOptionsBuilder<GeoCrimeContext> UseGeoCrime(this DbContextOptionsBuilder<GeoCrimeContext> builder, NpgsqlDataSource source)
    {
        builder.UseNpgsql(source, npgsql => npgsql
            .MigrationsAssembly("GeoCrime.Migrations")
            .MigrationsHistoryTable("migration", GeoCrimeContext.SchemaName));
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new GeometryOptionsExtension());
        return builder;
    }
}

/// <summary>Adds <see cref="GeometryTypeMappingSource"/> to the services of EF Core.</summary>
internal sealed class GeometryOptionsExtension : IDbContextOptionsExtension
{
    private DbContextOptionsExtensionInfo? info;

    public DbContextOptionsExtensionInfo Info => info ??= new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services) =>
        services.AddSingleton<IRelationalTypeMappingSourcePlugin, GeometryTypeMappingSource>();

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "using PostGIS geometries ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
