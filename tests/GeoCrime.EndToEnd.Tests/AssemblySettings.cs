// Servers, databases and browsers share two cores here: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
