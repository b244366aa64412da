using System.Text;
using System.Text.Json.Nodes;

namespace RnnNotebooks.Jupyter.Server;

/// <summary>
/// Publishes what a request makes, in order. Printed text is gathered for a tenth of a second, so that ten thousand small writes
/// are a few messages; whatever else is published sends the text before it first.
/// </summary>
internal sealed class OutputPublisher : IDisposable
{
    private const int GatherMilliseconds = 100;
    private const int GatherCharacters = 1 << 18;

    private readonly Channels _channels;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly AutoResetEvent _textWaits = new(false);
    private readonly ManualResetEvent _ended = new(false);
    private readonly Thread _flusher;
    private string _stream = "stdout";
    private byte[]? _parent;
    private bool _mute;

    internal OutputPublisher(Channels channels)
    {
        _channels = channels;
        // A thread of its own: a cell that exhausts the thread pool must not stop its own output.
        _flusher = new Thread(FlushWhenTextWaits) { IsBackground = true, Name = "Jupyter streams" };
        _flusher.Start();
    }

    /// <summary>Outputs from here on belong to this request; those of a silent one are dropped.</summary>
    internal void Begin(byte[] parentHeader, bool mute)
    {
        lock (_lock)
        {
            Flush();
            _parent = parentHeader;
            _mute = mute;
        }
    }

    internal void Text(string stream, string text)
    {
        lock (_lock)
        {
            if (_mute || text.Length == 0)
            {
                return;
            }

            if (stream != _stream)
            {
                Flush();
                _stream = stream;
            }

            var first = _text.Length == 0;
            _text.Append(text);
            if (_text.Length >= GatherCharacters)
            {
                Flush();
            }
            else if (first)
            {
                _textWaits.Set();
            }
        }
    }

    /// <summary>Publishes an output, after the text printed before it.</summary>
    internal void Publish(string type, JsonObject content)
    {
        lock (_lock)
        {
            if (!_mute)
            {
                Flush();
                _channels.Publish(type, _parent, content);
            }
        }
    }

    internal void Flush()
    {
        lock (_lock)
        {
            if (_text.Length > 0)
            {
                var text = _text.ToString();
                _text.Clear();
                _channels.Publish("stream", _parent, new JsonObject { ["name"] = _stream, ["text"] = text });
            }
        }
    }

    public void Dispose()
    {
        _ended.Set();
        _flusher.Join();
        Flush();
        _textWaits.Dispose();
        _ended.Dispose();
    }

    private void FlushWhenTextWaits()
    {
        while (WaitHandle.WaitAny([_ended, _textWaits]) != 0)
        {
            _ended.WaitOne(GatherMilliseconds);
            Flush();
        }
    }
}
