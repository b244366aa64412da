using System.Collections;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive;

/// <summary>Several kernels under one roof: a command goes to the one it names, or to the default one.</summary>
public class CompositeKernel : Kernel, IEnumerable<Kernel>
{
    private readonly Dictionary<Type, string> _defaultTargets = [];

    public CompositeKernel(string? name = null)
        : base(name ?? ".NET")
    {
        KernelInfo.IsComposite = true;
        ChildKernels = new KernelCollection(this);
        RegisterCommandHandler<Cancel>((_, _) =>
        {
            Running.Cancel();
            return Task.CompletedTask;
        });
        RegisterCommandHandler<Quit>((_, context) =>
        {
            Running.Cancel();
            context.OnComplete(_ => Dispose());
            return Task.CompletedTask;
        });
        RegisterCommandHandler<DisplayValue>((command, context) =>
        {
            context.Publish(new DisplayedValueProduced(null, command, [command.FormattedValue], command.ValueId));
            return Task.CompletedTask;
        });
        RegisterCommandHandler<UpdateDisplayedValue>((command, context) =>
        {
            context.Publish(new DisplayedValueUpdated(null, command.ValueId, command, [command.FormattedValue]));
            return Task.CompletedTask;
        });
        RegisterCommandHandler<DisplayError>((command, context) =>
        {
            context.Publish(new ErrorProduced(command.Message, command));
            return Task.CompletedTask;
        });
        RegisterCommandHandler<ImportDocument>((command, context) => Imports.RunAsync(command, this, context));
        RegisterCommandHandler<RequestKernelInfo>(async (command, context) =>
        {
            context.Publish(new KernelInfoProduced(KernelInfo, command));
            foreach (var child in ChildKernels)
            {
                await child.HandleAsync(command, context).ConfigureAwait(false);
            }
        });
    }

    public KernelCollection ChildKernels { get; }

    /// <summary>The kernel for commands that name none.</summary>
    public string? DefaultKernelName { get; set; }

    public void Add(Kernel kernel, IEnumerable<string>? aliases = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        if (kernel.ParentKernel is not null)
        {
            throw new InvalidOperationException($"The kernel \"{kernel.Name}\" is already in {kernel.ParentKernel.Name}.");
        }

        string[] names = [.. kernel.KernelInfo.Aliases.Union(aliases ?? [])];
        foreach (string name in names.Prepend(kernel.Name))
        {
            if (ChildKernels.TryGetByAlias(name, out _))
            {
                throw new ArgumentException($"There is already a kernel named \"{name}\".", nameof(kernel));
            }
        }

        kernel.KernelInfo.Aliases = names;
        kernel.ParentKernel = this;
        ChildKernels.Add(kernel);
        RegisterForDisposal(kernel);
    }

    public void SetDefaultTargetKernelNameForCommand(Type commandType, string kernelName) => _defaultTargets[commandType] = kernelName;

    public IEnumerator<Kernel> GetEnumerator() => ChildKernels.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override Kernel? Route(KernelCommand command)
    {
        string? name = command.TargetKernelName;
        if (name is null && _defaultTargets.TryGetValue(command.GetType(), out string? target))
        {
            name = target;
        }

        if (name is not null)
        {
            return Answers(name) ? this : ChildKernels.TryGetByAlias(name, out var named) ? named.Route(command) : null;
        }

        if (SupportsCommandType(command.GetType()))
        {
            return this;
        }

        return DefaultKernelName is { } byDefault && ChildKernels.TryGetByAlias(byDefault, out var child) ? child
            : ChildKernels.Count == 1 ? ChildKernels.First()
            : null;
    }
}
