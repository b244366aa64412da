using System.Text;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace RnnNotebooks.Engine;

/// <summary>
/// Sends what a cell prints to that cell's events, and leaves the host's own printing alone. Which cell it is comes from the
/// ambient context, so threads and tasks that a cell starts print into that cell.
/// </summary>
public static class ConsoleCapture
{
    private static readonly Lock s_gate = new();
    private static bool s_installed;

    /// <summary>The process's own standard output.</summary>
    public static TextWriter HostOut { get; private set; } = Console.Out;

    /// <summary>The process's own standard error.</summary>
    public static TextWriter HostError { get; private set; } = Console.Error;

    /// <summary>Puts the capture in place; a second call changes nothing.</summary>
    public static void Install()
    {
        lock (s_gate)
        {
            if (s_installed)
            {
                return;
            }

            HostOut = Console.Out;
            HostError = Console.Error;
            Console.SetOut(new CapturingWriter(HostOut, isError: false));
            Console.SetError(new CapturingWriter(HostError, isError: true));
            Console.SetIn(new AskingReader(Console.In));
            s_installed = true;
        }
    }

    /// <summary>Console.ReadLine in a cell asks the person at the front end.</summary>
    private sealed class AskingReader(TextReader host) : TextReader
    {
        public override string? ReadLine() =>
            KernelInvocationContext.Current is null ? host.ReadLine() : Inputs.AskAsync(new RequestInput("")).GetAwaiter().GetResult();

        public override int Read() => host.Read();

        public override int Peek() => host.Peek();
    }

    private sealed class CapturingWriter(TextWriter host, bool isError) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void WriteLine(string? value) => Write(value + CoreNewLineText);

        public override void Write(string? value)
        {
            if (string.IsNullOrEmpty(value))
            {
                return;
            }

            if (KernelInvocationContext.Current is not { } context)
            {
                host.Write(value);
                return;
            }

            // An abort waits for the end of a finally block: no text is lost and no lock stays taken.
            try
            {
            }
            finally
            {
                context.Output.Write(value, isError);
            }
        }

        public override void Flush()
        {
            if (KernelInvocationContext.Current is { } context)
            {
                context.Output.Flush();
            }
            else
            {
                host.Flush();
            }
        }

        private string CoreNewLineText => new(CoreNewLine);
    }
}
