using System.Diagnostics;
using System.Globalization;
using TorchBenchmarks;
using TorchSharp;

// dotnet run -c Release --project tests/Benchmarks/Torch [-- rounds [case] [cpu]]
// Each round times every side once, one after the other, so that a drift of the machine meets them all.
int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 9;
string here = AppContext.BaseDirectory;
string floor = BuildFloor(here);
bool cpu = args.Contains("cpu"); // processor time: what to tune by while others use the machine
int ourDefault = torch.get_num_threads();

Console.WriteLine($"Medians of {rounds} rounds, microseconds a step; ratios are medians of the rounds' ratios.");
Console.WriteLine($"{"case",-24}{"threads",8}{"ours",12}{"PyTorch",12}{"C++",12}{"ours/PyTorch",14}{"ours/C++",10}");
foreach (int threads in new[] { 1, ourDefault }.Distinct())
{
    torch.set_num_threads(threads);
    string count = threads.ToString(CultureInfo.InvariantCulture);
    using ISide ours = new OurSide(cpu), python = new OtherProcess("/usr/bin/python3", Path.Combine(here, "side.py"), count, cpu ? "cpu" : "wall"), cpp = new OtherProcess(floor, count, cpu ? "cpu" : "wall");
    ISide[] sides = [ours, python, cpp];
    foreach ((string name, int steps) in Cases.All.Where(c => args.Length < 2 || args[1] == "cpu" || c.Name.Contains(args[1], StringComparison.Ordinal)))
    {
        foreach (ISide side in sides)
        {
            for (int warm = 0; warm < 5; warm++) side.Measure(name, steps);
        }
        double[][] times = [.. sides.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < sides.Length; i++)
            {
                int which = (i + round) % sides.Length;
                times[which][round] = sides[which].Measure(name, steps);
            }
        }
        double Ratio(int other) => Median(times[0].Select((t, i) => t / times[other][i]));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-24}{threads,8}{Median(times[0]),12:F1}{Median(times[1]),12:F1}{Median(times[2]),12:F1}{Ratio(1),14:F2}{Ratio(2),10:F2}"));
    }
}
if (ourDefault == 1) Console.WriteLine("One thread is the default on this machine, so that there is one table.");
return 0;

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted[sorted.Length / 2];
}

static string BuildFloor(string folder)
{
    string build = Path.Combine(folder, "floor"), program = Path.Combine(build, "side");
    if (File.Exists(program) && File.GetLastWriteTimeUtc(program) > File.GetLastWriteTimeUtc(Path.Combine(folder, "side.cpp"))) return program;
    Console.Error.WriteLine("Building the C++ loop, once…");
    foreach (string[] arguments in new[] { new[] { "-S", folder, "-B", build }, ["--build", build] })
    {
        using Process cmake = Process.Start(new ProcessStartInfo("cmake", arguments) { RedirectStandardOutput = true })!;
        cmake.StandardOutput.ReadToEnd();
        cmake.WaitForExit();
        if (cmake.ExitCode != 0) throw new InvalidOperationException("The C++ loop does not build; is libtorch-dev installed? ./rnn setup installs it.");
    }
    return program;
}
