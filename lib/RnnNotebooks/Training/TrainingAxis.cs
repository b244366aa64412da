namespace RnnNotebooks.Training;

/// <summary>Translates between steps and what the plan counts in: epochs or samples.</summary>
internal sealed class TrainingAxis
{
    private readonly double _perStep;

    public TrainingAxis(TrainingPlan plan, int batchSize, int? batchesPerEpoch)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Epochs is null == plan.Samples is null)
            throw new ArgumentException("Say how long to train: set either Epochs or Samples.", nameof(plan));
        if (plan.Epochs is { } epochs)
        {
            var batches = batchesPerEpoch ?? throw new ArgumentException("These batches never run out, so there are no epochs; set Samples.", nameof(plan));
            (Name, _perStep, Steps) = ("epoch", 1.0 / batches, (long)Math.Round(epochs * batches));
        }
        else
        {
            (Name, _perStep, Steps) = ("samples", batchSize, (plan.Samples!.Value + batchSize - 1) / batchSize);
        }

        if (Steps <= 0)
            throw new ArgumentException("The plan has no steps; train for longer.", nameof(plan));
    }

    public string Name { get; }

    public long Steps { get; }

    public double Position(long step) => step * _perStep;

    public long StepsBetweenValidations(double? every)
    {
        var steps = every is { } wanted ? wanted / _perStep : Name == "epoch" ? 1 / _perStep : Steps / 20.0;
        return Math.Max(1, (long)Math.Round(steps));
    }
}
