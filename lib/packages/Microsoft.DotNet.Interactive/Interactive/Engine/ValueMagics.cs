using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.ValueSharing;

namespace RnnNotebooks.Engine;

/// <summary>Variables: listing them, and carrying values from one kernel to another.</summary>
internal static class ValueMagics
{
    public static async Task WhoAsync(MagicCall call)
    {
        var infos = await InfosAsync(call.Kernel).ConfigureAwait(false);
        call.Context.DisplayAs(infos.Count == 0 ? "No variables yet." : string.Join('\n', infos.Select(info => info.Name)), "text/plain");
    }

    public static async Task WhosAsync(MagicCall call)
    {
        var infos = await InfosAsync(call.Kernel).ConfigureAwait(false);
        var rows = infos.Select(info => (info.Name, Type: info.TypeName ?? "", Value: info.FormattedValue.Value.ReplaceLineEndings(" ")))
            .Prepend((Name: "Variable", Type: "Type", Value: "Value"))
            .ToArray();
        int name = rows.Max(row => row.Name.Length);
        int type = rows.Max(row => row.Type.Length);
        string text = string.Join('\n', rows.Select(row => $"{row.Name.PadRight(name)}  {row.Type.PadRight(type)}  {row.Value}"));
        string html = $"<table><thead><tr><th>Variable</th><th>Type</th><th>Value</th></tr></thead><tbody>{string.Concat(rows.Skip(1).Select(Row))}</tbody></table>";
        var values = new FormattedValue[] { new("text/html", html), new("text/plain", text) };
        call.Context.Publish(new DisplayedValueProduced(null, call.Context.Command, values));

        static string Row((string Name, string Type, string Value) row) =>
            $"<tr><td>{Encode(row.Name)}</td><td>{Encode(row.Type)}</td><td>{Encode(row.Value)}</td></tr>";
        static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);
    }

    public static async Task SetAsync(MagicCall call)
    {
        string name = call.Line.Required("name");
        string value = call.Line.Required("value");
        if (SharedName(value) is not { } source)
        {
            await SendAsync(call, name, value, null).ConfigureAwait(false);
            return;
        }

        var produced = await RequestAsync(call, source.Kernel, source.Name).ConfigureAwait(false);
        await SendAsync(call, name, produced.Value, produced.FormattedValue).ConfigureAwait(false);
    }

    public static async Task ShareAsync(MagicCall call)
    {
        string name = call.Line.Required("name", orFirstArgument: true);
        string from = call.Line.Required("from");
        var produced = await RequestAsync(call, from, name).ConfigureAwait(false);
        string target = call.Line.Options.GetValueOrDefault("as", name);
        await SendAsync(call, target, produced.Value, produced.FormattedValue).ConfigureAwait(false);
    }

    public static async Task StoreAsync(MagicCall call)
    {
        string name = call.Line.Required("name", orFirstArgument: true);
        if (call.Line.Options.TryGetValue("from-file", out string? path))
        {
            await StoreAsync(call, name, await ReadAsync(call, path, File.ReadAllTextAsync).ConfigureAwait(false)).ConfigureAwait(false);
        }
        else if (call.Line.Options.TryGetValue("from-value", out string? value))
        {
            await StoreAsync(call, name, value).ConfigureAwait(false);
        }
        else if (call.Root?.FindKernelByName(KeyValueStoreKernel.DefaultName) is KeyValueStoreKernel store)
        {
            if (call.Line.Options.TryGetValue("from-url", out string? address))
            {
                await StoreAsync(call, name, await ReadAsync(call, address, store.FetchAsync).ConfigureAwait(false)).ConfigureAwait(false);
                return;
            }

            store.NameNextSubmission(name, call.Line.Options.GetValueOrDefault("mime-type", "text/plain"));
        }
    }

    private static async Task StoreAsync(MagicCall call, string name, string text)
    {
        var formatted = new FormattedValue(call.Line.Options.GetValueOrDefault("mime-type", "text/plain"), text);
        var command = new SendValue(name, text, formatted, KeyValueStoreKernel.DefaultName);
        await RunAsync(call, command).ConfigureAwait(false);
    }

    private static async Task<string> ReadAsync(MagicCall call, string source, Func<string, CancellationToken, Task<string>> read)
    {
        try
        {
            return await read(source, call.Context.StopToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or HttpRequestException or UriFormatException or InvalidOperationException)
        {
            throw new MagicException($"{call.Line.Name}: {source} cannot be read. {exception.Message}");
        }
    }

    private static async Task<IReadOnlyCollection<KernelValueInfo>> InfosAsync(Kernel kernel)
    {
        var result = await kernel.SendAsync(new RequestValueInfos(kernel.Name)).ConfigureAwait(false);
        return result.Events.OfType<ValueInfosProduced>().LastOrDefault()?.ValueInfos ?? [];
    }

    private static (string Kernel, string Name)? SharedName(string value)
    {
        int colon = value.IndexOf(':');
        return value.StartsWith('@') && colon > 1 ? (value[1..colon], value[(colon + 1)..]) : null;
    }

    private static async Task<ValueProduced> RequestAsync(MagicCall call, string kernelName, string name)
    {
        if (call.Root?.FindKernelByName(kernelName) is not { } source)
        {
            throw new MagicException($"{call.Line.Name}: there is no kernel named \"{kernelName}\". #!lsmagic lists the kernels.");
        }

        var result = await source.SendAsync(new RequestValue(name, targetKernelName: source.Name)).ConfigureAwait(false);
        return result.Events.OfType<ValueProduced>().LastOrDefault()
            ?? throw new MagicException($"{call.Line.Name}: the kernel \"{kernelName}\" has no value named \"{name}\".");
    }

    private static Task SendAsync(MagicCall call, string name, object? value, FormattedValue? formatted) =>
        RunAsync(call, new SendValue(name, value, formatted, call.Kernel.Name));

    private static async Task RunAsync(MagicCall call, SendValue command)
    {
        var result = await call.Kernel.RootKernel.SendAsync(command).ConfigureAwait(false);
        if (result.Events.OfType<CommandFailed>().LastOrDefault() is { } failed)
        {
            throw new MagicException($"{call.Line.Name}: {failed.Message}");
        }
    }
}
