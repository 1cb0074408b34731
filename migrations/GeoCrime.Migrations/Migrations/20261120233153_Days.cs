using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GeoCrime.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class Days : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "event_day",
                schema: "geocrime",
                columns: table => new
                {
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("event_day_pkey", x => new { x.jurisdiction_id, x.name, x.day });
                    table.ForeignKey(
                        name: "event_day_jurisdiction_id_fkey",
                        column: x => x.jurisdiction_id,
                        principalSchema: "geocrime",
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "weather_day",
                schema: "geocrime",
                columns: table => new
                {
                    jurisdiction_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("weather_day_pkey", x => new { x.jurisdiction_id, x.name, x.day });
                    table.ForeignKey(
                        name: "weather_day_jurisdiction_id_fkey",
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
                name: "event_day",
                schema: "geocrime");

            migrationBuilder.DropTable(
                name: "weather_day",
                schema: "geocrime");
        }
    }
}
