using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GeoCrime.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Indicators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "indicator",
                schema: "geocrime",
                columns: table => new
                {
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: false),
                    area_kind = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    area_code = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("indicator_pkey", x => new { x.jurisdiction_id, x.area_kind, x.code, x.area_code });
                    table.ForeignKey(
                        name: "indicator_jurisdiction_id_fkey",
                        column: x => x.jurisdiction_id,
                        principalSchema: "geocrime",
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indicator",
                schema: "geocrime");
        }
    }
}
