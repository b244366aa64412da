// Seeded tests read one process-wide random generator, and live-tensor counts are process-wide too.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
