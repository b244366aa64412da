// torch's random numbers are one stream for the whole process: tests that seed it must not run beside others
[assembly: CollectionBehavior(DisableTestParallelization = true)]
