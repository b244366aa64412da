using RnnNotebooks.Cells;
using RnnNotebooks.Data;
using RnnNotebooks.Training;
using static TorchSharp.torch;

namespace RnnNotebooks.Tests.Training;

public sealed class TrainerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_network_learns_to_tell_two_digits_apart()
    {
        var set = Two();
        var (model, optimizer) = Build(0.003);
        var before = Evaluation.Of(model.call, set).Loss;
        var result = Trainer.Fit(model, optimizer, set.Batches(20, 1), Objective(model), new TrainingPlan { Epochs = 4 }, () => Evaluation.Of(model.call, set));
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        var after = Evaluation.Of(model.call, set);
        Assert.True(after.Loss < before / 2, $"{before} before, {after.Loss} after");
        Assert.InRange(after.Accuracy, 0.9, 1); // by chance it would be a half
        Assert.Equal(4, result.History["validation loss"].X.Count);
        Assert.Equal([1, 2, 3, 4], result.History["validation accuracy"].X);
        Assert.Equal(after.Accuracy, result.History["validation accuracy"].Last, 1e-6);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        double[][] losses = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            var (model, optimizer) = Build(0.01, dropout: 0.3);
            var result = Trainer.Fit(model, optimizer, Two().Batches(20, 1), Objective(model), new TrainingPlan { Epochs = 2, Seed = 5 });
            return result.History["training loss"].Y.ToArray();
        })];
        Assert.Equal(losses[0], losses[1]);
    }

    [Fact]
    public void Training_resumed_from_a_checkpoint_gives_the_numbers_it_would_have_had()
    {
        var plan = new TrainingPlan { Epochs = 3, Seed = 5, LearningRate = Schedules.Cosine(0.01, 0.001, 30), ValidateEvery = 0.5 };
        var (whole, first) = Build(0.01, dropout: 0.3);
        var expected = Trainer.Fit(whole, first, Two().Batches(20, 1), Objective(whole), plan, () => Evaluation.Of(whole.call, Two()));

        using var stop = new CancellationTokenSource();
        var (model, optimizer) = Build(0.01, dropout: 0.3);
        var saving = plan with
        {
            Checkpoints = new CheckpointPlan(_folder.FullName, EverySteps: 4),
            Stopping = stop.Token,
            OnStep = progress => { if (progress.Step == 13) stop.Cancel(); },
        };
        var interrupted = Trainer.Fit(model, optimizer, Two().Batches(20, 1), Objective(model), saving, () => Evaluation.Of(model.call, Two()));
        Assert.Equal(TrainingOutcome.Interrupted, interrupted.Outcome);

        manual_seed(99);
        var (fresh, freshOptimizer) = Build(0.01, dropout: 0.3, seed: 77);
        var resumed = Trainer.Fit(fresh, freshOptimizer, Two().Batches(20, 1), Objective(fresh), saving with { Stopping = CancellationToken.None, OnStep = null, Seed = null }, () => Evaluation.Of(fresh.call, Two()));
        Assert.Equal(expected.Steps, resumed.Steps);
        Assert.Equal(expected.History["validation loss"].Y, resumed.History["validation loss"].Y);
        foreach (var ((name, weight), (_, other)) in whole.named_parameters().Zip(fresh.named_parameters()))
            Assert.True(weight.equal(other).all().item<bool>(), name);
    }

    [Fact]
    public void Only_the_newest_checkpoints_are_kept()
    {
        var (model, optimizer) = Build(0.01);
        var plan = new TrainingPlan { Epochs = 1, Checkpoints = new CheckpointPlan(_folder.FullName, EverySteps: 2, Keep: 3) };
        Trainer.Fit(model, optimizer, Two().Batches(20, 1), Objective(model), plan);
        Assert.Equal(["step-0000000006", "step-0000000008", "step-0000000010"], Checkpoint.In(_folder.FullName).Select(path => Path.GetFileNameWithoutExtension(path)));
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused_by_name()
    {
        var (model, optimizer) = Build(0.01);
        Checkpoint.Save(new CheckpointPlan(_folder.FullName), 7, model, optimizer, new History());
        var path = Assert.Single(Checkpoint.In(_folder.FullName));
        var content = File.ReadAllBytes(path);
        foreach (var length in (int[])[0, 10, 60, content.Length / 2])
        {
            File.WriteAllBytes(path, content[..length]);
            Assert.Contains("step-0000000007", Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path, model, optimizer, new History())).Message);
        }
    }

    [Fact]
    public void A_checkpoint_of_another_model_is_refused()
    {
        var (model, optimizer) = Build(0.01);
        Checkpoint.Save(new CheckpointPlan(_folder.FullName), 7, model, optimizer, new History());
        var other = new SequenceClassifier(new BasicLstm(28, 9), 10);
        Assert.Throws<InvalidDataException>(() => Checkpoint.Resume(_folder.FullName, other, optim.Adam(other.parameters()), new History()));
    }

    [Fact]
    public void Stopping_keeps_the_model_and_says_where()
    {
        using var stop = new CancellationTokenSource();
        var (model, optimizer) = Build(0.01);
        var plan = new TrainingPlan { Epochs = 5, Stopping = stop.Token, OnStep = progress => { if (progress.Step == 3) stop.Cancel(); } };
        var result = Trainer.Fit(model, optimizer, Two().Batches(20, 1), Objective(model), plan);
        Assert.Equal(TrainingOutcome.Interrupted, result.Outcome);
        Assert.Equal("Stopped after 3 of 50 steps; the model keeps what it has learned.", result.Message);
        Assert.Equal(3, result.Steps);
    }

    [Fact]
    public void A_run_that_blows_up_stops_before_it_spoils_the_weights_and_names_step_and_parameter()
    {
        var (model, optimizer) = Build(0.01);
        var calls = 0;
        var result = Trainer.Fit(model, optimizer, Two().Batches(20, 1), batch => nn.functional.cross_entropy(model.call(batch.Images), batch.Labels) * (++calls == 4 ? float.NaN : 1), new TrainingPlan { Epochs = 1 });
        Assert.Equal(TrainingOutcome.Diverged, result.Outcome);
        Assert.Equal(3, result.Steps);
        Assert.StartsWith("Stopped at step 4: the loss is not a number, and so is the gradient of cell.Wx.", result.Message);
        Assert.All(model.parameters(), weight => Assert.True(weight.isfinite().all().item<bool>()));
    }

    [Fact]
    public void Clipping_bounds_the_step_and_a_penalty_pulls_the_weights_in()
    {
        var (model, optimizer) = Build(0);
        using var start = model.parameters().First().detach().clone();
        var sgd = optim.SGD(model.parameters(), 1.0);
        Trainer.Fit(model, sgd, Two().Batches(20, 1), Objective(model), new TrainingPlan { Samples = 20, ClipNorm = 1e-3 });
        using var moved = model.parameters().First() - start;
        Assert.InRange(moved.norm().item<float>(), 1e-9f, 1.001e-3f);

        var (other, _) = Build(0);
        using var before = other.parameters().First().detach().clone();
        Trainer.Fit(other, optim.SGD(other.parameters(), 0.1), Two().Batches(20, 1), batch => other.call(batch.Images).sum() * 0, new TrainingPlan { Samples = 20, L2 = 0.5 });
        using var expected = before * 0.95;
        Assert.True(other.parameters().First().allclose(expected));
    }

    [Fact]
    public void A_schedule_sets_the_learning_rate_of_each_step()
    {
        var (model, optimizer) = Build(0.5);
        var rates = new List<double>();
        Trainer.Fit(model, optimizer, Two().Batches(20, 1), Objective(model), new TrainingPlan { Samples = 80, LearningRate = Schedules.Steps(0.1, 0.5, 2), OnStep = progress => rates.Add(progress.LearningRate) });
        Assert.Equal([0.1, 0.1, 0.05, 0.05], rates);
        Assert.Equal(0.01, Schedules.Cosine(0.1, 0.01, 100)(500), 1e-12);
        Assert.Equal(0.055, Schedules.Cosine(0.1, 0.01, 100)(50), 1e-12);
        Assert.Equal(0.025, Schedules.WarmUp(4, _ => 0.1)(0), 1e-12);
    }

    [Fact]
    public void An_epoch_of_training_leaves_no_tensor_behind()
    {
        var (model, optimizer) = Build(0.01);
        var batches = Two().Batches(20, 1);
        Trainer.Fit(model, optimizer, batches, Objective(model), new TrainingPlan { Epochs = 1 });
        using var scope = NewDisposeScope();
        Trainer.Fit(model, optimizer, batches, Objective(model), new TrainingPlan { Epochs = 1 }, () => Evaluation.Of(model.call, Two()));
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void A_plan_must_say_how_long_and_only_once()
    {
        var (model, optimizer) = Build(0.01);
        Assert.Throws<ArgumentException>(() => Trainer.Fit(model, optimizer, Two().Batches(20, 1), Objective(model), new TrainingPlan()));
        Assert.Throws<ArgumentException>(() => Trainer.Fit(model, optimizer, Two().Batches(20, 1), Objective(model), new TrainingPlan { Epochs = 1, Samples = 1 }));
        var endless = Assert.Throws<ArgumentException>(() => Trainer.Fit(model, optimizer, new SpelledDigits(16, 1), _ => zeros(1), new TrainingPlan { Epochs = 1 }));
        Assert.Contains("set Samples", endless.Message);
    }

    [Fact]
    public void Progress_reads_as_the_tutorials_epoch_line()
    {
        var progress = new TrainingProgress(366, 3660, 54_900, 1, 0.27522, 0.913333, 1, 0.001, TimeSpan.FromSeconds(2), new Measured(0.244868, 0.931), new History());
        Assert.Equal("1\tTraining loss: 0.275220\tTraining acc: 0.913333\tValidation loss: 0.244868\tAccuracy: 93.10%", progress.ToString());
    }

    /// <summary>Zeros and ones, small enough to train on in a second.</summary>
    private static ImageSet Two()
    {
        var all = Mnist.Embedded();
        int[] chosen = [.. Enumerable.Range(0, all.Count).Where(i => all.Label(i) < 2).Take(200)];
        return new ImageSet(
            chosen.SelectMany(i => all.Pixels(i).ToArray()).ToArray(), chosen.Select(i => (byte)all.Label(i)).ToArray(), 28, 28, all.ClassNames, "zeros and ones");
    }

    private static (SequenceClassifier Model, optim.Optimizer Optimizer) Build(double rate, double dropout = 0, int seed = 1)
    {
        manual_seed(seed);
        // from Glorot's numbers 16 units forget the digit over its last, blank rows
        RecurrentCell cell = new BasicRnn(28, 16, Initialization.Orthogonal);
        var model = new SequenceClassifier(dropout > 0 ? new DropoutCell(cell, output: dropout) : cell, 10);
        return (model, optim.Adam(model.parameters(), rate));
    }

    private static Func<ImageBatch, Objective> Objective(SequenceClassifier model) => batch =>
    {
        var logits = model.call(batch.Images);
        return (nn.functional.cross_entropy(logits, batch.Labels), Metrics.Accuracy(logits, batch.Labels));
    };
}
