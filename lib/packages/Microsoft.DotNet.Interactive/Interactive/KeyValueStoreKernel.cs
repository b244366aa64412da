using System.Collections.Concurrent;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace Microsoft.DotNet.Interactive;

/// <summary>Keeps texts by name, for other kernels to take.</summary>
public class KeyValueStoreKernel :
    Kernel,
    IKernelCommandHandler<SubmitCode>,
    IKernelCommandHandler<SendValue>,
    IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<RequestValueInfos>
{
    internal const string DefaultName = "value";

    private readonly ConcurrentDictionary<string, FormattedValue> _values = new(StringComparer.Ordinal);
    private readonly Lazy<HttpClient> _client;
    private (string Name, string MimeType)? _next;

    public KeyValueStoreKernel(string? name = null, HttpClient? httpClient = null)
        : base(name ?? DefaultName)
    {
        _client = new Lazy<HttpClient>(() => httpClient ?? new HttpClient());
        KernelInfo.DisplayName = $"{Name} - Raw value storage";
        KernelInfo.Description = "Stores the text that follows: #!value --name n.";
    }

    public IReadOnlyDictionary<string, FormattedValue> Values => _values;

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var (name, mimeType) = _next ?? throw new InvalidOperationException("A value needs a name: begin the cell with #!value --name n.");
        _next = null;
        _values[name] = new FormattedValue(mimeType, command.Code.Trim());
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context)
    {
        _values[command.Name] = command.FormattedValue ?? new FormattedValue("text/plain", command.Value?.ToString() ?? "");
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        if (_values.TryGetValue(command.Name, out var value))
        {
            context.Publish(new ValueProduced(value.Value, command.Name, value, command));
        }
        else
        {
            context.Fail(command, message: $"There is no value named \"{command.Name}\".");
        }

        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        KernelValueInfo[] infos =
        [
            .. _values.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => new KernelValueInfo(entry.Key, entry.Value, typeof(string))),
        ];
        context.Publish(new ValueInfosProduced(infos, command));
        return Task.CompletedTask;
    }

    /// <summary>The text at an address.</summary>
    internal Task<string> FetchAsync(string address, CancellationToken cancellationToken) =>
        _client.Value.GetStringAsync(new Uri(address), cancellationToken);

    internal void NameNextSubmission(string name, string mimeType) => _next = (name, mimeType);
}
