/** What a first visit finds in its tabs: queries that work on whatever is loaded. */
export const examples = [
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
query HotSpots($cellMetres: Float!) {
  jurisdictions {
    code
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
    variables: '{ "cellMetres": 500 }',
  },
];
