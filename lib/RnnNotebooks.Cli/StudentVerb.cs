using System.CommandLine;
using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn student</c>: makes the lessons that students open from the teacher's, which hold the answers.</summary>
public static class StudentVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("lesson") { Description = "Lessons by name or its beginning, such as 04 (default: all).", Arity = ArgumentArity.ZeroOrMore };
        var from = new Option<string?>("--from") { Description = "The folder of the teacher's notebooks (default: the course's solutions)." };
        var to = new Option<string?>("--to") { Description = "The folder of the students' notebooks (default: the course's lessons)." };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail if a student's notebook or its .dib twin is stale. Outputs do not count." };
        var clear = new Option<bool>("--clear-outputs") { Description = "Keep no outputs, not even where the code is the same as before." };
        var verb = new Command("student", "Make the students' notebooks from the teacher's: answers and hidden tests out, stubs in.") { names, from, to, check, clear };
        verb.SetAction(parsed =>
        {
            var students = parsed.GetValue(to) ?? Repository.Notebooks;
            var solutions = Choose(parsed.GetValue(from) ?? Path.Combine(students, "solutions"), parsed.GetValue(names) ?? []);
            return NotebookErrors.Explain(() => parsed.GetValue(check) ? Check(solutions, students) : Make(solutions, students, !parsed.GetValue(clear)));
        });
        return verb;
    }

    private static int Make(List<string> solutions, string students, bool keepOutputs)
    {
        var pairs = new NotebookPairs(students, Path.Combine(students, "dib"));
        foreach (var solution in solutions)
        {
            var path = Path.Combine(students, Path.GetFileName(solution));
            var notebook = StudentNotebook.Make(solution, path, keepOutputs);
            var same = File.Exists(path) && File.ReadAllText(path) == notebook.ToJson();
            if (!same)
            {
                notebook.Save(path);
            }

            var name = Path.GetFileNameWithoutExtension(path);
            if (pairs.Compare(name) == SyncState.Equal)
            {
                pairs.Sync(name);
            }
            else
            {
                pairs.WriteDib(name);
            }

            Console.WriteLine($"{path} {(same ? "unchanged" : "written")}");
        }

        return ExitCodes.Success;
    }

    private static int Check(List<string> solutions, string students)
    {
        var pairs = new NotebookPairs(students, Path.Combine(students, "dib"));
        var stale = new List<string>();
        foreach (var solution in solutions)
        {
            var path = Path.Combine(students, Path.GetFileName(solution));
            var name = Path.GetFileNameWithoutExtension(path);
            if (!StudentNotebook.IsCurrent(solution, path))
            {
                stale.Add(path);
            }
            else if (pairs.Compare(name) != SyncState.Equal)
            {
                stale.Add(pairs.DibPath(name));
            }
        }

        if (stale.Count > 0)
        {
            throw new UserException(ExitCodes.Failed, $"stale: {string.Join(", ", stale)}; `rnn student` makes them anew.");
        }

        Console.WriteLine($"{solutions.Count} lessons and their .dib twins are current");
        return ExitCodes.Success;
    }

    private static List<string> Choose(string folder, string[] names)
    {
        if (!Directory.Exists(folder))
        {
            throw new UserException(ExitCodes.NotFound, $"the folder {folder} does not exist; --from names another.");
        }

        var all = Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).ToList();
        var unknown = names.FirstOrDefault(name => !all.Any(path => IsNamed(path, name)));
        return unknown is null
            ? [.. all.Where(path => names.Length == 0 || names.Any(name => IsNamed(path, name)))]
            : throw new UserException(ExitCodes.NotFound, $"no lesson in {folder} is named {unknown}.");
    }

    private static bool IsNamed(string path, string name) =>
        Path.GetFileName(path).StartsWith(Path.GetFileName(name), StringComparison.Ordinal);
}
