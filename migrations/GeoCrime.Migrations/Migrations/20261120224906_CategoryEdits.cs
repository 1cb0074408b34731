using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GeoCrime.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class CategoryEdits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "edited",
                schema: "geocrime",
                table: "offence_category",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "edited",
                schema: "geocrime",
                table: "offence_category");
        }
    }
}
