using System.Globalization;
using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnNotebooks.Training;

/// <summary>
/// Everything that training needs to go on as if it had never stopped: weights, the optimizer's state, torch's random numbers, the step
/// and the history. Batches need nothing, since they depend on their number only. One file each, written beside and renamed.
/// <para>Taught in notebooks/03-training-on-mnist-rows.ipynb</para>
/// </summary>
public static class Checkpoint
{
    private const string Magic = "rnn-notebooks checkpoint 1";
    private const string Ending = ".checkpoint";

    /// <summary>The checkpoints of a folder, the oldest first.</summary>
    /// <param name="folder">The folder; it may be missing.</param>
    public static IReadOnlyList<string> In(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "step-*" + Ending).Order(StringComparer.Ordinal)] : [];

    /// <summary>Saves, and deletes the oldest files beyond what the plan keeps.</summary>
    /// <param name="plan">Where to, and how many to keep.</param>
    /// <param name="step">Steps done.</param>
    /// <param name="model">What learns.</param>
    /// <param name="optimizer">What moves it.</param>
    /// <param name="history">What was measured.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(CheckpointPlan plan, long step, nn.Module model, optim.Optimizer optimizer, History history)
    {
        Directory.CreateDirectory(plan.Folder);
        var path = Path.Combine(plan.Folder, string.Create(CultureInfo.InvariantCulture, $"step-{step:D10}{Ending}"));
        var unfinished = path + ".part";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
        {
            using var scope = NewDisposeScope();
            writer.Write(Magic);
            writer.Write(step);
            writer.Write(JsonSerializer.Serialize(history.Names.Select(name => new SavedCurve(name, history[name].X, history[name].Y))));
            var random = get_rng_state().bytes.ToArray();
            writer.Write(random.Length);
            writer.Write(random);
            model.save(writer);
            Saveable(optimizer).save_state_dict(writer);
        }

        File.Move(unfinished, path, overwrite: true);
        var files = In(plan.Folder);
        foreach (var old in files.Take(Math.Max(0, files.Count - Math.Max(1, plan.Keep))))
            File.Delete(old);
    }

    /// <summary>Goes on from the newest checkpoint of a folder, if there is one.</summary>
    /// <param name="folder">The folder; it may be missing.</param>
    /// <param name="model">Gets its weights back.</param>
    /// <param name="optimizer">Gets its state back.</param>
    /// <param name="history">Gets its curves back.</param>
    /// <returns>Steps done; 0 without a checkpoint.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or of another model.</exception>
    public static long Resume(string folder, nn.Module model, optim.Optimizer optimizer, History history) =>
        In(folder) is [.., var newest] ? Load(newest, model, optimizer, history) : 0;

    /// <summary>Reads one checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">Gets its weights back.</param>
    /// <param name="optimizer">Gets its state back.</param>
    /// <param name="history">Gets its curves back.</param>
    /// <returns>Steps done.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or of another model.</exception>
    public static long Load(string path, nn.Module model, optim.Optimizer optimizer, History history)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            using var scope = NewDisposeScope();
            if (reader.ReadString() != Magic)
                throw new FormatException("it does not begin as a checkpoint does");
            var step = reader.ReadInt64();
            foreach (var curve in JsonSerializer.Deserialize<SavedCurve[]>(reader.ReadString())!)
                foreach (var (x, y) in curve.X.Zip(curve.Y))
                    history.Add(curve.Name, x, y);
            var random = reader.ReadBytes(reader.ReadInt32());
            model.load(reader);
            Saveable(optimizer).load_state_dict(reader);
            set_rng_state(tensor(random));
            return step;
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException or FormatException or ArgumentException or JsonException or InvalidOperationException or System.Runtime.InteropServices.ExternalException)
        {
            throw new InvalidDataException($"'{path}' is damaged or belongs to another model ({error.Message.Split('\n')[0]}); delete it, or build the model it was saved from.", error);
        }
    }

    private static OptimizerHelper Saveable(optim.Optimizer optimizer) => optimizer as OptimizerHelper
        ?? throw new ArgumentException($"{optimizer.GetType().Name} cannot save its state; use SGD, Adam or another optimizer of torch.optim.", nameof(optimizer));

    private sealed record SavedCurve(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
}
