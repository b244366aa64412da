using System.Diagnostics.CodeAnalysis;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;
using RnnNotebooks.Engine;

namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>Runs C# cells, each on the state that the cells before it left.</summary>
public partial class CSharpKernel :
    Kernel,
    IKernelCommandHandler<SubmitCode>,
    IKernelCommandHandler<SendValue>,
    IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<RequestValueInfos>
{
    internal const string DefaultName = "csharp";

    private readonly ScriptSession _session = new();
    private readonly CellRunner _runner = new();

    public CSharpKernel()
        : this(DefaultName)
    {
    }

    public CSharpKernel(string name)
        : base(name, "C#", "14.0")
    {
        KernelInfo.DisplayName = $"{name} - C# Script";
        KernelInfo.Aliases = ["c#", "C#"];
        RegisterForDisposal(_runner);
        _session.References.LoadContext.Changed += TellOfStaleFile;
        _session.PrepareNext();
    }

    public void AddAssemblyReferences(IEnumerable<string> assemblyPaths) => _session.References.AddFiles(assemblyPaths);

    /// <summary>Declares a variable with this value, of the value's type or a public base of it.</summary>
    public Task SetValueAsync(string name, object? value, Type? declaredType) =>
        _session.SetVariableAsync(name, value, declaredType ?? value?.GetType() ?? typeof(object));

    public bool TryGetValue<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        if (_session.FindVariable(name) is { } variable && variable.Value is T or null)
        {
            value = (T)variable.Value!;
            return true;
        }

        value = default;
        return false;
    }

    private static void TellOfStaleFile(string path) =>
        KernelInvocationContext.Current?.DisplayAs(
            $"{Path.GetFileName(path)} has changed since this notebook loaded it. Restart the kernel to use the new one.",
            "text/plain");

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        string name = CellNames.For(context, this);
        var (code, files) = LoadedScript.TakeFrom(command.Code, name);
        foreach (var file in files)
        {
            await AddPackagesOfAsync(file, context).ConfigureAwait(false);
            if (!await RunAsync(file.Code, file.Path, context).ConfigureAwait(false))
            {
                return;
            }
        }

        await RunAsync(code, name, context).ConfigureAwait(false);
    }

    private async Task<bool> RunAsync(string code, string path, KernelInvocationContext context)
    {
        var cell = await _session.BeginAsync(code, path, context.StopToken).ConfigureAwait(false);
        if (cell.Diagnostics.Count > 0)
        {
            context.Publish(new DiagnosticsProduced(
                cell.Diagnostics,
                [.. cell.Diagnostics.Select(diagnostic => new FormattedValue("text/plain", diagnostic.ToString()))],
                context.Command));
        }

        if (cell.Error is { } error)
        {
            context.Fail(context.Command, error, error.Message);
            return false;
        }

        try
        {
            await _runner.RunAsync(_session, cell, context).ConfigureAwait(false);
        }
        finally
        {
            _session.End(cell);
        }

        return !context.Failed;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context)
    {
        object? value = command.Value ?? SharedValues.FromFormatted(command.FormattedValue);
        return SetValueAsync(command.Name, value, value?.GetType());
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        if (_session.FindVariable(command.Name) is { } variable)
        {
            var formatted = FormattedValue.CreateSingleFromObject(variable.Value, command.MimeType);
            context.Publish(new ValueProduced(variable.Value, command.Name, formatted, command));
        }
        else
        {
            context.Fail(command, message: $"There is no variable named \"{command.Name}\".");
        }

        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        KernelValueInfo[] infos =
        [
            .. _session.Variables().Select(variable => new KernelValueInfo(
                variable.Name,
                FormattedValue.CreateSingleFromObject(variable.Value, command.MimeType),
                variable.Type,
                variable.TypeName)),
        ];
        context.Publish(new ValueInfosProduced(infos, command));
        return Task.CompletedTask;
    }
}
