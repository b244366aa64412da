using System.Diagnostics;
using System.Globalization;
using RnnNotebooks.Data;
using RnnNotebooks.Gradients;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Training;

/// <summary>
/// The one training loop of all lessons: forward, backward, clip, step, and now and then a validation. It can be stopped at any step and
/// keeps the model; it goes on from a checkpoint with the numbers it would have had; and where a number stops being one it says at
/// which step and in which weight.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public static class Trainer
{
    private const int PointsOfACurve = 200;

    /// <summary>Trains.</summary>
    /// <param name="model">What learns.</param>
    /// <param name="optimizer">Moves the model's weights.</param>
    /// <param name="batches">The data.</param>
    /// <param name="objective">From a batch to its loss.</param>
    /// <param name="plan">How long, how often, and with which guards.</param>
    /// <param name="validate">Measures on other data, without gradients and after <c>eval()</c>; null never validates.</param>
    /// <typeparam name="TBatch">A batch; it is disposed of after its step when it can be.</typeparam>
    /// <returns>How it ended, and everything that was measured.</returns>
    /// <exception cref="ArgumentException">The plan does not say how long, or says it twice, or counts epochs of endless data.</exception>
    public static TrainingResult Fit<TBatch>(
        nn.Module model,
        optim.Optimizer optimizer,
        IBatchSource<TBatch> batches,
        Func<TBatch, Objective> objective,
        TrainingPlan plan,
        Func<Measured>? validate = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(objective);
        var axis = new TrainingAxis(plan, batches.BatchSize, batches.BatchesPerEpoch);
        var weights = model.named_parameters().ToArray();
        var stopping = plan.Stopping ?? Notebook.Stopping;
        if (plan.Seed is { } seed)
            manual_seed(seed);
        var history = new History(axis.Name);
        var step = plan.Checkpoints is { Resume: true } saved ? Checkpoint.Resume(saved.Folder, model, optimizer, history) : 0;
        var everySteps = axis.StepsBetweenValidations(plan.ValidateEvery);
        var curve = new RunningMean(history, Math.Max(1, Math.Min(everySteps, axis.Steps / PointsOfACurve)));
        var clock = Stopwatch.StartNew();
        Measured? validation = null;
        model.train();

        while (step < axis.Steps)
        {
            if (stopping.IsCancellationRequested)
                return End(TrainingOutcome.Interrupted, $"Stopped after {step:N0} of {axis.Steps:N0} steps; the model keeps what it has learned.");
            if (plan.LearningRate is { } schedule)
                foreach (var group in optimizer.ParamGroups)
                    group.LearningRate = schedule(step);

            using var scope = NewDisposeScope();
            var batch = batches.Batch(step);
            optimizer.zero_grad();
            var (loss, accuracy, more) = objective(batch);
            loss.backward();
            var value = loss.item<float>();
            var norm = Guard(weights, plan);
            if (!double.IsFinite(value) || !double.IsFinite(norm))
                return End(TrainingOutcome.Diverged, Diverged(step + 1, value, weights));
            optimizer.step();
            (batch as IDisposable)?.Dispose();
            step++;

            var rate = optimizer.ParamGroups.First().LearningRate;
            curve.Add(axis.Position(step), value, accuracy, norm, rate, more, flush: step % everySteps == 0 || step == axis.Steps);
            var validated = validate is not null && (step % everySteps == 0 || step == axis.Steps);
            if (validated)
                validation = Validate(model, validate!, history, axis.Position(step));
            if (plan.Checkpoints is { } checkpoints && (step % checkpoints.EverySteps == 0 || step == axis.Steps))
                Checkpoint.Save(checkpoints, step, model, optimizer, history);
            if (plan.OnStep is null && !(validated && plan.OnValidated is not null))
                continue;
            var progress = new TrainingProgress(
                step, axis.Steps, step * batches.BatchSize, axis.Position(step), value, accuracy, norm, rate, clock.Elapsed, validation, history);
            plan.OnStep?.Invoke(progress);
            if (validated)
                plan.OnValidated?.Invoke(progress);
        }

        return End(TrainingOutcome.Finished, string.Create(CultureInfo.InvariantCulture, $"Trained for {step:N0} steps in {clock.Elapsed.TotalSeconds:F1} s."));

        TrainingResult End(TrainingOutcome outcome, string message)
        {
            if (outcome == TrainingOutcome.Interrupted && plan.Checkpoints is { } checkpoints)
                Checkpoint.Save(checkpoints, step, model, optimizer, history);
            return new TrainingResult(outcome, message, step, clock.Elapsed, history);
        }
    }

    /// <summary>Penalty and clipping, before the weights move; returns the global norm before clipping.</summary>
    private static double Guard((string Name, Parameter Weight)[] weights, TrainingPlan plan)
    {
        var all = weights.Select(weight => weight.Weight);
        if (plan.L2 > 0)
        {
            using var quiet = no_grad();
            foreach (var weight in all)
                weight.grad?.add_(weight, plan.L2);
        }

        var norm = plan.ClipNorm is { } largest ? Clipping.ByNorm(all, largest).Norm : Clipping.GlobalNorm(all);
        if (plan.ClipValue is { } bound && double.IsFinite(norm))
            Clipping.ByValue(all, bound);
        return norm;
    }

    private static Measured Validate(nn.Module model, Func<Measured> validate, History history, double position)
    {
        model.eval();
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var measured = validate();
        model.train();
        history.Add("validation loss", position, measured.Loss);
        if (measured.Accuracy is { } accuracy)
            history.Add("validation accuracy", position, accuracy);
        foreach (var (name, value) in measured.More ?? new Dictionary<string, double>())
            history.Add($"validation {name}", position, value);
        return measured;
    }

    private static string Diverged(long step, double loss, (string Name, Parameter Weight)[] weights)
    {
        using var scope = NewDisposeScope();
        using var quiet = no_grad();
        var first = weights.FirstOrDefault(weight => weight.Weight.grad is { } gradient && !gradient.isfinite().all().item<bool>()).Name;
        var what = double.IsFinite(loss)
            ? $"the gradient of {first ?? "all weights together"} is not finite"
            : $"the loss is {(double.IsNaN(loss) ? "not a number" : "infinite")}{(first is null ? "" : $", and so is the gradient of {first}")}";
        return $"Stopped at step {step:N0}: {what}. The weights are as they were before that step; lower the learning rate, or set ClipNorm.";
    }
}
