using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace TorchBenchmarks;

/// <summary>Runs steps of a case and says how many microseconds one took: here, or in another process that speaks the same lines.</summary>
internal interface ISide : IDisposable
{
    double Measure(string name, int steps);
}

internal sealed partial class OurSide(bool cpu) : ISide
{
    private readonly Dictionary<string, Action> cases = Cases.Build();

    public double Measure(string name, int steps)
    {
        Action step = cases[name];
        double start = Microseconds();
        for (int i = 0; i < steps; i++) step();
        return (Microseconds() - start) / steps;
    }

    private unsafe double Microseconds()
    {
        const int ProcessTime = 2;
        if (!cpu) return Stopwatch.GetElapsedTime(0).TotalMicroseconds;
        long* secondsAndNanoseconds = stackalloc long[2];
        _ = clock_gettime(ProcessTime, secondsAndNanoseconds);
        return (secondsAndNanoseconds[0] * 1e6) + (secondsAndNanoseconds[1] * 1e-3);
    }

    [LibraryImport("libc")]
    private static unsafe partial int clock_gettime(int clock, long* secondsAndNanoseconds);

    public void Dispose() => cases.Clear();
}

internal sealed class OtherProcess : ISide
{
    private readonly Process process;

    internal OtherProcess(string file, params string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{file} does not start");
        if (process.StandardOutput.ReadLine() != "ready") throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} does not answer");
    }

    public double Measure(string name, int steps)
    {
        process.StandardInput.WriteLine($"{name} {steps}");
        process.StandardInput.Flush();
        string answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the other side ended");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
