using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Schema;

/// <summary>The schema <c>geocrime</c> as EF Core sees it: the source of the migrations and of small reads and writes. Bulk work goes through COPY.</summary>
public sealed class GeoCrimeContext(DbContextOptions<GeoCrimeContext> options) : DbContext(options)
{
    public const string SchemaName = "geocrime";

    public DbSet<JurisdictionRow> Jurisdictions => Set<JurisdictionRow>();
    public DbSet<SourceRow> Sources => Set<SourceRow>();
    public DbSet<OffenceCategoryRow> OffenceCategories => Set<OffenceCategoryRow>();
    public DbSet<AreaSetRow> AreaSets => Set<AreaSetRow>();
    public DbSet<AreaRow> Areas => Set<AreaRow>();
    public DbSet<ImportBatchRow> ImportBatches => Set<ImportBatchRow>();
    public DbSet<QuarantineRow> Quarantine => Set<QuarantineRow>();
    public DbSet<RunRow> Runs => Set<RunRow>();
    public DbSet<ForecastRow> Forecasts => Set<ForecastRow>();
    public DbSet<ModelRow> Models => Set<ModelRow>();
    public DbSet<TrainingCheckpointRow> TrainingCheckpoints => Set<TrainingCheckpointRow>();
    public DbSet<IndicatorRow> Indicators => Set<IndicatorRow>();
    public DbSet<PlaceRow> Places => Set<PlaceRow>();
    public DbSet<EventDayRow> EventDays => Set<EventDayRow>();
    public DbSet<WeatherDayRow> WeatherDays => Set<WeatherDayRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(SchemaName);
        modelBuilder.HasPostgresExtension("postgis");

        modelBuilder.Entity<JurisdictionRow>(table =>
        {
            table.ToTable("jurisdiction");
            table.HasIndex(row => row.Code).IsUnique();
            table.Property(row => row.Instance).HasDefaultValueSql("gen_random_uuid()");
        });
        modelBuilder.Entity<SourceRow>(table =>
        {
            table.ToTable("source");
            table.HasIndex(row => new { row.JurisdictionId, row.Code }).IsUnique();
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<OffenceCategoryRow>(table =>
        {
            table.ToTable("offence_category");
            table.HasIndex(row => new { row.JurisdictionId, row.Code }).IsUnique();
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<AreaSetRow>(table =>
        {
            table.ToTable("area_set");
            table.HasIndex(row => new { row.JurisdictionId, row.Kind }).IsUnique().HasFilter("current");
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<AreaRow>(table =>
        {
            table.ToTable("area");
            table.HasIndex(row => new { row.AreaSetId, row.Code }).IsUnique();
            table.Property(row => row.Geometry).HasColumnName("geom").HasColumnType("geometry(MultiPolygon,4326)");
            table.HasIndex(row => row.Geometry).HasMethod("gist");
            table.Property(row => row.Attributes).HasColumnType("jsonb");
            table.HasOne<AreaSetRow>().WithMany().HasForeignKey(row => row.AreaSetId);
        });
        modelBuilder.Entity<ImportBatchRow>(table =>
        {
            table.ToTable("import_batch");
            table.Property(row => row.Notes).HasColumnType("jsonb");
            table.HasOne<SourceRow>().WithMany().HasForeignKey(row => row.SourceId);
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<QuarantineRow>(table =>
        {
            table.ToTable("quarantine");
            table.HasIndex(row => new { row.SourceId, row.SourceKey }).IsUnique();
            table.HasIndex(row => row.BatchId);
            table.HasOne<ImportBatchRow>().WithMany().HasForeignKey(row => row.BatchId);
        });
        modelBuilder.Entity<IncidentKeyRow>(table =>
        {
            table.ToTable("incident_key");
            table.HasIndex(row => new { row.SourceId, row.SourceKey }).IsUnique();
        });
        modelBuilder.Entity<RunRow>(table =>
        {
            table.ToTable("run");
            table.Property(row => row.Parameters).HasColumnType("jsonb");
            table.Property(row => row.Metrics).HasColumnType("jsonb");
            table.HasIndex(row => new { row.JurisdictionId, row.Study, row.QueuedAt });
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<ForecastRow>(table =>
        {
            table.ToTable("forecast");
            table.HasKey(row => new { row.RunId, row.AreaKind, row.AreaCode });
            table.Property(row => row.Result).HasColumnType("jsonb");
            table.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId);
        });
        modelBuilder.Entity<ModelRow>(table =>
        {
            table.ToTable("model");
            table.HasKey(row => new { row.RunId, row.AreaKind, row.AreaCode });
            table.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId);
        });
        modelBuilder.Entity<TrainingCheckpointRow>(table =>
        {
            table.ToTable("training_checkpoint");
            table.HasKey(row => new { row.RunId, row.Training });
            table.HasOne<RunRow>().WithMany().HasForeignKey(row => row.RunId);
        });
        modelBuilder.Entity<IndicatorRow>(table =>
        {
            table.ToTable("indicator");
            table.HasKey(row => new { row.JurisdictionId, row.AreaKind, row.Code, row.AreaCode });
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<PlaceRow>(table =>
        {
            table.ToTable("place");
            table.HasKey(row => new { row.JurisdictionId, row.Kind, row.SourceId });
            table.Property(row => row.Geometry).HasColumnName("geom").HasColumnType("geometry(Point,4326)");
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<EventDayRow>(table =>
        {
            table.ToTable("event_day");
            table.HasKey(row => new { row.JurisdictionId, row.Name, row.Day });
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<WeatherDayRow>(table =>
        {
            table.ToTable("weather_day");
            table.HasKey(row => new { row.JurisdictionId, row.Name, row.Day });
            BelongsToJurisdiction(table);
        });
        modelBuilder.Entity<IncidentRow>(table =>
        {
            // EF Core knows no partitioned tables: the migration creates this one in SQL.
            table.ToTable("incident", incident => incident.ExcludeFromMigrations());
            table.HasKey(row => new { row.JurisdictionId, row.LocalYear, row.Id });
            table.Property(row => row.Geometry).HasColumnName("geom").HasColumnType("geometry(Point,4326)");
            table.Property(row => row.OccurredLocal).HasColumnType("timestamp");
            table.Property(row => row.OccurredToLocal).HasColumnType("timestamp");
            table.Property(row => row.StatedAreas).HasColumnType("jsonb");
            table.Property(row => row.Attributes).HasColumnType("jsonb");
        });
        SnakeCase.Apply(modelBuilder.Model);
    }

    private static void BelongsToJurisdiction<T>(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> table)
        where T : class =>
        table.HasOne<JurisdictionRow>().WithMany().HasForeignKey("JurisdictionId");
}
