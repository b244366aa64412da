using System.CommandLine;
using RnnNotebooks.Documents;

namespace RnnNotebooks.Cli;

/// <summary><c>rnn convert</c>: a notebook from .ipynb to .dib or back.</summary>
public static class ConvertVerb
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var from = new Argument<string>("from") { Description = "The notebook to read: .ipynb or .dib, or a script such as .csx." };
        var to = new Argument<string>("to") { Description = "The file to write: .ipynb or .dib." };
        var force = new Option<bool>("--force") { Description = "Replace the file to write if it exists." };
        var verb = new Command("convert", "Convert a notebook between .ipynb and .dib. A .dib file holds no outputs.") { from, to, force };
        verb.SetAction(parsed => NotebookErrors.Explain(() => Convert(parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(force))));
        return verb;
    }

    private static int Convert(string from, string to, bool force)
    {
        if (File.Exists(to) && !force)
        {
            throw new UserException(ExitCodes.CannotWrite, $"{to} exists; give --force to replace it.");
        }

        NotebookConversion.Convert(from, to);
        Console.WriteLine($"{to} written");
        return ExitCodes.Success;
    }
}
