using System.Collections.Concurrent;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace RnnNotebooks.Engine;

/// <summary>A kernel's handlers: those registered, and those it has by implementing <see cref="IKernelCommandHandler{TCommand}"/>.</summary>
internal sealed class CommandHandlers(Kernel kernel)
{
    private readonly ConcurrentDictionary<Type, Func<KernelCommand, KernelInvocationContext, Task>?> _handlers = new();

    public void Register<TCommand>(Func<TCommand, KernelInvocationContext, Task> handler)
        where TCommand : KernelCommand => _handlers[typeof(TCommand)] = (command, context) => handler((TCommand)command, context);

    public void RegisterType(Type type) => _handlers.TryAdd(type, null);

    public bool Supports(Type type) => Find(type) is not null;

    public IEnumerable<Type> SupportedTypes() =>
        kernel.GetType().GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IKernelCommandHandler<>))
            .Select(type => type.GetGenericArguments()[0])
            .Concat(_handlers.Where(entry => entry.Value is not null).Select(entry => entry.Key))
            .Distinct()
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    public Task InvokeAsync(KernelCommand command, KernelInvocationContext context) =>
        Find(command.GetType()) is { } handler ? handler(command, context)
        : command.Handler is not null ? command.InvokeAsync(context)
        : throw new CommandNotSupportedException(command.GetType(), kernel);

    private Func<KernelCommand, KernelInvocationContext, Task>? Find(Type type)
    {
        if (_handlers.TryGetValue(type, out var known) && known is not null)
        {
            return known;
        }

        if (!typeof(IKernelCommandHandler<>).MakeGenericType(type).IsInstanceOfType(kernel))
        {
            return null;
        }

        var handler = typeof(CommandHandlers).GetMethod(nameof(Adapt), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [kernel]);
        return _handlers[type] = (Func<KernelCommand, KernelInvocationContext, Task>)handler!;
    }

    private static Func<KernelCommand, KernelInvocationContext, Task> Adapt<TCommand>(IKernelCommandHandler<TCommand> handler)
        where TCommand : KernelCommand => (command, context) => handler.HandleAsync((TCommand)command, context);
}
