using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using RnnNotebooks.Documents;
using RnnNotebooks.Engine;

namespace RnnNotebooks.Cli.Running;

/// <summary>Turns the engine's events into the outputs of the running cell: text runs together, displays are updated where they stand.</summary>
public sealed class OutputRecorder
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DisplayedSlot>> slots = [];
    private List<NotebookOutput> outputs = [];
    private int executionCount;
    private bool clearAtNext;

    /// <summary>A display that a later cell updated: which list, and where in it.</summary>
    private sealed record DisplayedSlot(List<NotebookOutput> Outputs, int Index);

    /// <summary>Starts a cell.</summary>
    public void Begin(int count)
    {
        lock (gate)
        {
            outputs = [];
            clearAtNext = false;
            executionCount = count;
        }
    }

    /// <summary>Ends the cell and returns what it put out.</summary>
    public IReadOnlyList<NotebookOutput> End(NotebookOutput? last = null)
    {
        lock (gate)
        {
            if (last is not null)
            {
                Add(last);
            }

            return outputs;
        }
    }

    /// <summary>Takes an event of the engine.</summary>
    public void OnEvent(KernelEvent happened)
    {
        lock (gate)
        {
            switch (happened)
            {
                case StandardOutputValueProduced printed:
                    Print("stdout", printed);
                    break;
                case StandardErrorValueProduced printed:
                    Print("stderr", printed);
                    break;
                case ReturnValueProduced returned:
                    Add(new ExecuteResultOutput(Bundle(returned), executionCount));
                    break;
                case DisplayedValueProduced shown:
                    Add(new DisplayDataOutput(Bundle(shown)));
                    if (shown.ValueId is { } shownId)
                    {
                        var standing = slots.TryGetValue(shownId, out var known) ? known : slots[shownId] = [];
                        standing.Add(new DisplayedSlot(outputs, outputs.Count - 1));
                    }

                    break;
                case DisplayedValueUpdated updated when updated.ValueId is { } id && slots.TryGetValue(id, out var places):
                    foreach (var place in places)
                    {
                        place.Outputs[place.Index] = new DisplayDataOutput(Bundle(updated));
                    }

                    break;
                case OutputCleared { Wait: true }:
                    clearAtNext = true;
                    break;
                case OutputCleared:
                    Clear();
                    break;
                case ErrorProduced error:
                    Append("stderr", error.Message + "\n");
                    break;
            }
        }
    }

    private void Print(string stream, DisplayEvent printed) => Append(stream, printed.FormattedValues.FirstOrDefault()?.Value ?? "");

    private void Append(string stream, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        ClearIfAsked();
        if (outputs.Count > 0 && outputs[^1] is StreamOutput before && before.Name == stream)
        {
            outputs[^1] = before with { Text = before.Text + text };
        }
        else
        {
            Add(new StreamOutput(stream, text));
        }
    }

    private void Add(NotebookOutput output)
    {
        ClearIfAsked();
        outputs.Add(output);
    }

    private void ClearIfAsked()
    {
        if (clearAtNext)
        {
            Clear();
        }
    }

    /// <summary>Forgets what the cell put out so far, and the places of its displays: an update of one that is gone changes nothing.</summary>
    private void Clear()
    {
        outputs.Clear();
        clearAtNext = false;
        foreach (var standing in slots.Values)
        {
            standing.RemoveAll(place => ReferenceEquals(place.Outputs, outputs));
        }
    }

    // Viewers without HTML, and tests, read text/plain, so it is always there.
    private static MimeBundle Bundle(DisplayEvent shown)
    {
        var bundle = new MimeBundle();
        foreach (var form in shown.FormattedValues)
        {
            bundle.Add(form.MimeType.Split(';')[0].Trim(), form.Value);
        }

        if (bundle["text/plain"] is null)
        {
            bundle.Add("text/plain", FormattedValue.CreateSingleFromObject(shown.Value, "text/plain").Value);
        }

        return bundle;
    }
}
