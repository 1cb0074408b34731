using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NetTopologySuite.Geometries;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace GeoCrime.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "geocrime");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:postgis", ",,");

            migrationBuilder.CreateTable(
                name: "incident_key",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<int>(type: "integer", nullable: false),
                    source_key = table.Column<string>(type: "text", nullable: false),
                    local_year = table.Column<short>(type: "smallint", nullable: false),
                    content_hash = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("incident_key_pkey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jurisdiction",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    analysis_srid = table.Column<int>(type: "integer", nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    instance = table.Column<Guid>(type: "uuid", nullable: false, defaultValueSql: "gen_random_uuid()"),
                    data_version = table.Column<long>(type: "bigint", nullable: false),
                    complete_through = table.Column<DateOnly>(type: "date", nullable: true),
                    reporting_delay_days = table.Column<int>(type: "integer", nullable: true),
                    imported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("jurisdiction_pkey", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area_set",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    loaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    current = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("area_set_pkey", x => x.id);
                    table.ForeignKey(
                        name: "area_set_jurisdiction_id_fkey",
                        column: x => x.jurisdiction_id,
                        principalSchema: "geocrime",
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "offence_category",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<double>(type: "double precision", nullable: false),
                    officer_initiated = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("offence_category_pkey", x => x.id);
                    table.ForeignKey(
                        name: "offence_category_jurisdiction_id_fkey",
                        column: x => x.jurisdiction_id,
                        principalSchema: "geocrime",
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "run",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: true),
                    study = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    parameters = table.Column<string>(type: "jsonb", nullable: false),
                    dataset_version = table.Column<string>(type: "text", nullable: true),
                    code_version = table.Column<string>(type: "text", nullable: false),
                    seed = table.Column<int>(type: "integer", nullable: true),
                    queued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    progress = table.Column<double>(type: "double precision", nullable: false),
                    metrics = table.Column<string>(type: "jsonb", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("run_pkey", x => x.id);
                    table.ForeignKey(
                        name: "run_jurisdiction_id_fkey",
                        column: x => x.jurisdiction_id,
                        principalSchema: "geocrime",
                        principalTable: "jurisdiction",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "source",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("source_pkey", x => x.id);
                    table.ForeignKey(
                        name: "source_jurisdiction_id_fkey",
                        column: x => x.jurisdiction_id,
                        principalSchema: "geocrime",
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "area",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    area_set_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    geom = table.Column<MultiPolygon>(type: "geometry(MultiPolygon,4326)", nullable: false),
                    square_kilometres = table.Column<double>(type: "double precision", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: true),
                    attributes = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("area_pkey", x => x.id);
                    table.ForeignKey(
                        name: "area_area_set_id_fkey",
                        column: x => x.area_set_id,
                        principalSchema: "geocrime",
                        principalTable: "area_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forecast",
                schema: "geocrime",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "text", nullable: false),
                    area_kind = table.Column<string>(type: "text", nullable: false),
                    area_code = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "jsonb", nullable: false),
                    model = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("forecast_pkey", x => new { x.run_id, x.area_kind, x.area_code });
                    table.ForeignKey(
                        name: "forecast_run_id_fkey",
                        column: x => x.run_id,
                        principalSchema: "geocrime",
                        principalTable: "run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_batch",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    file_sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    rows_read = table.Column<long>(type: "bigint", nullable: false),
                    accepted = table.Column<long>(type: "bigint", nullable: false),
                    corrected = table.Column<long>(type: "bigint", nullable: false),
                    quarantined = table.Column<long>(type: "bigint", nullable: false),
                    duplicates = table.Column<long>(type: "bigint", nullable: false),
                    unlocated = table.Column<long>(type: "bigint", nullable: false),
                    notes = table.Column<string>(type: "jsonb", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("import_batch_pkey", x => x.id);
                    table.ForeignKey(
                        name: "import_batch_jurisdiction_id_fkey",
                        column: x => x.jurisdiction_id,
                        principalSchema: "geocrime",
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "import_batch_source_id_fkey",
                        column: x => x.source_id,
                        principalSchema: "geocrime",
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quarantine",
                schema: "geocrime",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<int>(type: "integer", nullable: false),
                    source_key = table.Column<string>(type: "text", nullable: false),
                    row_number = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    raw = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("quarantine_pkey", x => x.id);
                    table.ForeignKey(
                        name: "quarantine_batch_id_fkey",
                        column: x => x.batch_id,
                        principalSchema: "geocrime",
                        principalTable: "import_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "area_area_set_id_code_idx",
                schema: "geocrime",
                table: "area",
                columns: new[] { "area_set_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "area_geom_idx",
                schema: "geocrime",
                table: "area",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "area_set_jurisdiction_id_kind_idx",
                schema: "geocrime",
                table: "area_set",
                columns: new[] { "jurisdiction_id", "kind" },
                unique: true,
                filter: "current");

            migrationBuilder.CreateIndex(
                name: "import_batch_jurisdiction_id_idx",
                schema: "geocrime",
                table: "import_batch",
                column: "jurisdiction_id");

            migrationBuilder.CreateIndex(
                name: "import_batch_source_id_idx",
                schema: "geocrime",
                table: "import_batch",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "incident_key_source_id_source_key_idx",
                schema: "geocrime",
                table: "incident_key",
                columns: new[] { "source_id", "source_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "jurisdiction_code_idx",
                schema: "geocrime",
                table: "jurisdiction",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "offence_category_jurisdiction_id_code_idx",
                schema: "geocrime",
                table: "offence_category",
                columns: new[] { "jurisdiction_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "quarantine_batch_id_idx",
                schema: "geocrime",
                table: "quarantine",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "quarantine_source_id_source_key_idx",
                schema: "geocrime",
                table: "quarantine",
                columns: new[] { "source_id", "source_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "run_jurisdiction_id_study_queued_at_idx",
                schema: "geocrime",
                table: "run",
                columns: new[] { "jurisdiction_id", "study", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "source_jurisdiction_id_code_idx",
                schema: "geocrime",
                table: "source",
                columns: new[] { "jurisdiction_id", "code" },
                unique: true);

            migrationBuilder.Sql(IncidentTables.Create);
        }

        /// <summary>Migrations go forward only; a backup is the way back.</summary>
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("GeoCrime migrations go forward only: restore a backup instead.");
    }
}
