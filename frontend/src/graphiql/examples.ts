/** What a first visit finds in its tabs. The code is that of a jurisdiction; the queries work on whatever is loaded. */
export const examples = (code: string) => [
  {
    query: `# What is loaded. Ctrl-Enter runs it.
# The book on the left documents every field.
query Loaded {
  jurisdictions {
    code
    name
    dataset { version incidents from completeThrough }
    areaKinds { code label areas }
  }
}
`,
  },
  {
    query: `# Hot spots of reported incidents.
# geoJsonUrl, behind this server's address, is the
# same layer as a file for QGIS, GDAL and others.
query HotSpots($code: String!, $cellMetres: Float!) {
  jurisdiction(code: $code) {
    hotspots(cellMetres: $cellMetres) {
      run { id datasetVersion codeVersion }
      units
      hot
      cold
      geoJsonUrl
      cells(significantOnly: true) {
        id
        bin
        incidents
        exactP
        geometry
      }
    }
  }
}
`,
    variables: JSON.stringify({ code, cellMetres: 500 }, null, 2),
  },
];
