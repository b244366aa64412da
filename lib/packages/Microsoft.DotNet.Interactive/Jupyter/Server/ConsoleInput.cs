namespace RnnNotebooks.Jupyter.Server;

/// <summary>What <c>Console.ReadLine()</c> reads in a notebook: an answer typed below the cell.</summary>
internal sealed class ConsoleInput(InputChannel input) : TextReader
{
    private string _rest = "";

    public override string? ReadLine()
    {
        if (_rest.Length > 0)
        {
            (var line, _rest) = (_rest.TrimEnd('\n'), "");
            return line;
        }

        return Ask();
    }

    public override int Read()
    {
        var next = Peek();
        _rest = _rest[1..];
        return next;
    }

    public override int Peek()
    {
        if (_rest.Length == 0)
        {
            _rest = Ask() + "\n";
        }

        return _rest[0];
    }

    private string Ask() => input.AskAsync("", password: false).GetAwaiter().GetResult();
}
