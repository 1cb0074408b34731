using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GeoCrime.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Models : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "model",
                schema: "geocrime",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "text", nullable: false),
                    area_kind = table.Column<string>(type: "text", nullable: false),
                    area_code = table.Column<string>(type: "text", nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("model_pkey", x => new { x.run_id, x.area_kind, x.area_code });
                    table.ForeignKey(
                        name: "model_run_id_fkey",
                        column: x => x.run_id,
                        principalSchema: "geocrime",
                        principalTable: "run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_checkpoint",
                schema: "geocrime",
                columns: table => new
                {
                    run_id = table.Column<string>(type: "text", nullable: false),
                    training = table.Column<string>(type: "text", nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("training_checkpoint_pkey", x => new { x.run_id, x.training });
                    table.ForeignKey(
                        name: "training_checkpoint_run_id_fkey",
                        column: x => x.run_id,
                        principalSchema: "geocrime",
                        principalTable: "run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("""
                INSERT INTO geocrime.model (run_id, area_kind, area_code, file)
                SELECT run_id, area_kind, area_code, model FROM geocrime.forecast WHERE model IS NOT NULL
                """);

            migrationBuilder.DropColumn(
                name: "model",
                schema: "geocrime",
                table: "forecast");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "model",
                schema: "geocrime");

            migrationBuilder.DropTable(
                name: "training_checkpoint",
                schema: "geocrime");

            migrationBuilder.AddColumn<byte[]>(
                name: "model",
                schema: "geocrime",
                table: "forecast",
                type: "bytea",
                nullable: true);
        }
    }
}
