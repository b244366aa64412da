using Microsoft.DotNet.Interactive.Commands;

namespace RnnNotebooks.Engine;

/// <summary>Facts about commands that hosts and the engine share.</summary>
public static class CommandKinds
{
    /// <summary>The cell (or other command of a host) that a command is a part of; itself where it is no part.</summary>
    public static KernelCommand Root(this KernelCommand command)
    {
        while (command.Parent is { } parent)
        {
            command = parent;
        }

        return command;
    }

    /// <summary>Whether a command is answered while a cell runs instead of waiting its turn.</summary>
    internal static bool IsAnsweredAtOnce(KernelCommand command) =>
        command is LanguageServiceCommand or RequestDiagnostics or RequestKernelInfo or Cancel or Quit or RequestInput;
}
