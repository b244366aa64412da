using System.Runtime.CompilerServices;

namespace RnnNotebooks.Engine;

/// <summary>Called by cells' recursive functions: an overflow of the stack would end the process, this ends the cell.</summary>
public static class StackGuard
{
    /// <summary>Does nothing while there is stack left.</summary>
    /// <exception cref="InsufficientExecutionStackException">Hardly any stack is left.</exception>
    public static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new InsufficientExecutionStackException(
                "The stack is full: a function keeps calling itself. Look for the case in which it should stop.");
        }
    }

    /// <summary>The same where an expression is needed; always true.</summary>
    public static bool IsSafe()
    {
        Check();
        return true;
    }
}
