namespace RnnNotebooks.Training;

/// <summary>Means over the steps between two points of a curve: single batches jump too much to be read.</summary>
internal sealed class RunningMean(History history, long stepsPerPoint)
{
    private readonly Dictionary<string, (double Sum, long Count)> _sums = [];
    private long _steps;

    public void Add(
        double position, double loss, double? accuracy, double norm, double rate, IReadOnlyDictionary<string, double>? more, bool flush)
    {
        Sum("training loss", loss);
        if (accuracy is { } share)
            Sum("training accuracy", share);
        foreach (var (name, value) in more ?? new Dictionary<string, double>())
            Sum($"training {name}", value);
        Sum("gradient norm", norm);
        if (++_steps % stepsPerPoint != 0 && !flush)
            return;
        foreach (var (name, (sum, count)) in _sums)
            history.Add(name, position, sum / count);
        history.Add("learning rate", position, rate);
        _sums.Clear();
        _steps = 0;
    }

    private void Sum(string name, double value)
    {
        var (sum, count) = _sums.GetValueOrDefault(name);
        _sums[name] = (sum + value, count + 1);
    }
}
