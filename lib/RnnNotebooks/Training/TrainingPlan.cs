namespace RnnNotebooks.Training;

/// <summary>
/// How long to train, how often to look, and what to guard against.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public sealed record TrainingPlan
{
    /// <summary>Passes over the data. Give this, or <see cref="Samples"/>.</summary>
    public double? Epochs { get; init; }

    /// <summary>Samples to train on, for data that never runs out. Give this, or <see cref="Epochs"/>.</summary>
    public long? Samples { get; init; }

    /// <summary>Validate every so many epochs (or samples, when those are counted); by default each epoch, or 20 times in all.</summary>
    public double? ValidateEvery { get; init; }

    /// <summary>The seed of torch's random numbers, for dropout; null leaves them as they are.</summary>
    public int? Seed { get; init; }

    /// <summary>Clip the global norm of the gradients to this.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>Clip each value of the gradients to ± this.</summary>
    public double? ClipValue { get; init; }

    /// <summary>λ of the penalty λ/2 · Σ w², which is added to the gradients.</summary>
    public double L2 { get; init; }

    /// <summary>The learning rate of each step; null keeps the optimizer's. See <see cref="Schedules"/>.</summary>
    public Func<long, double>? LearningRate { get; init; }

    /// <summary>Where and how often to save everything that is needed to go on; null saves nothing.</summary>
    public CheckpointPlan? Checkpoints { get; init; }

    /// <summary>Called after every step, for live charts. It must be quick: it runs inside the loop.</summary>
    public Action<TrainingProgress>? OnStep { get; init; }

    /// <summary>Called after every validation.</summary>
    public Action<TrainingProgress>? OnValidated { get; init; }

    /// <summary>Stops the loop, which keeps the model; null listens to <see cref="Notebook.Stopping"/>.</summary>
    public CancellationToken? Stopping { get; init; }
}

/// <summary>
/// Where and how often to save.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
/// <param name="Folder">Where the files go.</param>
/// <param name="EverySteps">Save after every so many steps, and at the end.</param>
/// <param name="Keep">How many files to keep; the oldest go.</param>
/// <param name="Resume">Go on from the newest file, if there is one?</param>
public sealed record CheckpointPlan(string Folder, int EverySteps = 500, int Keep = 5, bool Resume = true);
